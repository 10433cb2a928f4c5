package io.twinslice.bundle;

/** Who signs what. A key holds one role only. */
public enum Role {
    /** Signs the provenance of a candidate; can never ship alone. */
    TRAINER,
    /** Signs that a candidate passed verification. */
    VERIFIER,
    /** Signs that a verified candidate is released. */
    OPERATOR
}
