package io.twinslice.bundle;

/** Bytes that are no valid candidate, bundle, trust root or envelope; the message says what is wrong and where. */
public final class InvalidBundleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;

    InvalidBundleException(RefusalReason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** The closed reason; {@link #getMessage()} has the detail. */
    public RefusalReason reason() {
        return reason;
    }
}
