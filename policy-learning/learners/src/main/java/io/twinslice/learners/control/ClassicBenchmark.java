package io.twinslice.learners.control;

import io.twinslice.learners.control.Training.Maker;
import io.twinslice.networks.Activation;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * What is learned by whom with which settings, and the score that a working learner reaches where others have published
 * one. Settings follow those that were published for the task (RL Baselines3 Zoo) with networks of less width where
 * that is enough; docs/learning.md says where they differ and why.
 */
public enum ClassicBenchmark {
    /** TD3 on Pendulum. */
    PENDULUM_TD3(
            "pendulum",
            "TD3",
            -165,
            Pendulum::new,
            new Schedule(20_000, 1_000, 1_000, 1, 1, 128, 20_000),
            Training.td3(new Td3.Settings(64, 1e-3, 0.98, 0.005, 0.1))),
    /** SAC on Pendulum. */
    PENDULUM_SAC(
            "pendulum",
            "SAC",
            -165,
            Pendulum::new,
            new Schedule(20_000, 1_000, 1_000, 1, 1, 128, 20_000),
            Training.sac(new Sac.Settings(64, Activation.RELU, 1e-3, 0.98, 0.01, 0.5, true, 0))),
    /** DQN on CartPole. */
    CARTPOLE_DQN(
            "cartpole",
            "DQN",
            490,
            CartPole::new,
            new Schedule(50_000, 0, 1_000, 1, 1, 128, 50_000),
            Training.dqn(new Dqn.Settings(128, 5e-4, 0.99, 3, 100, 1e-3, 0.16, 0.04))),
    /** SAC on MountainCarContinuous. */
    MOUNTAIN_CAR_SAC(
            "mountaincar",
            "SAC",
            90,
            MountainCarContinuous::new,
            new Schedule(50_000, 0, 1_000, 2, 1, 256, 50_000),
            Training.sac(new Sac.Settings(64, Activation.RELU, 3e-4, 0.99, 0.01, 0.1, false, 0.97))),
    /** DQN on Acrobot. */
    ACROBOT_DQN(
            "acrobot",
            "DQN",
            -85,
            Acrobot::new,
            new Schedule(100_000, 0, 1_000, 4, 4, 128, 100_000),
            Training.dqn(new Dqn.Settings(64, 5e-4, 0.99, 3, 100, 1e-3, 0.12, 0.05))),
    /** SAC alone on the sparse Pendulum. */
    SPARSE_PENDULUM_SAC("sparse-pendulum", "SAC", SparsePendulum::new, Sparse.SCHEDULE, Training.sac(Sparse.SWING)),
    /** ERL with the same SAC on the sparse Pendulum. */
    SPARSE_PENDULUM_ERL(
            "sparse-pendulum",
            "ERL",
            SparsePendulum::new,
            Sparse.SCHEDULE,
            Training.erl(Sparse.BREEDING, Sparse.SWING)),
    /** SAC alone in the maze. */
    POINT_MAZE_SAC("point-maze", "SAC", PointMaze::new, Sparse.SCHEDULE, Training.sac(Sparse.WAY)),
    /** ERL with the same SAC in the maze. */
    POINT_MAZE_ERL("point-maze", "ERL", PointMaze::new, Sparse.SCHEDULE, Training.erl(Sparse.BREEDING, Sparse.WAY));

    /** Settings that learners share, so that they differ in nothing but what is compared. */
    private static final class Sparse {
        static final Schedule SCHEDULE = new Schedule(40_000, 0, 1_000, 2, 1, 64, 40_000);
        static final Sac.Settings SWING = new Sac.Settings(64, Activation.TANH, 1e-3, 0.99, 0.01, 0.05, false, 0.9);
        static final Sac.Settings WAY = new Sac.Settings(64, Activation.TANH, 1e-3, 0.99, 0.01, 0.05, false, 0.97);
        static final Erl.Settings BREEDING = new Erl.Settings(10, 10, 1, 3, 0.9, 0.1, 0.1, 3, 1);
    }

    private final String taskName;
    private final String learnerName;
    private final OptionalDouble bar;

    /** Its functions make new objects at each call and keep nothing. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Training training;

    ClassicBenchmark(
            String taskName,
            String learnerName,
            double bar,
            Supplier<ControlTask> task,
            Schedule schedule,
            Maker maker) {
        this(taskName, learnerName, OptionalDouble.of(bar), new Training(task, schedule, maker));
    }

    ClassicBenchmark(String taskName, String learnerName, Supplier<ControlTask> task, Schedule schedule, Maker maker) {
        this(taskName, learnerName, OptionalDouble.empty(), new Training(task, schedule, maker));
    }

    ClassicBenchmark(String taskName, String learnerName, OptionalDouble bar, Training training) {
        this.taskName = taskName;
        this.learnerName = learnerName;
        this.bar = bar;
        this.training = training;
    }

    /** The task's name, small letters. */
    public String taskName() {
        return taskName;
    }

    /** The learner's name. */
    public String learnerName() {
        return learnerName;
    }

    /** The mean return to reach; none where learners are compared with each other. */
    public OptionalDouble bar() {
        return bar;
    }

    /** Steps of training. */
    public int steps() {
        return training.schedule().steps();
    }

    Training training() {
        return training;
    }
}
