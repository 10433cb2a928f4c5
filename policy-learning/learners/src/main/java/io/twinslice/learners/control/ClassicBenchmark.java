package io.twinslice.learners.control;

import io.twinslice.learners.SplitMix;
import io.twinslice.networks.Kernel;

/**
 * What is learned by whom with which settings, and the score that a working learner reaches. Settings follow those that
 * were published for the task (RL Baselines3 Zoo) with networks of less width where that is enough.
 */
public enum ClassicBenchmark {
    /** TD3 on Pendulum. */
    PENDULUM_TD3("pendulum", "TD3", -165, 20_000) {
        @Override
        Schedule schedule() {
            return new Schedule(20_000, 1_000, 1_000, 1, 1, 128, 20_000);
        }

        @Override
        ControlTask task() {
            return new Pendulum();
        }

        @Override
        ControlLearner learner(ControlTask task, int rows, Kernel kernel, SplitMix random) {
            return new Td3(task, rows, new Td3.Settings(64, 1e-3, 0.98, 0.005, 0.1), kernel, random);
        }
    },
    /** SAC on Pendulum. */
    PENDULUM_SAC("pendulum", "SAC", -165, 20_000) {
        @Override
        Schedule schedule() {
            return new Schedule(20_000, 1_000, 1_000, 1, 1, 128, 20_000);
        }

        @Override
        ControlTask task() {
            return new Pendulum();
        }

        @Override
        ControlLearner learner(ControlTask task, int rows, Kernel kernel, SplitMix random) {
            return new Sac(task, rows, new Sac.Settings(64, 1e-3, 0.98, 0.01, 0.5, true, 0), kernel, random);
        }
    },
    /** DQN on CartPole. */
    CARTPOLE_DQN("cartpole", "DQN", 490, 50_000) {
        @Override
        Schedule schedule() {
            return new Schedule(50_000, 0, 1_000, 4, 2, 64, 50_000);
        }

        @Override
        ControlTask task() {
            return new CartPole();
        }

        @Override
        ControlLearner learner(ControlTask task, int rows, Kernel kernel, SplitMix random) {
            return new Dqn(task, 2, rows, new Dqn.Settings(128, 1e-3, 0.99, 0.01, 0.16, 0.04), kernel, random);
        }
    },
    /** SAC on MountainCarContinuous. */
    MOUNTAIN_CAR_SAC("mountaincar", "SAC", 90, 50_000) {
        @Override
        Schedule schedule() {
            return new Schedule(50_000, 0, 1_000, 2, 1, 256, 50_000);
        }

        @Override
        ControlTask task() {
            return new MountainCarContinuous();
        }

        @Override
        ControlLearner learner(ControlTask task, int rows, Kernel kernel, SplitMix random) {
            return new Sac(task, rows, new Sac.Settings(64, 3e-4, 0.99, 0.01, 0.1, false, 0.97), kernel, random);
        }
    },
    /** DQN on Acrobot. */
    ACROBOT_DQN("acrobot", "DQN", -85, 100_000) {
        @Override
        Schedule schedule() {
            return new Schedule(100_000, 0, 1_000, 4, 2, 128, 50_000);
        }

        @Override
        ControlTask task() {
            return new Acrobot();
        }

        @Override
        ControlLearner learner(ControlTask task, int rows, Kernel kernel, SplitMix random) {
            return new Dqn(task, 3, rows, new Dqn.Settings(128, 6.3e-4, 0.99, 0.005, 0.12, 0.1), kernel, random);
        }
    };

    private final String taskName;
    private final String learnerName;
    private final double bar;
    private final int steps;

    ClassicBenchmark(String taskName, String learnerName, double bar, int steps) {
        this.taskName = taskName;
        this.learnerName = learnerName;
        this.bar = bar;
        this.steps = steps;
    }

    /** The task's name, small letters. */
    public String taskName() {
        return taskName;
    }

    /** The learner's name. */
    public String learnerName() {
        return learnerName;
    }

    /** The mean return to reach. */
    public double bar() {
        return bar;
    }

    /** Steps of training. */
    public int steps() {
        return steps;
    }

    abstract Schedule schedule();

    abstract ControlTask task();

    abstract ControlLearner learner(ControlTask task, int rows, Kernel kernel, SplitMix random);
}
