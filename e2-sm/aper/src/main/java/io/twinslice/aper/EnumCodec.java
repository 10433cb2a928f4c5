package io.twinslice.aper;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * An extensible ENUMERATED.
 *
 * @param items root items, the extension items this end knows, and last the constant for all others
 * @param root number of root items
 */
public record EnumCodec<E>(String name, List<E> items, int root, ToIntFunction<E> index) implements Codec<E> {
    @Override
    public void encode(E value, BitWriter out) {
        int item = index.applyAsInt(value);
        if (item == items.size() - 1 && out.isReplaying()) {
            out.extensibleEnum(root, root);
            return;
        }
        if (item == items.size() - 1) {
            throw new IllegalArgumentException(name + " cannot be sent as " + value);
        }
        out.extensibleEnum(item, root);
    }

    @Override
    public E decode(BitReader in) throws DecodeException {
        int from = in.position();
        int item = in.extensibleEnum(name, root);
        if (item < items.size() - 1) {
            return items.get(item);
        }
        in.remarkBits(from);
        return items.getLast();
    }
}
