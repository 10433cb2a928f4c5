package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A SEQUENCE of a style's type and 1..63 items of that style: the formats that act on several styles at once.
 *
 * @param typeField name of the type in the schema
 * @param listField name of the list in the schema
 */
record OfStyle<R, T>(
        String typeField,
        String listField,
        Codec<T> item,
        Make<R, T> make,
        ToLongFunction<R> type,
        Function<R, List<T>> items)
        implements Codec<R> {
    /** The constructor of the record. */
    @FunctionalInterface
    interface Make<R, T> {
        R of(long type, List<T> items);
    }

    @Override
    public void encode(R value, BitWriter out) {
        out.bit(false);
        out.integer(type.applyAsLong(value));
        out.list(items.apply(value), 1, 63, item);
    }

    @Override
    public R decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        R style = make.of(in.integer(typeField), in.list(listField, 1, 63, item));
        if (extended) {
            in.skipAdditions();
        }
        return style;
    }
}
