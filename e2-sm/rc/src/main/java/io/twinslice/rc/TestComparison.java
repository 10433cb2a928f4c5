package io.twinslice.rc;

import io.twinslice.aper.Codec;
import io.twinslice.aper.EnumCodec;
import java.util.List;

/** How RANParameter-TestingCondition compares. */
public enum TestComparison {
    EQUAL,
    DIFFERENCE,
    GREATER_THAN,
    LESS_THAN,
    CONTAINS,
    STARTS_WITH,
    /** An extension item that the text this end follows does not have; it cannot be sent. */
    UNRECOGNISED;

    static final Codec<TestComparison> CODEC =
            new EnumCodec<>("ranP-Choice-comparison", List.of(values()), 6, TestComparison::index);

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
