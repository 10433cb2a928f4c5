package io.twinslice.sync.recording;

import java.io.IOException;

/** A recording that was refused; the message says where and why. */
public final class InvalidRecordingException extends IOException {
    private static final long serialVersionUID = 1;

    InvalidRecordingException(String message) {
        super(message);
    }
}
