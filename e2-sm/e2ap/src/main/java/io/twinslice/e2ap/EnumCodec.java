package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * An extensible ENUMERATED.
 *
 * @param items root items, then the extension items this end knows
 * @param root number of root items
 */
record EnumCodec<E>(String name, List<E> items, int root, ToIntFunction<E> index) implements Codec<E> {
    @Override
    public void encode(E value, BitWriter out) {
        out.extensibleEnum(index.applyAsInt(value), root);
    }

    @Override
    public E decode(BitReader in) throws DecodeException {
        int item = in.extensibleEnum(name, root);
        if (item >= items.size()) {
            throw in.malformed(name, "unknown extension item " + (item - root));
        }
        return items.get(item);
    }
}
