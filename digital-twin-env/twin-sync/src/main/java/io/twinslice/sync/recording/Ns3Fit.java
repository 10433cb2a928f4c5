package io.twinslice.sync.recording;

import io.twinslice.ransim.lte.PolicyCellSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.random.MersenneTwister;

/**
 * Finds the four numbers of the simulator's link that its documentation does not give (age of the CQI, slope of block
 * errors, time in the pipeline, SNR at which assignments are missed) by CMA-ES over the beginnings of traces.
 */
final class Ns3Fit {
    private static final int PLAYED_INTERVALS = 600;
    private static final int POPULATION = 7;
    private static final double[] START = {8, 0.5, 3, -6.4};
    private static final double[] LOW = {1, 0.1, 2, -12};
    private static final double[] HIGH = {14, 1.5, 5, 3};
    private static final double[] SIGMA = {1, 0.15, 0.2, 1};
    private static final double NRMSE_BAR = 0.1;
    private static final double RATIO_BAR = Math.log(1.25);

    private final Ns3Twin twin;
    private final List<Ns3Trace> traces;
    private final List<double[]> snrs = new ArrayList<>();

    Ns3Fit(Ns3Twin twin, List<Ns3Trace> traces) {
        this.twin = twin;
        this.traces = traces;
        for (int i = 0; i < traces.size(); i++) {
            snrs.add(twin.estimate(traces.get(i), draw(i)));
        }
    }

    /** Traces are played in different fading, so that the numbers do not make up for the oddities of one. */
    private static int draw(int trace) {
        return trace % Ns3Twin.DRAWS;
    }

    private static PolicyCellSettings settings(double[] point) {
        return new PolicyCellSettings(point[0], point[1], point[2], point[3]);
    }

    /** Cost of settings, at least 0: throughput, p95 delay, and how often packets are late by how much. */
    double cost(PolicyCellSettings settings) {
        double throughput = 0;
        double delay = 0;
        double tail = 0;
        int slices = 0;
        int unsaturated = 0;
        for (int i = 0; i < traces.size(); i++) {
            Ns3Trace trace = traces.get(i);
            int intervals = Math.min(trace.intervals(), PLAYED_INTERVALS);
            Ns3Twin.Played played = twin.play(trace, snrs.get(i), settings, intervals, draw(i));
            Ns3Comparison comparison = new Ns3Comparison(trace, played);
            List<Ns3Score.SliceScore> scores = comparison.slices();
            for (int k = 0; k < scores.size(); k++) {
                Ns3Score.SliceScore slice = scores.get(k);
                throughput += slice.throughputNrmse() / (slice.throughputNrmse() + NRMSE_BAR);
                slices++;
                if (slice.unsaturated() && slice.p95Millis() > 0 && slice.twinP95Millis() > 0) {
                    double distance = Math.abs(Math.log(slice.twinP95Millis() / slice.p95Millis()));
                    delay += distance / (distance + RATIO_BAR);
                    tail += comparison.tailDistance(k);
                    unsaturated++;
                }
            }
        }
        return throughput / Math.max(1, slices) + (delay + tail) / Math.max(1, unsaturated);
    }

    /** Searches; see {@link TestbedFit#search}. */
    PolicyCellSettings search(long seed, int evaluations, IntConsumer heard) {
        CMAESOptimizer optimizer = new CMAESOptimizer(
                Integer.MAX_VALUE, 0, true, 0, 0, new MersenneTwister(seed), false, (i, before, now) -> false);
        double[] best = START.clone();
        double[] lowest = {cost(settings(START))};
        int[] tried = {1};
        heard.accept(1);
        if (evaluations > 1) {
            try {
                optimizer.optimize(
                        new MaxEval(evaluations - 1),
                        new ObjectiveFunction(point -> {
                            double cost = cost(settings(point));
                            heard.accept(++tried[0]);
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
            } catch (TooManyEvaluationsException e) {
                // The budget is spent; the best point was kept.
            }
        }
        return settings(best);
    }
}
