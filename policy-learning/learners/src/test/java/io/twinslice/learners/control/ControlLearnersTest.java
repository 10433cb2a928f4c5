package io.twinslice.learners.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.learners.SplitMix;
import io.twinslice.networks.Adam;
import io.twinslice.networks.Kernel;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ControlLearnersTest {
    private static final int ROWS = 32;

    /** Say what you see: the reward is minus the squared distance of the action from the observation. */
    private static final class Echo implements ControlTask {
        private final Actions actions;
        private float shown;
        private RandomGenerator random = new SplitMix(0);

        Echo(Actions actions) {
            this.actions = actions;
        }

        @Override
        public int observations() {
            return 1;
        }

        @Override
        public Actions actions() {
            return actions;
        }

        @Override
        public int horizon() {
            return 10;
        }

        @Override
        public void begin(RandomGenerator chance) {
            random = chance;
            shown = next();
        }

        private float next() {
            return actions instanceof Actions.Discrete(int count)
                    ? random.nextInt(count)
                    : 1.6f * random.nextFloat() - 0.8f;
        }

        @Override
        public void observe(float[] into) {
            into[0] = shown;
        }

        @Override
        public double act(float[] action) {
            double away = action[0] - shown;
            shown = next();
            return -away * away;
        }

        @Override
        public boolean hasEnded() {
            return false;
        }
    }

    private static double learned(ControlTask task, ControlLearner learner, int steps) {
        Memory memory = new Memory(2000, ROWS, task);
        SplitMix random = new SplitMix(5);
        float[] state = new float[1];
        float[] next = new float[1];
        float[] action = new float[1];
        task.begin(random);
        learner.begin();
        for (int step = 1; step <= steps; step++) {
            task.observe(state);
            learner.explore(state, (double) step / steps, action);
            double reward = task.act(action);
            task.observe(next);
            memory.add(state, action, reward, next, false);
            if (step > ROWS) {
                learner.learn(memory);
            }
        }
        return ControlRun.judge(learner, task, 20, 11);
    }

    @Test
    void td3LearnsWhatToSay() {
        Echo task = new Echo(new ControlTask.Actions.Continuous(1));
        Td3 learner = new Td3(task, ROWS, new Td3.Settings(32, 3e-3, 0.5, 0.02, 0.2), Kernel.plain(), new SplitMix(1));
        assertThat(ControlRun.judge(learner, task, 20, 11)).isLessThan(-1);
        assertThat(learned(task, learner, 1500)).isGreaterThan(-0.15);
    }

    @Test
    void sacLearnsWhatToSay() {
        Echo task = new Echo(new ControlTask.Actions.Continuous(1));
        Sac learner = new Sac(
                task, ROWS, new Sac.Settings(32, 3e-3, 0.5, 0.02, 0.05, true, 0.5), Kernel.plain(), new SplitMix(1));
        assertThat(ControlRun.judge(learner, task, 20, 11)).isLessThan(-1);
        assertThat(learned(task, learner, 1500)).isGreaterThan(-0.15);
    }

    @Test
    void dqnLearnsWhatToSay() {
        Echo task = new Echo(new ControlTask.Actions.Discrete(3));
        Dqn learner = new Dqn(
                task, 3, ROWS, new Dqn.Settings(32, 3e-3, 0.5, 0.02, 0.3, 0.1), Kernel.plain(), new SplitMix(1));
        assertThat(ControlRun.judge(learner, task, 20, 11)).isLessThan(-1);
        assertThat(learned(task, learner, 1500)).isZero();
    }

    @Test
    void uphillIsTheSlopeOfTheCritics() {
        ControlTask task = new Echo(new ControlTask.Actions.Continuous(1));
        TwinCritics critics = new TwinCritics(task, 2, 16, Adam.withRate(1e-3), Kernel.plain(), new SplitMix(9));
        float[] states = {0.3f, -0.7f};
        float[] actions = {0.2f, 0.5f};
        // Freshly made, the targets are the critics.
        float[] slope = critics.uphillOfSmaller(2, states, actions).clone();
        for (int r = 0; r < 2; r++) {
            float[] more = actions.clone();
            float[] less = actions.clone();
            more[r] += 1e-3f;
            less[r] -= 1e-3f;
            double difference = critics.target(2, states, more)[r];
            difference -= critics.target(2, states, less)[r];
            assertThat((double) slope[r]).isCloseTo(-difference / 2e-3 / 2, within(2e-3));
        }
    }

    @ParameterizedTest
    @EnumSource(ClassicBenchmark.class)
    void theSameSeedGivesTheSameBitsOnEveryKernel(ClassicBenchmark benchmark) {
        ControlRun.Result plain = ControlRun.of(benchmark, 1040, 3, Kernel.plain(), step -> {});
        ControlRun.Result fast = ControlRun.of(benchmark, 1040, 3, Kernel.fastest(), step -> {});
        assertThat(fast).isEqualTo(plain);
        assertThat(plain.curve()).hasSize(20);
        assertThat(ControlRun.of(benchmark, 1040, 4, Kernel.plain(), step -> {}))
                .isNotEqualTo(plain);
    }
}
