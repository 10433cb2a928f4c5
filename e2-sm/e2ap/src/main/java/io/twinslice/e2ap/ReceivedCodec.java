package io.twinslice.e2ap;

import io.twinslice.aper.AsSent;
import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.e2ap.CriticalityDiagnostics.DiagnosedIe;
import java.util.Arrays;
import java.util.List;

/** The outermost CHOICE, read so that errors become reports. */
final class ReceivedCodec implements Codec<Received> {
    private static final int KINDS = 3;

    private final int octets;
    private final int hash;

    /** For one input, of which it notes the print. */
    ReceivedCodec(byte[] input) {
        this.octets = input.length;
        this.hash = Arrays.hashCode(input);
    }

    static byte[] toOctets(Received.UnknownProcedure unknown) {
        BitWriter out = new BitWriter();
        out.choice(unknown.envelope().kind().index(), KINDS);
        out.integer(unknown.envelope().procedureCode(), 0, 255);
        Criticality.CODEC.encode(unknown.envelope().criticality(), out);
        out.octets(unknown.content());
        return out.toByteArray();
    }

    static byte[] toOctets(Received.UnknownKind unknown) {
        BitWriter out = new BitWriter();
        out.choice(KINDS + unknown.index(), KINDS);
        out.octets(unknown.content());
        return out.toByteArray();
    }

    @Override
    public void encode(Received value, BitWriter out) {
        throw new UnsupportedOperationException("received messages are written by what they turned out to be");
    }

    @Override
    public Received decode(BitReader in) throws DecodeException {
        int index = in.choice("E2AP-PDU", KINDS);
        if (index >= KINDS) {
            return new Received.UnknownKind(index - KINDS, in.octets("extension alternative"));
        }
        CriticalityDiagnostics.TriggeringMessage kind = CriticalityDiagnostics.TriggeringMessage.at(index);
        int procedureCode = (int) in.integer("procedureCode", 0, 255);
        int from = in.position();
        Criticality criticality = Criticality.CODEC.decode(in);
        int behind = in.position();
        Received.Envelope envelope = new Received.Envelope(kind, procedureCode, criticality);
        MessageCodec<?> message = E2apPduCodec.INSTANCE.message(index, procedureCode);
        if (message == null) {
            return new Received.UnknownProcedure(envelope, in.octets("value"));
        }
        if (criticality != message.criticality()) {
            in.remark(new AsSent.Bits(from, behind - from, criticality.index()));
        }
        return received(message, envelope, in);
    }

    private <M extends E2apPdu> Received received(MessageCodec<M> codec, Received.Envelope envelope, BitReader in)
            throws DecodeException {
        MessageCodec.Findings<M> findings = in.openType(codec.name, codec.judging());
        List<Object> remarks = in.takeRemarks();
        List<DiagnosedIe> unknown = remarks.stream()
                .filter(DiagnosedIe.class::isInstance)
                .map(DiagnosedIe.class::cast)
                .filter(ie -> ie.error() == CriticalityDiagnostics.TypeOfError.MISSING
                        || ie.criticality() != Criticality.IGNORE)
                .toList();
        boolean rejected = unknown.stream().anyMatch(ie -> ie.criticality() == Criticality.REJECT);
        if (findings.message().isPresent() && !rejected) {
            E2apPdu pdu = findings.message().get();
            return new Received.Understood(
                    pdu,
                    findings.inOrder(),
                    findings.order(),
                    unknown,
                    envelope,
                    new AsSent<>(pdu, remarks, octets, hash));
        }
        Cause.Protocol cause = findings.repeated()
                ? Cause.Protocol.ABSTRACT_SYNTAX_ERROR_FALSELY_CONSTRUCTED_MESSAGE
                : Cause.Protocol.ABSTRACT_SYNTAX_ERROR_REJECT;
        return new Received.Faulty(cause, findings.subject(), unknown, envelope);
    }
}
