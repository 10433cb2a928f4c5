package io.twinslice.aper;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * An immutable list over one array, for the records that decoders return: unlike {@link List#of} it takes over the
 * array it was decoded into. No element is null.
 *
 * @param <E> the items
 */
public final class FixedList<E> extends AbstractList<E> implements RandomAccess {
    private final E[] items;

    private FixedList(E[] items) {
        this.items = items;
    }

    /** Takes over {@code items}, which nobody changes any more. */
    static <E> List<E> owning(E[] items) {
        return new FixedList<>(items);
    }

    /** An immutable list of the items of {@code list}: itself where it is known to be one already. */
    public static <E> List<E> copyOf(List<E> list) {
        return list instanceof FixedList ? list : List.copyOf(list);
    }

    @Override
    public E get(int index) {
        return items[index];
    }

    @Override
    public int size() {
        return items.length;
    }

    @Override
    public boolean contains(Object item) {
        return super.contains(Objects.requireNonNull(item));
    }
}
