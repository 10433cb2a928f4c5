package io.twinslice.learners.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.learners.SplitMix;
import io.twinslice.networks.Kernel;
import org.junit.jupiter.api.Test;

/** A pendulum that somebody swung by a rule that half of the time does anything; the learner only sees the log. */
class Td3BcTest {
    private static final int ROWS = 64;
    private static final int LOGGED = 10_000;

    /** Pumps energy while hanging, brakes when upright: a rule that works now and then. */
    private static void rule(float[] state, SplitMix random, float[] action) {
        boolean isUpright = state[0] > 0.9;
        float wanted = isUpright ? -8 * state[1] - 12 * state[2] : Math.signum(state[2]);
        action[0] = random.nextInt(2) == 0 ? 2 * random.nextFloat() - 1 : Math.clamp(wanted, -1f, 1f);
    }

    private static Memory log() {
        Pendulum task = new Pendulum();
        SplitMix random = new SplitMix(21);
        Memory memory = new Memory(LOGGED, ROWS, task);
        float[] state = new float[3];
        float[] next = new float[3];
        float[] action = new float[1];
        for (int step = 0; step < LOGGED; step++) {
            if (step % task.horizon() == 0) {
                task.begin(random);
                task.observe(state);
            }
            rule(state, random, action);
            double reward = task.act(action);
            task.observe(next);
            memory.add(state, action, reward, next, task.hasEnded(), (step + 1) % task.horizon() == 0);
            System.arraycopy(next, 0, state, 0, 3);
        }
        return memory;
    }

    private static double scoreOfRule() {
        Pendulum task = new Pendulum();
        SplitMix random = new SplitMix(4);
        float[] state = new float[3];
        float[] action = new float[1];
        double sum = 0;
        for (int episode = 0; episode < 30; episode++) {
            task.begin(random);
            for (int step = 0; step < task.horizon(); step++) {
                task.observe(state);
                rule(state, random, action);
                sum += task.act(action);
            }
        }
        return sum / 30;
    }

    private static double learned(double greed, int updates) {
        SplitMix random = new SplitMix(8);
        Pendulum task = new Pendulum();
        Td3Bc learner =
                new Td3Bc(task, ROWS, new Td3Bc.Settings(64, 1e-3, 0.98, 0.005, greed), Kernel.fastest(), random);
        Memory memory = log();
        for (int update = 0; update < updates; update++) {
            learner.learn(memory);
        }
        return ControlRun.judge(learner, task, 30, 4);
    }

    @Test
    void climbsAboveTheLogThatCloningStaysBelow() {
        double rule = scoreOfRule();
        assertThat(learned(0, 3000)).isLessThan(rule + 100);
        assertThat(learned(10, 6000)).isGreaterThan(rule + 200);
    }
}
