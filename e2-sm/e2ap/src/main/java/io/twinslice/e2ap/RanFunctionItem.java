package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.Octets;

/**
 * RANfunction-Item: a RAN function that a node offers.
 *
 * <p>E2AP clause 9.3.5.
 *
 * @param id 0..4095, chosen by the node
 * @param definition the description in the encoding of its service model
 * @param revision 0..4095
 * @param oid object identifier of the service model in dotted form
 */
public record RanFunctionItem(int id, Octets definition, int revision, String oid) {
    static final Codec<RanFunctionItem> CODEC = new RanFunctionItemCodec();

    /**
     * RANfunctionID-Item: a RAN function and the revision meant.
     *
     * @param id 0..4095
     * @param revision 0..4095
     */
    public record Id(int id, int revision) {
        static final Codec<Id> CODEC = new RanFunctionIdCodec();
    }

    /**
     * RANfunctionIDcause-Item: a RAN function the RIC does not take, and why.
     *
     * @param id 0..4095
     */
    public record Rejected(int id, Cause cause) {
        static final Codec<Rejected> CODEC = new RejectedRanFunctionCodec();
    }
}

/** Both directions of {@link RanFunctionItem}. */
final class RanFunctionItemCodec implements Codec<RanFunctionItem> {
    @Override
    public void encode(RanFunctionItem value, BitWriter out) {
        out.bit(false);
        out.integer(value.id(), 0, 4095);
        out.octets(value.definition());
        out.integer(value.revision(), 0, 4095);
        out.string(value.oid(), 1, 1000);
    }

    @Override
    public RanFunctionItem decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        RanFunctionItem item = new RanFunctionItem(
                (int) in.integer("ranFunctionID", 0, 4095),
                in.octets("ranFunctionDefinition"),
                (int) in.integer("ranFunctionRevision", 0, 4095),
                in.string("ranFunctionOID", 1, 1000));
        if (extended) {
            in.skipAdditions();
        }
        return item;
    }
}

/** Both directions of {@link RanFunctionItem.Id}. */
final class RanFunctionIdCodec implements Codec<RanFunctionItem.Id> {
    @Override
    public void encode(RanFunctionItem.Id value, BitWriter out) {
        out.bit(false);
        out.integer(value.id(), 0, 4095);
        out.integer(value.revision(), 0, 4095);
    }

    @Override
    public RanFunctionItem.Id decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        RanFunctionItem.Id item = new RanFunctionItem.Id(
                (int) in.integer("ranFunctionID", 0, 4095), (int) in.integer("ranFunctionRevision", 0, 4095));
        if (extended) {
            in.skipAdditions();
        }
        return item;
    }
}

/** Both directions of {@link RanFunctionItem.Rejected}. */
final class RejectedRanFunctionCodec implements Codec<RanFunctionItem.Rejected> {
    @Override
    public void encode(RanFunctionItem.Rejected value, BitWriter out) {
        out.bit(false);
        out.integer(value.id(), 0, 4095);
        Cause.CODEC.encode(value.cause(), out);
    }

    @Override
    public RanFunctionItem.Rejected decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        RanFunctionItem.Rejected item = new RanFunctionItem.Rejected(
                (int) in.integer("ranFunctionID", 0, 4095), in.field("cause", Cause.CODEC));
        if (extended) {
            in.skipAdditions();
        }
        return item;
    }
}
