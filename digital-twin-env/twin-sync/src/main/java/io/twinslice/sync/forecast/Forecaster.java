package io.twinslice.sync.forecast;

import java.util.Arrays;

/**
 * Forecasts one stream one to {@value #LONGEST} windows ahead, with intervals that hold what comes as often as they
 * promise.
 *
 * <p>The value comes from the best of a few simple experts. The interval is conformal: the quantiles of the signed
 * errors that such forecasts made of late, in units of their size of late. Both ends follow the adaptive rule of Gibbs
 * and Candès ("Adaptive Conformal Inference Under Distribution Shift", NeurIPS 2021): an end that is missed too often
 * moves out, one that is missed too seldom moves in. So the share of intervals that hold tends to the promise for every
 * stream, also through drift; single intervals promise nothing.
 *
 * <p>Not thread-safe; an observation allocates nothing.
 */
public final class Forecaster {
    /** Most windows ahead. */
    public static final int LONGEST = 10;

    /** Forecasts that are judged before an interval is finite. */
    private static final int FEWEST = 20;

    private static final int RING = 16;
    private static final double STEP = 0.01;
    private static final double SIZE_PACE = 0.05;
    private static final double ROUNDING = 1e-9;
    private static final double SMALLEST = 1e-12;
    private static final double USUAL_PACE = 0.005;

    /** Errors are measured in no smaller units than this part of their usual size: a stream that rests is not over. */
    private static final double SMALLEST_UNIT = 0.5;

    private final double target;
    private final Experts experts = new Experts(LONGEST);
    private final Scores[] scores = new Scores[LONGEST + 1];
    private final double[] size = new double[LONGEST + 1];
    private final double[] usual = new double[LONGEST + 1];
    private final double[] missLow = new double[LONGEST + 1];
    private final double[] missHigh = new double[LONGEST + 1];
    private final long[] judged = new long[LONGEST + 1];
    private final long[] held = new long[LONGEST + 1];

    /** What was forecast in the latest windows, by window modulo {@value #RING}. */
    private final long[] origin = new long[RING];

    private final double[][][] opinion = new double[RING][Experts.COUNT][LONGEST + 1];
    private final double[][] value = new double[RING][LONGEST + 1];
    private final double[][] unit = new double[RING][LONGEST + 1];
    private final double[][] low = new double[RING][LONGEST + 1];
    private final double[][] high = new double[RING][LONGEST + 1];
    private double smallest = Double.POSITIVE_INFINITY;
    private double largest = Double.NEGATIVE_INFINITY;
    private long now;
    private int silent;

    /** @param coverage share of the intervals that are to hold, above 0 and below 1 */
    public Forecaster(double coverage) {
        if (!(coverage > 0 && coverage < 1)) {
            throw new IllegalArgumentException("coverage must be above 0 and below 1, not " + coverage);
        }
        target = (1 - coverage) / 2;
        Arrays.setAll(scores, horizon -> new Scores());
        Arrays.fill(missLow, target);
        Arrays.fill(missHigh, target);
        Arrays.fill(origin, -1);
    }

    /**
     * Takes in the value of the next window.
     *
     * @throws IllegalArgumentException when it is not finite; nothing has changed then
     */
    public void observe(double came) {
        if (!Double.isFinite(came)) {
            throw new IllegalArgumentException("an observation must be finite, not " + came);
        }
        now++;
        silent = 0;
        smallest = Math.min(smallest, came);
        largest = Math.max(largest, came);
        for (int horizon = 1; horizon <= LONGEST; horizon++) {
            judge(horizon, came);
        }
        experts.observe(came);
        int at = (int) (now % RING);
        origin[at] = now;
        for (int horizon = 1; horizon <= LONGEST; horizon++) {
            for (int expert = 0; expert < Experts.COUNT; expert++) {
                opinion[at][expert][horizon] = experts.forecast(expert, horizon);
            }
            value[at][horizon] = opinion[at][experts.best(horizon)][horizon];
            unit[at][horizon] = Math.max(Math.max(size[horizon], SMALLEST_UNIT * usual[horizon]), SMALLEST);
            boolean known = scores[horizon].size() >= FEWEST;
            double below = known ? scores[horizon].lower(1 - missLow[horizon]) : Double.NEGATIVE_INFINITY;
            double above = known ? scores[horizon].upper(1 - missHigh[horizon]) : Double.POSITIVE_INFINITY;
            low[at][horizon] = limited(value[at][horizon] + Math.min(below, above) * unit[at][horizon]) - rounding();
            high[at][horizon] = limited(value[at][horizon] + Math.max(below, above) * unit[at][horizon]) + rounding();
        }
    }

