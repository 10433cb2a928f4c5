package io.twinslice.evaluation.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.evaluation.scores.Interval;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often the 95 % intervals hold a truth that is known exactly. */
class CoverageTest {
    private static final double BANDIT_TRUTH = SmallWorlds.banditValue(SmallWorlds.BANDIT_TARGET);
    private static final double CHAIN_TRUTH = SmallWorlds.chainValue(SmallWorlds.CHAIN_TARGET, 0.9);

    @ParameterizedTest
    @EnumSource(Estimator.class)
    void intervalsOfABanditCoverItsValue(Estimator estimator) {
        assertThat(banditCoverage(estimator, 60)).isGreaterThanOrEqualTo(0.90);
    }

    @ParameterizedTest
    @EnumSource(Estimator.class)
    void intervalsOfAChainCoverItsValue(Estimator estimator) {
        assertThat(chainCoverage(estimator, 40)).isGreaterThanOrEqualTo(0.875);
    }

    @Tag("nightly")
    @ParameterizedTest
    @EnumSource(Estimator.class)
    void overManyLogsTheIntervalsCoverAsOftenAsTheySay(Estimator estimator) {
        double bandit = banditCoverage(estimator, 1000);
        double chain = chainCoverage(estimator, 1000);
        System.out.printf(
                Locale.ROOT, "%-4s bandit %.1f %%, chain %.1f %%%n", estimator.shortName(), 100 * bandit, 100 * chain);
        // Three standard errors of a share of 1,000.
        assertThat(bandit).isGreaterThanOrEqualTo(0.95 - 0.0207);
        assertThat(chain).isGreaterThanOrEqualTo(0.95 - 0.0207);
    }

    private static double banditCoverage(Estimator estimator, int trials) {
        ActionProbabilities policy = SmallWorlds.byState(SmallWorlds.BANDIT_TARGET);
        return coverage(
                random -> SmallWorlds.bandit(250, SmallWorlds.BANDIT_LOGGED, random),
                policy,
                1,
                BANDIT_TRUTH,
                estimator,
                trials);
    }

    private static double chainCoverage(Estimator estimator, int trials) {
        ActionProbabilities policy = SmallWorlds.byState(SmallWorlds.CHAIN_TARGET);
        return coverage(
                random -> SmallWorlds.chain(200, SmallWorlds.CHAIN_LOGGED, random),
                policy,
                0.9,
                CHAIN_TRUTH,
                estimator,
                trials);
    }

    private static double coverage(
            Function<SplittableRandom, LoggedData> world,
            ActionProbabilities policy,
            double discount,
            double truth,
            Estimator estimator,
            int trials) {
        SplittableRandom random = new SplittableRandom(2026);
        int covered = 0;
        for (int trial = 0; trial < trials; trial++) {
            // No least effective size: a refusal of the hard logs would flatter the others.
            EvaluationRules rules = new EvaluationRules(discount, 5, 0, 0, 0, 0.95, 10, trial);
            OffPolicyEvaluator evaluator = new OffPolicyEvaluator(world.apply(random), policy, rules);
            Interval interval = switch (evaluator.estimate(estimator)) {
                case OffPolicyAnswer.Estimated estimated -> estimated.value();
                case OffPolicyAnswer.NoSupport refused -> throw new AssertionError(refused.reason());
            };
            covered += interval.contains(truth) ? 1 : 0;
        }
        return covered / (double) trials;
    }
}
