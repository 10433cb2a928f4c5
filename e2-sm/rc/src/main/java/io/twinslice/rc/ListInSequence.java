package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.List;
import java.util.function.Function;

/** A SEQUENCE whose root is one list of lower..upper items. */
record ListInSequence<T>(String name, int lower, int upper, Codec<T> item) implements Codec<List<T>> {
    /** The same SEQUENCE as a record of its own. */
    <R> Codec<R> as(Function<List<T>, R> record, Function<R, List<T>> list) {
        return new Of<>(this, record, list);
    }

    @Override
    public void encode(List<T> value, BitWriter out) {
        out.bit(false);
        out.list(value, lower, upper, item);
    }

    @Override
    public List<T> decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        List<T> items = in.list(name, lower, upper, item);
        if (extended) {
            in.skipAdditions();
        }
        return items;
    }

    private record Of<R, T>(ListInSequence<T> sequence, Function<List<T>, R> record, Function<R, List<T>> list)
            implements Codec<R> {
        @Override
        public void encode(R value, BitWriter out) {
            sequence.encode(list.apply(value), out);
        }

        @Override
        public R decode(BitReader in) throws DecodeException {
            return record.apply(sequence.decode(in));
        }
    }
}
