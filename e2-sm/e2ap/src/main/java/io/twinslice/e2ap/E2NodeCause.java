package io.twinslice.e2ap;

/** CauseE2node. */
public enum E2NodeCause implements Cause {
    E2NODE_COMPONENT_UNKNOWN;

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
