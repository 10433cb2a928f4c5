package io.twinslice.sync.drift;

import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Measures a detector: how often it cries wolf on a steady stream, and how soon it finds a shift. After an alarm it
 * begins anew, as in the mirror. Deterministic.
 *
 * @param steadyWindows windows of the steady stream, at least 1000
 * @param trials shifts up and as many down, at least 1
 * @param quietWindows windows before each shift, at least {@link PageHinkley#LEARNING}
 * @param within windows after it in which it ought to be found, at least 1
 * @param shift share of the load that comes or goes, above 0 and below 1
 */
public record DriftTrial(int steadyWindows, int trials, int quietWindows, int within, double shift) {
    /** The shift and the time that twin synchronisation is held to. */
    public static final DriftTrial STANDARD = new DriftTrial(100_000, 200, 300, 30, 0.2);

    /** How long a trial waits for an alarm, as a multiple of the time it ought to take. */
    private static final int PATIENCE = 10;

    public DriftTrial {
        if (steadyWindows < 1000 || trials < 1 || quietWindows < PageHinkley.LEARNING || within < 1) {
            throw new IllegalArgumentException("a trial needs at least 1000 steady windows, 1 shift, "
                    + PageHinkley.LEARNING + " quiet windows and 1 window to find it in");
        }
        if (!(shift > 0 && shift < 1)) {
            throw new IllegalArgumentException("shift must be above 0 and below 1, not " + shift);
        }
    }

    /** A load that can be multiplied. */
    public interface Stream {
        /** Multiplies the load from the next window on. */
        void scale(double factor);

        /** The next window's load. */
        double next();
    }

    /**
     * What was measured.
     *
     * @param falseAlarms on the steady stream
     * @param steadyWindows length of that stream
     * @param shifts up and down
     * @param foundWithin share of the shifts that were found in time, 0..1
     * @param medianDelay windows until half of the shifts were found; not found counts as the longest wait
     * @param p95Delay windows until 95 % of them were found
     * @param relativeDeviation standard deviation of the steady stream over its mean: how hard the task is
     */
    public record Outcome(
            int falseAlarms,
            int steadyWindows,
            int shifts,
            double foundWithin,
            int medianDelay,
            int p95Delay,
            double relativeDeviation) {
        /** False alarms in 10⁵ windows. */
        public double falseAlarmsPer100000() {
            return falseAlarms * 1e5 / steadyWindows;
        }
    }

    /** The stream of one twin. */
    public static Stream of(OfferedLoad load) {
        return new Stream() {
            @Override
            public void scale(double factor) {
                load.scale(factor);
            }

            @Override
            public double next() {
                return load.nextKbit();
            }
        };
    }

    /**
     * Runs the trial.
     *
     * @param streams a fresh steady stream for each seed
     * @param detectors fresh detectors
     */
    public Outcome run(LongFunction<? extends Stream> streams, Supplier<? extends DriftDetector> detectors, long seed) {
        Stream steady = streams.apply(seed);
        DriftDetector watching = detectors.get();
        int falseAlarms = 0;
        double sum = 0;
        double squares = 0;
        for (int window = 0; window < steadyWindows; window++) {
            double value = steady.next();
            sum += value;
            squares += value * value;
            if (watching.observe(value)) {
                falseAlarms++;
                watching.reset();
            }
        }
        double mean = sum / steadyWindows;
        int[] delays = new int[2 * trials];
        for (int trial = 0; trial < delays.length; trial++) {
            double factor = trial % 2 == 0 ? 1 + shift : 1 - shift;
            delays[trial] = delay(streams.apply(seed + 1 + trial), detectors.get(), factor);
        }
        Arrays.sort(delays);
        long inTime = Arrays.stream(delays).filter(delay -> delay <= within).count();
        return new Outcome(
                falseAlarms,
                steadyWindows,
                delays.length,
                inTime / (double) delays.length,
                delays[(delays.length - 1) / 2],
                delays[(int) Math.ceil(0.95 * delays.length) - 1],
                Math.sqrt(Math.max(0, squares / steadyWindows - mean * mean)) / mean);
    }

    private int delay(Stream stream, DriftDetector detector, double factor) {
        for (int window = 0; window < quietWindows; window++) {
            detector.observe(stream.next());
        }
        stream.scale(factor);
        for (int window = 1; window < PATIENCE * within; window++) {
            if (detector.observe(stream.next())) {
                return window;
            }
        }
        return PATIENCE * within;
    }
}
