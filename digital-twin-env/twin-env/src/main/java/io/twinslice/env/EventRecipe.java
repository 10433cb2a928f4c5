package io.twinslice.env;

import io.twinslice.ransim.Disturbance;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How an event is drawn for an episode. Times are shares of the scored episode, so that a shortened scenario keeps its
 * events.
 *
 * @param name what happens, for tables
 * @param probability chance that it happens at all in an episode, 0..1
 * @param twin index of the twin it happens to, or {@link Disturbance#CELL}
 * @param start when it begins, share of the episode
 * @param duration how long it lasts, share of the episode
 * @param loadFactor multiplies the load
 * @param snrOffsetDb added to the SNR
 * @param prbFactor share of the PRBs that stays usable
 * @param steps 1 for a jump; more for a ramp that reaches its full size in so many equal steps
 */
public record EventRecipe(
        String name,
        double probability,
        int twin,
        Interval start,
        Interval duration,
        Interval loadFactor,
        Interval snrOffsetDb,
        Interval prbFactor,
        int steps) {
    private static final Interval NO_FACTOR = Interval.of(1);
    private static final Interval NO_OFFSET = Interval.of(0);

    public EventRecipe {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be 0..1, not " + probability);
        }
        if (start.low() < 0 || duration.low() < 0) {
            throw new IllegalArgumentException("an event begins at 0 or later and does not last a negative time");
        }
        if (steps < 1 || steps > 100) {
            throw new IllegalArgumentException("steps must be 1..100, not " + steps);
        }
    }

    /** A load that jumps. */
    public static EventRecipe load(
            String name, double chance, int twin, Interval start, Interval duration, Interval by) {
        return new EventRecipe(name, chance, twin, start, duration, by, NO_OFFSET, NO_FACTOR, 1);
    }

    /** A channel that drifts to its new mean over the duration, in steps. */
    public static EventRecipe drift(
            String name, double chance, int twin, Interval start, Interval duration, Interval snrOffsetDb) {
        return new EventRecipe(name, chance, twin, start, duration, NO_FACTOR, snrOffsetDb, NO_FACTOR, 12);
    }

    /** PRBs that go missing. */
    public static EventRecipe slotLoss(String name, double chance, Interval start, Interval duration, Interval left) {
        return new EventRecipe(name, chance, Disturbance.CELL, start, duration, NO_FACTOR, NO_OFFSET, left, 1);
    }

    /** The same event in the rest of an episode whose first part, this share of it, is quiet. */
    EventRecipe after(double quiet) {
        double rest = 1 - quiet;
        return new EventRecipe(
                name,
                probability,
                twin,
                new Interval(quiet + rest * start.low(), quiet + rest * start.high()),
                new Interval(rest * duration.low(), rest * duration.high()),
                loadFactor,
                snrOffsetDb,
                prbFactor,
                steps);
    }

    /**
     * Draws the event for one episode.
     *
     * @param offsetMillis when the scored episode begins, in the RAN's time
     * @param episodeMillis its length
     */
    List<Disturbance> draw(SplittableRandom random, Split split, long offsetMillis, long episodeMillis) {
        // Every recipe takes the same number of draws, so that a changed chance leaves the other events alone.
        boolean happens = uniform(random) < probability;
        double from = start.at(split.share(uniform(random))) * episodeMillis;
        double length = duration.at(split.share(uniform(random))) * episodeMillis;
        double load = loadFactor.at(split.share(uniform(random)));
        double snr = snrOffsetDb.at(split.share(uniform(random)));
        double prbs = prbFactor.at(split.share(uniform(random)));
        List<Disturbance> drawn = new ArrayList<>();
        if (!happens) {
            return drawn;
        }
        for (int step = 0; step < steps; step++) {
            double reached = (step + 1.0) / steps;
            drawn.add(new Disturbance(
                    offsetMillis + Math.round(from + length * step / steps),
                    offsetMillis + Math.round(from + length * (step + 1) / steps),
                    twin,
                    1 + (load - 1) * reached,
                    snr * reached,
                    1 + (prbs - 1) * reached));
        }
        return drawn;
    }

    static double uniform(SplittableRandom random) {
        return (random.nextLong() >>> 11) * 0x1p-53;
    }
}
