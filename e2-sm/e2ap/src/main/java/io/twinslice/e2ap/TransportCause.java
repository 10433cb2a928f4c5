package io.twinslice.e2ap;

/** CauseTransport. */
public enum TransportCause implements Cause {
    UNSPECIFIED,
    TRANSPORT_RESOURCE_UNAVAILABLE;

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
