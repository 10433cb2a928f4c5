package io.twinslice.slicecontrol;

import io.twinslice.e2sm.SliceId;
import io.twinslice.kpm.KpmIndicationHeader;
import io.twinslice.kpm.KpmIndicationMessage;
import io.twinslice.kpm.MeasurementInfo;
import io.twinslice.kpm.MeasurementLabel;
import io.twinslice.kpm.MeasurementType;
import io.twinslice.kpm.MeasurementValue;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceMeasurement;
import io.twinslice.model.SliceReport;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds a KPM report (style 1, measurements labelled by slice) into a {@link TwinSnapshot}.
 *
 * <p>Nothing that a node says is believed beyond what physics and arithmetic allow: a report that lacks a value, names
 * an unknown slice, contradicts itself or says something impossible is refused as a whole.
 */
final class KpmFold {
    /**
     * Most kilobits one PRB can carry in a millisecond: 12 subcarriers × 14 symbols × 8 bits (256-QAM) × 4 layers, at
     * the shortest slot of 0.125 ms.
     */
    private static final double MAX_KBIT_PER_PRB_MILLI = 12 * 14 * 8 * 4 * 8 / 1000.0;

    /** Traffic may exceed the cell, but no backhaul brings a hundred times what the radio could ever take. */
    private static final int MAX_OVERLOAD = 100;

    /** Thrown inside this package when a report cannot be true; its message says which value. */
    static final class ImplausibleException extends Exception {
        private static final long serialVersionUID = 1;

        ImplausibleException(String message) {
            super(message);
        }
    }

    /**
     * A report this much older than the latest is late and refused. One older still is a node that started its clock
     * anew; were it refused too, a single report from the future would silence the node for good.
     */
    private static final long REORDER_MILLIS = 60_000;

    private static final Map<String, SliceMeasurement> BY_NAME = byName();

    private final int prbCount;
    private final int windowMillis;
    private long latestEndMillis;

    KpmFold(int prbCount, int windowMillis) {
        this.prbCount = prbCount;
        this.windowMillis = windowMillis;
    }

    TwinSnapshot fold(
            KpmIndicationHeader header, KpmIndicationMessage message, List<TwinProfile> twins, QuotaPlan inForce)
            throws ImplausibleException {
        if (!(message instanceof KpmIndicationMessage.Format1 report)) {
            throw new ImplausibleException("the report is not of format 1, which was subscribed");
        }
        long endMillis = millis(header.collectStartTime()) + windowMillis;
        requireNext(endMillis);
        if (report.granularityMillis().isPresent() && report.granularityMillis().getAsLong() != windowMillis) {
            throw new ImplausibleException("the granularity period is "
                    + report.granularityMillis().getAsLong() + " ms, subscribed were " + windowMillis + " ms");
        }
        List<SliceReport> reports = reports(report, twins);
        requirePlausible(reports, twins);
        latestEndMillis = endMillis;
        return new TwinSnapshot(endMillis, windowMillis, prbCount, twins, reports, inForce);
    }

    /** Two windows may touch, and jitter by less than half of one, but not be one and the same. */
    private void requireNext(long endMillis) throws ImplausibleException {
        if (endMillis <= latestEndMillis && latestEndMillis - endMillis < REORDER_MILLIS) {
            throw new ImplausibleException(
                    "the report ends at " + endMillis + " ms, not after the one before at " + latestEndMillis + " ms");
        }
        if (endMillis > latestEndMillis && endMillis - latestEndMillis < (windowMillis + 1) / 2) {
            throw new ImplausibleException("the window up to " + endMillis + " ms overlaps the one before, which ended "
                    + (endMillis - latestEndMillis) + " ms earlier");
        }
    }

    /** Milliseconds of a 64-bit time stamp in seconds and binary fractions (NTP format). */
    static long millis(long timeStamp) {
        return (timeStamp >>> 32) * 1000 + (((timeStamp & 0xFFFF_FFFFL) * 1000 + (1L << 31)) >>> 32);
    }

