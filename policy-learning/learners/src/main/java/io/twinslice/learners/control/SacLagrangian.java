package io.twinslice.learners.control;

import io.twinslice.env.Environment;
import io.twinslice.env.Step;
import io.twinslice.learners.SplitMix;
import io.twinslice.learners.suite.LearnedActor;
import io.twinslice.learners.suite.Observation;
import io.twinslice.learners.suite.SuiteCell;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.networks.Activation;
import io.twinslice.networks.Kernel;
import io.twinslice.policy.ActionMapping;
import io.twinslice.policy.Reward;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * SAC with one Lagrange multiplier for each twin's promise: a broken window costs what its multiplier says, and after
 * each episode a multiplier rises with the share of windows that broke the promise beyond its budget and falls
 * otherwise. What is in the memory is valued at today's multipliers. The control of every claim about learning on the
 * suite.
 *
 * <p>The same seed gives the same policy. Not thread-safe.
 */
public final class SacLagrangian {
    private static final int ROWS = 128;
    private static final int MEMORY = 60_000;
    private static final int WARM_UP_WINDOWS = 3_000;
    private static final int WINDOWS_PER_UPDATE = 24;
    private static final double REWARD_SCALE = 0.1;
    private static final double BUDGET = 0.01;
    private static final double FIRST_MULTIPLIER = 1;
    private static final double LARGEST_MULTIPLIER = 10;
    private static final double MULTIPLIER_RATE = 0.5;
    private static final int SNAPSHOTS = 4;
    private static final Sac.Settings SETTINGS =
            new Sac.Settings(64, Activation.RELU, 1e-3, 0.9, 0.005, 0.1, true, 0.8);

    private final long seed;
    private final Kernel kernel;

    /** @param kernel arithmetic of the gradient steps; it does not show in the result */
    public SacLagrangian(long seed, Kernel kernel) {
        this.seed = seed;
        this.kernel = kernel;
    }

    /**
     * Learns a policy for one cell. Of the policies after each quarter of the time, the selection episodes choose.
     *
     * @param environmentSteps windows to play, at least 1
     */
    public LearnedActor learn(SuiteCell cell, long environmentSteps) {
        int slices = cell.known().getFirst().slices();
        Shape task = new Shape(slices);
        SplitMix random = new SplitMix(SplitMix.seed(seed, slices));
        Sac sac = new Sac(task, ROWS, SETTINGS, kernel, random);
        Memory memory = new Memory(MEMORY, ROWS, task);
        Ledger ledger = new Ledger(slices);
        List<LearnedActor> snapshots = new ArrayList<>();
        long steps = 0;
        for (int episode = 0; steps < environmentSteps; episode++) {
            long trainingSeed =
                    cell.trainingSeeds().get(episode % cell.trainingSeeds().size());
            try (Environment environment = cell.training().get()) {
                steps += play(environment, trainingSeed, sac, memory, ledger, steps, environmentSteps);
            }
            ledger.settle(memory);
            if (steps * SNAPSHOTS >= environmentSteps * (snapshots.size() + 1)) {
                snapshots.add(new LearnedActor(sac.actor(), environmentSteps));
            }
        }
        return LearnedActor.best(snapshots, cell);
    }

    private static long play(
            Environment environment,
            long seed,
            Sac sac,
            Memory memory,
            Ledger ledger,
            long before,
            long environmentSteps) {
        int slices = ledger.slices;
        Observation observation = new Observation(slices);
        TwinSnapshot reported = window(environment.reset(seed));
        QuotaPlan inForce = reported.inForce();
        float[] seen = observation.next(reported).clone();
        float[] action = new float[slices * ActionMapping.PER_SLICE];
        sac.begin();
        long decidedOn = Long.MIN_VALUE;
        long windows = 0;
        boolean running = true;
        while (running && before + windows < environmentSteps) {
            QuotaPlan plan = inForce;
            if (reported.windowEndMillis() != decidedOn) {
                decidedOn = reported.windowEndMillis();
                sac.explore(seen, 0, action);
                plan = LearnedActor.plan(action, slices);
            }
            Step step = environment.step(plan);
            running = step instanceof Step.Running;
            reported = window(step);
            TwinSnapshot happened = environment.truth().orElse(reported);
            boolean news = reported.windowEndMillis() != decidedOn;
            float[] next = news ? observation.next(reported).clone() : seen;
            ledger.note(memory.nextPlace(), happened, inForce);
            // An episode that is cut off goes on in truth.
            memory.add(seen, action, ledger.value(memory.nextPlace()), next, false, !running);
            seen = next;
            inForce = plan;
            windows++;
            long total = before + windows;
            if (total >= WARM_UP_WINDOWS && total % WINDOWS_PER_UPDATE == 0) {
                sac.learn(memory);
            }
        }
        return windows;
    }

    private static TwinSnapshot window(Step step) {
        return switch (step) {
            case Step.Running(TwinSnapshot next) -> next;
            case Step.Truncated(TwinSnapshot last) -> last;
            case Step.Terminated(TwinSnapshot last) -> last;
            case Step.Failed(String reason) -> throw new IllegalStateException("a training episode failed: " + reason);
        };
    }

    /** Rewards and costs of what is in the memory, and the multipliers. */
    private static final class Ledger {
        private final int slices;
        private final float[] rewards = new float[MEMORY];
        private final boolean[] broken;
        private final double[] multiplier;
        private final int[] brokenInEpisode;
        private int windows;

        private Ledger(int slices) {
            this.slices = slices;
            broken = new boolean[MEMORY * slices];
            multiplier = new double[slices];
            Arrays.fill(multiplier, FIRST_MULTIPLIER);
            brokenInEpisode = new int[slices];
        }

        private void note(int place, TwinSnapshot happened, QuotaPlan before) {
            rewards[place] = (float) (REWARD_SCALE * Reward.of(happened, before));
            for (int i = 0; i < slices; i++) {
                broken[place * slices + i] = happened.isBroken(i);
                brokenInEpisode[i] += happened.isBroken(i) ? 1 : 0;
            }
            windows++;
        }

        private double value(int place) {
            double value = rewards[place];
            for (int i = 0; i < slices; i++) {
                value -= broken[place * slices + i] ? multiplier[i] : 0;
            }
            return value;
        }

        private void settle(Memory memory) {
            for (int i = 0; i < slices; i++) {
                double excess = brokenInEpisode[i] / (double) Math.max(1, windows) - BUDGET;
                multiplier[i] = Math.clamp(multiplier[i] + MULTIPLIER_RATE * excess, 0, LARGEST_MULTIPLIER);
            }
            Arrays.fill(brokenInEpisode, 0);
            windows = 0;
            memory.reprice(this::value);
        }
    }

    /** The sizes that networks and memory ask for; the episodes are played by the learner itself. */
    private record Shape(int slices) implements ControlTask {
        @Override
        public int observations() {
            return Observation.size(slices);
        }

        @Override
        public Actions actions() {
            return new Actions.Continuous(slices * ActionMapping.PER_SLICE);
        }

        @Override
        public int horizon() {
            return Integer.MAX_VALUE;
        }

        @Override
        public void begin(RandomGenerator random) {
            throw new UnsupportedOperationException("a shape has no episodes");
        }

        @Override
        public void observe(float[] into) {
            throw new UnsupportedOperationException("a shape has no episodes");
        }

        @Override
        public double act(float[] action) {
            throw new UnsupportedOperationException("a shape has no episodes");
        }

        @Override
        public boolean hasEnded() {
            return false;
        }
    }
}
