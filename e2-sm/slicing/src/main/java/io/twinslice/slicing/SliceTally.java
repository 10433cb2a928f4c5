package io.twinslice.slicing;

import io.twinslice.e2sm.SliceId;
import io.twinslice.kpm.MeasurementValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sums and counts of one period. */
final class SliceTally {
    private final Map<SliceId, Map<String, double[]>> sums = new LinkedHashMap<>();
    private boolean incomplete;

    void incomplete(boolean part) {
        incomplete |= part;
    }

    void add(SliceId slice, String name, MeasurementValue value) {
        Map<String, double[]> ofSlice = sums.computeIfAbsent(slice, _ -> new LinkedHashMap<>());
        switch (value) {
            case MeasurementValue.IntegerValue(long number) -> add(ofSlice, name, (double) number);
            case MeasurementValue.RealValue(double number) -> add(ofSlice, name, number);
            case MeasurementValue.NoValue _ -> {}
        }
    }

    private static void add(Map<String, double[]> ofSlice, String name, double number) {
        double[] sum = ofSlice.computeIfAbsent(name, _ -> new double[2]);
        sum[0] += number;
        sum[1]++;
    }

    SliceReport report() {
        Map<SliceId, Map<String, Double>> values = new LinkedHashMap<>();
        sums.forEach((slice, ofSlice) -> {
            Map<String, Double> measured = new LinkedHashMap<>();
            ofSlice.forEach((name, sum) -> measured.put(name, isMean(name) ? sum[0] / sum[1] : sum[0]));
            values.put(slice, measured);
        });
        return new SliceReport(values, incomplete);
    }

    /** Whether a slice's value is the mean of its UEs' values and not their sum. */
    private static boolean isMean(String name) {
        return name.contains("Delay") || name.contains("Rate") || name.contains("CQI") || name.contains("RSR");
    }
}