    private static List<SliceReport> reports(KpmIndicationMessage.Format1 report, List<TwinProfile> twins)
            throws ImplausibleException {
        if (report.data().size() != 1) {
            throw new ImplausibleException(report.data().size() + " granularity periods in one report, not 1");
        }
        if (report.data().get(0).incomplete()) {
            throw new ImplausibleException("the node measured only a part of the window");
        }
        List<MeasurementValue> values = report.data().get(0).values();
        int[][] byTwin = new int[twins.size()][SliceMeasurement.values().length];
        boolean[][] seen = new boolean[twins.size()][SliceMeasurement.values().length];
        int next = 0;
        for (MeasurementInfo info : report.measurements()) {
            SliceMeasurement measurement = measurement(info.type());
            for (MeasurementLabel label : info.labels()) {
                if (next >= values.size()) {
                    throw new ImplausibleException("fewer values than measurements and labels");
                }
                int twin = twin(label, twins);
                int index = measurement.index();
                if (seen[twin][index]) {
                    throw new ImplausibleException(measurement.measurementName() + " of "
                            + twins.get(twin).name() + " is reported twice");
                }
                seen[twin][index] = true;
                byTwin[twin][index] = whole(values.get(next++), measurement, twins.get(twin));
            }
        }
        if (next != values.size()) {
            throw new ImplausibleException(values.size() - next + " values more than measurements and labels");
        }
        List<SliceReport> reports = new ArrayList<>();
        for (int twin = 0; twin < twins.size(); twin++) {
            for (SliceMeasurement measurement : SliceMeasurement.values()) {
                if (!seen[twin][measurement.index()]) {
                    throw new ImplausibleException(measurement.measurementName() + " of "
                            + twins.get(twin).name() + " is missing");
                }
            }
            try {
                reports.add(SliceMeasurement.assemble(byTwin[twin]));
            } catch (IllegalArgumentException e) {
                throw new ImplausibleException(twins.get(twin).name() + ": " + e.getMessage());
            }
        }
        return reports;
    }

    private void requirePlausible(List<SliceReport> reports, List<TwinProfile> twins) throws ImplausibleException {
        long prbUsed = 0;
        for (int i = 0; i < reports.size(); i++) {
            requirePlausible(reports.get(i), twins.get(i).name());
            prbUsed += reports.get(i).prbUsed();
        }
        // Means are rounded slice by slice, so their sum may exceed the cell by half a PRB for each slice.
        if (prbUsed > prbCount + reports.size() / 2) {
            throw new ImplausibleException(prbUsed + " PRBs used in a cell of " + prbCount);
        }
    }

    private void requirePlausible(SliceReport report, String twin) throws ImplausibleException {
        double mostKbit = MAX_KBIT_PER_PRB_MILLI * prbCount * windowMillis;
        if (report.deliveredKbit() > mostKbit) {
            throw new ImplausibleException(twin + ": " + report.deliveredKbit() + " kbit delivered in " + windowMillis
                    + " ms, more than " + prbCount + " PRBs can carry");
        }
        if (report.offeredKbit() > MAX_OVERLOAD * mostKbit) {
            throw new ImplausibleException(twin + ": " + report.offeredKbit() + " kbit offered in " + windowMillis
                    + " ms, more than " + MAX_OVERLOAD + " times what the cell can carry");
        }
        if (report.aoiMeanMillis() > report.aoiPeakMillis()) {
            throw new ImplausibleException(twin + ": mean age of information " + report.aoiMeanMillis()
                    + " ms above its peak of " + report.aoiPeakMillis() + " ms");
        }
        if (report.cqiLowTenth() > report.cqiMeanTenth()) {
            throw new ImplausibleException(twin + ": lowest CQI " + report.cqiLowTenth() / 10.0 + " above the mean of "
                    + report.cqiMeanTenth() / 10.0);
        }
    }

    private static int whole(MeasurementValue value, SliceMeasurement measurement, TwinProfile twin)
            throws ImplausibleException {
        if (value instanceof MeasurementValue.IntegerValue integer && integer.value() <= Integer.MAX_VALUE) {
            return (int) integer.value();
        }
        throw new ImplausibleException(
                measurement.measurementName() + " of " + twin.name() + " is no integer in range: " + value);
    }

    private static SliceMeasurement measurement(MeasurementType type) throws ImplausibleException {
        SliceMeasurement measurement = type instanceof MeasurementType.Name name ? BY_NAME.get(name.name()) : null;
        if (measurement == null) {
            throw new ImplausibleException("measurement " + type + " was not subscribed");
        }
        return measurement;
    }

    private static int twin(MeasurementLabel label, List<TwinProfile> twins) throws ImplausibleException {
        SliceId slice =
                label.slice().orElseThrow(() -> new ImplausibleException("a value without the label of a slice"));
        Snssai snssai = new Snssai(slice.sst(), slice.sdOrReserved());
        for (int i = 0; i < twins.size(); i++) {
            if (twins.get(i).slice().equals(snssai)) {
                return i;
            }
        }
        throw new ImplausibleException("slice " + snssai + " belongs to no twin of this cell");
    }

    private static Map<String, SliceMeasurement> byName() {
        Map<String, SliceMeasurement> names = new HashMap<>();
        for (SliceMeasurement measurement : SliceMeasurement.values()) {
            names.put(measurement.measurementName(), measurement);
        }
        return Map.copyOf(names);
    }
}
