package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The IEs of one received message, by their row in the table; a row's codec decides the type. Rows count from 0 in the
 * order of the table, which is also the order of the record's components. A reader keeps one for all its messages.
 */
@SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
final class IeValues {
    /** Says that the row's value is a number. */
    private static final Object NUMBER = new Object();

    private @Nullable Object[] rows = new @Nullable Object[12];
    private final long[] numbers = new long[12];
    private int reading;

    private IeValues() {}

    /** The values of {@code in}'s current message. */
    static IeValues of(BitReader in) {
        return in.workspace(IeValues.class, IeValues::new);
    }

    /** Forgets the message before. */
    IeValues clear() {
        Arrays.fill(rows, null);
        return this;
    }

    boolean has(int row) {
        return rows[row] != null;
    }

    /** The value of {@code row} is about to be read. */
    void reading(int row) {
        reading = row;
    }

    void put(int row, Object value) {
        rows[row] = value;
    }

    /** Keeps the number of the row that is being read, and returns what to {@link #put} for it. */
    Object number(long number) {
        numbers[reading] = number;
        return NUMBER;
    }

    <T> T at(int row) {
        return (T) Objects.requireNonNull(rows[row]);
    }

    int intAt(int row) {
        return (int) numbers[row];
    }

    long longAt(int row) {
        return numbers[row];
    }

    <T> Optional<T> optionalAt(int row) {
        return Optional.ofNullable((T) rows[row]);
    }

    OptionalInt optionalIntAt(int row) {
        return has(row) ? OptionalInt.of(intAt(row)) : OptionalInt.empty();
    }

    <T> List<T> listAt(int row) {
        return rows[row] == null ? List.of() : at(row);
    }
}
