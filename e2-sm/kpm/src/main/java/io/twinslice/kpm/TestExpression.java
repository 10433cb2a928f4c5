package io.twinslice.kpm;

/** TestCond-Expression in wire order. */
public enum TestExpression {
    EQUAL,
    GREATER_THAN,
    LESS_THAN,
    CONTAINS,
    PRESENT;

    static final TestExpression[] ALL = values();

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
