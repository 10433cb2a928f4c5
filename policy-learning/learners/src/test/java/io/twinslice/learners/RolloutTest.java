package io.twinslice.learners;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.env.Environment;
import io.twinslice.env.ScenarioSuite;
import io.twinslice.env.Split;
import io.twinslice.env.Step;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Baselines;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Features;
import io.twinslice.policy.Policy;
import io.twinslice.policy.Shield;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RolloutTest {
    private static final ErlPlan PLAN = Plans.tiny(1, 1);

    /** Reports the first window for ever; what happens goes on. */
    private static final class Silent implements Environment {
        private final FluidCell cell = new FluidCell(PLAN.episodeWindows());
        private Optional<TwinSnapshot> first = Optional.empty();
        private Optional<TwinSnapshot> truth = Optional.empty();

        @Override
        public Step reset(long seed) {
            Step step = cell.reset(seed);
            first = truth = Optional.of(((Step.Running) step).snapshot());
            return step;
        }

        @Override
        public Step step(QuotaPlan plan) {
            Step step = cell.step(plan);
            truth = Optional.of(
                    switch (step) {
                        case Step.Running(TwinSnapshot next) -> next;
                        case Step.Truncated(TwinSnapshot next) -> next;
                        case Step.Terminated(TwinSnapshot next) -> next;
                        case Step.Failed failed -> throw new AssertionError(failed.reason());
                    });
            return step instanceof Step.Running
                    ? new Step.Running(first.orElseThrow())
                    : new Step.Truncated(first.orElseThrow());
        }

        @Override
        public Optional<TwinSnapshot> truth() {
            return truth;
        }
    }

    @Test
    void anEpisodeIsPaidByWhatHappenedAndSeesWhatWasReported() {
        // Reached in one step, so that both episodes have the same plans.
        Policy unsliced = Baselines.unsliced(3);
        EpisodeResult open = Rollout.play(PLAN, () -> new FluidCell(PLAN.episodeWindows()), 7, unsliced);
        EpisodeResult silent = Rollout.play(PLAN, Silent::new, 7, unsliced);
        assertThat(open.brokenWindows()).isPositive();
        assertThat(silent.brokenWindows()).isEqualTo(open.brokenWindows());
        assertThat(silent.reward()).isEqualTo(open.reward());
        assertThat(silent.heldPrbs()).isEqualTo(open.heldPrbs());
        assertThat(silent.trajectory().orElseThrow().rewards())
                .isEqualTo(open.trajectory().orElseThrow().rewards());
        short[] codes = silent.trajectory().orElseThrow().codes();
        int width = 3 * Features.PER_SLICE;
        for (int at = 0; at < codes.length; at++) {
            assertThat(codes[at]).isEqualTo(codes[at % width]);
        }
    }

    @Test
    void nobodyDecidesWithoutANewReport() {
        List<Long> decided = new ArrayList<>();
        Policy counting = new Policy() {
            @Override
            public String name() {
                return "counting";
            }

            @Override
            public Decision decide(TwinSnapshot snapshot) {
                decided.add(snapshot.windowEndMillis());
                return Decision.certain(QuotaPlan.equalGuarantee(3));
            }
        };
        Rollout.play(PLAN, Silent::new, 7, counting);
        assertThat(decided).hasSize(1);
    }

    @Test
    void aLiarDoesNotChangeWhatItsEpisodeIsWorth() {
        Environment told =
                ScenarioSuite.synthetic().scenario("liar-slice", Split.TRAIN).environment();
        EpisodeResult result = Rollout.play(PLAN, () -> told, 3, Baselines.unsliced(4));
        Environment replayed =
                ScenarioSuite.synthetic().scenario("liar-slice", Split.TRAIN).environment();
        replayed.reset(3);
        double used = 0;
        for (int window = 0; window < PLAN.episodeWindows(); window++) {
            replayed.step(new Shield(PLAN.guard().envelope(4))
                    .admit(QuotaPlan.unsliced(4), QuotaPlan.unsliced(4))
                    .plan());
            TwinSnapshot truth = replayed.truth().orElseThrow();
            for (int i = 0; i < 4; i++) {
                double floor = PLAN.guard().envelope(4).floorPercent().get(i) * truth.prbCount() / 100.0;
                used += Math.max(floor, truth.reports().get(i).prbUsed());
            }
        }
        assertThat(result.heldPrbs()).isEqualTo(used / PLAN.episodeWindows());
    }
}