    /** No end of an interval is further out than all that was ever seen, and a half more. */
    private double limited(double end) {
        double margin = (largest - smallest) / 2;
        return Double.isFinite(end) ? Math.clamp(end, smallest - margin, largest + margin) : end;
    }

    /** A stream that never changes is hit but for the last binary digits. */
    private double rounding() {
        return ROUNDING * Math.max(Math.abs(smallest), Math.abs(largest));
    }

    private void judge(int horizon, double came) {
        int at = (int) ((now - horizon + RING) % RING);
        if (origin[at] != now - horizon) {
            return;
        }
        for (int expert = 0; expert < Experts.COUNT; expert++) {
            experts.judge(expert, horizon, came - opinion[at][expert][horizon]);
        }
        double missedBy = came - value[at][horizon];
        if (Double.isFinite(low[at][horizon])) {
            boolean under = came < low[at][horizon];
            boolean over = came > high[at][horizon];
            missLow[horizon] = moved(missLow[horizon], under);
            missHigh[horizon] = moved(missHigh[horizon], over);
            judged[horizon]++;
            held[horizon] += under || over ? 0 : 1;
        }
        long known = scores[horizon].size() + 1L;
        size[horizon] += Math.max(SIZE_PACE, 1.0 / known) * (Math.abs(missedBy) - size[horizon]);
        usual[horizon] += Math.max(USUAL_PACE, 1.0 / known) * (Math.abs(missedBy) - usual[horizon]);
        if (unit[at][horizon] > SMALLEST) {
            scores[horizon].add(missedBy / unit[at][horizon]);
        } else if (Math.abs(missedBy) <= rounding()) {
            scores[horizon].add(0);
        }
    }

    private double moved(double share, boolean missed) {
        // The rule has no limits; these keep it from running away while every interval holds or none does.
        return Math.clamp(share + STEP * (target - (missed ? 1 : 0)), -0.05, 0.6);
    }

    /** The next window has no value. */
    public void miss() {
        now++;
        silent = Math.min(silent + 1, LONGEST);
    }

    /** The stream has drifted: forecasts begin anew at its last value. */
    public void restart() {
        experts.restart();
    }

    /**
     * The forecast so many windows after the last one, be that observed or missed.
     *
     * @param horizon 1..{@value #LONGEST}; with what was missed before it at most that far
     */
    public Forecast ahead(int horizon) {
        if (horizon < 1 || horizon > LONGEST) {
            throw new IllegalArgumentException("horizon must be 1.." + LONGEST + ", not " + horizon);
        }
        if (experts.seen() == 0) {
            return new Forecast(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        int far = Math.min(LONGEST, horizon + silent);
        int at = (int) ((now - silent) % RING);
        if (origin[at] != now - silent) {
            // Longer silence than the ring remembers: the stream is as it was, and nobody knows how far from it.
            return new Forecast(experts.forecast(0, far), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        return new Forecast(value[at][far], low[at][far], high[at][far]);
    }

    /** How often the finite intervals of this horizon held so far. */
    public Coverage coverage(int horizon) {
        return new Coverage(judged[horizon], held[horizon]);
    }
}
