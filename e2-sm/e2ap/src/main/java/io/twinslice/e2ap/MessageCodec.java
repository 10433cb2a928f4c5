package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One message: its place in the table of elementary procedures and its IEs.
 *
 * @param <M> the message
 */
final class MessageCodec<M extends E2apPdu> implements Codec<M> {
    final TriggeringMessage kind;
    final int procedureCode;
    final String name;
    private final Criticality criticality;
    private final List<Ie<M>> ies;
    private final Function<IeValues, M> constructor;

    MessageCodec(
            String name,
            TriggeringMessage kind,
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
        out.choice(kind.index(), 3);
        out.integer(procedureCode, 0, 255);
        Criticality.CODEC.encode(criticality, out);
        out.openType(message, this);
    }

    @Override
    public void encode(M message, BitWriter out) {
        out.bit(false);
        int count = 0;
        for (int i = 0; i < ies.size(); i++) {
            count += ies.get(i).isPresent(message) ? 1 : 0;
        }
        out.count(count, 0, 65535);
        for (int i = 0; i < ies.size(); i++) {
            Ie<M> ie = ies.get(i);
            if (ie.isPresent(message)) {
                out.integer(ie.id, 0, 65535);
                Criticality.CODEC.encode(ie.criticality, out);
                int mark = out.beginOpenType();
                ie.encodeOf(message, out);
                out.endOpenType(mark);
            }
        }
    }

    @Override
    public M decode(BitReader in) throws DecodeException {
        boolean extended = in.bool("extension bit");
        int count = in.count("protocolIEs", 0, 65535);
        @Nullable Object[] values = new @Nullable Object[ies.size()];
        in.enter("protocolIEs");
        for (int i = 0, expected = 0; i < count; i++) {
            in.item(i);
            int id = (int) in.integer("id", 0, 65535);
            Criticality sent = Criticality.CODEC.decode(in);
            int row = row(id, expected);
            if (row >= 0) {
                Ie<M> ie = ies.get(row);
                if (values[row] != null) {
                    throw in.malformed(ie.name, "IE " + id + " is repeated");
                }
                values[row] = in.openType(ie.name, ie);
                expected = row + 1;
            } else if (sent == Criticality.REJECT) {
                throw in.malformed("id", "unknown IE " + id + " with criticality reject");
            } else {
                in.skipOpenType("value");
            }
        }
        in.leave();
        for (int row = 0; row < values.length; row++) {
            if (values[row] == null && ies.get(row).mandatory) {
                throw in.malformed(
                        "protocolIEs", "mandatory IE " + ies.get(row).id + ", " + ies.get(row).name + ", is missing");
            }
        }
        if (extended) {
            in.skipAdditions();
        }
        return constructor.apply(new IeValues(values));
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
