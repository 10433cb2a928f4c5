package io.twinslice.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.env.NamedScenario;
import io.twinslice.env.Split;
import io.twinslice.evaluation.EpisodeScore;
import io.twinslice.learners.Checkpoints;
import io.twinslice.learners.ErlPlan;
import io.twinslice.learners.PortableTask;
import io.twinslice.learners.PortableTasks;
import io.twinslice.learners.RolloutPool;
import io.twinslice.model.QuotaPlan;
import io.twinslice.networks.Mlp;
import io.twinslice.policy.ActionMapping;
import io.twinslice.policy.Features;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PlanBenchmarkTest {
    private static final TrainingPlan PLAN = new TrainingPlan(
            "tiny",
            new TrainingPlan.Erl(new ErlPlan(
                    3,
                    4,
                    2,
                    2,
                    30,
                    8,
                    20,
                    1,
                    new ErlPlan.Evolution(1, 2, 0.3, 0.9, 0.2, 0.2, 1),
                    new ErlPlan.OffPolicy(2000, 96, 10, 16, 0.9, 0.02, 1e-3, 1e-3, 0.5, 2),
                    new ErlPlan.Guard(2, 100))),
            List.of("slot-loss", "suite:sla-flip"),
            1,
            new TrainingPlan.Benchmark(2, 20, 3, 1));

    /** Sends what can travel through its octets, and counts it. */
    private static final class Travelling implements RolloutPool {
        private int travelled;
        private int stayed;

        @Override
        public <T> List<T> run(List<Supplier<T>> tasks) {
            List<T> results = new ArrayList<>();
            for (Supplier<T> task : tasks) {
                if (task instanceof PortableTask<T> portable) {
                    travelled++;
                    results.add(portable.read(PortableTasks.perform(
                            PortableTasks.octets(portable), PlanBenchmarkTest.class.getClassLoader())));
                } else {
                    stayed++;
                    results.add(task.get());
                }
            }
            return results;
        }
    }

    @Test
    void trainingAndComparisonAreTheSameWhenEveryRolloutTravels() {
        TrainedPolicy here = PolicyTrainer.train(PLAN, RolloutPool.inCaller(), Checkpoints.none(), p -> {});
        Travelling travelling = new Travelling();
        TrainedPolicy there = PolicyTrainer.train(PLAN, travelling, Checkpoints.none(), p -> {});
        assertThat(there.network().parameters()).isEqualTo(here.network().parameters());
        assertThat(TrainingRecord.of(there)).isEqualTo(TrainingRecord.of(here));
        // Two clones and the learner's share of two generations.
        assertThat(travelling.stayed).isEqualTo(4);
        assertThat(travelling.travelled).isGreaterThan(20);
        List<PlanBenchmark.Table> tables =
                new PlanBenchmark(PLAN, RolloutPool.inCaller(), Runnable::run).play(here.network(), name -> {});
        assertThat(new PlanBenchmark(PLAN, travelling, Runnable::run).play(here.network(), name -> {}))
                .isEqualTo(tables);
        assertThat(tables).extracting(PlanBenchmark.Table::scenario).isEqualTo(PLAN.scenarios());
        assertThat(tables.getFirst().rows())
                .hasSize(12)
                .allSatisfy(row -> assertThat(row.episodes()).isEqualTo(2));
        assertThat(tables.getFirst().rows().getFirst().name()).isEqualTo(PlanBenchmark.LEARNED);
    }

    @Test
    void everyContenderTravelsAsItIs() {
        NamedScenario scenario = NamedScenario.of("suite:flash-crowd", Split.TEST, 15);
        Mlp network = Mlp.random(List.of(Features.INPUTS, 8, ActionMapping.PER_SLICE), 1f, new SplittableRandom(1));
        for (Contender contender : List.of(
                new Contender.Learned(network, 2, 30),
                new Contender.Rule(9),
                new Contender.Fixed(QuotaPlan.equalSplit(4)))) {
            ScoredEpisode episode = new ScoredEpisode(scenario, contender, 17);
            EpisodeScore score = episode.read(PortableTasks.perform(
                    PortableTasks.octets(episode), getClass().getClassLoader()));
            assertThat(score).isEqualTo(episode.get());
            assertThat(score.windows()).isEqualTo(15);
            assertThatThrownBy(() -> new ScoredEpisode(scenario, contender, 18).read(ScoredEpisode.answer(score)))
                    .hasMessageContaining("seed 17");
        }
    }

    @Test
    void aHostileRequestIsRefused() {
        byte[] request = new ScoredEpisode(
                        NamedScenario.of("slot-loss", Split.TEST, 15), new Contender.Fixed(QuotaPlan.equalSplit(4)), 1)
                .request();
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 300; round++) {
            byte[] cut = Arrays.copyOf(request, random.nextInt(request.length));
            assertThatThrownBy(() -> ScoredEpisode.parse(cut)).isInstanceOf(IllegalArgumentException.class);
            byte[] changed = request.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                ScoredEpisode.parse(changed);
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }
}
