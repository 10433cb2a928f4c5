package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.e2ap.CriticalityDiagnostics.DiagnosedIe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * One message: its place in the table of elementary procedures and its IEs.
 *
 * @param <M> the message
 */
final class MessageCodec<M extends E2apPdu> implements Codec<M> {
    final CriticalityDiagnostics.TriggeringMessage kind;
    final int procedureCode;
    final String name;
    private final Criticality criticality;
    private final List<Ie<M>> ies;
    private final Function<IeValues, M> constructor;

    MessageCodec(
            String name,
            CriticalityDiagnostics.TriggeringMessage kind,
            int procedureCode,
            Criticality criticality,
            List<Ie<M>> ies,
            Function<IeValues, M> constructor) {
        this.name = name;
        this.kind = kind;
        this.procedureCode = procedureCode;
        this.criticality = criticality;
        this.ies = ies;
        this.constructor = constructor;
    }

    /** Writes the whole E2AP-PDU around {@code message}. */
    void encodePdu(M message, BitWriter out) {
        envelope(out);
        out.openType(message, this);
    }

    /** The whole E2AP-PDU with its IEs in the order of {@code ids}, each of which the message has. */
    Codec<E2apPdu> ordered(List<Integer> ids) {
        Codec<E2apPdu> content = new Codec<>() {
            @Override
            @SuppressWarnings("unchecked")
            public void encode(E2apPdu message, BitWriter out) {
                out.bit(false);
                out.count(ids.size(), 0, 65535);
                for (int id : ids) {
                    ies.get(row(id, 0)).encodeWhole((M) message, out);
                }
            }

            @Override
            public E2apPdu decode(BitReader in) throws DecodeException {
                return MessageCodec.this.decode(in);
            }
        };
        return new Codec<>() {
            @Override
            public void encode(E2apPdu message, BitWriter out) {
                envelope(out);
                out.openType(message, content);
            }

            @Override
            public E2apPdu decode(BitReader in) throws DecodeException {
                return E2apPduCodec.INSTANCE.decode(in);
            }
        };
    }

    private void envelope(BitWriter out) {
        out.choice(kind.index(), 3);
        out.integer(procedureCode, 0, 255);
        Criticality.CODEC.encode(criticality, out);
    }

    @Override
    public void encode(M message, BitWriter out) {
        preamble(message, out);
        for (int i = 0; i < ies.size(); i++) {
            Ie<M> ie = ies.get(i);
            if (ie.isPresent(message)) {
                ie.encodeWhole(message, out);
            }
        }
    }

