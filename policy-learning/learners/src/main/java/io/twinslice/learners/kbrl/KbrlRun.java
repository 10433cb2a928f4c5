package io.twinslice.learners.kbrl;

import io.twinslice.learners.SplitMix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** One run of a learner through a scenario, as published: one environment, no episodes, learning all the way. */
public final class KbrlRun {
    /** Stages of a published run that count. */
    public static final int STAGES = 20_000;

    /** Most stages of a run. */
    public static final int MOST_STAGES = 1_000_000;

    private static final int CURVE_POINTS = 40;
    private static final int TOLD_EVERY = 100;

    private KbrlRun() {}

    /**
     * What a run gave.
     *
     * @param violationsPerStage slices in violation per stage, over the last quarter of the stages
     * @param prb PRBs given to slices, mean over the same stages
     * @param cumulativeViolations of all stages
     * @param curve along the way
     */
    public record Result(double violationsPerStage, double prb, int cumulativeViolations, List<Point> curve) {
        public Result {
            curve = List.copyOf(curve);
        }
    }

    /**
     * A point along the way.
     *
     * @param stage stages done
     * @param cumulativeViolations of all stages so far
     * @param prb mean since the point before
     */
    public record Point(int stage, int cumulativeViolations, double prb) {}

    /**
     * Runs once.
     *
     * @param stages 4 to {@value #MOST_STAGES}; published figures are for {@value #STAGES}
     * @param listener is told how many stages were done since it was told last
     */
    public static Result of(
            KbrlScenario scenario, KbrlLearner learner, Fading fading, int stages, long seed, IntConsumer listener) {
        if (stages < 4 || stages > MOST_STAGES) {
            throw new IllegalArgumentException("a run has 4.." + MOST_STAGES + " stages, not " + stages);
        }
        SlicedCell cell = new SlicedCell(scenario, fading, SplitMix.seed(seed, 0));
        Controller controller = learner.controller(cell, new SplitMix(SplitMix.seed(seed, 1)));
        return run(cell, controller, stages, listener);
    }

    static Result run(SlicedCell cell, Controller controller, int stages, IntConsumer listener) {
        int slices = cell.scenario().slices();
        double[][] states = new double[slices][];
        for (int i = 0; i < slices; i++) {
            states[i] = cell.slice(i).state();
        }
        int[] prbs = new int[slices];
        boolean[] violated = new boolean[slices];
        List<Point> curve = new ArrayList<>();
        int window = stages / 4;
        int between = Math.max(1, stages / CURVE_POINTS);
        int cumulative = 0;
        int before = 0;
        long used = 0;
        long usedInWindow = 0;
        for (int stage = 1; stage <= stages; stage++) {
            controller.decide(states, prbs);
            cell.stage(prbs);
            for (int i = 0; i < slices; i++) {
                violated[i] = cell.slice(i).isViolated();
            }
            controller.learn(states, violated);
            int sum = Arrays.stream(prbs).sum();
            cumulative += cell.violations();
            used += sum;
            if (stage <= stages - window) {
                before = cumulative;
            } else {
                usedInWindow += sum;
            }
            if (stage % between == 0) {
                curve.add(new Point(stage, cumulative, (double) used / between));
                used = 0;
            }
            if (stage % TOLD_EVERY == 0) {
                listener.accept(TOLD_EVERY);
            }
        }
        return new Result((double) (cumulative - before) / window, (double) usedInWindow / window, cumulative, curve);
    }
}
