package io.twinslice.e2ap;

/** CauseRICservice. */
public enum RicServiceCause implements Cause {
    RAN_FUNCTION_NOT_SUPPORTED,
    EXCESSIVE_FUNCTIONS,
    RIC_RESOURCE_LIMIT;

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
