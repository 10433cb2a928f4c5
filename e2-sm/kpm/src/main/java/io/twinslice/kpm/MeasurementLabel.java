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
 */
public final class MeasurementLabel implements MatchingCondition.Criterion {
    private static final long[] NONE = {};

    /** The label that says there is none. */
    public static final MeasurementLabel NO_LABEL =
            builder().flag(LabelField.NO_LABEL).build();

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
        return new MeasurementLabel(1 << LabelField.SLICE_ID.index(), null, slice, NONE);
    }

    public static Builder builder() {
        return new Builder();
    }

    public boolean has(LabelField field) {
        return (present & (1 << field.index())) != 0;
    }

    public Optional<PlmnIdentity> plmn() {
        return Optional.ofNullable(plmn);
    }

    public Optional<SliceId> slice() {
        return Optional.ofNullable(slice);
    }

    /** The value of a numeric field. */
    public OptionalLong number(LabelField field) {
        return has(field) && numbers.length > 0 ? OptionalLong.of(numbers[field.index()]) : OptionalLong.empty();
    }

    /** Bit i tells whether field i is present. */
    int present() {
        return present;
    }

    long numberOf(LabelField field) {
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
        for (LabelField field : LabelField.values()) {
            if (has(field)) {
                text.append(text.charAt(text.length() - 1) == '[' ? "" : ", ").append(field.wireName);
                switch (field.kind) {
                    case FLAG -> {}
                    case IDENTITY -> text.append('=').append(field == LabelField.PLMN_ID ? plmn : slice);
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
            return mark(LabelField.PLMN_ID);
        }

        public Builder slice(SliceId id) {
            slice = id;
            return mark(LabelField.SLICE_ID);
        }

        /** Sets one of the fields that only say "true". */
        public Builder flag(LabelField field) {
            if (field.kind != LabelField.Kind.FLAG) {
                throw new IllegalArgumentException(field + " is no flag");
            }
            return mark(field);
        }

        /** Sets a numeric field; START_END_IND is 0 for start and 1 for end. */
        public Builder number(LabelField field, long value) {
            boolean bounded = field.kind == LabelField.Kind.OCTET || field.kind == LabelField.Kind.BOUNDARY;
            if (!bounded && field.kind != LabelField.Kind.NUMBER) {
                throw new IllegalArgumentException(field + " is no number");
            }
            if (bounded && (value < field.lower || value > field.upper)) {
                throw new IllegalArgumentException(
                        field + " must be " + field.lower + ".." + field.upper + ", not " + value);
            }
            if (numbers.length == 0) {
                numbers = new long[LabelField.values().length];
            }
            numbers[field.index()] = value;
            return mark(field);
        }

        private Builder mark(LabelField field) {
            present |= 1 << field.index();
            return this;
        }

        public MeasurementLabel build() {
            return new MeasurementLabel(present, plmn, slice, numbers.clone());
        }
    }
}
