package io.twinslice.a1;

/** What a write changed, as far as the dialect tells. */
public enum Change {
    CREATED,
    UPDATED,
    /** Created or updated; the O-RAN SC dialects answer both alike. */
    ACCEPTED,
    /** It was there already, the same. */
    UNCHANGED,
    DELETED
}
