package io.twinslice.sync;

import io.twinslice.env.Scenario;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ransim.TwinParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.random.MersenneTwister;

/**
 * Fits a twin to what a live cell reported.
 *
 * <p>First moments are matched: the offered volume gives the load, as far as it is steady, the mean CQI the SNR. Then a
 * short CMA-ES adjusts SNR, fading and burstiness of all twins, minimising the mean {@link Fidelity} distance between
 * observed windows and windows simulated under the same plans. Only the twins that the search improved on other seeds
 * are taken from it; the result is judged on seeds of its own again, and the prior cell is kept when it is as good.
 *
 * <p>Assumes that load and channel were steady in the observed windows. Deterministic given the seed; not thread-safe;
 * a calibration of four twins takes a few seconds.
 */
public final class TwinCalibrator {
    /** Fewest windows that a calibration works on. */
    public static final int FEWEST_WINDOWS = 10;

    /**
     * Most stretches of windows that are simulated again, and windows of each. Load and mean CQI come from all windows.
     */
    private static final int STRETCHES = 6;

    private static final int STRETCH_WINDOWS = 10;

    private static final double PRIOR_LOAD_DEVIATION = 0.3;
    private static final int LOAD_BLOCKS = 10;
    private static final int MOMENT_STEPS = 4;
    private static final double DB_PER_CQI = 1.95;
    private static final int POPULATION = 12;
    private static final int GENERATIONS = 28;
    private static final int SEARCHED = 3;
    private static final double SNR_REACH_DB = 4;
    private static final double[] SIGMA = {0.7, 0.4, 0.4};

    private final long seed;
    private final int generations;

    /** @param seed everything random in a calibration follows from it */
    public TwinCalibrator(long seed) {
        this(seed, GENERATIONS);
    }

    TwinCalibrator(long seed, int generations) {
        this.seed = seed;
        this.generations = generations;
    }

    /**
     * Calibrates a scenario's cell.
     *
     * @param prior what is believed of the cell; its events are left out
     * @param observed windows of the live cell, oldest first
     * @throws IllegalArgumentException when there are fewer than {@value #FEWEST_WINDOWS} or they are of other twins
     */
    public CalibrationResult calibrate(Scenario prior, List<TwinSnapshot> observed) {
        if (observed.size() < FEWEST_WINDOWS) {
            throw new IllegalArgumentException(
                    "a calibration needs at least " + FEWEST_WINDOWS + " windows, not " + observed.size());
        }
        for (TwinSnapshot window : observed) {
            if (!window.twins().equals(prior.twins())
                    || window.prbCount() != prior.parameters().prbCount()) {
                throw new IllegalArgumentException("the window ending at " + window.windowEndMillis()
                        + " ms is not of the twins and the carrier of " + prior.name());
            }
        }
        List<TwinSnapshot> sample = sample(observed);
        Replay replay = new Replay(prior, sample);
        List<TwinEstimate> same = new ArrayList<>();
        prior.twins().forEach(twin -> same.add(TwinEstimate.SAME));
        List<TwinEstimate> matched = matchMoments(prior, replay, observed);
        List<TwinEstimate> searched = search(replay, sample, matched);
        List<TwinEstimate> picked = pick(replay, sample, matched, searched);
        return judge(prior, replay, sample, List.of(same, matched, searched, picked));
    }

    /**
     * Stretches of windows spread over all that was observed: long enough for queues, few enough to be simulated often.
     */
    private static List<TwinSnapshot> sample(List<TwinSnapshot> observed) {
        int stretches = Math.min(STRETCHES, observed.size() / STRETCH_WINDOWS);
        List<TwinSnapshot> sample = new ArrayList<>();
        for (int stretch = 1; stretch <= stretches; stretch++) {
            int end = observed.size() * stretch / stretches;
            sample.addAll(observed.subList(end - STRETCH_WINDOWS, end));
        }
        return sample;
    }

    /** The offered volume gives the load in closed form; the mean CQI gives the SNR by repeated simulation. */
    private List<TwinEstimate> matchMoments(Scenario prior, Replay replay, List<TwinSnapshot> observed) {
        List<TwinEstimate> current = new ArrayList<>();
        for (int twin = 0; twin < prior.twins().size(); twin++) {
            TwinParameters believed = prior.parameters().twins().get(twin);
            double expectedKbit =
                    believed.ues() * believed.traffic().kbitPerSecond() * meanWindowMillis(observed) / 1000;
            double load = load(Fidelity.series(observed, twin, Kpi.OFFERED_KBIT), expectedKbit);
            current.add(new TwinEstimate(Math.clamp(load, 0.05, 20), 0, 1, 1));
        }
        for (int step = 0; step < MOMENT_STEPS; step++) {
            List<TwinSnapshot> simulated = replay.run(current, seeds(0, 3));
            List<TwinEstimate> next = new ArrayList<>();
            for (int twin = 0; twin < current.size(); twin++) {
                TwinEstimate estimate = current.get(twin);
                double cqi = mean(observed, twin, Kpi.CQI_MEAN_TENTH) - mean(simulated, twin, Kpi.CQI_MEAN_TENTH);
                double snr = estimate.snrOffsetDb() + cqi / 10 * DB_PER_CQI;
                next.add(new TwinEstimate(estimate.loadFactor(), Math.clamp(snr, -25, 25), 1, 1));
            }
            current = next;
        }
        return current;
    }

