package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.List;

/** A SEQUENCE whose root is one list of 1..63 items, as the formats that carry several styles are. */
record StyleList<T>(String name, Codec<T> item) implements Codec<List<T>> {
    static <T> Codec<List<T>> of(String name, Codec<T> item) {
        return new StyleList<>(name, item);
    }

    @Override
    public void encode(List<T> value, BitWriter out) {
        out.bit(false);
        out.list(value, 1, 63, item);
    }

    @Override
    public List<T> decode(BitReader in) throws DecodeException {
        boolean extended = in.bool("extension bit");
        List<T> items = in.list(name, 1, 63, item);
        if (extended) {
            in.skipAdditions();
        }
        return items;
    }
}
