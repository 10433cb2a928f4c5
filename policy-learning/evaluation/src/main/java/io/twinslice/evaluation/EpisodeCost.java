package io.twinslice.evaluation;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Reward;
import java.util.List;

/**
 * What an episode cost, in seconds: the SLA-violation seconds, and the reward only where these are equal. The reward's
 * part is the negated reward as a share of the worst there is, and the whole of it counts no more than one broken
 * window of one twin. So fewer violation seconds always win.
 *
 * @param worstReward of a window, below 0
 * @param windows of the episode
 */
public record EpisodeCost(double worstReward, int windows) {
    public EpisodeCost {
        if (!(worstReward < 0) || windows < 1) {
            throw new IllegalArgumentException(
                    "needs a worst reward below 0 and a window, not " + worstReward + " and " + windows);
        }
    }

    /** The cost of episodes of these twins. */
    public static EpisodeCost of(List<TwinProfile> twins, int windows) {
        return new EpisodeCost(Reward.worst(twins), windows);
    }

    /** The cost of a whole episode; infinite when it failed. */
    public double of(EpisodeScore score) {
        return score.failed()
                ? Double.POSITIVE_INFINITY
                : score.violationSeconds() + tieBreak(score.reward(), score.windowMillis());
    }

    /** The cost of one window; the windows of an episode add up to its cost. */
    double of(TwinSnapshot window, QuotaPlan before) {
        int broken = 0;
        for (int twin = 0; twin < window.slices(); twin++) {
            broken += window.isBroken(twin) ? 1 : 0;
        }
        return broken * (window.windowMillis() / 1000.0) + tieBreak(Reward.of(window, before), window.windowMillis());
    }

    private double tieBreak(double reward, int windowMillis) {
        return reward / worstReward / windows * (windowMillis / 1000.0);
    }
}
