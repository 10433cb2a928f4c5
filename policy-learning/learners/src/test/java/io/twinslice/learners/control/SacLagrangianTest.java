package io.twinslice.learners.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import io.twinslice.env.ScenarioSuite;
import io.twinslice.env.Split;
import io.twinslice.env.Step;
import io.twinslice.learners.SplitMix;
import io.twinslice.learners.suite.LearnedActor;
import io.twinslice.learners.suite.SuiteCell;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.networks.Kernel;
import io.twinslice.policy.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

class SacLagrangianTest {
    private static final long STEPS = 6_000;

    @Test
    void theSameSeedLearnsTheSamePolicyOnBothKernelsAndAnotherSeedAnother() {
        LearnedActor plain = new SacLagrangian(1, Kernel.plain()).learn(cell(), STEPS);
        LearnedActor fast = new SacLagrangian(1, Kernel.fastest()).learn(cell(), STEPS);
        assertThat(fast.network().parameters()).isEqualTo(plain.network().parameters());
        assertThat(plain.environmentSteps()).isEqualTo(STEPS);
        assertThat(new SacLagrangian(2, Kernel.fastest())
                        .learn(cell(), STEPS)
                        .network()
                        .parameters())
                .isNotEqualTo(plain.network().parameters());
        Policy policy = plain.policy("sac");
        try (Environment environment = cell().training().get()) {
            TwinSnapshot first = ((Step.Running) environment.reset(1)).snapshot();
            QuotaPlan plan = policy.decide(first).plan();
            policy.restart();
            assertThat(policy.decide(first).plan()).isEqualTo(plan);
        }
    }

    @Test
    void whatIsInTheMemoryIsWorthWhatTodaysPricesSay() {
        Memory memory = new Memory(3, 2, new Pendulum());
        for (int i = 0; i < 4; i++) {
            assertThat(memory.nextPlace()).isEqualTo(i % 3);
            memory.add(new float[3], new float[1], i, new float[3], false, false);
        }
        memory.reprice(place -> 10 + place);
        memory.draw(new SplitMix(1));
        for (float reward : memory.rewards) {
            assertThat(reward).isBetween(10f, 12f);
        }
    }

    private static SuiteCell cell() {
        Scenario train =
                ScenarioSuite.synthetic().scenario("liar-slice", Split.TRAIN).withWindows(100);
        return new SuiteCell(
                train::environment,
                Split.TRAIN.seeds(3),
                train::environment,
                Split.VALIDATION.seeds(1),
                List.of(QuotaPlan.equalGuarantee(4)));
    }
}
