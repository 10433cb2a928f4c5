package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.e2sm.UeId;
import java.util.List;
import java.util.OptionalLong;

/** The three formats of an indication message, one codec each. */
final class IndicationFormatCodecs {
    static final Codec<KpmIndicationMessage.Format1> FORMAT1 = new Codec<>() {
        @Override
        public void encode(KpmIndicationMessage.Format1 value, BitWriter out) {
            out.bit(false);
            out.bit(!value.measurements().isEmpty());
            out.bit(value.granularityMillis().isPresent());
            out.list(value.data(), 1, 65535, MeasurementRecord.CODEC);
            if (!value.measurements().isEmpty()) {
                out.list(value.measurements(), 1, 65535, MeasurementInfo.CODEC);
            }
            granularity(value.granularityMillis(), out);
        }

        @Override
        public KpmIndicationMessage.Format1 decode(BitReader in) throws DecodeException {
            int preamble = in.preamble(3);
            KpmIndicationMessage.Format1 format = new KpmIndicationMessage.Format1(
                    in.list("measData", 1, 65535, MeasurementRecord.CODEC),
                    (preamble & 2) != 0 ? in.list("measInfoList", 1, 65535, MeasurementInfo.CODEC) : List.of(),
                    granularity((preamble & 1) != 0, in));
            if ((preamble & 4) != 0) {
                in.skipAdditions();
            }
            return format;
        }
    };

    /** Who matched in one granularity period: nobody, or at least one UE. */
    private static final Codec<List<UeId>> MATCHED_PER_PERIOD = new Codec<>() {
        @Override
        public void encode(List<UeId> value, BitWriter out) {
            if (value.isEmpty()) {
                out.choice(0, 2);
                out.extensibleEnum(0, 1);
            } else {
                out.choice(1, 2);
                out.list(value, 1, 65535, ActionFormatCodecs.UE_ITEM);
            }
        }

        @Override
        public List<UeId> decode(BitReader in) throws DecodeException {
            return switch (in.choice("matchedPerGP", 2)) {
                case 0 -> {
                    MeasurementLabelCodec.flag(in, "noUEmatched");
                    yield List.of();
                }
                case 1 -> in.list("oneOrMoreUEmatched", 1, 65535, ActionFormatCodecs.UE_ITEM);
                default -> throw in.malformed("matchedPerGP", "an unknown alternative");
            };
        }
    };

    private static final Codec<List<UeId>> PERIOD_ITEM = Codec.sequence("matchedPerGP", MATCHED_PER_PERIOD);

    private static final Codec<List<List<UeId>>> PERIODS = new Codec<>() {
        @Override
        public void encode(List<List<UeId>> value, BitWriter out) {
            out.list(value, 1, 65535, PERIOD_ITEM);
        }

        @Override
        public List<List<UeId>> decode(BitReader in) throws DecodeException {
            return in.list("matchingUEidPerGP", 1, 65535, PERIOD_ITEM);
        }
    };

