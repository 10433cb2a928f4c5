package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.SliceId;
import java.util.Objects;

/** MeasurementLabel: 21 optional fields and three extension additions. */
final class MeasurementLabelCodec implements Codec<MeasurementLabel> {
    private static final MeasurementLabel.Field[] FIELDS = MeasurementLabel.Field.values();
    private static final int ROOT = 21;
    private static final int NO_LABEL_ONLY = 1 << (ROOT - 1 - MeasurementLabel.Field.NO_LABEL.index());
    private static final int SLICE_ONLY = 1 << (ROOT - 1 - MeasurementLabel.Field.SLICE_ID.index());

    @Override
    public void encode(MeasurementLabel value, BitWriter out) {
        int present = value.present();
        int additions = present >>> ROOT;
        out.bit(additions != 0);
        out.bits(Integer.reverse(present) >>> (32 - ROOT), ROOT);
        for (int i = 0; i < ROOT; i++) {
            if ((present & (1 << i)) != 0) {
                encode(value, FIELDS[i], out);
            }
        }
        if (additions != 0) {
            out.additions(additions, FIELDS.length - ROOT);
            for (int i = ROOT; i < FIELDS.length; i++) {
                if ((present & (1 << i)) != 0) {
                    int mark = out.beginOpenType();
                    encode(value, FIELDS[i], out);
                    out.endOpenType(mark);
                }
            }
        }
    }

    private static void encode(MeasurementLabel value, MeasurementLabel.Field field, BitWriter out) {
        switch (field.kind) {
            case FLAG -> out.extensibleEnum(0, 1);
            case IDENTITY -> {
                if (field == MeasurementLabel.Field.PLMN_ID) {
                    PlmnIdentity.CODEC.encode(Objects.requireNonNull(value.plmnOrNull()), out);
                } else {
                    SliceId.CODEC.encode(Objects.requireNonNull(value.sliceOrNull()), out);
                }
            }
            case OCTET -> out.integer(value.numberOf(field), 0, 255);
            case BOUNDARY -> out.extensibleEnum((int) value.numberOf(field), 2);
            case NUMBER -> out.extensibleInteger(value.numberOf(field), field.lower, field.upper);
        }
    }

    @Override
    public MeasurementLabel decode(BitReader in) throws DecodeException {
        int preamble = in.preamble(ROOT + 1);
        if (preamble == SLICE_ONLY) {
            return MeasurementLabel.ofSlice(in.field("sliceID", SliceId.CODEC));
        }
        if (preamble == NO_LABEL_ONLY) {
            flag(in, "noLabel");
            return MeasurementLabel.NO_LABEL;
        }
        MeasurementLabel.Builder label = MeasurementLabel.builder();
        for (int i = 0; i < ROOT; i++) {
            if ((preamble & (1 << (ROOT - 1 - i))) != 0) {
                decode(FIELDS[i], label, in);
            }
        }
        if (preamble >>> ROOT != 0) {
            long additions = in.additions();
            for (int i = ROOT; i < FIELDS.length; i++) {
                if ((additions & (1L << (i - ROOT))) != 0) {
                    label.number(FIELDS[i], in.openType(FIELDS[i].wireName, ADDITIONS[i - ROOT]));
                }
            }
            in.skipAdditions(additions, FIELDS.length - ROOT);
        }
        return label.build();
    }

    private static void decode(MeasurementLabel.Field field, MeasurementLabel.Builder label, BitReader in)
            throws DecodeException {
        String name = field.wireName;
        switch (field.kind) {
            case FLAG -> {
                flag(in, name);
                label.flag(field);
            }
            case IDENTITY -> {
                if (field == MeasurementLabel.Field.PLMN_ID) {
                    label.plmn(in.field(name, PlmnIdentity.CODEC));
                } else {
                    label.slice(in.field(name, SliceId.CODEC));
                }
            }
            case OCTET -> label.number(field, in.integer(name, 0, 255));
            case BOUNDARY -> {
                int item = in.extensibleEnum(name, 2);
                if (item > 1) {
                    throw in.malformed(name, "neither start nor end");
                }
                label.number(field, item);
            }
            case NUMBER -> label.number(field, in.extensibleInteger(name, field.lower, field.upper));
        }
    }

    /** Reads ENUMERATED {true, ...}; an item that a later text adds still says that the flag is there. */
    static void flag(BitReader in, String name) throws DecodeException {
        in.extensibleEnum(name, 1);
    }

    private static final Addition[] ADDITIONS = {
        new Addition(MeasurementLabel.Field.SSB_INDEX),
        new Addition(MeasurementLabel.Field.NON_GOB_BF_MODE_INDEX),
        new Addition(MeasurementLabel.Field.MIMO_MODE_INDEX)
    };

    private record Addition(MeasurementLabel.Field field) implements Codec<Long> {
        @Override
        public void encode(Long value, BitWriter out) {
            out.extensibleInteger(value, field.lower, field.upper);
        }

        @Override
        public Long decode(BitReader in) throws DecodeException {
            return in.extensibleInteger(field.wireName, field.lower, field.upper);
        }
    }
}
