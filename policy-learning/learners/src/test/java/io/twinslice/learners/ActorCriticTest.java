package io.twinslice.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.env.Environment;
import io.twinslice.model.QuotaPlan;
import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import io.twinslice.policy.ActionMapping;
import io.twinslice.policy.Baselines;
import io.twinslice.policy.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ActorCriticTest {
    private static final ErlPlan PLAN = Plans.small(3, 1, 0);

    @Test
    void theActorFindsTheQuotaThatPaysMost() {
        // A bandit in two slices: the first is paid for a minimum near 60 percent, the second for one near 20.
        SplitMix random = new SplitMix(1);
        ReplayBuffer buffer = new ReplayBuffer(Integer.MAX_VALUE);
        buffer.addAll(List.of(bandit(4000, random)));
        Mlp start = Mlp.random(PLAN.layerSizes(), 0.1f, random);
        ActorCritic learner = new ActorCritic(PLAN, start, Kernel.plain(), random);
        learner.learn(buffer, 3000, random);
        float[] rows = new float[2 * Features.INPUTS];
        Features.inputs(states(1), 0, 2, rows, 0);
        float[] raw = new float[2 * ActionMapping.PER_SLICE];
        Mlp actor = learner.actor();
        for (int i = 0; i < 2; i++) {
            float[] input = new float[Features.INPUTS];
            float[] output = new float[ActionMapping.PER_SLICE];
            System.arraycopy(rows, i * Features.INPUTS, input, 0, input.length);
            actor.forward(input, output);
            System.arraycopy(output, 0, raw, i * output.length, output.length);
        }
        QuotaPlan plan = ActionMapping.toPlan(raw, 2);
        assertThat(plan.quota(0).minPercent()).isCloseTo(60, within(10));
        assertThat(plan.quota(1).minPercent()).isCloseTo(20, within(10));
    }

    @Test
    void aTerminatedEpisodeHasNoFutureAndACutOneHas() {
        SplitMix random = new SplitMix(2);
        Trajectory episode = bandit(1, random);
        Batch batch = new Batch(64);
        ReplayBuffer cut = new ReplayBuffer(10);
        cut.addAll(List.of(episode));
        batch.draw(cut, random);
        assertThat(batch.goesOn[0]).isTrue();
        ReplayBuffer terminated = new ReplayBuffer(10);
        terminated.addAll(List.of(new Trajectory(2, 1, episode.codes(), episode.quotas(), episode.rewards(), true)));
        batch.draw(terminated, random);
        assertThat(batch.goesOn[0]).isFalse();
    }

    @Test
    void aCloneOfTheProportionalPolicyGivesNearlyItsQuotas() {
        Supplier<Environment> cell = () -> new FluidCell(40);
        List<Trajectory> shown = new ArrayList<>();
        for (int e = 0; e < 10; e++) {
            shown.addAll(Rollout.play(PLAN, cell, e, Baselines.proportional(3)).trajectory().stream()
                    .toList());
        }
        ReplayBuffer recorded = new ReplayBuffer(Integer.MAX_VALUE);
        recorded.addAll(shown);
        SplitMix random = new SplitMix(5);
        Mlp start = Mlp.random(List.of(Features.INPUTS, 16, 16, 4), 0.1f, random);
        Mlp clone = Imitation.clone(start, recorded, 600, 192, Kernel.plain(), random);
        assertThat(distance(clone, recorded)).isLessThan(0.04);
        assertThat(distance(start, recorded)).isGreaterThan(0.1);
    }

    /** Mean distance of the guarantees of a network from the recorded ones. */
    private static double distance(Mlp network, ReplayBuffer recorded) {
        Batch batch = new Batch(300);
        batch.draw(recorded, new SplitMix(6));
        float[] raw = new float[batch.rows() * 4];
        float[] input = new float[Features.INPUTS];
        float[] output = new float[4];
        for (int r = 0; r < batch.rows(); r++) {
            System.arraycopy(batch.states, r * Features.INPUTS, input, 0, input.length);
            network.forward(input, output);
            System.arraycopy(output, 0, raw, r * 4, 4);
        }
        float[] actions = new float[batch.rows() * Batch.ACTION];
        new SmoothMapping(batch.rows()).forward(batch, raw, actions, 0, Batch.ACTION);
        double sum = 0;
        for (int r = 0; r < batch.rows(); r++) {
            sum += Math.abs(actions[r * Batch.ACTION + 1] - batch.actions[r * Batch.ACTION + 1]);
        }
        return sum / batch.rows();
    }

    private static Trajectory bandit(int windows, SplitMix random) {
        byte[] quotas = new byte[windows * 2 * Trajectory.QUOTAS];
        float[] rewards = new float[windows * 2];
        for (int w = 0; w < windows; w++) {
            int first = random.nextInt(101);
            int[] min = {first, random.nextInt(101 - first)};
            for (int i = 0; i < 2; i++) {
                int at = (w * 2 + i) * Trajectory.QUOTAS;
                // Dedicated part and ceiling pay nothing, but must vary: a critic knows only what it has seen.
                quotas[at] = (byte) random.nextInt(min[i] + 1);
                quotas[at + 1] = (byte) min[i];
                quotas[at + 2] = (byte) (min[i] + random.nextInt(101 - min[i]));
                double miss = (min[i] - (i == 0 ? 60 : 20)) / 100.0;
                rewards[w * 2 + i] = (float) (-40 * miss * miss);
            }
        }
        return new Trajectory(2, windows, states(windows + 1), quotas, rewards, false);
    }

    /** The same state again and again; the slices differ in their offered load. */
    private static short[] states(int count) {
        short[] codes = new short[count * 2 * Features.PER_SLICE];
        for (int s = 0; s < count; s++) {
            codes[s * 2 * Features.PER_SLICE] = Features.SCALE;
        }
        return codes;
    }
}
