package io.twinslice.evaluation.offpolicy;

import java.io.IOException;

/** A log is not what it should be; the message says where and how. */
public final class InvalidLogException extends IOException {
    private static final long serialVersionUID = 1;

    InvalidLogException(String message) {
        super(message);
    }
}