    /**
     * The posterior mean of the load factor: the prior belief is 1 with a deviation of {@value #PRIOR_LOAD_DEVIATION},
     * and the observed volume counts as much as its block means agree. A short look at a recording of people says
     * little; one at a machine says all.
     */
    private static double load(double[] offeredKbit, double expectedKbit) {
        int blocks = Math.min(LOAD_BLOCKS, offeredKbit.length);
        double[] means = new double[blocks];
        for (int block = 0; block < blocks; block++) {
            int from = block * offeredKbit.length / blocks;
            int to = (block + 1) * offeredKbit.length / blocks;
            means[block] = Arrays.stream(offeredKbit, from, to).sum() / (to - from) / expectedKbit;
        }
        double mean = Arrays.stream(means).sum() / blocks;
        double squares =
                Arrays.stream(means).map(each -> (each - mean) * (each - mean)).sum();
        double error = squares / (blocks - 1) / blocks;
        double prior = PRIOR_LOAD_DEVIATION * PRIOR_LOAD_DEVIATION;
        return 1 + (mean - 1) * prior / (prior + error);
    }

    private static double meanWindowMillis(List<TwinSnapshot> windows) {
        return windows.stream().mapToInt(TwinSnapshot::windowMillis).sum() / (double) windows.size();
    }

    private List<TwinEstimate> search(Replay replay, List<TwinSnapshot> observed, List<TwinEstimate> start) {
        int dimensions = start.size() * SEARCHED;
        double[] low = new double[dimensions];
        double[] high = new double[dimensions];
        double[] sigma = new double[dimensions];
        for (int i = 0; i < dimensions; i++) {
            double reach = i % SEARCHED == 0 ? SNR_REACH_DB : 2;
            low[i] = -reach;
            high[i] = reach;
            sigma[i] = SIGMA[i % SEARCHED];
        }
        long[] seeds = seeds(10, 2);
        CMAESOptimizer optimizer =
                new CMAESOptimizer(generations, 0, true, 0, 0, new MersenneTwister(seed), false, null);
        double[] best = optimizer
                .optimize(
                        new ObjectiveFunction(
                                point -> Fidelity.distance(observed, replay.run(moved(start, point), seeds))),
                        GoalType.MINIMIZE,
                        new InitialGuess(new double[dimensions]),
                        new SimpleBounds(low, high),
                        new CMAESOptimizer.Sigma(sigma),
                        new CMAESOptimizer.PopulationSize(POPULATION),
                        new MaxEval(100 * POPULATION * generations))
                .getPoint();
        return moved(start, best);
    }

    /** SNR in dB, fading and burstiness as powers of two, for each twin. */
    private static List<TwinEstimate> moved(List<TwinEstimate> start, double[] point) {
        List<TwinEstimate> moved = new ArrayList<>();
        for (int twin = 0; twin < start.size(); twin++) {
            TwinEstimate from = start.get(twin);
            moved.add(new TwinEstimate(
                    from.loadFactor(),
                    Math.clamp(from.snrOffsetDb() + point[twin * SEARCHED], -25, 25),
                    StrictMath.pow(2, Math.clamp(point[twin * SEARCHED + 1], -2, 2)),
                    StrictMath.pow(2, Math.clamp(point[twin * SEARCHED + 2], -2, 2))));
        }
        return moved;
    }

    /** Takes from the search only the twins that it improved: what it drew by chance for the others stays out. */
    private List<TwinEstimate> pick(
            Replay replay, List<TwinSnapshot> observed, List<TwinEstimate> matched, List<TwinEstimate> searched) {
        long[] seeds = seeds(15, 3);
        List<TwinSnapshot> ofMatched = replay.run(matched, seeds);
        List<TwinSnapshot> ofSearched = replay.run(searched, seeds);
        List<TwinEstimate> picked = new ArrayList<>();
        for (int twin = 0; twin < matched.size(); twin++) {
            boolean better =
                    Fidelity.distance(observed, ofSearched, twin) < Fidelity.distance(observed, ofMatched, twin);
            picked.add(better ? searched.get(twin) : matched.get(twin));
        }
        return picked;
    }

    /** Keeps the candidate that does best on seeds nobody was fitted to; the first one is the prior. */
    private CalibrationResult judge(
            Scenario prior, Replay replay, List<TwinSnapshot> observed, List<List<TwinEstimate>> candidates) {
        long[] seeds = seeds(20, 8);
        List<TwinSnapshot> before = replay.run(candidates.getFirst(), seeds);
        double distanceBefore = Fidelity.distance(observed, before);
        List<TwinEstimate> best = candidates.getFirst();
        List<TwinSnapshot> after = before;
        double distanceAfter = distanceBefore;
        for (List<TwinEstimate> candidate : candidates.subList(1, candidates.size())) {
            List<TwinSnapshot> simulated = replay.run(candidate, seeds);
            double distance = Fidelity.distance(observed, simulated);
            if (distance < distanceAfter) {
                best = candidate;
                after = simulated;
                distanceAfter = distance;
            }
        }
        List<FidelityEntry> entries = new ArrayList<>();
        for (int twin = 0; twin < prior.twins().size(); twin++) {
            for (Kpi kpi : Kpi.values()) {
                double[] seen = Fidelity.series(observed, twin, kpi);
                entries.add(new FidelityEntry(
                        prior.twins().get(twin).name(),
                        kpi,
                        Fidelity.distance(kpi, seen, Fidelity.series(before, twin, kpi)),
                        Fidelity.distance(kpi, seen, Fidelity.series(after, twin, kpi))));
            }
        }
        return new CalibrationResult(replay.cell(best), best, distanceBefore, distanceAfter, entries);
    }

    private long[] seeds(int first, int count) {
        long[] seeds = new long[count];
        Arrays.setAll(seeds, i -> seed * 1_000_003 + first + i);
        return seeds;
    }

    private static double mean(List<TwinSnapshot> windows, int twin, Kpi kpi) {
        double[] values = Fidelity.series(windows, twin, kpi);
        return Arrays.stream(values).sum() / values.length;
    }
}
