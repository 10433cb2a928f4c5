package io.twinslice.learners.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.learners.SplitMix;
import io.twinslice.networks.Activation;
import io.twinslice.networks.Adam;
import io.twinslice.networks.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ControlLearnersTest {
    private static final int ROWS = 32;

    private static final Sac.Settings SAC = new Sac.Settings(32, Activation.RELU, 3e-3, 0.5, 0.02, 0.05, true, 0.5);

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
            memory.add(state, action, reward, next, false, step % task.horizon() == 0);
            learner.felt(reward, step % task.horizon() == 0);
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
        Sac learner = new Sac(task, ROWS, SAC, Kernel.plain(), new SplitMix(1));
        assertThat(ControlRun.judge(learner, task, 20, 11)).isLessThan(-1);
        assertThat(learned(task, learner, 1500)).isGreaterThan(-0.15);
    }

    @Test
    void dqnLearnsWhatToSay() {
        Echo task = new Echo(new ControlTask.Actions.Discrete(3));
        Dqn.Settings settings = new Dqn.Settings(32, 3e-3, 0.5, 1, 50, 0.02, 0.3, 0.1);
        Dqn learner = new Dqn(task, ROWS, settings, Kernel.plain(), new SplitMix(1));
        assertThat(ControlRun.judge(learner, task, 20, 11)).isLessThan(-1);
        assertThat(learned(task, learner, 1500)).isZero();
    }

    @Test
    void erlLearnsWhatToSay() {
        Echo task = new Echo(new ControlTask.Actions.Continuous(1));
        Erl learner = new Erl(
                task, ROWS, new Erl.Settings(4, 1, 1, 2, 0.9, 0.1, 0.1, 1, 1), SAC, Kernel.plain(), new SplitMix(1));
        assertThat(ControlRun.judge(learner, task, 20, 11)).isLessThan(-1);
        assertThat(learned(task, learner, 1500)).isGreaterThan(-0.3);
    }

    @Test
    void breedingAloneFindsBetterIndividuals() {
        Echo task = new Echo(new ControlTask.Actions.Continuous(1));
        Erl learner = new Erl(
                task,
                ROWS,
                new Erl.Settings(10, 1, 2, 3, 0.9, 0.3, 0.3, 2, 1000),
                SAC,
                Kernel.plain(),
                new SplitMix(1));
        float[] state = new float[1];
        float[] action = new float[1];
        SplitMix random = new SplitMix(2);
        double before = ControlRun.judge(learner, task, 50, 11);
        for (int episode = 0; episode < 50 * 11; episode++) {
            task.begin(random);
            learner.begin();
            for (int step = 1; step <= task.horizon(); step++) {
                task.observe(state);
                learner.explore(state, 0.5, action);
                learner.felt(task.act(action), step == task.horizon());
            }
        }
        assertThat(ControlRun.judge(learner, task, 50, 11)).isGreaterThan(before / 2);
    }

    @Test
    void aBatchCountsTheRewardsOfSeveralStepsUpToTheEnd() {
        Echo task = new Echo(new ControlTask.Actions.Continuous(1));
        Memory memory = new Memory(4, 64, task);
        float[] none = {0};
        // Two steps and the task ends; two more and the episode is cut off; the first is forgotten for the fifth.
        for (int step = 0; step < 5; step++) {
            float[] at = {step};
            float[] next = {step + 1};
            memory.add(at, none, 1, next, step == 1, step == 1 || step == 3);
        }
        memory.draw(new SplitMix(1), 3, 0.5);
        for (int r = 0; r < memory.rows(); r++) {
            float reward = memory.states[r] == 2 ? 1.5f : 1;
            float next = memory.states[r] == 2 ? 4 : memory.states[r] + 1;
            float goesOn = memory.states[r] == 1 ? 0 : memory.states[r] == 2 ? 0.5f : 1;
            assertThat(memory.states[r]).isBetween(1f, 4f);
            assertThat(memory.rewards[r]).isEqualTo(reward);
            assertThat(memory.nextStates[r]).isEqualTo(next);
            assertThat(memory.goesOn[r]).isEqualTo(goesOn);
        }
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

    /** A task in short episodes that folds all actions into one number. */
    private static final class Watched implements ControlTask {
        private final ControlTask task;
        private long actions;

        Watched(ControlTask task) {
            this.task = task;
        }

        @Override
        public int observations() {
            return task.observations();
        }

        @Override
        public Actions actions() {
            return task.actions();
        }

        @Override
        public int horizon() {
            return 40;
        }

        @Override
        public void begin(RandomGenerator random) {
            task.begin(random);
        }

        @Override
        public void observe(float[] into) {
            task.observe(into);
        }

        @Override
        public double act(float[] action) {
            for (float part : action) {
                actions = SplitMix.seed(actions, Float.floatToIntBits(part));
            }
            return task.act(action);
        }

        @Override
        public boolean hasEnded() {
            return task.hasEnded();
        }
    }

    /** All actions of a training and its tests. */
    private static List<Long> actions(ClassicBenchmark benchmark, long seed, Kernel kernel) {
        Training training = benchmark.training().of(1040);
        List<Watched> tasks = new ArrayList<>();
        Supplier<ControlTask> watched = () -> {
            tasks.add(new Watched(training.task().get()));
            return tasks.getLast();
        };
        ControlRun.of(new Training(watched, training.schedule(), training.maker()), seed, kernel, step -> {});
        return tasks.stream().map(task -> task.actions).toList();
    }

    @ParameterizedTest
    @EnumSource(ClassicBenchmark.class)
    void theSameSeedGivesTheSameBitsOnEveryKernel(ClassicBenchmark benchmark) {
        List<Long> plain = actions(benchmark, 3, Kernel.plain());
        assertThat(plain).hasSize(2);
        assertThat(actions(benchmark, 3, Kernel.fastest())).isEqualTo(plain);
        assertThat(actions(benchmark, 4, Kernel.fastest())).isNotEqualTo(plain);
    }

    @Test
    void aRunHasACurveOfTwentyPointsAndAScore() {
        ControlRun.Result result = ControlRun.of(ClassicBenchmark.PENDULUM_TD3, 40, 1, Kernel.plain(), step -> {});
        assertThat(result.curve()).hasSize(20);
        assertThat(result.score()).isBetween(-2000.0, 0.0);
    }
}
