package io.twinslice.learners.control;

import io.twinslice.learners.SplitMix;
import io.twinslice.networks.Activation;
import io.twinslice.networks.Adam;
import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import io.twinslice.networks.Shape;
import io.twinslice.networks.TrainableMlp;
import java.util.List;

/**
 * What {@link Td3} and {@link Td3Bc} have in common: a policy that answers one action, two critics whose goals are the
 * smaller target value of the target policy's action with a little noise, and a step of the policy every second update.
 * They differ in where that step goes. Not thread-safe.
 */
final class DeterministicActor {
    private static final float TARGET_NOISE = 0.2f;
    private static final float TARGET_NOISE_LIMIT = 0.5f;

    private final double discount;
    private final double blend;
    private final SplitMix random;
    private final TrainableMlp actor;
    private final TrainableMlp actorTarget;
    private final TwinCritics critics;
    private final Adam adam;
    private final float[] goals;
    private long updates;

    /**
     * @param width units in each of the two hidden layers
     * @param rate of Adam
     * @param discount of the future, for each step
     * @param blend share of the way that targets move, each second update
     */
    DeterministicActor(
            ControlTask task,
            int rows,
            int width,
            double rate,
            double discount,
            double blend,
            Kernel kernel,
            SplitMix random) {
        this.discount = discount;
        this.blend = blend;
        this.random = random;
        adam = Adam.withRate(rate);
        Shape shape = Shape.relu(List.of(
                        task.observations(), width, width, task.actions().size()))
                .ending(Activation.TANH);
        Mlp start = Mlp.random(shape, 0.1f, random);
        actor = new TrainableMlp(start, rows, kernel);
        actorTarget = new TrainableMlp(start, rows, kernel);
        critics = new TwinCritics(task, rows, width, adam, kernel, random);
        goals = new float[rows];
    }

    /** Where the policy should go. */
    @FunctionalInterface
    interface Slope {
        /** The gradient of the loss by the actions that the policy would take in the states of the batch. */
        float[] by(Memory memory, TwinCritics critics, float[] actions);
    }

    void decide(float[] observation, float[] action) {
        System.arraycopy(observation, 0, actor.input(), 0, observation.length);
        System.arraycopy(actor.forward(1), 0, action, 0, action.length);
    }

    /** One update from a batch that it draws. */
    void learn(Memory memory, Slope slope) {
        memory.draw(random);
        int rows = memory.rows();
        setGoals(memory);
        critics.fit(rows, memory.states, memory.actions, goals);
        if (++updates % 2 == 0) {
            System.arraycopy(memory.states, 0, actor.input(), 0, memory.states.length);
            float[] actions = actor.forward(rows);
            actor.backward(rows, slope.by(memory, critics, actions));
            actor.descend(adam);
            actorTarget.blendFrom(actor, (float) blend);
            critics.follow((float) blend);
        }
    }

    private void setGoals(Memory memory) {
        int rows = memory.rows();
        System.arraycopy(memory.nextStates, 0, actorTarget.input(), 0, memory.nextStates.length);
        float[] actions = actorTarget.forward(rows);
        for (int i = 0; i < memory.actions.length; i++) {
            float noise = TARGET_NOISE * (float) random.nextGaussian();
            actions[i] = Math.clamp(actions[i] + Math.clamp(noise, -TARGET_NOISE_LIMIT, TARGET_NOISE_LIMIT), -1f, 1f);
        }
        float[] future = critics.target(rows, memory.nextStates, actions);
        for (int r = 0; r < rows; r++) {
            goals[r] = memory.rewards[r] + (float) discount * memory.goesOn[r] * future[r];
        }
    }
}
