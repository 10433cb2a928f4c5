package io.twinslice.env;

import io.twinslice.ransim.Disturbance;
import io.twinslice.ransim.Presence;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * UEs of a twin that enter the cell in a row, and leave it again after a while. All recipes of an episode draw the same
 * shares: where their intervals are the same, their UEs come together.
 *
 * @param twin index of the twin
 * @param firstUe the first of them; the twin's other UEs are always there
 * @param count how many, at least 1
 * @param start when the first enters, share of the episode
 * @param headwayMillis time between two of them
 * @param stay how long each is in the cell, share of the episode; beyond the end of the episode is fine
 * @param syncLoad load factor of the whole twin while they enter and for a second after: a digital twin that appears
 *     sends its whole state first
 */
public record StayRecipe(
        int twin, int firstUe, int count, Interval start, Interval headwayMillis, Interval stay, Interval syncLoad) {
    private static final long SYNC_MILLIS = 1000;
    private static final long SALT = 0x57A_9E5L;

    public StayRecipe {
        if (twin < 0 || firstUe < 0 || count < 1 || count > 256) {
            throw new IllegalArgumentException(
                    "needs indices and 1..256 UEs, not " + twin + "/" + firstUe + "/" + count);
        }
        if (start.low() < 0 || headwayMillis.low() < 0 || !(stay.low() > 0)) {
            throw new IllegalArgumentException("UEs enter at 0 or later, one after the other, and stay a while");
        }
    }

    /** What it means for one episode. */
    record Drawn(List<Presence> presences, Disturbance synchronising) {}

    Drawn draw(long seed, Split split, long offsetMillis, long episodeMillis) {
        SplittableRandom random = new SplittableRandom(seed ^ SALT);
        double from = start.at(split.share(EventRecipe.uniform(random))) * episodeMillis;
        double headway = headwayMillis.at(split.share(EventRecipe.uniform(random)));
        double length = stay.at(split.share(EventRecipe.uniform(random))) * episodeMillis;
        double load = syncLoad.at(split.share(EventRecipe.uniform(random)));
        long enter = offsetMillis + Math.round(from);
        List<Presence> presences = IntStream.range(0, count)
                .mapToObj(i -> {
                    long at = enter + Math.round(i * headway);
                    return new Presence(twin, firstUe + i, at, at + Math.max(1, Math.round(length)));
                })
                .toList();
        long until = enter + Math.round((count - 1) * headway) + SYNC_MILLIS;
        return new Drawn(presences, new Disturbance(enter, until, twin, load, 0, 1));
    }
}
