package io.twinslice.promoter;

/**
 * A second opinion on activation. A RIC's status belongs to a policy id, not to its content: right after an update it
 * may still be the status of the policy before. Where the xApp can be asked which bundle it runs, ask it.
 */
@FunctionalInterface
public interface Confirmation {
    /** Takes the RIC's word. */
    Confirmation BY_STATUS = bundleDigest -> true;

    /** Whether the xApp runs the bundle with this digest now. */
    boolean confirms(String bundleDigest);
}
