package io.twinslice.learners;

import io.twinslice.env.Environment;
import io.twinslice.env.Step;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Features;
import io.twinslice.policy.Policy;
import io.twinslice.policy.Reward;
import io.twinslice.policy.Shield;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Plays one episode behind the shield and records it. States are what was reported; rewards, broken promises and PRBs
 * are what happened ({@link Environment#truth}). Where no new report arrived nobody decides and the plan in force
 * stays, as in the xApp.
 */
final class Rollout {
    private final ErlPlan plan;
    private short[] codes = new short[0];
    private byte[] quotas = new byte[0];
    private float[] rewards = new float[0];
    private int slices;
    private int windows;
    private int broken;
    private double reward;
    private double held;

    private Rollout(ErlPlan plan) {
        this.plan = plan;
    }

    /** Creates the environment, plays one episode, closes it. */
    static EpisodeResult play(ErlPlan plan, Supplier<Environment> environments, long seed, Policy policy) {
        try (Environment environment = environments.get()) {
            return new Rollout(plan).play(environment, seed, policy);
        }
    }

    private EpisodeResult play(Environment environment, long seed, Policy policy) {
        policy.restart();
        Step step = environment.reset(seed);
        if (!(step instanceof Step.Running(TwinSnapshot first))) {
            return failed();
        }
        TwinSnapshot now = first;
        slices = now.slices();
        Shield shield = new Shield(plan.guard().envelope(slices));
        codes = new short[(plan.episodeWindows() + 1) * slices * Features.PER_SLICE];
        quotas = new byte[plan.episodeWindows() * slices * Trajectory.QUOTAS];
        rewards = new float[plan.episodeWindows() * slices];
        keepState(now);
        long decidedOn = Long.MIN_VALUE;
        QuotaPlan inForce = now.inForce();
        while (windows < plan.episodeWindows() && step instanceof Step.Running) {
            QuotaPlan admitted = inForce;
            if (now.windowEndMillis() != decidedOn) {
                decidedOn = now.windowEndMillis();
                admitted = shield.admit(policy.decide(now).plan(), inForce).plan();
            }
            step = environment.step(admitted);
            Optional<TwinSnapshot> reached = snapshot(step);
            if (reached.isEmpty()) {
                return failed();
            }
            now = reached.get();
            keepTransition(admitted, inForce, environment.truth().orElse(now));
            keepState(now);
            inForce = admitted;
        }
        return finished(step instanceof Step.Terminated);
    }

    private static Optional<TwinSnapshot> snapshot(Step step) {
        return switch (step) {
            case Step.Running running -> Optional.of(running.snapshot());
            case Step.Truncated truncated -> Optional.of(truncated.snapshot());
            case Step.Terminated terminated -> Optional.of(terminated.snapshot());
            case Step.Failed failed -> Optional.empty();
        };
    }

    private static EpisodeResult failed() {
        return new EpisodeResult(Optional.empty(), 0, 0, 0, 0);
    }

    private EpisodeResult finished(boolean terminated) {
        Trajectory trajectory = new Trajectory(
                slices,
                windows,
                Arrays.copyOf(codes, (windows + 1) * slices * Features.PER_SLICE),
                Arrays.copyOf(quotas, windows * slices * Trajectory.QUOTAS),
                Arrays.copyOf(rewards, windows * slices),
                terminated);
        return new EpisodeResult(Optional.of(trajectory), windows, broken, reward, held / windows);
    }

    private void keepState(TwinSnapshot snapshot) {
        if (snapshot.slices() != slices) {
            throw new IllegalStateException(
                    "the cell changed from " + slices + " to " + snapshot.slices() + " slices within an episode");
        }
        short[] state = new short[slices * Features.PER_SLICE];
        Features.encode(snapshot, state);
        System.arraycopy(state, 0, codes, windows * state.length, state.length);
    }

    private void keepTransition(QuotaPlan admitted, QuotaPlan before, TwinSnapshot happened) {
        for (int i = 0; i < slices; i++) {
            PrbQuota quota = admitted.quota(i);
            int at = (windows * slices + i) * Trajectory.QUOTAS;
            quotas[at] = (byte) quota.dedicatedPercent();
            quotas[at + 1] = (byte) quota.minPercent();
            quotas[at + 2] = (byte) quota.maxPercent();
            double ofSlice = Reward.ofSlice(happened, i, before);
            boolean isBroken = happened.isBroken(i);
            broken += isBroken ? 1 : 0;
            reward += ofSlice;
            rewards[windows * slices + i] =
                    (float) (ofSlice - (isBroken ? plan.offPolicy().violationPenalty() : 0));
            held += Math.max(happened.reports().get(i).prbUsed(), quota.minPercent() * happened.prbCount() / 100.0);
        }
        windows++;
    }
}
