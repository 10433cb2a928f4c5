package io.twinslice.sync;

import io.twinslice.model.TwinSnapshot;
import java.util.Arrays;
import java.util.List;

/**
 * How far two samples are from each other: the first Wasserstein distance, normalised by the pooled standard deviation
 * of both. 0 is equal; a twin that knows only the mean scores about 1.1.
 */
public final class Fidelity {
    private Fidelity() {}

    /**
     * The first Wasserstein distance of two empirical distributions: the area between their distribution functions.
     *
     * @param left at least one value, none NaN; any order
     * @param right likewise; the sizes may differ
     */
    public static double wasserstein(double[] left, double[] right) {
        if (left.length == 0 || right.length == 0) {
            throw new IllegalArgumentException("a distance needs at least one value on each side");
        }
        double[] a = left.clone();
        double[] b = right.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        double area = 0;
        double last = Math.min(a[0], b[0]);
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            boolean fromLeft = j == b.length || (i < a.length && a[i] <= b[j]);
            double next = fromLeft ? a[i] : b[j];
            area += (next - last) * Math.abs(i / (double) a.length - j / (double) b.length);
            last = next;
            if (fromLeft) {
                i++;
            } else {
                j++;
            }
        }
        return area;
    }

    /** The distance in units of the pooled standard deviation, but of no less than {@link Kpi#resolution}. */
    public static double distance(Kpi kpi, double[] observed, double[] simulated) {
        double pooled = Math.sqrt((variance(observed) + variance(simulated)) / 2);
        return wasserstein(observed, simulated) / Math.max(kpi.resolution(), pooled);
    }

    /** What one KPI of one twin was, window by window. */
    public static double[] series(List<TwinSnapshot> windows, int twin, Kpi kpi) {
        return windows.stream()
                .mapToDouble(window -> kpi.of(window.reports().get(twin)))
                .toArray();
    }

    /** Mean distance over all twins and KPIs. */
    public static double distance(List<TwinSnapshot> observed, List<TwinSnapshot> simulated) {
        int twins = observed.getFirst().slices();
        double sum = 0;
        for (int twin = 0; twin < twins; twin++) {
            sum += distance(observed, simulated, twin);
        }
        return sum / twins;
    }

    /** Mean distance over the KPIs of one twin. */
    public static double distance(List<TwinSnapshot> observed, List<TwinSnapshot> simulated, int twin) {
        double sum = 0;
        for (Kpi kpi : Kpi.values()) {
            sum += distance(kpi, series(observed, twin, kpi), series(simulated, twin, kpi));
        }
        return sum / Kpi.values().length;
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / values.length;
    }
}
