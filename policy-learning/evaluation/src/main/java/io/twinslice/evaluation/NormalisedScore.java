package io.twinslice.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Where a policy stands between the best static plan, 0, and the oracle, 1: (cost of best static - cost) / (cost of
 * best static - cost of oracle), of mean costs over paired seeds.
 */
public final class NormalisedScore {
    private NormalisedScore() {}

    /**
     * The score with its 95 % bootstrap interval; whole episodes are resampled, for all three together.
     *
     * @param bestStatic cost of each episode under the best static plan
     * @param policy cost of the same episodes
     * @param oracle cost of the same episodes
     * @param seed of the resampling
     * @return NaN where the oracle is no better than the best static plan
     */
    public static Estimate of(double[] bestStatic, double[] policy, double[] oracle, long seed) {
        int episodes = bestStatic.length;
        if (policy.length != episodes || oracle.length != episodes) {
            throw new IllegalArgumentException(
                    "the episodes must be paired: " + episodes + ", " + policy.length + ", " + oracle.length);
        }
        double headroom = 0;
        double gain = 0;
        for (int i = 0; i < episodes; i++) {
            headroom += bestStatic[i] - oracle[i];
            gain += bestStatic[i] - policy[i];
        }
        if (!(headroom > 0)) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN);
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] scores = new double[Estimate.RESAMPLES];
        int kept = 0;
        for (int r = 0; r < Estimate.RESAMPLES; r++) {
            double resampledHeadroom = 0;
            double resampledGain = 0;
            for (int i = 0; i < episodes; i++) {
                int at = random.nextInt(episodes);
                resampledHeadroom += bestStatic[at] - oracle[at];
                resampledGain += bestStatic[at] - policy[at];
            }
            if (resampledHeadroom > 0) {
                scores[kept++] = resampledGain / resampledHeadroom;
            }
        }
        Arrays.sort(scores, 0, kept);
        return new Estimate(gain / headroom, scores[kept / 40], scores[kept - 1 - kept / 40]);
    }
}
