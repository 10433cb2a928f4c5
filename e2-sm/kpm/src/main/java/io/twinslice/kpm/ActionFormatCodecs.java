package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.e2sm.Cgi;
import io.twinslice.e2sm.UeId;
import java.util.List;
import java.util.Optional;

/** The five formats of an action definition, one codec each. */
final class ActionFormatCodecs {
    static final Codec<UeId> UE_ITEM = Codec.sequence("ueID", UeId.CODEC);

    private static final Codec<ActionFormat.Distribution> DISTRIBUTION = new Codec<>() {
        @Override
        public void encode(ActionFormat.Distribution value, BitWriter out) {
            out.bit(false);
            MeasurementType.CODEC.encode(value.type(), out);
            BinRanges.CODEC.encode(value.bins(), out);
        }

        @Override
        public ActionFormat.Distribution decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            ActionFormat.Distribution distribution = new ActionFormat.Distribution(
                    in.field("measType", MeasurementType.CODEC), in.field("binRangeDef", BinRanges.CODEC));
            skip(extended, in);
            return distribution;
        }
    };

    private static final Codec<List<ActionFormat.Distribution>> DISTRIBUTIONS = new Codec<>() {
        @Override
        public void encode(List<ActionFormat.Distribution> value, BitWriter out) {
            out.list(value, 1, 65535, DISTRIBUTION);
        }

        @Override
        public List<ActionFormat.Distribution> decode(BitReader in) throws DecodeException {
            return in.list("distMeasBinRangeInfo", 1, 65535, DISTRIBUTION);
        }
    };

    static final Codec<ActionFormat.Format1> FORMAT1 = new Codec<>() {
        @Override
        public void encode(ActionFormat.Format1 value, BitWriter out) {
            out.bit(!value.distributions().isEmpty());
            out.bit(value.cell().isPresent());
            out.list(value.measurements(), 1, 65535, MeasurementInfo.CODEC);
            out.integer(value.granularityMillis(), 1, ActionFormat.UINT32);
            if (value.cell().isPresent()) {
                Cgi.CODEC.encode(value.cell().get(), out);
            }
            if (!value.distributions().isEmpty()) {
                out.additions(1, 1);
                out.openType(value.distributions(), DISTRIBUTIONS);
            }
        }

        @Override
        public ActionFormat.Format1 decode(BitReader in) throws DecodeException {
            int preamble = in.preamble(2);
            return new ActionFormat.Format1(
                    in.list("measInfoList", 1, 65535, MeasurementInfo.CODEC),
                    in.integer("granulPeriod", 1, ActionFormat.UINT32),
                    cell((preamble & 1) != 0, in),
                    distributions((preamble & 2) != 0, in));
        }

        private List<ActionFormat.Distribution> distributions(boolean extended, BitReader in) throws DecodeException {
            if (!extended) {
                return List.of();
            }
            long additions = in.additions();
            List<ActionFormat.Distribution> distributions =
                    (additions & 1) != 0 ? in.openType("distMeasBinRangeInfo", DISTRIBUTIONS) : List.of();
            in.skipAdditions(additions, 1);
            return distributions;
        }
    };

    static final Codec<ActionFormat.Format2> FORMAT2 = new Codec<>() {
        @Override
        public void encode(ActionFormat.Format2 value, BitWriter out) {
            out.bit(false);
            UeId.CODEC.encode(value.ue(), out);
            FORMAT1.encode(value.subscription(), out);
        }

        @Override
        public ActionFormat.Format2 decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            ActionFormat.Format2 format =
                    new ActionFormat.Format2(in.field("ueID", UeId.CODEC), in.field("subscriptInfo", FORMAT1));
            skip(extended, in);
            return format;
        }
    };

    static final Codec<ActionFormat.Format3> FORMAT3 = new Codec<>() {
        @Override
        public void encode(ActionFormat.Format3 value, BitWriter out) {
            out.bits(value.cell().isPresent() ? 1 : 0, 2);
            out.list(value.measurements(), 1, 65535, ConditionalMeasurement.CODEC);
            out.integer(value.granularityMillis(), 1, ActionFormat.UINT32);
            if (value.cell().isPresent()) {
                Cgi.CODEC.encode(value.cell().get(), out);
            }
        }

        @Override
        public ActionFormat.Format3 decode(BitReader in) throws DecodeException {
            int preamble = in.preamble(2);
            ActionFormat.Format3 format = new ActionFormat.Format3(
                    in.list("measCondList", 1, 65535, ConditionalMeasurement.CODEC),
                    in.integer("granulPeriod", 1, ActionFormat.UINT32),
                    cell((preamble & 1) != 0, in));
            skip((preamble & 2) != 0, in);
            return format;
        }
    };

    static final Codec<ActionFormat.Format4> FORMAT4 = new Codec<>() {
        @Override
        public void encode(ActionFormat.Format4 value, BitWriter out) {
            out.bit(false);
            out.list(value.conditions(), 1, 32768, UeCondition.CODEC);
            FORMAT1.encode(value.subscription(), out);
        }

        @Override
        public ActionFormat.Format4 decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            ActionFormat.Format4 format = new ActionFormat.Format4(
                    in.list("matchingUeCondList", 1, 32768, UeCondition.CODEC), in.field("subscriptionInfo", FORMAT1));
            skip(extended, in);
            return format;
        }
    };

    static final Codec<ActionFormat.Format5> FORMAT5 = new Codec<>() {
        @Override
        public void encode(ActionFormat.Format5 value, BitWriter out) {
            out.bit(false);
            out.list(value.ues(), 2, 65535, UE_ITEM);
            FORMAT1.encode(value.subscription(), out);
        }

        @Override
        public ActionFormat.Format5 decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            ActionFormat.Format5 format = new ActionFormat.Format5(
                    in.list("matchingUEidList", 2, 65535, UE_ITEM), in.field("subscriptionInfo", FORMAT1));
            skip(extended, in);
            return format;
        }
    };

    private ActionFormatCodecs() {}

    private static Optional<Cgi> cell(boolean present, BitReader in) throws DecodeException {
        return present ? Optional.of(in.field("cellGlobalID", Cgi.CODEC)) : Optional.empty();
    }

    private static void skip(boolean extended, BitReader in) throws DecodeException {
        if (extended) {
            in.skipAdditions();
        }
    }
}
