package io.twinslice.learners;

import io.twinslice.networks.Adam;
import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import io.twinslice.networks.TrainableMlp;
import io.twinslice.policy.ActionMapping;
import io.twinslice.policy.Features;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The off-policy learner: TD3 factored over slices.
 *
 * <p>Every slice has a value of its own, Q(what the slice and the pooled cell look like, the slice's quota and the sum
 * of all minima), learned from the slice's own reward; the value of a plan is the sum over the slices. So the critic
 * works for any number of slices in any order, and credit goes where it belongs. What it cannot see is the quota of one
 * particular neighbour. Critics judge admitted quotas, not raw outputs: data of any policy, and of the baselines, is
 * equally good to learn from. Not thread-safe.
 */
final class ActorCritic {
    private static final int ROW = Features.INPUTS + Batch.ACTION;
    private static final int RAW = ActionMapping.PER_SLICE;

    /** Keeps values of a few units where the networks are well-conditioned. */
    private static final float REWARD_SCALE = 0.1f;

    private static final float TARGET_NOISE = 0.2f;
    private static final float TARGET_NOISE_LIMIT = 0.5f;

    /** Pulls raw outputs towards the middle of the clamp. */
    private static final float RAW_DECAY = 1e-4f;

    private final ErlPlan.OffPolicy settings;
    private final Adam actorAdam;
    private final Adam criticAdam;
    private final TrainableMlp actor;
    private final TrainableMlp actorTarget;
    private final TrainableMlp[] critics = new TrainableMlp[2];
    private final TrainableMlp[] criticTargets = new TrainableMlp[2];
    private final Batch batch;
    private final SmoothMapping mapping;
    private final float[] goal;
    private final float[] byOutput;
    private final float[] byRaw;
    private long updates;

    /** Starts with this actor and critics that are random. */
    ActorCritic(ErlPlan plan, Mlp start, Kernel kernel, RandomGenerator random) {
        settings = plan.offPolicy();
        actorAdam = Adam.withRate(settings.actorRate());
        criticAdam = Adam.withRate(settings.criticRate());
        int rows = settings.batchRows();
        actor = new TrainableMlp(start, rows, kernel);
        actorTarget = new TrainableMlp(start, rows, kernel);
        List<Integer> sizes = List.of(ROW, settings.criticWidth(), settings.criticWidth(), 1);
        for (int c = 0; c < critics.length; c++) {
            Mlp critic = Mlp.random(sizes, 0.1f, random);
            critics[c] = new TrainableMlp(critic, rows, kernel);
            criticTargets[c] = new TrainableMlp(critic, rows, kernel);
        }
        batch = new Batch(rows);
        mapping = new SmoothMapping(rows);
        goal = new float[rows];
        byOutput = new float[rows];
        byRaw = new float[rows * RAW];
    }

    /** Whether the last updates left every actor parameter finite. */
    boolean isFinite() {
        return actor.isFinite();
    }

    Mlp actor() {
        return actor.toMlp();
    }

    /** Restarts the actor from another policy; the critics keep what they know. */
    void loadActor(Mlp network) {
        actor.load(network);
        actorTarget.load(network);
    }

    /**
     * Updates the critics this many times and the actor half as often.
     *
     * @return mean squared error of the critics over all updates, 0 when there was nothing to learn from
     */
    double learn(ReplayBuffer buffer, int count, RandomGenerator random) {
        if (buffer.size() == 0 || count == 0) {
            return 0;
        }
        double loss = 0;
        for (int i = 0; i < count; i++) {
            batch.draw(buffer, random);
            setGoals(random);
            for (TrainableMlp critic : critics) {
                loss += fit(critic);
            }
            updates++;
            if (updates % 2 == 0) {
                improveActor();
                float share = (float) settings.targetBlend();
                actorTarget.blendFrom(actor, share);
                for (int c = 0; c < critics.length; c++) {
                    criticTargets[c].blendFrom(critics[c], share);
                }
            }
        }
        return loss / (2.0 * count);
    }

    private void setGoals(RandomGenerator random) {
        int rows = batch.rows();
        System.arraycopy(batch.nextStates, 0, actorTarget.input(), 0, rows * Features.INPUTS);
        float[] raw = actorTarget.forward(rows);
        for (int i = 0; i < rows * RAW; i++) {
            float noise = TARGET_NOISE * (float) random.nextGaussian();
            raw[i] += Math.max(-TARGET_NOISE_LIMIT, Math.min(TARGET_NOISE_LIMIT, noise));
        }
        float[] first = evaluate(criticTargets[0], batch.nextStates, raw);
        float[] second = evaluate(criticTargets[1], batch.nextStates, raw);
        float discount = (float) settings.discount();
        for (int r = 0; r < rows; r++) {
            float future = batch.goesOn[r] ? discount * Math.min(first[r], second[r]) : 0;
            goal[r] = REWARD_SCALE * batch.rewards[r] + future;
        }
    }

    /** The values of the actions that raw outputs stand for. */
    private float[] evaluate(TrainableMlp critic, float[] states, float[] raw) {
        int rows = batch.rows();
        mapping.forward(batch, raw, critic.input(), Features.INPUTS, ROW);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(states, r * Features.INPUTS, critic.input(), r * ROW, Features.INPUTS);
        }
        return critic.forward(rows);
    }

    private double fit(TrainableMlp critic) {
        int rows = batch.rows();
        for (int r = 0; r < rows; r++) {
            System.arraycopy(batch.states, r * Features.INPUTS, critic.input(), r * ROW, Features.INPUTS);
            System.arraycopy(batch.actions, r * Batch.ACTION, critic.input(), r * ROW + Features.INPUTS, Batch.ACTION);
        }
        float[] value = critic.forward(rows);
        double loss = 0;
        for (int r = 0; r < rows; r++) {
            float error = value[r] - goal[r];
            loss += (double) error * error;
            byOutput[r] = 2 * error / rows;
        }
        critic.backward(rows, byOutput);
        critic.descend(criticAdam);
        return loss / rows;
    }

    private void improveActor() {
        int rows = batch.rows();
        System.arraycopy(batch.states, 0, actor.input(), 0, rows * Features.INPUTS);
        float[] raw = actor.forward(rows);
        evaluate(critics[0], batch.states, raw);
        for (int r = 0; r < rows; r++) {
            byOutput[r] = -1f / rows;
        }
        float[] byInput = critics[0].inputGradient(rows, byOutput);
        mapping.backward(batch, raw, byInput, Features.INPUTS, ROW, byRaw);
        for (int i = 0; i < rows * RAW; i++) {
            byRaw[i] += RAW_DECAY * raw[i] / rows;
        }
        actor.backward(rows, byRaw);
        actor.descend(actorAdam);
    }

    /**
     * Everything that learning changes.
     *
     * @param networks actor, its target, the critics, their targets
     */
    record State(List<TrainableMlp.State> networks, long updates) {}

    State state() {
        return new State(networks().stream().map(TrainableMlp::state).toList(), updates);
    }

    void restore(State state) {
        List<TrainableMlp> networks = networks();
        for (int i = 0; i < networks.size(); i++) {
            networks.get(i).restore(state.networks().get(i));
        }
        updates = state.updates();
    }

    private List<TrainableMlp> networks() {
        return List.of(actor, actorTarget, critics[0], critics[1], criticTargets[0], criticTargets[1]);
    }
}
