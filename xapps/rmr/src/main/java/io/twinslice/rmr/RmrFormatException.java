package io.twinslice.rmr;

/**
 * Octets that are no RMR frame. The message says which field is wrong, its offset and its value; it carries no stack
 * trace, so that hostile input buys no stack walks.
 */
public final class RmrFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    RmrFormatException(String message) {
        super(message, null, false, false);
    }
}
