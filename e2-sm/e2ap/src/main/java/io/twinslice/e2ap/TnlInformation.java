package io.twinslice.e2ap;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitString;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import java.util.List;
import java.util.OptionalInt;

/**
 * TNLinformation: a transport address.
 *
 * <p>E2AP clauses 9.2.29 and 9.3.5 (ASN.1).
 *
 * @param address IPv4 (32 bits), IPv6 (128) or both (160)
 * @param port 16 bits
 */
public record TnlInformation(BitString address, OptionalInt port) {
    static final Codec<TnlInformation> CODEC = new TnlInformationCodec();

    /** E2nodeTNLassociationRemoval-Item: a transport association by its two ends. */
    public record Association(TnlInformation node, TnlInformation ric) {
        static final Codec<Association> CODEC = new TnlAssociationCodec();
    }

    /** E2connectionUpdate-Item: a transport address and what it is for. */
    public record Use(TnlInformation tnl, Usage usage) {
        static final Codec<Use> CODEC = new TnlUseCodec();

        /** E2connectionUpdateRemove-Item. */
        static final Codec<TnlInformation> REMOVED = Codec.sequence("tnlInformation", TnlInformation.CODEC);
    }

    /** TNLusage. */
    public enum Usage {
        RIC_SERVICE,
        SUPPORT_FUNCTION,
        BOTH,
        /** An extension item that the text this end follows does not have; it cannot be sent. */
        UNRECOGNISED;

        static final Codec<Usage> CODEC = new Codec.Enumerated<>("tnlUsage", List.of(values()), 3, Usage::index);

        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }

    /** E2connectionSetupFailed-Item: a transport address that could not be used, and why. */
    public record Failed(TnlInformation tnl, Cause cause) {
        static final Codec<Failed> CODEC = new FailedAssociationCodec();
    }
}

/** Both directions of {@link TnlInformation}. */
final class TnlInformationCodec implements Codec<TnlInformation> {
    @Override
    public void encode(TnlInformation value, BitWriter out) {
        out.bits(value.port().isPresent() ? 1 : 0, 2);
        out.extensibleBits(value.address(), 1, 160);
        if (value.port().isPresent()) {
            out.fixedBits(value.port().getAsInt(), 16);
        }
    }

    @Override
    public TnlInformation decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(2);
        TnlInformation information = new TnlInformation(
                in.extensibleBits("tnlAddress", 1, 160),
                (preamble & 1) != 0 ? OptionalInt.of((int) in.fixedBits("tnlPort", 16)) : OptionalInt.empty());
        if ((preamble & 2) != 0) {
            in.skipAdditions();
        }
        return information;
    }
}

/** Both directions of {@link TnlInformation.Association}. */
final class TnlAssociationCodec implements Codec<TnlInformation.Association> {
    @Override
    public void encode(TnlInformation.Association value, BitWriter out) {
        out.bit(false);
        TnlInformation.CODEC.encode(value.node(), out);
        TnlInformation.CODEC.encode(value.ric(), out);
    }

    @Override
    public TnlInformation.Association decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        TnlInformation.Association item = new TnlInformation.Association(
                in.field("tnlInformation", TnlInformation.CODEC), in.field("tnlInformationRIC", TnlInformation.CODEC));
        if (extended) {
            in.skipAdditions();
        }
        return item;
    }
}

/** Both directions of {@link TnlInformation.Use}. */
final class TnlUseCodec implements Codec<TnlInformation.Use> {
    @Override
    public void encode(TnlInformation.Use value, BitWriter out) {
        out.bit(false);
        TnlInformation.CODEC.encode(value.tnl(), out);
        TnlInformation.Usage.CODEC.encode(value.usage(), out);
    }

    @Override
    public TnlInformation.Use decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        TnlInformation.Use item = new TnlInformation.Use(
                in.field("tnlInformation", TnlInformation.CODEC), TnlInformation.Usage.CODEC.decode(in));
        if (extended) {
            in.skipAdditions();
        }
        return item;
    }
}

/** Both directions of {@link TnlInformation.Failed}. */
final class FailedAssociationCodec implements Codec<TnlInformation.Failed> {
    @Override
    public void encode(TnlInformation.Failed value, BitWriter out) {
        out.bit(false);
        TnlInformation.CODEC.encode(value.tnl(), out);
        Cause.CODEC.encode(value.cause(), out);
    }

    @Override
    public TnlInformation.Failed decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        TnlInformation.Failed item = new TnlInformation.Failed(
                in.field("tnlInformation", TnlInformation.CODEC), in.field("cause", Cause.CODEC));
        if (extended) {
            in.skipAdditions();
        }
        return item;
    }
}
