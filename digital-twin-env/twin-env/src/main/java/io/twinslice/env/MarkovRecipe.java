package io.twinslice.env;

import io.twinslice.ransim.Disturbance;
import io.twinslice.ransim.Interferer;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A transmitter nearby that switches on and off at random and is heard by all, drawn for each episode.
 *
 * @param meanOnMillis mean time that it is on, 10..1e6
 * @param meanOffMillis mean time that it is off, 10..1e6
 * @param snrOffsetDb added to the SNR of the PRBs that it hits while it is on, -60..0
 * @param bandShare share of the PRBs that it hits, above 0 and at most 1
 */
public record MarkovRecipe(Interval meanOnMillis, Interval meanOffMillis, Interval snrOffsetDb, Interval bandShare) {
    private static final long SALT = 0x1F7E_4F34L;

    List<Disturbance> draw(long seed, Split split, long offsetMillis, long episodeMillis) {
        SplittableRandom random = new SplittableRandom(seed ^ SALT);
        double on = meanOnMillis.at(split.share(EventRecipe.uniform(random)));
        double off = meanOffMillis.at(split.share(EventRecipe.uniform(random)));
        double snr = snrOffsetDb.at(split.share(EventRecipe.uniform(random)));
        double band = bandShare.at(split.share(EventRecipe.uniform(random)));
        return new Interferer(snr, band, on, off)
                .between(offsetMillis, offsetMillis + episodeMillis, random.nextLong());
    }
}
