package io.twinslice.e2ap;

/** CauseProtocol. */
public enum ProtocolCause implements Cause {
    TRANSFER_SYNTAX_ERROR,
    ABSTRACT_SYNTAX_ERROR_REJECT,
    ABSTRACT_SYNTAX_ERROR_IGNORE_AND_NOTIFY,
    MESSAGE_NOT_COMPATIBLE_WITH_RECEIVER_STATE,
    SEMANTIC_ERROR,
    ABSTRACT_SYNTAX_ERROR_FALSELY_CONSTRUCTED_MESSAGE,
    UNSPECIFIED;

    @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
    int index() {
        return ordinal();
    }
}
