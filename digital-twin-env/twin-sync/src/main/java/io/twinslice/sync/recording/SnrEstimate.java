package io.twinslice.sync.recording;

import io.twinslice.ransim.lte.WidebandCqi;
import java.util.Arrays;

/**
 * Mean SNRs of the UEs of a slice from one histogram of their wideband CQIs: the most likely ones, when every UE
 * reports equally often. Which UE has which is not known and does not matter.
 */
final class SnrEstimate {
    private static final int ROUNDS = 40;
    private static final double FLOOR = 1e-4;
    private static final double TIE = 1e-6;

    private SnrEstimate() {}

    /**
     * @param histogram how often each CQI was reported
     * @param ues at least 1
     */
    static double[] of(long[] histogram, int ues, WidebandCqi curve) {
        long total = Arrays.stream(histogram).sum();
        int[] steps = new int[ues];
        // UEs in order of quality stand for equal parts of the histogram, from the worst CQI up.
        for (int ue = 0; ue < ues; ue++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int step = 0; step < curve.steps(); step++) {
                double fit = 0;
                double passed = 0;
                for (int cqi = 0; cqi < histogram.length; cqi++) {
                    double from = Math.max(passed, total * (double) ue / ues);
                    passed += histogram[cqi];
                    double share = Math.max(0, Math.min(passed, total * (ue + 1.0) / ues) - from);
                    fit += share * Math.log(FLOOR + curve.share(step, cqi));
                }
                if (fit > best) {
                    best = fit;
                    steps[ue] = step;
                }
            }
        }
        for (int round = 0; round < ROUNDS && improve(histogram, steps, curve); round++) {
            // Goes on until no UE moves.
        }
        return Arrays.stream(steps).mapToDouble(WidebandCqi::snrDb).toArray();
    }

    private static boolean improve(long[] histogram, int[] steps, WidebandCqi curve) {
        boolean moved = false;
        for (int ue = 0; ue < steps.length; ue++) {
            int before = steps[ue];
            double best = likelihood(histogram, steps, curve);
            int first = before;
            int last = before;
            for (int step = 0; step < curve.steps(); step++) {
                steps[ue] = step;
                double likelihood = likelihood(histogram, steps, curve);
                if (likelihood > best + TIE) {
                    best = likelihood;
                    first = step;
                    last = step;
                } else if (likelihood >= best - TIE) {
                    first = Math.min(first, step);
                    last = Math.max(last, step);
                }
            }
            // Without fading many SNRs are equally likely: the middle one is taken.
            int choice = (first + last) / 2;
            steps[ue] = choice;
            moved |= choice != before;
        }
        return moved;
    }

    private static double likelihood(long[] histogram, int[] steps, WidebandCqi curve) {
        double sum = 0;
        for (int cqi = 0; cqi < histogram.length; cqi++) {
            if (histogram[cqi] > 0) {
                double share = FLOOR;
                for (int step : steps) {
                    share += curve.share(step, cqi) / steps.length;
                }
                sum += histogram[cqi] * Math.log(share);
            }
        }
        return sum;
    }
}