    @Override
    public M decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        int count = in.count("protocolIEs", 0, 65535);
        IeValues values = IeValues.of(in).clear();
        in.enter("protocolIEs");
        for (int i = 0, expected = 0; i < count; i++) {
            in.item(i);
            int id = (int) in.integer("id", 0, 65535);
            Criticality sent = Criticality.CODEC.decode(in);
            int row = row(id, expected);
            if (row >= 0) {
                Ie<M> ie = ies.get(row);
                if (values.has(row)) {
                    throw in.malformed(ie.name, "IE " + id + " is repeated");
                }
                values.reading(row);
                values.put(row, in.openType(ie.name, ie));
                expected = row + 1;
            } else if (sent == Criticality.REJECT) {
                throw in.malformed("id", "unknown IE " + id + " with criticality reject");
            } else {
                in.skipOpenType("value");
            }
        }
        in.leave();
        for (int row = 0; row < ies.size(); row++) {
            if (!values.has(row) && ies.get(row).mandatory) {
                throw in.malformed(
                        "protocolIEs", "mandatory IE " + ies.get(row).id + ", " + ies.get(row).name + ", is missing");
            }
        }
        if (extended) {
            in.skipAdditions();
        }
        return constructor.apply(values);
    }

    /** The whole E2AP-PDU of {@code message} with two OCTET STRINGs of its IEs encoded in place. */
    <H, C> void encodePdu(
            M message, int headerId, Codec<H> headerCodec, H header, Codec<C> contentCodec, C content, BitWriter out) {
        envelope(out);
        int mark = out.beginOpenType();
        preamble(message, out);
        for (int i = 0; i < ies.size(); i++) {
            Ie<M> ie = ies.get(i);
            if (ie.id == headerId) {
                ie.encodeWhole(headerCodec, header, out);
            } else if (ie.id == headerId + 1) {
                ie.encodeWhole(contentCodec, content, out);
            } else if (ie.isPresent(message)) {
                ie.encodeWhole(message, out);
            }
        }
        out.endOpenType(mark);
    }

    private void preamble(M message, BitWriter out) {
        out.bit(false);
        int count = 0;
        for (int i = 0; i < ies.size(); i++) {
            count += ies.get(i).isPresent(message) ? 1 : 0;
        }
        out.count(count, 0, 65535);
    }

    Criticality criticality() {
        return criticality;
    }

    /**
     * A message as far as its IEs allow one.
     *
     * @param order ids of the known IEs as they came
     * @param message absent when IEs that it cannot do without are missing or one is repeated
     */
    record Findings<M>(
            Optional<M> message, List<Integer> order, boolean inOrder, boolean repeated, Received.Subject subject) {}

    /** Reads the message and notes what is wrong with its IEs instead of refusing it. */
    Codec<Findings<M>> judging() {
        return new Codec<>() {
            @Override
            public void encode(Findings<M> value, BitWriter out) {
                throw new UnsupportedOperationException("findings are not sent");
            }

            @Override
            public Findings<M> decode(BitReader in) throws DecodeException {
                return judge(in);
            }
        };
    }

    private Findings<M> judge(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        int count = in.count("protocolIEs", 0, 65535);
        IeValues values = IeValues.of(in).clear();
        List<Integer> order = new ArrayList<>();
        boolean inOrder = true;
        boolean repeated = false;
        in.enter("protocolIEs");
        for (int i = 0, last = -1; i < count; i++) {
            in.item(i);
            int id = (int) in.integer("id", 0, 65535);
            int row = row(id, last + 1);
            Criticality sent = Criticality.sent(row < 0 ? Criticality.REJECT : ies.get(row).criticality, in);
            if (row < 0) {
                in.remark(new DiagnosedIe(sent, id, CriticalityDiagnostics.TypeOfError.NOT_UNDERSTOOD));
                in.skipOpenType("value");
            } else if (values.has(row)) {
                repeated = true;
                in.remark(new DiagnosedIe(Criticality.REJECT, id, CriticalityDiagnostics.TypeOfError.NOT_UNDERSTOOD));
                in.skipOpenType("value");
            } else {
                values.reading(row);
                values.put(row, in.openType(ies.get(row).name, ies.get(row)));
                inOrder &= row > last;
                order.add(id);
                last = row;
            }
        }
        in.leave();
        boolean complete = true;
        for (int row = 0; row < ies.size(); row++) {
            if (!values.has(row) && ies.get(row).mandatory) {
                complete = false;
                in.remark(new DiagnosedIe(
                        ies.get(row).criticality, ies.get(row).id, CriticalityDiagnostics.TypeOfError.MISSING));
            }
        }
        if (extended) {
            in.skipAdditions();
        }
        Optional<M> message = complete && !repeated ? Optional.of(constructor.apply(values)) : Optional.empty();
        return new Findings<>(message, order, inOrder, repeated, subject(values));
    }

    private Received.Subject subject(IeValues values) {
        int transaction = present(49, values);
        int request = present(29, values);
        int function = present(5, values);
        boolean boxed = procedureCode == ErrorIndication.CODEC.procedureCode;
        return new Received.Subject(
                transaction < 0 || boxed ? OptionalLong.empty() : OptionalLong.of(values.longAt(transaction)),
                request < 0 ? Optional.empty() : values.optionalAt(request),
                function < 0 ? OptionalInt.empty() : values.optionalIntAt(function));
    }

    private int present(int id, IeValues values) {
        int row = row(id, 0);
        return row >= 0 && values.has(row) ? row : -1;
    }

    /**
     * The row of IE {@code id}, or -1; senders keep the order of the table, so the search starts where it should be.
     */
    private int row(int id, int expected) {
        int rows = ies.size();
        for (int i = 0; i < rows; i++) {
            int row = expected + i < rows ? expected + i : expected + i - rows;
            if (ies.get(row).id == id) {
                return row;
            }
        }
        return -1;
    }
}
