package io.twinslice.env;

import io.twinslice.ransim.Disturbance;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A transmitter nearby that switches on and off as a two-state Markov chain in continuous time, heard by all.
 *
 * @param meanOnMillis mean time that it is on
 * @param meanOffMillis mean time that it is off
 * @param snrOffsetDb added to the SNR while it is on
 */
public record MarkovRecipe(Interval meanOnMillis, Interval meanOffMillis, Interval snrOffsetDb) {
    private static final long SALT = 0x1F7E_4F34L;

    public MarkovRecipe {
        if (meanOnMillis.low() < 1 || meanOffMillis.low() < 1) {
            throw new IllegalArgumentException("mean times are at least 1 ms");
        }
    }

    List<Disturbance> draw(long seed, Split split, long offsetMillis, long episodeMillis) {
        SplittableRandom random = new SplittableRandom(seed ^ SALT);
        double on = meanOnMillis.at(split.share(EventRecipe.uniform(random)));
        double off = meanOffMillis.at(split.share(EventRecipe.uniform(random)));
        double snr = snrOffsetDb.at(split.share(EventRecipe.uniform(random)));
        boolean isOn = EventRecipe.uniform(random) < on / (on + off);
        List<Disturbance> drawn = new ArrayList<>();
        double now = 0;
        while (now < episodeMillis) {
            double length = -StrictMath.log(1 - EventRecipe.uniform(random)) * (isOn ? on : off);
            double end = Math.min((double) episodeMillis, now + length);
            if (isOn) {
                drawn.add(new Disturbance(
                        offsetMillis + Math.round(now), offsetMillis + Math.round(end), Disturbance.CELL, 1, snr, 1));
            }
            now = end;
            isOn = !isOn;
        }
        return drawn;
    }
}
