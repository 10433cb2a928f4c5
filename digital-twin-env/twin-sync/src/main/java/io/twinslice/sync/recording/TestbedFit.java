package io.twinslice.sync.recording;

import io.twinslice.ransim.lte.TestbedRadio;
import io.twinslice.sync.recording.CellSamples.Quantity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.random.MersenneTwister;

/**
 * Finds the radio with which a twin reports what recorded runs reported, by CMA-ES over ten numbers.
 *
 * <p>The cost is a mean over cells and quantities of d / (d + b), where d is the distance and b the bar for it: it
 * rewards what the median is judged by, and no single cell can rule it.
 */
final class TestbedFit {
    /** Distances that a fit should stay under, by quantity. */
    static final Map<Quantity, Double> BARS =
            new EnumMap<>(Map.of(Quantity.RATE, 0.15, Quantity.BUFFER, 0.15, Quantity.RATIO, 0.30));

    /** Fewest rows of a cell that is looked at. */
    static final int FEWEST_ROWS = 100;

    private static final int POPULATION = 12;
    private static final int STRETCH_MILLIS = 6_000;
    private static final int FEWEST_PLAYED = 20;
    /** Windows per run that one evaluation plays, about. */
    private static final int STRETCHES = 140;

    private static final double[] START = {13, 1, 1, 0.5, 0.4, -4, 1.3, 3, 2, 0.5};
    private static final double[] LOW = {8, 0, 0, 0, 0, -8, 0, 1, 0, -2};
    private static final double[] HIGH = {18, 4, 4, 3, 2, -1.5, 3, 20, 8, 3};
    private static final double[] SIGMA = {1.2, 0.5, 0.5, 0.3, 0.3, 0.7, 0.5, 1.5, 1, 0.7};

    private final CellSamples recorded;
    private final List<Target> targets;
    private final List<TestbedTwin.Stretch> stretches;

    private record Target(int cell, Quantity quantity, QuantileDistance distance, double bar) {}

    TestbedFit(List<TestbedRun> runs, long seed) {
        recorded = CellSamples.recorded(runs);
        targets = new ArrayList<>();
        for (int cell = 0; cell < CellSamples.CELLS; cell++) {
            if (recorded.count(cell) >= FEWEST_ROWS) {
                for (Quantity quantity : Quantity.values()) {
                    targets.add(new Target(
                            cell,
                            quantity,
                            new QuantileDistance(recorded.sorted(cell, quantity)),
                            BARS.getOrDefault(quantity, 1.0)));
                }
            }
        }
        int all = TestbedTwin.stretches(runs, STRETCH_MILLIS, 1, seed).size();
        stretches = TestbedTwin.stretches(runs, STRETCH_MILLIS, Math.max(1, all / STRETCHES), seed);
    }

    /** Cost of a radio, 0..1. */
    double cost(TestbedRadio radio) {
        CellSamples twin = new CellSamples();
        for (TestbedTwin.Stretch stretch : stretches) {
            TestbedTwin.play(stretch, radio, twin);
        }
        double sum = 0;
        int count = 0;
        for (Target target : targets) {
            if (twin.count(target.cell) >= FEWEST_PLAYED) {
                double distance = target.distance.to(twin.sorted(target.cell, target.quantity));
                sum += distance / (distance + target.bar);
                count++;
            }
        }
        return count == 0 ? 1 : sum / count;
    }

    /**
     * Searches.
     *
     * @param evaluations how many radios are tried
     * @param heard the number of each try
     */
    TestbedRadio search(long seed, int evaluations, IntConsumer heard) {
        int[] tried = new int[1];
        CMAESOptimizer optimizer = new CMAESOptimizer(
                Integer.MAX_VALUE, 0, true, 0, 0, new MersenneTwister(seed), false, (i, before, now) -> false);
        double[] best = START.clone();
        double[] lowest = {Double.POSITIVE_INFINITY};
        try {
            optimizer.optimize(
                    new MaxEval(evaluations),
                    new ObjectiveFunction(point -> {
                        heard.accept(++tried[0]);
                        double cost = cost(radio(point));
                        if (cost < lowest[0]) {
                            lowest[0] = cost;
                            System.arraycopy(point, 0, best, 0, best.length);
                        }
                        return cost;
                    }),
                    GoalType.MINIMIZE,
                    new InitialGuess(START),
                    new SimpleBounds(LOW, HIGH),
                    new CMAESOptimizer.Sigma(SIGMA),
                    new CMAESOptimizer.PopulationSize(POPULATION));
        } catch (org.apache.commons.math3.exception.TooManyEvaluationsException e) {
            // The budget is spent; the best point was kept.
        }
        return radio(best);
    }

    private static TestbedRadio radio(double[] p) {
        return new TestbedRadio(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9]);
    }
}
