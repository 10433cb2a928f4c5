package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.e2sm.UeId;
import java.util.Optional;

/**
 * E2SM-RC-ControlHeader.
 *
 * <p>E2SM-RC clause 9.2.
 */
public sealed interface RcControlHeader {
    Codec<RcControlHeader> CODEC = new RcControlHeaderCodec();

    static RcControlHeader decode(Octets octets, DecodeLimits limits) throws DecodeException {
        return CODEC.fromOctets("E2SM-RC-ControlHeader", octets, limits);
    }

    default Octets encode() {
        return CODEC.toOctetString(this);
    }

    /**
     * Format 1: one action on one UE; the slice quota, which concerns no UE, needs one here all the same.
     *
     * @param styleType RIC control style
     * @param actionId 1..65535 by the text in force
     */
    record Format1(UeId ue, long styleType, long actionId, Optional<Decision> decision) implements RcControlHeader {
        static final Codec<Format1> CODEC = new Codec<>() {
            @Override
            public void encode(Format1 value, BitWriter out) {
                out.bits(value.decision.isPresent() ? 1 : 0, 2);
                UeId.CODEC.encode(value.ue, out);
                out.integer(value.styleType);
                RanParameter.shortId(value.actionId, out);
                Decision.encode(value.decision, out);
            }

            @Override
            public Format1 decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(2);
                Format1 format = new Format1(
                        in.field("ueID", UeId.CODEC),
                        in.integer("ric-Style-Type"),
                        RanParameter.shortId("ric-ControlAction-ID", in),
                        Decision.decode((preamble & 1) != 0, in));
                if ((preamble & 2) != 0) {
                    in.skipAdditions();
                }
                return format;
            }
        };

        public Format1(UeId ue, long styleType, long actionId) {
            this(ue, styleType, actionId, Optional.empty());
        }
    }

    /** Format 2: the actions stand in the message. */
    record Format2(Optional<UeId> ue, Optional<Decision> decision) implements RcControlHeader {
        static final Codec<Format2> CODEC = new Codec<>() {
            @Override
            public void encode(Format2 value, BitWriter out) {
                out.bit(false);
                out.bit(value.ue.isPresent());
                out.bit(value.decision.isPresent());
                if (value.ue.isPresent()) {
                    UeId.CODEC.encode(value.ue.get(), out);
                }
                Decision.encode(value.decision, out);
            }

            @Override
            public Format2 decode(BitReader in) throws DecodeException {
                int preamble = in.preamble(3);
                Format2 format = new Format2(
                        (preamble & 2) != 0 ? Optional.of(in.field("ueID", UeId.CODEC)) : Optional.empty(),
                        Decision.decode((preamble & 1) != 0, in));
                if ((preamble & 4) != 0) {
                    in.skipAdditions();
                }
                return format;
            }
        };
    }

    /** ric-ControlDecision: the answer to an insert indication. */
    enum Decision {
        ACCEPT,
        REJECT;

        static void encode(Optional<Decision> decision, BitWriter out) {
            if (decision.isPresent()) {
                out.extensibleEnum(decision.get() == ACCEPT ? 0 : 1, 2);
            }
        }

        static Optional<Decision> decode(boolean present, BitReader in) throws DecodeException {
            if (!present) {
                return Optional.empty();
            }
            return switch (in.extensibleEnum("ric-ControlDecision", 2)) {
                case 0 -> Optional.of(ACCEPT);
                case 1 -> Optional.of(REJECT);
                default -> throw in.malformed("ric-ControlDecision", "neither accept nor reject");
            };
        }
    }
}

/** Both directions of {@link RcControlHeader}. */
final class RcControlHeaderCodec implements Codec<RcControlHeader> {
    @Override
    public void encode(RcControlHeader value, BitWriter out) {
        out.bit(false);
        switch (value) {
            case RcControlHeader.Format1 format -> {
                out.choice(0, 1, 2);
                RcControlHeader.Format1.CODEC.encode(format, out);
            }
            case RcControlHeader.Format2 format -> {
                out.choice(1, 1, 2);
                out.alternative(format, RcControlHeader.Format2.CODEC);
            }
        }
    }

    @Override
    public RcControlHeader decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        RcControlHeader header = switch (in.choice("ric-controlHeader-formats", 1, 2)) {
            case 0 -> in.field("controlHeader-Format1", RcControlHeader.Format1.CODEC);
            case 1 -> in.alternative("controlHeader-Format2", RcControlHeader.Format2.CODEC);
            default -> throw in.malformed("ric-controlHeader-formats", "an unknown format");
        };
        if (extended) {
            in.skipAdditions();
        }
        return header;
    }
}
