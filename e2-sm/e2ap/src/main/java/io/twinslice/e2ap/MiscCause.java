package io.twinslice.e2ap;

/** CauseMisc. */
public enum MiscCause implements Cause {
    CONTROL_PROCESSING_OVERLOAD,
    HARDWARE_FAILURE,
    OM_INTERVENTION,
    UNSPECIFIED;

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
