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
 * E2SM-RC-ControlOutcome.
 *
 * <p>E2SM-RC clause 9.2.
 */
public sealed interface RcControlOutcome {
    Codec<RcControlOutcome> CODEC = new RcControlOutcomeCodec();

    static RcControlOutcome decode(Octets octets, DecodeLimits limits) throws DecodeException {
        return CODEC.fromOctets("E2SM-RC-ControlOutcome", octets, limits);
    }

    default Octets encode() {
        return CODEC.toOctetString(this);
    }

    /** A parameter that is an element without nesting. */
    record Item(long id, RanParameterValue value) {
        static final Codec<Item> CODEC = new Codec<>() {
            @Override
            public void encode(Item item, BitWriter out) {
                out.bit(false);
                RanParameter.id(item.id, out);
                RanParameterValue.CODEC.encode(item.value, out);
            }

            @Override
            public Item decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                Item item = new Item(
                        RanParameter.id("ranParameter-ID", in),
                        in.field("ranParameter-value", RanParameterValue.CODEC));
                if (extended) {
                    in.skipAdditions();
                }
                return item;
            }
        };
    }

    /** Format 1: elements, at most 255; may be empty. */
    record Format1(List<Item> items) implements RcControlOutcome {
        static final Codec<Format1> CODEC =
                new ListInSequence<>("ranP-List", 0, 255, Item.CODEC).as(Format1::new, Format1::items);

        public Format1 {
            items = FixedList.copyOf(items);
        }
    }

    /** Format 2: the outcome of several actions of several styles. */
    record Format2(List<Style> styles) implements RcControlOutcome {
        static final Codec<List<Style>> STYLES = new ListInSequence<>("ric-ControlStyle-List", 1, 63, Style.CODEC);

        public Format2 {
            styles = FixedList.copyOf(styles);
        }
    }

    /** E2SM-RC-ControlOutcome-Format2-Style-Item. */
    record Style(long type, List<Action> actions) {
        static final Codec<Style> CODEC = new OfStyle<>(
                "indicated-Control-Style-Type",
                "ric-ControlOutcome-List",
                Action.CODEC,
                Style::new,
                Style::type,
                Style::actions);

        public Style {
            actions = FixedList.copyOf(actions);
        }
    }

    /** E2SM-RC-ControlOutcome-Format2-ControlOutcome-Item. */
    record Action(long id, List<Item> items) {
        static final Codec<Action> CODEC = new Codec<>() {
            @Override
            public void encode(Action value, BitWriter out) {
                out.bit(false);
                RanParameter.shortId(value.id, out);
                out.list(value.items, 1, 65535, Item.CODEC);
            }

            @Override
            public Action decode(BitReader in) throws DecodeException {
                boolean extended = in.extensionBit();
                Action action = new Action(
                        RanParameter.shortId("ric-ControlAction-ID", in), in.list("ranP-List", 1, 65535, Item.CODEC));
                if (extended) {
                    in.skipAdditions();
                }
                return action;
            }
        };

        public Action {
            items = FixedList.copyOf(items);
        }
    }

    /** Format 3: parameters with nesting, at most 255; may be empty. */
    record Format3(List<RanParameter> parameters) implements RcControlOutcome {
        static final Codec<Format3> CODEC =
                new ListInSequence<>("ranP-List", 0, 255, RanParameter.CODEC).as(Format3::new, Format3::parameters);

        public Format3 {
            parameters = FixedList.copyOf(parameters);
        }
    }
}

/** Both directions of {@link RcControlOutcome}. */
final class RcControlOutcomeCodec implements Codec<RcControlOutcome> {
    @Override
    public void encode(RcControlOutcome value, BitWriter out) {
        out.bit(false);
        switch (value) {
            case RcControlOutcome.Format1 format -> {
                out.choice(0, 1, 3);
                RcControlOutcome.Format1.CODEC.encode(format, out);
            }
            case RcControlOutcome.Format2 format -> {
                out.choice(1, 1, 3);
                out.alternative(format.styles(), RcControlOutcome.Format2.STYLES);
            }
            case RcControlOutcome.Format3 format -> {
                out.choice(2, 1, 3);
                out.alternative(format, RcControlOutcome.Format3.CODEC);
            }
        }
    }

    @Override
    public RcControlOutcome decode(BitReader in) throws DecodeException {
        boolean extended = in.extensionBit();
        RcControlOutcome outcome = switch (in.choice("ric-controlOutcome-formats", 1, 3)) {
            case 0 -> in.field("controlOutcome-Format1", RcControlOutcome.Format1.CODEC);
            case 1 ->
                new RcControlOutcome.Format2(in.alternative("controlOutcome-Format2", RcControlOutcome.Format2.STYLES));
            case 2 -> in.alternative("controlOutcome-Format3", RcControlOutcome.Format3.CODEC);
            default -> throw in.malformed("ric-controlOutcome-formats", "an unknown format");
        };
        if (extended) {
            in.skipAdditions();
        }
        return outcome;
    }
}
