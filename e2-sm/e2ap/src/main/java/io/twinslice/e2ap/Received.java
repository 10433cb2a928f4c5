package io.twinslice.e2ap;

import io.twinslice.aper.AsSent;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.aper.PeerDialect;
import io.twinslice.e2ap.CriticalityDiagnostics.DiagnosedIe;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What octets from a peer turned out to be, and what to answer when they were not wholly understood (E2AP clause 10).
 * Octets that are no E2AP-PDU at all, a transfer syntax error, are a {@link DecodeException} instead.
 */
public sealed interface Received {
    /**
     * Reads one PDU.
     *
     * @throws DecodeException when the octets are no E2AP-PDU; answer with {@link #transferSyntaxError()}
     */
    static Received read(byte[] octets, DecodeLimits limits) throws DecodeException {
        return AsSent.read(new ReceivedCodec(octets), "E2AP-PDU", octets, limits, PeerDialect.STANDARD)
                .value();
    }

    /** The answer to octets that could not be read. */
    static ErrorIndication transferSyntaxError() {
        return new ErrorIndication(
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.of(Cause.Protocol.TRANSFER_SYNTAX_ERROR),
                Optional.empty());
    }

    /** What to answer because of errors in the input; empty where there is none to report. */
    Optional<ErrorIndication> errorIndication();

    /**
     * A message to act on.
     *
     * @param inOrder whether its IEs stand in the order of the text; peers that change it are understood all the same
     * @param order ids of its IEs as they came
     * @param notices unknown IEs that were skipped and whose sender wants to be told
     * @param sent the message with what it does not tell of its octets
     */
    record Understood(
            E2apPdu pdu,
            boolean inOrder,
            List<Integer> order,
            List<DiagnosedIe> notices,
            Envelope envelope,
            AsSent<E2apPdu> sent)
            implements Received {
        public Understood {
            order = List.copyOf(order);
            notices = List.copyOf(notices);
        }

        /** The octets as they were sent; unknown IEs are not in them any more. */
        public byte[] toOctets() {
            return sent.toOctets(
                    inOrder
                            ? E2apPduCodec.INSTANCE
                            : E2apPduCodec.INSTANCE.ordered(envelope.kind().index(), envelope.procedureCode(), order),
                    PeerDialect.STANDARD);
        }

        @Override
        public Optional<ErrorIndication> errorIndication() {
            return notices.isEmpty()
                    ? Optional.empty()
                    : Optional.of(envelope.report(
                            Cause.Protocol.ABSTRACT_SYNTAX_ERROR_IGNORE_AND_NOTIFY, Subject.NONE, notices));
        }
    }

    /**
     * A known message that must not be acted on: IEs are missing, repeated, or unknown with criticality reject.
     *
     * @param cause what kind of error it is
     * @param subject whom the answer concerns, as far as the message says
     * @param ies the IEs in error
     */
    record Faulty(Cause.Protocol cause, Subject subject, List<DiagnosedIe> ies, Envelope envelope) implements Received {
        public Faulty {
            ies = List.copyOf(ies);
        }

        @Override
        public Optional<ErrorIndication> errorIndication() {
            return Optional.of(envelope.report(cause, subject, ies));
        }
    }

    /**
     * A message of a procedure that this end does not have.
     *
     * @param content the message, not read
     */
    record UnknownProcedure(Envelope envelope, Octets content) implements Received {
        @Override
        public Optional<ErrorIndication> errorIndication() {
            return switch (envelope.criticality()) {
                case IGNORE -> Optional.empty();
                case REJECT ->
                    Optional.of(envelope.report(Cause.Protocol.ABSTRACT_SYNTAX_ERROR_REJECT, Subject.NONE, List.of()));
                case NOTIFY ->
                    Optional.of(envelope.report(
                            Cause.Protocol.ABSTRACT_SYNTAX_ERROR_IGNORE_AND_NOTIFY, Subject.NONE, List.of()));
            };
        }
    }

    /**
     * Neither of the three kinds of message.
     *
     * @param index of the extension alternative
     * @param content the alternative, not read
     */
    record UnknownKind(int index, Octets content) implements Received {
        @Override
        public Optional<ErrorIndication> errorIndication() {
            return Optional.of(new ErrorIndication(
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.of(Cause.Protocol.ABSTRACT_SYNTAX_ERROR_REJECT),
                    Optional.empty()));
        }
    }

    /** The octets of {@code received}; of a faulty message there are none. */
    static Optional<byte[]> toOctets(Received received) {
        return switch (received) {
            case Understood understood -> Optional.of(understood.toOctets());
            case Faulty _ -> Optional.empty();
            case UnknownProcedure unknown -> Optional.of(ReceivedCodec.toOctets(unknown));
            case UnknownKind unknown -> Optional.of(ReceivedCodec.toOctets(unknown));
        };
    }

    /**
     * What stands around every message.
     *
     * @param procedureCode 0..255
     * @param criticality as it was sent
     */
    record Envelope(CriticalityDiagnostics.TriggeringMessage kind, int procedureCode, Criticality criticality) {
        ErrorIndication report(Cause.Protocol cause, Subject subject, List<DiagnosedIe> ies) {
            return new ErrorIndication(
                    subject.transactionId().isPresent()
                            ? Optional.of(subject.transactionId().getAsLong())
                            : Optional.empty(),
                    subject.requestId(),
                    subject.ranFunctionId(),
                    Optional.of(cause),
                    Optional.of(new CriticalityDiagnostics(
                            OptionalInt.of(procedureCode),
                            Optional.of(kind),
                            Optional.of(criticality),
                            Optional.empty(),
                            ies.subList(0, Math.min(256, ies.size())))));
        }
    }

    /** Whom an error concerns: a transaction, or a request to a RAN function. */
    record Subject(OptionalLong transactionId, Optional<RicRequestId> requestId, OptionalInt ranFunctionId) {
        static final Subject NONE = new Subject(OptionalLong.empty(), Optional.empty(), OptionalInt.empty());
    }
}
