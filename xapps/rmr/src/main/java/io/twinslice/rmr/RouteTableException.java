package io.twinslice.rmr;

/** A route table text that cannot be used. The message says which line, what is wrong and what would be right. */
public final class RouteTableException extends Exception {
    private static final long serialVersionUID = 1L;

    RouteTableException(String message) {
        super(message);
    }
}
