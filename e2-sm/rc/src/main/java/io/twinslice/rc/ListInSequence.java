package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.List;

/** A SEQUENCE whose root is one list of lower..upper items. */
record ListInSequence<T>(String name, int lower, int upper, Codec<T> item) implements Codec<List<T>> {
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
}
