package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.e2sm.UeId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * E2SM-RC-IndicationHeader.
 *
 * <p>E2SM-RC clause 9.2.
 */
public sealed interface RcIndicationHeader {
    Codec<RcIndicationHeader> CODEC = new RcIndicationHeaderCodec();

    static RcIndicationHeader decode(Octets octets, DecodeLimits limits) throws DecodeException {
        return CODEC.fromOctets("E2SM-RC-IndicationHeader", octets, limits);
    }

    default Octets encode() {
        return CODEC.toOctetString(this);
    }

    /** Format 1: of a report. */
    record Format1(OptionalLong conditionId) implements RcIndicationHeader {
        static final Codec<Format1> CODEC = new Codec<>() {
            @Override
            public void encode(Format1 value, BitWriter out) {
                out.bit(false);
                out.bit(value.conditionId.isPresent());
                if (value.conditionId.isPresent()) {
                    RanParameter.shortId(value.conditionId.getAsLong(), out);
                }
            }

            @Override
            public Format1 decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(2);
                Format1 item = new Format1(
                        (preamble & 1) != 0
                                ? OptionalLong.of(RanParameter.shortId("ric-eventTriggerCondition-ID", in))
                                : OptionalLong.empty());
                if ((preamble & 2) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /** Format 2: of an insert. */
    record Format2(UeId ue, long insertStyle, long indicationId) implements RcIndicationHeader {
        static final Codec<Format2> CODEC = new Codec<>() {
            @Override
            public void encode(Format2 value, BitWriter out) {
                out.bit(false);
                UeId.CODEC.encode(value.ue, out);
                out.integer(value.insertStyle);
                RanParameter.shortId(value.indicationId, out);
            }

            @Override
            public Format2 decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                Format2 item = new Format2(
                        in.field("ueID", UeId.CODEC),
                        in.integer("ric-InsertStyle-Type"),
                        RanParameter.shortId("ric-InsertIndication-ID", in));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /** Format 3: of several inserts. */
    record Format3(OptionalLong conditionId, Optional<UeId> ue) implements RcIndicationHeader {
        static final Codec<Format3> CODEC = new Codec<>() {
            @Override
            public void encode(Format3 value, BitWriter out) {
                out.bit(false);
                out.bit(value.conditionId.isPresent());
                out.bit(value.ue.isPresent());
                if (value.conditionId.isPresent()) {
                    RanParameter.shortId(value.conditionId.getAsLong(), out);
                }
                if (value.ue.isPresent()) {
                    UeId.CODEC.encode(value.ue.get(), out);
                }
            }

            @Override
            public Format3 decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(3);
                Format3 item = new Format3(
                        (preamble & 2) != 0
                                ? OptionalLong.of(RanParameter.shortId("ric-eventTriggerCondition-ID", in))
                                : OptionalLong.empty(),
                        (preamble & 1) != 0 ? Optional.of(in.field("ueID", UeId.CODEC)) : Optional.empty());
                if ((preamble & 4) != 0) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }
}

/** Both directions of {@link RcIndicationHeader}. */
final class RcIndicationHeaderCodec implements Codec<RcIndicationHeader> {
    @Override
    public void encode(RcIndicationHeader value, BitWriter out) {
        out.bit(false);
        switch (value) {
            case RcIndicationHeader.Format1 format -> {
                out.choice(0, 2, 3);
                RcIndicationHeader.Format1.CODEC.encode(format, out);
            }
            case RcIndicationHeader.Format2 format -> {
                out.choice(1, 2, 3);
                RcIndicationHeader.Format2.CODEC.encode(format, out);
            }
            case RcIndicationHeader.Format3 format -> {
                out.choice(2, 2, 3);
                out.alternative(format, RcIndicationHeader.Format3.CODEC);
            }
        }
    }

    @Override
    public RcIndicationHeader decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        RcIndicationHeader format = switch (in.choice("ric-indicationHeader-formats", 2, 3)) {
            case 0 -> in.field("indicationHeader-Format1", RcIndicationHeader.Format1.CODEC);
            case 1 -> in.field("indicationHeader-Format2", RcIndicationHeader.Format2.CODEC);
            case 2 -> in.alternative("indicationHeader-Format3", RcIndicationHeader.Format3.CODEC);
            default -> throw in.malformed("ric-indicationHeader-formats", "an unknown format");
        };
        if (extended) {
            in.skipAdditions();
        }
        return format;
    }
}
