package io.twinslice.evaluation.offpolicy;

/**
 * How to evaluate, and when to refuse.
 *
 * @param discount of the rewards, above 0 and at most 1
 * @param folds of the cross-fitting: the Q of a doubly robust estimate never sees the cluster that it corrects; 2..20
 * @param leastEffectiveEpisodes fewest effective episodes
 * @param leastEffectiveShare fewest effective episodes, as a share of all
 * @param leastEffectiveClusters fewest effective clusters; at most as many as there are clusters are asked for
 * @param leastSupport smallest share of the policy's probability that must be on supported actions
 * @param seldom an action taken less often than this in the cell of a state is not supported there, at least 1
 * @param seed of the resampling and of the folds
 */
public record EvaluationRules(
        double discount,
        int folds,
        double leastEffectiveEpisodes,
        double leastEffectiveShare,
        double leastEffectiveClusters,
        double leastSupport,
        int seldom,
        long seed) {
    public EvaluationRules {
        if (!(discount > 0 && discount <= 1)) {
            throw new IllegalArgumentException("discount must be in (0, 1], not " + discount);
        }
        if (folds < 2 || folds > 20) {
            throw new IllegalArgumentException("folds must be 2..20, not " + folds);
        }
        if (!(leastEffectiveEpisodes >= 0 && leastEffectiveClusters >= 0)) {
            throw new IllegalArgumentException("effective sizes cannot be below 0");
        }
        if (!(leastEffectiveShare >= 0 && leastEffectiveShare <= 1) || !(leastSupport >= 0 && leastSupport <= 1)) {
            throw new IllegalArgumentException("shares must be in 0..1");
        }
        if (seldom < 1) {
            throw new IllegalArgumentException("seldom must be at least 1, not " + seldom);
        }
    }

    /** 50 effective episodes, 2 % of them, 5 effective clusters, support of 95 %, actions taken 10 times. */
    public static EvaluationRules standard(double discount, long seed) {
        return new EvaluationRules(discount, 5, 50, 0.02, 5, 0.95, 10, seed);
    }
}
