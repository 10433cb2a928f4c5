package io.twinslice.lab.offline;

import java.io.IOException;

/** A recording is not what it should be; the message says where and how. */
final class InvalidRecordingException extends IOException {
    private static final long serialVersionUID = 1;

    InvalidRecordingException(String message) {
        super(message);
    }
}
