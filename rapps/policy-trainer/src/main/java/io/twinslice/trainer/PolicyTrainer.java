package io.twinslice.trainer;

import io.twinslice.env.Environment;
import io.twinslice.env.NamedScenario;
import io.twinslice.env.Scenario;
import io.twinslice.learners.Checkpoints;
import io.twinslice.learners.ErlLearner;
import io.twinslice.learners.ErlPlan;
import io.twinslice.learners.RolloutPool;
import io.twinslice.learners.TrainingOutcome;
import io.twinslice.learners.TrainingProgress;
import io.twinslice.networks.Kernel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Trains policies on scenarios.
 *
 * <p>Episodes are as long as the plan says; the events of a scenario keep their share of them, so that a shorter
 * episode shows as much. Same plan and scenarios, same network, on any number of threads. Thread-safe when the pool is.
 */
public final class PolicyTrainer {
    private final RolloutPool pool;
    private final int checkpointEvery;

    /**
     * @param pool where rollouts run
     * @param checkpointEvery generations between two checkpoints, at least 1
     */
    public PolicyTrainer(RolloutPool pool, int checkpointEvery) {
        this.pool = pool;
        this.checkpointEvery = checkpointEvery;
    }

    /**
     * Trains to the end of the plan.
     *
     * @param scenarios families of episodes, which take turns
     * @param checkpoints directory to go on from and to leave checkpoints in; empty to do neither
     * @param progress told after each generation, in this thread; what it throws ends the run
     * @throws io.twinslice.learners.CheckpointException when there is a checkpoint that is damaged or of another plan
     */
    public TrainedPolicy train(
            ErlPlan plan, List<Scenario> scenarios, Optional<Path> checkpoints, Consumer<TrainingProgress> progress) {
        List<Supplier<Environment>> environments = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            environments.add(scenario.withWindows(plan.episodeWindows())::environment);
        }
        Checkpoints kept = checkpoints
                .map(directory -> Checkpoints.in(directory, checkpointEvery, scenarios.toString()))
                .orElseGet(Checkpoints::none);
        List<String> names = scenarios.stream().map(Scenario::name).toList();
        return train(plan, environments, names, kept, progress);
    }

    /**
     * Where a run of a plan keeps its checkpoints: by the generations that the plan says, and at least every minute.
     *
     * @param nanoTime a clock that only goes forward, in nanoseconds; the result does not depend on it
     */
    public static Checkpoints checkpoints(TrainingPlan plan, Path directory, LongSupplier nanoTime) {
        String subject =
                plan.training().stream().map(NamedScenario::scenario).toList().toString();
        return Checkpoints.in(directory, plan.checkpointGenerations(), subject)
                .atLeastEvery(Duration.ofMinutes(1), nanoTime);
    }

    /**
     * Trains what a plan says, to its end. Rollouts of its scenarios can travel.
     *
     * @param checkpoints of {@link #checkpoints}
     * @param progress told after each generation, in this thread; what it throws ends the run
     * @throws io.twinslice.learners.CheckpointException when there is a checkpoint that is damaged or of another plan
     */
    public static TrainedPolicy train(
            TrainingPlan plan, RolloutPool pool, Checkpoints checkpoints, Consumer<TrainingProgress> progress) {
        return switch (plan.learner()) {
            case TrainingPlan.Erl(ErlPlan settings) ->
                new PolicyTrainer(pool, plan.checkpointGenerations())
                        .train(settings, plan.training(), plan.scenarios(), checkpoints, progress);
        };
    }

    private TrainedPolicy train(
            ErlPlan plan,
            List<? extends Supplier<Environment>> environments,
            List<String> names,
            Checkpoints checkpoints,
            Consumer<TrainingProgress> progress) {
        ErlLearner learner = new ErlLearner(plan, List.copyOf(environments), pool, Kernel.fastest());
        TrainingOutcome outcome = learner.run(checkpoints, progress);
        return new TrainedPolicy(
                outcome.network(),
                outcome.curve(),
                plan,
                outcome.environmentSteps(),
                names,
                outcome.origin(),
                outcome.violationsPermille(),
                outcome.heldPrbs());
    }
}
