package io.twinslice.ransim;

import java.io.IOException;

/** A packet recording that was refused; the message says where and why. */
public final class InvalidTraceException extends IOException {
    private static final long serialVersionUID = 1;

    InvalidTraceException(String message) {
        super(message);
    }
}
