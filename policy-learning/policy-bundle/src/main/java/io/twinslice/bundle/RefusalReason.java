package io.twinslice.bundle;

/** Why a bundle was refused, in the order in which a bundle is checked. */
public enum RefusalReason {
    /** The file is larger than any bundle may be. */
    TOO_LARGE,
    /** The archive or one of its signed envelopes is not in canonical form. */
    MALFORMED,
    /** A signature by a known key does not fit the bytes. */
    SIGNATURE,
    /** Valid signatures of one of the required roles are missing. */
    THRESHOLD,
    /** The release is over. */
    EXPIRED,
    /** The release has not begun. */
    NOT_YET_VALID,
    /** A bundle of a higher epoch was accepted before. */
    ROLLBACK,
    /** A part is not the part that was signed. */
    DIGEST,
    /** A part does not describe a policy that this code can run. */
    SCHEMA,
    /** The evidence does not show a passed verification of this very candidate. */
    NOT_VERIFIED
}
