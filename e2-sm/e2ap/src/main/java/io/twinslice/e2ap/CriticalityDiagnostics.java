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
 * @param procedureCode 0..255
 * @param ies empty when absent
 */
public record CriticalityDiagnostics(
        OptionalInt procedureCode,
        Optional<TriggeringMessage> triggeringMessage,
        Optional<Criticality> procedureCriticality,
        Optional<RicRequestId> requestId,
        List<DiagnosedIe> ies) {
    static final Codec<CriticalityDiagnostics> CODEC = new Codec<>() {
        @Override
        public void encode(CriticalityDiagnostics value, BitWriter out) {
            out.bit(false);
            out.bit(value.procedureCode.isPresent());
            out.bit(value.triggeringMessage.isPresent());
            out.bit(value.procedureCriticality.isPresent());
            out.bit(value.requestId.isPresent());
            out.bit(!value.ies.isEmpty());
            if (value.procedureCode.isPresent()) {
                out.integer(value.procedureCode.getAsInt(), 0, 255);
            }
            if (value.triggeringMessage.isPresent()) {
                TriggeringMessage.CODEC.encode(value.triggeringMessage.get(), out);
            }
            if (value.procedureCriticality.isPresent()) {
                Criticality.CODEC.encode(value.procedureCriticality.get(), out);
            }
            if (value.requestId.isPresent()) {
                RicRequestId.CODEC.encode(value.requestId.get(), out);
            }
            if (!value.ies.isEmpty()) {
                out.list(value.ies, 1, 256, DiagnosedIe.CODEC);
            }
        }

        @Override
        public CriticalityDiagnostics decode(BitReader in) throws DecodeException {
            int preamble = in.preamble(6);
            CriticalityDiagnostics diagnostics = new CriticalityDiagnostics(
                    (preamble & 16) != 0
                            ? OptionalInt.of((int) in.integer("procedureCode", 0, 255))
                            : OptionalInt.empty(),
                    (preamble & 8) != 0 ? Optional.of(TriggeringMessage.CODEC.decode(in)) : Optional.empty(),
                    (preamble & 4) != 0 ? Optional.of(Criticality.CODEC.decode(in)) : Optional.empty(),
                    (preamble & 2) != 0
                            ? Optional.of(in.field("ricRequestorID", RicRequestId.CODEC))
                            : Optional.empty(),
                    (preamble & 1) != 0 ? in.list("iEsCriticalityDiagnostics", 1, 256, DiagnosedIe.CODEC) : List.of());
            if ((preamble & 32) != 0) {
                in.skipAdditions();
            }
            return diagnostics;
        }
    };

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
}
