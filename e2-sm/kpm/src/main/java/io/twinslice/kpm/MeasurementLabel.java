package io.twinslice.kpm;

import io.twinslice.aper.Codec;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.SliceId;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * MeasurementLabel: what a measurement is broken down by. Immutable.
 *
 * <p>Not a record: of its 24 optional fields practice uses one or two, and an indication carries many labels, so the
 * numbers share one array that is absent for the usual labels.
 *
 * <p>E2SM-KPM clause 8.3.
 */
public final class MeasurementLabel implements MatchingCondition.Criterion {
    private static final long[] NONE = {};

    /** The label that says there is none. */
    public static final MeasurementLabel NO_LABEL =
            builder().flag(Field.NO_LABEL).build();

    public static final Codec<MeasurementLabel> CODEC = new MeasurementLabelCodec();

    private final int present;
    private final @Nullable PlmnIdentity plmn;
    private final @Nullable SliceId slice;
    private final long[] numbers;

    MeasurementLabel(int present, @Nullable PlmnIdentity plmn, @Nullable SliceId slice, long[] numbers) {
        this.present = present;
        this.plmn = plmn;
        this.slice = slice;
        this.numbers = numbers;
    }

    /** The label of a slice's share. */
    public static MeasurementLabel ofSlice(SliceId slice) {
        return new MeasurementLabel(1 << Field.SLICE_ID.index(), null, slice, NONE);
    }

    public static Builder builder() {
        return new Builder();
    }

    public boolean has(Field field) {
        return (present & (1 << field.index())) != 0;
    }

    public Optional<PlmnIdentity> plmn() {
        return Optional.ofNullable(plmn);
    }

    public Optional<SliceId> slice() {
        return Optional.ofNullable(slice);
    }

    /** The value of a numeric field. */
    public OptionalLong number(Field field) {
        return has(field) && numbers.length > 0 ? OptionalLong.of(numbers[field.index()]) : OptionalLong.empty();
    }

    /** Bit i tells whether field i is present. */
    int present() {
        return present;
    }

    long numberOf(Field field) {
        return numbers[field.index()];
    }

    @Nullable
    PlmnIdentity plmnOrNull() {
        return plmn;
    }

    @Nullable
    SliceId sliceOrNull() {
        return slice;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MeasurementLabel label
                && present == label.present
                && plmn().equals(label.plmn())
                && slice().equals(label.slice())
                && Arrays.equals(numbers, label.numbers);
    }

    @Override
    public int hashCode() {
        return ((present * 31 + plmn().hashCode()) * 31 + slice().hashCode()) * 31 + Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("MeasurementLabel[");
        for (Field field : Field.values()) {
            if (has(field)) {
                text.append(text.charAt(text.length() - 1) == '[' ? "" : ", ").append(field.wireName);
                switch (field.kind) {
                    case FLAG -> {}
                    case IDENTITY -> text.append('=').append(field == Field.PLMN_ID ? plmn : slice);
                    case OCTET, BOUNDARY, NUMBER -> text.append('=').append(numberOf(field));
                }
            }
        }
        return text.append(']').toString();
    }

    /** Collects the fields of one label; not safe for concurrent use. */
    public static final class Builder {
        private int present;
        private @Nullable PlmnIdentity plmn;
        private @Nullable SliceId slice;
        private long[] numbers = NONE;

        private Builder() {}

        public Builder plmn(PlmnIdentity identity) {
            plmn = identity;
            return mark(Field.PLMN_ID);
        }

        public Builder slice(SliceId id) {
            slice = id;
            return mark(Field.SLICE_ID);
        }

        /** Sets one of the fields that only say "true". */
        public Builder flag(Field field) {
            if (field.kind != Field.Kind.FLAG) {
                throw new IllegalArgumentException(field + " is no flag");
            }
            return mark(field);
        }

        /** Sets a numeric field; START_END_IND is 0 for start and 1 for end. */
        public Builder number(Field field, long value) {
            boolean bounded = field.kind == Field.Kind.OCTET || field.kind == Field.Kind.BOUNDARY;
            if (!bounded && field.kind != Field.Kind.NUMBER) {
                throw new IllegalArgumentException(field + " is no number");
            }
            if (bounded && (value < field.lower || value > field.upper)) {
                throw new IllegalArgumentException(
                        field + " must be " + field.lower + ".." + field.upper + ", not " + value);
            }
            if (numbers.length == 0) {
                numbers = new long[Field.values().length];
            }
            numbers[field.index()] = value;
            return mark(field);
        }

        private Builder mark(Field field) {
            present |= 1 << field.index();
            return this;
        }

        public MeasurementLabel build() {
            return new MeasurementLabel(present, plmn, slice, numbers.clone());
        }
    }

    /** The fields of MeasurementLabel in wire order; the last three are extension additions of v02.03. */
    public enum Field {
        NO_LABEL("noLabel", Kind.FLAG),
        PLMN_ID("plmnID", Kind.IDENTITY),
        SLICE_ID("sliceID", Kind.IDENTITY),
        FIVE_QI("fiveQI", 0, 255),
        QFI("qFI", 0, 63),
        QCI("qCI", Kind.OCTET),
        QCI_MAX("qCImax", Kind.OCTET),
        QCI_MIN("qCImin", Kind.OCTET),
        ARP_MAX("aRPmax", 1, 15),
        ARP_MIN("aRPmin", 1, 15),
        BITRATE_RANGE("bitrateRange", 1, 65535),
        LAYER_MU_MIMO("layerMU-MIMO", 1, 65535),
        SUM("sUM", Kind.FLAG),
        DIST_BIN_X("distBinX", 1, 65535),
        DIST_BIN_Y("distBinY", 1, 65535),
        DIST_BIN_Z("distBinZ", 1, 65535),
        PRE_LABEL_OVERRIDE("preLabelOverride", Kind.FLAG),
        /** 0 for start, 1 for end. */
        START_END_IND("startEndInd", Kind.BOUNDARY),
        MIN("min", Kind.FLAG),
        MAX("max", Kind.FLAG),
        AVG("avg", Kind.FLAG),
        SSB_INDEX("ssbIndex", 1, 65535),
        NON_GOB_BF_MODE_INDEX("nonGoB-BFmode-Index", 1, 65535),
        MIMO_MODE_INDEX("mIMO-mode-Index", 1, 2);

        enum Kind {
            FLAG,
            IDENTITY,
            OCTET,
            BOUNDARY,
            NUMBER
        }

        final String wireName;
        final Kind kind;
        final int lower;
        final int upper;

        Field(String wireName, Kind kind) {
            this.wireName = wireName;
            this.kind = kind;
            lower = 0;
            upper = kind == Kind.OCTET ? 255 : 1;
        }

        Field(String wireName, int lower, int upper) {
            this.wireName = wireName;
            kind = Kind.NUMBER;
            this.lower = lower;
            this.upper = upper;
        }

        /** Place in the label: root fields 0 to 20, extension additions from 21 on. */
        @SuppressWarnings("EnumOrdinal") // the order of declaration is the order on the wire
        int index() {
            return ordinal();
        }
    }
}
