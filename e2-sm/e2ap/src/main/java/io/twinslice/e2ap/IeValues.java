package io.twinslice.e2ap;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The IEs of one received message, by their row in the table; a row's codec decides the type. Rows count from 0 in the
 * order of the table, which is also the order of the record's components.
 */
@SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
final class IeValues {
    private final @Nullable Object[] rows;

    IeValues(@Nullable Object[] rows) {
        this.rows = rows;
    }

    <T> T at(int row) {
        return (T) Objects.requireNonNull(rows[row]);
    }

    int intAt(int row) {
        return this.<Integer>at(row);
    }

    long longAt(int row) {
        return this.<Long>at(row);
    }

    <T> Optional<T> optionalAt(int row) {
        return Optional.ofNullable((T) rows[row]);
    }

    OptionalInt optionalIntAt(int row) {
        return rows[row] instanceof Integer number ? OptionalInt.of(number) : OptionalInt.empty();
    }

    <T> List<T> listAt(int row) {
        return rows[row] == null ? List.of() : at(row);
    }
}
