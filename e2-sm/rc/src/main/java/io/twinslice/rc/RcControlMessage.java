package io.twinslice.rc;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.FixedList;
import io.twinslice.aper.Octets;
import java.util.List;

/**
 * E2SM-RC-ControlMessage.
 *
 * <p>E2SM-RC clause 9.2.
 */
public sealed interface RcControlMessage {
    Codec<RcControlMessage> CODEC = new RcControlMessageCodec();

    static RcControlMessage decode(Octets octets, DecodeLimits limits) throws DecodeException {
        return CODEC.fromOctets("E2SM-RC-ControlMessage", octets, limits);
    }

    default Octets encode() {
        return CODEC.toOctetString(this);
    }

    /** Format 1: the parameters of the action that the header names; may be empty. */
    record Format1(List<RanParameter> parameters) implements RcControlMessage {
        static final Codec<Format1> CODEC = new Codec<>() {
            @Override
            public void encode(Format1 value, BitWriter out) {
                out.bit(false);
                out.list(value.parameters, 0, 65535, RanParameter.CODEC);
            }

            @Override
            public Format1 decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                Format1 format = new Format1(in.list("ranP-List", 0, 65535, RanParameter.CODEC));
                if (extended) {
                    in.skipAdditions();
                }
                return format;
            }
        };

        public Format1 {
            parameters = FixedList.copyOf(parameters);
        }
    }

    /** Format 2: several actions of several styles. */
    record Format2(List<Style> styles) implements RcControlMessage {
        static final Codec<List<Style>> STYLES = new ListInSequence<>("ric-ControlStyle-List", 1, 63, Style.CODEC);

        public Format2 {
            styles = FixedList.copyOf(styles);
        }
    }

    /** E2SM-RC-ControlMessage-Format2-Style-Item. */
    record Style(long type, List<Action> actions) {
        static final Codec<Style> CODEC = new OfStyle<>(
                "indicated-Control-Style-Type",
                "ric-ControlAction-List",
                Action.CODEC,
                Style::new,
                Style::type,
                Style::actions);

        public Style {
            actions = FixedList.copyOf(actions);
        }
    }

    /** E2SM-RC-ControlMessage-Format2-ControlAction-Item. */
    record Action(long id, Format1 message) {
        static final Codec<Action> CODEC = new Codec<>() {
            @Override
            public void encode(Action value, BitWriter out) {
                out.bit(false);
                RanParameter.shortId(value.id, out);
                Format1.CODEC.encode(value.message, out);
            }

            @Override
            public Action decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                Action action = new Action(
                        RanParameter.shortId("ric-ControlAction-ID", in), in.field("ranP-List", Format1.CODEC));
                if (extended) {
                    in.skipAdditions();
                }
                return action;
            }
        };
    }
}

/** Both directions of {@link RcControlMessage}. */
final class RcControlMessageCodec implements Codec<RcControlMessage> {
    @Override
    public void encode(RcControlMessage value, BitWriter out) {
        out.bit(false);
        switch (value) {
            case RcControlMessage.Format1 format -> {
                out.choice(0, 1, 2);
                RcControlMessage.Format1.CODEC.encode(format, out);
            }
            case RcControlMessage.Format2 format -> {
                out.choice(1, 1, 2);
                out.alternative(format.styles(), RcControlMessage.Format2.STYLES);
            }
        }
    }

    @Override
    public RcControlMessage decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        RcControlMessage message = switch (in.choice("ric-controlMessage-formats", 1, 2)) {
            case 0 -> in.field("controlMessage-Format1", RcControlMessage.Format1.CODEC);
            case 1 ->
                new RcControlMessage.Format2(in.alternative("controlMessage-Format2", RcControlMessage.Format2.STYLES));
            default -> throw in.malformed("ric-controlMessage-formats", "an unknown format");
        };
        if (extended) {
            in.skipAdditions();
        }
        return message;
    }
}
