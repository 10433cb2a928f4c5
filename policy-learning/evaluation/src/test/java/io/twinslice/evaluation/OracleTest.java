package io.twinslice.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import io.twinslice.env.ScenarioSuite;
import io.twinslice.env.Scenarios;
import io.twinslice.env.Split;
import io.twinslice.env.Step;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Baselines;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OracleTest {
    private static final Oracle.Settings COARSE = new Oracle.Settings(10, 15, 2, 4);
    private static final int WINDOWS = 100;

    @ParameterizedTest
    @ValueSource(strings = {"slot-loss", "kpm-blind", "colosseum-trf1"})
    void noRuleIsBetterOnAnySeedAndInTheMeanTheOracleIsFirst(String name) {
        Scenario scenario =
                ScenarioSuite.synthetic().scenario(name, Split.VALIDATION).withWindows(WINDOWS);
        int slices = scenario.twins().size();
        EpisodeCost cost = EpisodeCost.of(scenario.twins(), WINDOWS);
        Oracle oracle = new Oracle(scenario::environment, rules(slices), cost, COARSE);
        for (long seed : Split.VALIDATION.seeds(2)) {
            double ours = cost.of(oracle.play(seed));
            for (Supplier<Policy> rule : rules(slices)) {
                try (Environment environment = scenario.environment()) {
                    assertThat(ours).isLessThan(cost.of(EpisodeRunner.run(environment, rule.get(), seed)));
                }
            }
        }
    }

    @Test
    void itPlaysAnEpisodeTheSameEachTime() {
        Scenario scenario = Scenarios.byName(Scenarios.DEFAULT).withWindows(30);
        EpisodeCost cost = EpisodeCost.of(scenario.twins(), 30);
        Oracle oracle = new Oracle(scenario::environment, rules(4), cost, COARSE);
        EpisodeScore first = oracle.play(9);
        assertThat(oracle.play(9)).isEqualTo(first);
        assertThat(first.windows()).isEqualTo(30);
        assertThat(first.failed()).isFalse();
    }

    @Test
    void itNeedsAPolicyAndABlockWithinItsHorizon() {
        EpisodeCost cost = new EpisodeCost(-1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Oracle(() -> Scenarios.byName(Scenarios.DEFAULT).environment(), List.of(), cost, COARSE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Oracle.Settings(5, 4, 1, 1));
    }

    @Test
    void oneBrokenWindowCostsMoreThanTheWorstReward() {
        EpisodeCost cost = new EpisodeCost(-50, 100);
        assertThat(cost.of(score(1, 0))).isEqualTo(0.1);
        assertThat(cost.of(score(0, -50 * 100))).isEqualTo(0.1);
        assertThat(cost.of(score(0, -10))).isLessThan(cost.of(score(0, -20)));
        assertThat(cost.of(new EpisodeScore(1, 100, List.of(0), 3, 0, 0, 0, 0, "broke")))
                .isInfinite();
    }

    @Test
    void theScoreIsNoughtForTheBestStaticPlanAndOneForTheOracle() {
        double[] bestStatic = {10, 12, 8};
        double[] policy = {6, 9, 5};
        double[] oracle = {2, 4, 2};
        Estimate half = NormalisedScore.of(bestStatic, policy, oracle, 1);
        assertThat(half.mean()).isEqualTo(10.0 / 22);
        assertThat(half.low()).isBetween(0.3, 10.0 / 22);
        assertThat(half.high()).isBetween(10.0 / 22, 0.6);
        assertThat(NormalisedScore.of(bestStatic, bestStatic, oracle, 1)).isEqualTo(new Estimate(0, 0, 0));
        assertThat(NormalisedScore.of(bestStatic, oracle, oracle, 1)).isEqualTo(new Estimate(1, 1, 1));
        assertThat(NormalisedScore.of(oracle, policy, oracle, 1).mean()).isNaN();
        assertThatIllegalArgumentException().isThrownBy(() -> NormalisedScore.of(bestStatic, policy, new double[2], 1));
    }

    @Test
    void nobodyDecidesWhereNoReportArrivesAndTheTruthIsScored() {
        Scenario scenario =
                ScenarioSuite.synthetic().scenario("kpm-blind", Split.TEST).withWindows(80);
        List<Long> decidedOn = new ArrayList<>();
        Policy policy = new Policy() {
            @Override
            public String name() {
                return "noting";
            }

            @Override
            public Decision decide(TwinSnapshot snapshot) {
                decidedOn.add(snapshot.windowEndMillis());
                return Decision.certain(QuotaPlan.equalSplit(4));
            }
        };
        try (Environment environment = scenario.environment()) {
            EpisodeScore score = EpisodeRunner.run(environment, policy, 1);
            assertThat(decidedOn).doesNotHaveDuplicates().hasSizeBetween(5, 70);
            assertThat(score.windows()).isEqualTo(80);
            assertThat(score.violationSeconds()).isEqualTo(trueViolationSeconds(scenario));
        }
    }

    @Test
    void staticPlansThatAreKnownAreNeverBeatenByTheSearch() {
        Scenario scenario = Scenarios.byName("quiet-shift").withWindows(20);
        EpisodeCost cost = EpisodeCost.of(scenario.twins(), 20);
        List<QuotaPlan> known = BestStatic.meanPlans(scenario::environment, Baselines.rules(4), 1);
        assertThat(known).hasSize(Baselines.rules(4).size());
        BestStatic.Found found =
                BestStatic.search(scenario::environment, 4, List.of(1L), cost::of, 1, 1, known, Runnable::run);
        for (QuotaPlan plan : known) {
            try (Environment environment = scenario.environment()) {
                assertThat(found.cost())
                        .isLessThanOrEqualTo(
                                cost.of(EpisodeRunner.run(environment, Baselines.fixed("known", plan), 1)));
            }
        }
    }

    private static double trueViolationSeconds(Scenario scenario) {
        int broken = 0;
        try (Environment environment = scenario.environment()) {
            environment.reset(1);
            Step step;
            do {
                step = environment.step(QuotaPlan.equalSplit(4));
                TwinSnapshot truth = environment.truth().orElseThrow();
                for (int twin = 0; twin < 4; twin++) {
                    broken += truth.isBroken(twin) ? 1 : 0;
                }
            } while (step instanceof Step.Running);
        }
        return broken * 0.1;
    }

    private static EpisodeScore score(int broken, double reward) {
        return new EpisodeScore(1, 100, List.of(broken), 100, 0, 0, reward, 0, "");
    }

    private static List<Supplier<Policy>> rules(int slices) {
        return IntStream.range(0, Baselines.rules(slices).size())
                .<Supplier<Policy>>mapToObj(i -> () -> Baselines.rules(slices).get(i))
                .toList();
    }
}
