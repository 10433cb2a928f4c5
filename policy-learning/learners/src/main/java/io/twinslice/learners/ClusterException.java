package io.twinslice.learners;

/** A cluster failed in the middle of a call; the message says why. What was saved before is whole. */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ClusterException(String message, Throwable cause) {
        super(message, cause);
    }
}
