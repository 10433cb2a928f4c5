package io.twinslice.slicing;

import io.twinslice.aper.Octets;
import io.twinslice.e2sm.SliceId;
import io.twinslice.e2sm.UeId;
import io.twinslice.kpm.ActionFormat;
import io.twinslice.kpm.KpmActionDefinition;
import io.twinslice.kpm.KpmFunctionDescription;
import io.twinslice.kpm.MeasurementInfo;
import io.twinslice.kpm.MeasurementLabel;
import io.twinslice.kpm.MeasurementType;
import io.twinslice.kpm.TestCondition;
import io.twinslice.kpm.TestValue;
import io.twinslice.kpm.UeCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In which way a node reports on slices. */
public enum SliceReporting {
    /** Style 1: one action, each measurement broken down by the label sliceID. */
    LABELS(1),
    /** Style 4: one action per slice, over the UEs whose S-NSSAI is the slice. */
    CONDITION(4),
    /** Style 5: one action over named UEs, of which the RIC knows the slice. */
    UES(5);

    private final long style;

    SliceReporting(long style) {
        this.style = style;
    }

    /**
     * The way that {@code node} offers for all of {@code measurements}. A description does not say which labels or
     * conditions a node takes; a style that is about slices in itself is preferred (4), then the others: configure the
     * way where a node is known to do better.
     */
    public static Optional<SliceReporting> of(KpmFunctionDescription node, List<String> measurements) {
        for (SliceReporting way : List.of(CONDITION, LABELS, UES)) {
            boolean offered = node.reportStyles().stream()
                    .anyMatch(style -> style.type() == way.style
                            && style.measurements().stream()
                                    .map(KpmFunctionDescription.Measurement::name)
                                    .toList()
                                    .containsAll(measurements));
            if (offered) {
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }

    /**
     * The action definitions to subscribe to: one, or for {@link #CONDITION} one per slice in the order of
     * {@code slices}.
     *
     * @param ues of all slices; only {@link #UES} looks at them, and E2SM-KPM wants at least two
     * @throws IllegalArgumentException when there is nothing to ask for
     */
    public List<KpmActionDefinition> actions(
            List<String> measurements, List<SliceId> slices, List<UeId> ues, long granularityMillis) {
        if (measurements.isEmpty() || slices.isEmpty() || (this == UES && ues.size() < 2)) {
            throw new IllegalArgumentException("a measurement, a slice, and two UEs where UEs are named, are needed");
        }
        ActionFormat.Format1 plain = new ActionFormat.Format1(
                measurements.stream().map(MeasurementInfo::unlabelled).toList(), granularityMillis, Optional.empty());
        return switch (this) {
            case LABELS -> List.of(new KpmActionDefinition(style, labelled(measurements, slices, granularityMillis)));
            case CONDITION ->
                slices.stream()
                        .map(slice -> new KpmActionDefinition(
                                style, new ActionFormat.Format4(List.of(condition(slice)), plain)))
                        .toList();
            case UES -> List.of(new KpmActionDefinition(style, new ActionFormat.Format5(ues, plain)));
        };
    }

    private static ActionFormat labelled(List<String> measurements, List<SliceId> slices, long granularityMillis) {
        List<MeasurementLabel> labels =
                slices.stream().map(MeasurementLabel::ofSlice).toList();
        List<MeasurementInfo> infos = new ArrayList<>();
        for (String name : measurements) {
            infos.add(new MeasurementInfo(MeasurementType.named(name), labels));
        }
        return new ActionFormat.Format1(infos, granularityMillis, Optional.empty());
    }

    /** "S-NSSAI equals": the value is SST and SD, the latter ffffff for none. */
    private static UeCondition condition(SliceId slice) {
        Octets value = Octets.ofUnsigned((long) slice.sst() << 24 | slice.sdOrReserved(), 4);
        return new UeCondition(
                new TestCondition(
                        TestCondition.Type.S_NSSAI, TestCondition.Expression.EQUAL, new TestValue.OctetsValue(value)),
                false);
    }
}
