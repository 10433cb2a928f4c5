package io.twinslice.learners.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.env.Scenario;
import io.twinslice.env.ScenarioSuite;
import io.twinslice.env.Split;
import io.twinslice.learners.RolloutPool;
import io.twinslice.learners.SplitMix;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CertifiedErlTest {
    private static final SuitePlan TINY = new SuitePlan(3, 12, 1, 4, 1, 20, 4, 0.003, 2, 2, 10, 60, 4, 1, 2);
    private static final QuotaPlan EQUAL = QuotaPlan.equalGuarantee(4);

    @Test
    void whatIsLearnedIsTheSameOnAnyPoolAndKernelAndBreaksNoMorePromisesThanTheConstantPlanInSelection() {
        Learned alone = new CertifiedErl(TINY, RolloutPool.inCaller(), Kernel.plain()).learn(cell(), stage -> {});
        Learned together;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            together = new CertifiedErl(TINY, RolloutPool.on(two), Kernel.fastest()).learn(cell(), stage -> {});
        }
        assertThat(together.repertoire()).isEqualTo(alone.repertoire());
        assertThat(together.network().parameters()).isEqualTo(alone.network().parameters());
        assertThat(together.patience()).isEqualTo(alone.patience());
        assertThat(together.fitness()).isEqualTo(alone.fitness());
        assertThat(together.environmentSteps()).isEqualTo(alone.environmentSteps());
        assertThat(alone.fitness()).isLessThanOrEqualTo(alone.firstPlanFitness());
        assertThat(alone.environmentSteps()).isGreaterThan(3_000);
        List<Play.Outcome> again = cell().selectionSeeds().stream()
                .map(seed -> Play.whole(cell().selection(), seed, alone.policy("again")))
                .toList();
        assertThat(Fitness.of(again)).isEqualTo(alone.fitness());
    }

    @Test
    void criticsThatAreAddedUpExpectTheSumOfWhatTheyExpected() {
        CostCritics critics = new CostCritics(2, 3, Kernel.plain(), new SplitMix(1));
        SplitMix random = new SplitMix(2);
        List<CostCritics.Moment> moments = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            float[] seen = new float[Observation.size(2)];
            for (int j = 0; j < seen.length; j++) {
                seen[j] = random.nextFloat();
            }
            // Plan 1 saves twin 0 what the first number says, plan 2 costs PRBs.
            moments.add(new CostCritics.Moment(seen, new float[] {1, 0, 0, 1 - seen[0], 0, 0, 1, 0, 0.5f}));
        }
        critics.fit(moments, 400, new SplitMix(3));
        Mlp summed = critics.summed();
        float[] expected = new float[3];
        for (CostCritics.Moment moment : moments) {
            summed.forward(moment.seen(), expected);
            assertThat(expected[0]).isBetween(-0.1f, 0.1f);
            assertThat(expected[1]).isBetween(-moment.seen()[0] - 0.2f, -moment.seen()[0] + 0.2f);
            assertThat(expected[2]).isBetween(0.4f, 0.6f);
        }
    }

    @Test
    void theLibraryTakesWhatHelpsMostWhereTheOthersDoBadly() {
        List<double[]> costs =
                List.of(new double[] {1, 0, 5, 1}, new double[] {1, 5, 0, 1}, new double[] {1, 5, 0, 1}, new double[] {
                    0, 5, 5, 0
                });
        assertThat(PlanLibrary.greedy(costs, 4)).containsExactly(0, 2, 1);
        assertThat(PlanLibrary.greedy(costs, 2)).containsExactly(0, 2);
    }

    @Test
    void candidatesAreAsManyAsWantedEachOnceAndTheKnownOnesAmongThem() {
        QuotaPlan full = new QuotaPlan(List.of(
                new PrbQuota(10, 60, 60), new PrbQuota(0, 40, 90), new PrbQuota(0, 0, 5), new PrbQuota(0, 0, 100)));
        List<QuotaPlan> plans = PlanLibrary.candidates(List.of(full, EQUAL), 150, new SplitMix(5));
        assertThat(plans).hasSize(150).doesNotHaveDuplicates().startsWith(full, EQUAL);
        assertThat(PlanLibrary.lifted(full, 2, 50).quotas())
                .containsExactly(
                        new PrbQuota(0, 30, 60),
                        new PrbQuota(0, 20, 90),
                        new PrbQuota(0, 50, 100),
                        new PrbQuota(0, 0, 100));
    }

    @Test
    void brokenPromisesCountBeforeTheTailAndTheTailBeforePrbs() {
        Fitness good = new Fitness(1.0, 5, 3000);
        assertThat(good).isLessThan(new Fitness(1.2, 1, 1000));
        assertThat(good).isLessThan(new Fitness(1.0, 6, 1000));
        assertThat(good).isLessThan(new Fitness(1.04, 5, 3001));
        assertThat(new Fitness(1.04, 5, 2999)).isLessThan(good);
        assertThat(Fitness.of(IntStream.range(0, 20)
                        .mapToObj(i -> new Play.Outcome(i, 100 * i, 600))
                        .toList()))
                .isEqualTo(new Fitness(9.5, 18.5, 950));
    }

    @Test
    void withoutEndOfPatienceThePolicyStaysWithItsFirstPlan() {
        float[] parameters = new float[Mlp.parameterCount(List.of(Observation.size(4), 2, 2))];
        Arrays.fill(parameters, 0);
        parameters[parameters.length - 2] = 1;
        Mlp prefersTheSecond = new Mlp(List.of(Observation.size(4), 2, 2), parameters);
        List<QuotaPlan> repertoire = List.of(EQUAL, QuotaPlan.unsliced(4));
        try (Play play = Play.begin(cell().training(), 1)) {
            for (double patience : new double[] {0, 0.9, 1.1, Double.POSITIVE_INFINITY}) {
                ChoosingPolicy policy = new ChoosingPolicy("test", repertoire, prefersTheSecond, patience);
                assertThat(policy.decide(play.reported()).plan()).isEqualTo(repertoire.get(patience < 1 ? 1 : 0));
            }
        }
    }

    private static SuiteCell cell() {
        ScenarioSuite suite = ScenarioSuite.synthetic();
        Scenario train = suite.scenario("kpm-blind", Split.TRAIN).withWindows(60);
        Scenario selection = suite.scenario("kpm-blind", Split.VALIDATION).withWindows(60);
        return new SuiteCell(
                train::environment,
                Split.TRAIN.seeds(20),
                selection::environment,
                Split.VALIDATION.seeds(3),
                List.of(EQUAL));
    }
}
