package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.FixedList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * CriticalityDiagnostics: what a receiver did not understand.
 *
 * <p>E2AP clauses 9.2.2 and 9.3.5 (ASN.1).
 *
 * @param procedureCode 0..255
 * @param ies empty when absent
 */
public record CriticalityDiagnostics(
        OptionalInt procedureCode,
        Optional<TriggeringMessage> triggeringMessage,
        Optional<Criticality> procedureCriticality,
        Optional<RicRequestId> requestId,
        List<DiagnosedIe> ies) {
    static final Codec<CriticalityDiagnostics> CODEC = new CriticalityDiagnosticsCodec();

    public CriticalityDiagnostics {
        ies = FixedList.copyOf(ies);
    }

    /**
     * CriticalityDiagnostics-IE-Item.
     *
     * @param id of the IE, 0..65535
     */
    public record DiagnosedIe(Criticality criticality, int id, TypeOfError error) {
        static final Codec<DiagnosedIe> CODEC = new Codec<>() {
            @Override
            public void encode(DiagnosedIe value, BitWriter out) {
                out.bit(false);
                Criticality.CODEC.encode(value.criticality, out);
                out.integer(value.id, 0, 65535);
                TypeOfError.CODEC.encode(value.error, out);
            }

            @Override
            public DiagnosedIe decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                DiagnosedIe ie = new DiagnosedIe(
                        Criticality.CODEC.decode(in),
                        (int) in.integer("iE-ID", 0, 65535),
                        TypeOfError.CODEC.decode(in));
                if (extended) {
                    in.skipAdditions();
                }
                return ie;
            }
        };
    }

    /** TypeOfError. */
    public enum TypeOfError {
        NOT_UNDERSTOOD,
        MISSING,
        /** An extension item that the text this end follows does not have; it cannot be sent. */
        UNRECOGNISED;

        static final Codec<TypeOfError> CODEC =
                new Codec.Enumerated<>("TypeOfError", List.of(values()), 2, TypeOfError::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }

    /** TriggeringMessage: the kind of message a diagnosis is about. */
    public enum TriggeringMessage {
        INITIATING_MESSAGE,
        SUCCESSFUL_OUTCOME,
        UNSUCCESSFUL_OUTCOME;

        static final TriggeringMessage[] ALL = values();

        static final Codec<TriggeringMessage> CODEC = new TriggeringMessageCodec();

        static TriggeringMessage at(int index) {
            return ALL[index];
        }

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }
}

/** Both directions of {@link CriticalityDiagnostics}. */
final class CriticalityDiagnosticsCodec implements Codec<CriticalityDiagnostics> {
    @Override
    public void encode(CriticalityDiagnostics value, BitWriter out) {
        out.bit(false);
        out.bit(value.procedureCode().isPresent());
        out.bit(value.triggeringMessage().isPresent());
        out.bit(value.procedureCriticality().isPresent());
        out.bit(value.requestId().isPresent());
        out.bit(!value.ies().isEmpty());
        if (value.procedureCode().isPresent()) {
            out.integer(value.procedureCode().getAsInt(), 0, 255);
        }
        if (value.triggeringMessage().isPresent()) {
            CriticalityDiagnostics.TriggeringMessage.CODEC.encode(
                    value.triggeringMessage().get(), out);
        }
        if (value.procedureCriticality().isPresent()) {
            Criticality.CODEC.encode(value.procedureCriticality().get(), out);
        }
        if (value.requestId().isPresent()) {
            RicRequestId.CODEC.encode(value.requestId().get(), out);
        }
        if (!value.ies().isEmpty()) {
            out.list(value.ies(), 1, 256, CriticalityDiagnostics.DiagnosedIe.CODEC);
        }
    }

    @Override
    public CriticalityDiagnostics decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(6);
        CriticalityDiagnostics diagnostics = new CriticalityDiagnostics(
                (preamble & 16) != 0 ? OptionalInt.of((int) in.integer("procedureCode", 0, 255)) : OptionalInt.empty(),
                (preamble & 8) != 0
                        ? Optional.of(CriticalityDiagnostics.TriggeringMessage.CODEC.decode(in))
                        : Optional.empty(),
                (preamble & 4) != 0 ? Optional.of(Criticality.CODEC.decode(in)) : Optional.empty(),
                (preamble & 2) != 0 ? Optional.of(in.field("ricRequestorID", RicRequestId.CODEC)) : Optional.empty(),
                (preamble & 1) != 0
                        ? in.list("iEsCriticalityDiagnostics", 1, 256, CriticalityDiagnostics.DiagnosedIe.CODEC)
                        : List.of());
        if ((preamble & 32) != 0) {
            in.skipAdditions();
        }
        return diagnostics;
    }
}

/** Both directions of {@link CriticalityDiagnostics.TriggeringMessage}. */
final class TriggeringMessageCodec implements Codec<CriticalityDiagnostics.TriggeringMessage> {
    @Override
    public void encode(CriticalityDiagnostics.TriggeringMessage value, BitWriter out) {
        out.enumerated(value.index(), CriticalityDiagnostics.TriggeringMessage.ALL.length);
    }

    @Override
    public CriticalityDiagnostics.TriggeringMessage decode(BitReader in) throws DecodeException {
        return CriticalityDiagnostics.TriggeringMessage.ALL[
                in.enumerated("triggeringMessage", CriticalityDiagnostics.TriggeringMessage.ALL.length)];
    }
}
