package io.twinslice.bundle;

/** What came of opening a bundle. */
public sealed interface Opening {
    /** The bundle is what it says and may be used now. */
    record Opened(SignedPolicy policy) implements Opening {}

    /**
     * The bundle must not be used.
     *
     * @param reason the first rule it broke
     * @param detail what and where, for the log; never needed to decide
     */
    record Refused(RefusalReason reason, String detail) implements Opening {}
}
