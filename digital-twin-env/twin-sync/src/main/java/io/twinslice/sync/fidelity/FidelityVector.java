package io.twinslice.sync.fidelity;

import io.twinslice.model.TwinSnapshot;
import io.twinslice.sync.Fidelity;
import io.twinslice.sync.Kpi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How faithful a mirror is, with a gate for every entry. It passes when every entry is green: an average would let one
 * thing that is well repeated pay for another that is not.
 *
 * @param scores at least one
 */
public record FidelityVector(List<FidelityScore> scores) {
    private static final int SECOND = 1000;

    /** A delay is not told apart more finely than this, in tenths of a millisecond. */
    private static final double DELAY_RESOLUTION = 5;

    public FidelityVector {
        scores = List.copyOf(scores);
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("a fidelity vector needs at least one score");
        }
    }

    /** Whether every entry is green. */
    public boolean passes() {
        return scores.stream().allMatch(score -> score.light() == Light.GREEN);
    }

    /** Entries of this light. */
    public long count(Light light) {
        return scores.stream().filter(score -> score.light() == light).count();
    }

    /**
     * The axes that compare what a cell reported with what its mirror reports under the same plans.
     *
     * @param world windows of the cell, oldest first, at least one second of them
     * @param mirror windows of one or more runs of the mirror, one after the other, each as long as {@code world}
     */
    public static List<FidelityScore> compared(List<TwinSnapshot> world, List<TwinSnapshot> mirror) {
        if (world.isEmpty() || mirror.isEmpty() || mirror.size() % world.size() != 0) {
            throw new IllegalArgumentException(
                    mirror.size() + " windows of a mirror are no whole number of runs of " + world.size() + " windows");
        }
        List<FidelityScore> scores = new ArrayList<>();
        for (int twin = 0; twin < world.getFirst().slices(); twin++) {
            String name = world.getFirst().twins().get(twin).name();
            scores.add(distance(Axis.RATE_W1, name, Kpi.DELIVERED_KBIT, world, mirror, twin));
            scores.add(distance(Axis.PRB_W1, name, Kpi.PRB_USED, world, mirror, twin));
            scores.add(distance(Axis.DELAY_W1, name, Kpi.DELAY_TENTH_MILLIS, world, mirror, twin));
            scores.add(distance(Axis.CQI_W1, name, Kpi.CQI_MEAN_TENTH, world, mirror, twin));
            scores.add(FidelityScore.of(Axis.THROUGHPUT_NRMSE, name, throughputError(world, mirror, twin)));
            double seen = percentile99(Fidelity.series(world, twin, Kpi.DELAY_TENTH_MILLIS));
            double shown = percentile99(Fidelity.series(mirror, twin, Kpi.DELAY_TENTH_MILLIS));
            double off = Math.abs(shown - seen);
            scores.add(FidelityScore.of(
                    Axis.TAIL_DELAY, name, off <= DELAY_RESOLUTION ? 0 : off / Math.max(DELAY_RESOLUTION, seen)));
        }
        return scores;
    }

    private static FidelityScore distance(
            Axis axis, String name, Kpi kpi, List<TwinSnapshot> world, List<TwinSnapshot> mirror, int twin) {
        return FidelityScore.of(
                axis,
                name,
                Fidelity.distance(kpi, Fidelity.series(world, twin, kpi), Fidelity.series(mirror, twin, kpi)));
    }

    /** Of the rate in whole seconds, each with the same second of each run; NaN when nothing was delivered. */
    private static double throughputError(List<TwinSnapshot> world, List<TwinSnapshot> mirror, int twin) {
        double[] seen = Fidelity.series(world, twin, Kpi.DELIVERED_KBIT);
        double[] shown = Fidelity.series(mirror, twin, Kpi.DELIVERED_KBIT);
        int second = Math.max(1, SECOND / world.getFirst().windowMillis());
        double squares = 0;
        double sum = 0;
        long compared = 0;
        for (int run = 0; run < shown.length; run += seen.length) {
            for (int begin = 0; begin + second <= seen.length; begin += second) {
                double here = 0;
                double there = 0;
                for (int i = begin; i < begin + second; i++) {
                    here += seen[i];
                    there += shown[run + i];
                }
                squares += (here - there) * (here - there);
                sum += here;
                compared++;
            }
        }
        return sum == 0 ? Double.NaN : Math.sqrt(squares / compared) / (sum / compared);
    }

    /** The 99th percentile, nearest rank. */
    static double percentile99(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(0.99 * sorted.length) - 1];
    }
}