    private static final Codec<KpmIndicationMessage.MatchedUes> MATCHED_UES = new Codec<>() {
        @Override
        public void encode(KpmIndicationMessage.MatchedUes value, BitWriter out) {
            boolean periods = !value.uesPerPeriod().isEmpty();
            out.bit(periods && !out.flattened());
            out.bit(!value.ues().isEmpty());
            if (out.flattened()) {
                out.bit(periods);
            }
            MeasurementType.CODEC.encode(value.type(), out);
            out.list(value.conditions(), 1, 32768, MatchingCondition.CODEC);
            if (!value.ues().isEmpty()) {
                out.list(value.ues(), 1, 65535, ActionFormatCodecs.UE_ITEM);
            }
            if (periods && out.flattened()) {
                PERIODS.encode(value.uesPerPeriod(), out);
            } else if (periods) {
                out.additions(1, 1);
                out.openType(value.uesPerPeriod(), PERIODS);
            }
        }

        @Override
        public KpmIndicationMessage.MatchedUes decode(BitReader in) throws DecodeException {
            int preamble = in.preamble(2);
            boolean inRoot = in.flattened() && in.bool("matchingUEidPerGP");
            return new KpmIndicationMessage.MatchedUes(
                    in.field("measType", MeasurementType.CODEC),
                    in.list("matchingCond", 1, 32768, MatchingCondition.CODEC),
                    (preamble & 1) != 0 ? in.list("matchingUEidList", 1, 65535, ActionFormatCodecs.UE_ITEM) : List.of(),
                    periods(inRoot, (preamble & 2) != 0, in));
        }

        private List<List<UeId>> periods(boolean inRoot, boolean extended, BitReader in) throws DecodeException {
            List<List<UeId>> root = inRoot ? in.field("matchingUEidPerGP", PERIODS) : List.of();
            if (extended && in.flattened()) {
                in.skipAdditions();
            }
            if (!extended || in.flattened()) {
                return root;
            }
            long additions = in.additions();
            List<List<UeId>> periods = (additions & 1) != 0 ? in.openType("matchingUEidPerGP", PERIODS) : List.of();
            in.skipAdditions(additions, 1);
            return periods;
        }
    };

    static final Codec<KpmIndicationMessage.Format2> FORMAT2 = new Codec<>() {
        @Override
        public void encode(KpmIndicationMessage.Format2 value, BitWriter out) {
            out.bits(value.granularityMillis().isPresent() ? 1 : 0, 2);
            out.list(value.data(), 1, 65535, MeasurementRecord.CODEC);
            out.list(value.conditions(), 1, 65535, MATCHED_UES);
            granularity(value.granularityMillis(), out);
        }

        @Override
        public KpmIndicationMessage.Format2 decode(BitReader in) throws DecodeException {
            int preamble = in.preamble(2);
            KpmIndicationMessage.Format2 format = new KpmIndicationMessage.Format2(
                    in.list("measData", 1, 65535, MeasurementRecord.CODEC),
                    in.list("measCondUEidList", 1, 65535, MATCHED_UES),
                    granularity((preamble & 1) != 0, in));
            if ((preamble & 2) != 0) {
                in.skipAdditions();
            }
            return format;
        }
    };

    private static final Codec<KpmIndicationMessage.UeReport> UE_REPORT = new Codec<>() {
        @Override
        public void encode(KpmIndicationMessage.UeReport value, BitWriter out) {
            out.bit(false);
            UeId.CODEC.encode(value.ue(), out);
            FORMAT1.encode(value.report(), out);
        }

        @Override
        public KpmIndicationMessage.UeReport decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            KpmIndicationMessage.UeReport report =
                    new KpmIndicationMessage.UeReport(in.field("ueID", UeId.CODEC), in.field("measReport", FORMAT1));
            if (extended) {
                in.skipAdditions();
            }
            return report;
        }
    };

    static final Codec<KpmIndicationMessage.Format3> FORMAT3 = new Codec<>() {
        @Override
        public void encode(KpmIndicationMessage.Format3 value, BitWriter out) {
            out.bit(false);
            out.list(value.reports(), 1, 65535, UE_REPORT);
        }

        @Override
        public KpmIndicationMessage.Format3 decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            KpmIndicationMessage.Format3 format =
                    new KpmIndicationMessage.Format3(in.list("ueMeasReportList", 1, 65535, UE_REPORT));
            if (extended) {
                in.skipAdditions();
            }
            return format;
        }
    };

    private IndicationFormatCodecs() {}

    private static void granularity(OptionalLong millis, BitWriter out) {
        if (millis.isPresent()) {
            out.integer(millis.getAsLong(), 1, ActionFormat.UINT32);
        }
    }

    private static OptionalLong granularity(boolean present, BitReader in) throws DecodeException {
        return present ? OptionalLong.of(in.integer("granulPeriod", 1, ActionFormat.UINT32)) : OptionalLong.empty();
    }
}
