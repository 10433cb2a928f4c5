package io.twinslice.aper;

/**
 * Octets that are not the announced message; the message names the path of the offending field and the bit offset. It
 * is the only exception an input can cause.
 *
 * <p>It carries no stack trace: the path says more about the input than the call stack, and hostile input must not be
 * able to buy expensive stack walks.
 */
public final class DecodeException extends Exception {
    private static final long serialVersionUID = 1L;

    public DecodeException(String message) {
        super(message, null, false, false);
    }
}
