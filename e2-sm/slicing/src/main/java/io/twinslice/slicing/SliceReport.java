package io.twinslice.slicing;

import io.twinslice.aper.DecodeException;
import io.twinslice.e2sm.SliceId;
import io.twinslice.e2sm.UeId;
import io.twinslice.kpm.KpmIndicationMessage;
import io.twinslice.kpm.MeasurementInfo;
import io.twinslice.kpm.MeasurementLabel;
import io.twinslice.kpm.MeasurementRecord;
import io.twinslice.kpm.MeasurementType;
import io.twinslice.kpm.MeasurementValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was measured for each slice in one granularity period, in the units of TS 28.552.
 *
 * @param values by slice and name of the measurement; what had no value is not there
 * @param incomplete the node says that the period was not measured wholly
 */
public record SliceReport(Map<SliceId, Map<String, Double>> values, boolean incomplete) {
    public SliceReport {
        Map<SliceId, Map<String, Double>> copy = new LinkedHashMap<>();
        values.forEach((slice, measured) -> copy.put(slice, Map.copyOf(measured)));
        values = java.util.Collections.unmodifiableMap(copy);
    }

    /** One value, if there was one. */
    public Optional<Double> value(SliceId slice, String measurement) {
        return Optional.ofNullable(values.getOrDefault(slice, Map.of()).get(measurement));
    }

    /**
     * Reads a report of style 1 whose measurements are labelled by slice, one result per granularity period. Values
     * under other labels are passed over.
     *
     * @param asked the measurements of the action definition, for a report that does not repeat them
     * @throws DecodeException when values and labels do not match in number
     */
    public static List<SliceReport> ofLabels(KpmIndicationMessage message, List<MeasurementInfo> asked)
            throws DecodeException {
        if (!(message instanceof KpmIndicationMessage.Format1 format)) {
            throw new DecodeException("slice report: labels come in format 1");
        }
        List<MeasurementInfo> infos = format.measurements().isEmpty() ? asked : format.measurements();
        List<SliceReport> reports = new ArrayList<>();
        for (MeasurementRecord period : format.data()) {
            SliceTally tally = new SliceTally();
            int at = 0;
            for (MeasurementInfo info : infos) {
                for (MeasurementLabel label : info.labels()) {
                    MeasurementValue value = valueAt(period, at++);
                    label.slice().ifPresent(slice -> tally.add(slice, name(info.type()), value));
                }
            }
            checkAllRead(period, at);
            tally.incomplete(period.incomplete());
            reports.add(tally.report());
        }
        return List.copyOf(reports);
    }

    /**
     * Reads a report of style 4 whose condition was that a UE's S-NSSAI is {@code slice}: all UEs in it count.
     *
     * @throws DecodeException when values and measurements do not match in number
     */
    public static List<SliceReport> ofCondition(
            KpmIndicationMessage message, SliceId slice, List<MeasurementInfo> asked) throws DecodeException {
        return ofUes(message, ue -> Optional.of(slice), asked);
    }

    /**
     * Reads a report on single UEs (styles 4 and 5) and adds up what belongs to one slice: delays, rates of loss and
     * radio quality as means over the UEs, all else as sums.
     *
     * @param sliceOf the slice of a UE, empty for one that does not count
     * @throws DecodeException when values and measurements do not match in number
     */
    public static List<SliceReport> ofUes(
            KpmIndicationMessage message, Function<UeId, Optional<SliceId>> sliceOf, List<MeasurementInfo> asked)
            throws DecodeException {
        if (!(message instanceof KpmIndicationMessage.Format3 format)) {
            throw new DecodeException("slice report: reports on UEs come in format 3");
        }
        List<SliceTally> periods = new ArrayList<>();
        for (KpmIndicationMessage.UeReport report : format.reports()) {
            Optional<SliceId> slice = sliceOf.apply(report.ue());
            List<MeasurementInfo> infos = report.report().measurements().isEmpty()
                    ? asked
                    : report.report().measurements();
            for (int i = 0; i < report.report().data().size(); i++) {
                if (i == periods.size()) {
                    periods.add(new SliceTally());
                }
                MeasurementRecord period = report.report().data().get(i);
                SliceTally tally = periods.get(i);
                int at = 0;
                for (MeasurementInfo info : infos) {
                    for (int label = 0; label < info.labels().size(); label++) {
                        MeasurementValue value = valueAt(period, at++);
                        slice.ifPresent(known -> tally.add(known, name(info.type()), value));
                    }
                }
                checkAllRead(period, at);
                tally.incomplete(period.incomplete());
            }
        }
        return periods.stream().map(SliceTally::report).toList();
    }

    private static MeasurementValue valueAt(MeasurementRecord period, int index) throws DecodeException {
        if (index >= period.values().size()) {
            throw new DecodeException("slice report: " + period.values().size() + " values, more labels");
        }
        return period.values().get(index);
    }

    private static void checkAllRead(MeasurementRecord period, int read) throws DecodeException {
        if (read != period.values().size()) {
            throw new DecodeException("slice report: " + period.values().size() + " values for " + read + " labels");
        }
    }

    private static String name(MeasurementType type) {
        return switch (type) {
            case MeasurementType.Name(String name) -> name;
            case MeasurementType.Id(long id) -> "#" + id;
        };
    }
}
