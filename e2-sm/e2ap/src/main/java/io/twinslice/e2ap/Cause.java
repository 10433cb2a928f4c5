package io.twinslice.e2ap;

import io.twinslice.aper.Codec;

/**
 * Cause: why something was refused or failed, by group.
 *
 * <p>E2AP clauses 9.2.1 and 9.3.5 (ASN.1).
 */
public sealed interface Cause {
    Codec<Cause> CODEC = new CauseCodec();

    /**
     * An extension item that the text this end follows does not have yet.
     *
     * @param group index of the group in the CHOICE
     * @param item index among the extension items of the group
     */
    record Unknown(int group, int item) implements Cause {}

    /** CauseRICrequest; from RIC_SUBSCRIPTION_END_TIME_EXPIRED on since v03.01. */
    enum RicRequest implements Cause {
        RAN_FUNCTION_ID_INVALID,
        ACTION_NOT_SUPPORTED,
        EXCESSIVE_ACTIONS,
        DUPLICATE_ACTION,
        DUPLICATE_EVENT_TRIGGER,
        FUNCTION_RESOURCE_LIMIT,
        REQUEST_ID_UNKNOWN,
        INCONSISTENT_ACTION_SUBSEQUENT_ACTION_SEQUENCE,
        CONTROL_MESSAGE_INVALID,
        RIC_CALL_PROCESS_ID_INVALID,
        CONTROL_TIMER_EXPIRED,
        CONTROL_FAILED_TO_EXECUTE,
        SYSTEM_NOT_READY,
        UNSPECIFIED,
        RIC_SUBSCRIPTION_END_TIME_EXPIRED,
        RIC_SUBSCRIPTION_END_TIME_INVALID,
        DUPLICATE_RIC_REQUEST_ID,
        EVENT_TRIGGER_NOT_SUPPORTED,
        REQUESTED_INFORMATION_UNAVAILABLE,
        INVALID_INFORMATION_REQUEST;

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }

    /** CauseRICservice. */
    enum RicService implements Cause {
        RAN_FUNCTION_NOT_SUPPORTED,
        EXCESSIVE_FUNCTIONS,
        RIC_RESOURCE_LIMIT;

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }

    /** CauseE2node. */
    enum E2Node implements Cause {
        E2NODE_COMPONENT_UNKNOWN;

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }

    /** CauseTransport. */
    enum Transport implements Cause {
        UNSPECIFIED,
        TRANSPORT_RESOURCE_UNAVAILABLE;

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }

    /** CauseProtocol. */
    enum Protocol implements Cause {
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

    /** CauseMisc. */
    enum Misc implements Cause {
        CONTROL_PROCESSING_OVERLOAD,
        HARDWARE_FAILURE,
        OM_INTERVENTION,
        UNSPECIFIED;

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }
}
