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
 * TD3: a deterministic policy that climbs the first of two critics, every second update (Fujimoto, van Hoof and Meger,
 * "Addressing function approximation error in actor-critic methods", 2018). Goals are the smaller target value of the
 * target policy's action with a little noise. Not thread-safe.
 */
final class Td3 implements ControlLearner {
    private static final float TARGET_NOISE = 0.2f;
    private static final float TARGET_NOISE_LIMIT = 0.5f;

    private final Settings settings;
    private final SplitMix random;
    private final TrainableMlp actor;
    private final TrainableMlp actorTarget;
    private final TwinCritics critics;
    private final Adam adam;
    private final float[] goals;
    private long updates;

    /**
     * How it learns.
     *
     * @param width units in each of the two hidden layers
     * @param rate of Adam
     * @param discount of the future, for each step
     * @param blend share of the way that targets move, each second update
     * @param noise deviation of the noise on explored actions
     */
    record Settings(int width, double rate, double discount, double blend, double noise) {}

    Td3(ControlTask task, int rows, Settings settings, Kernel kernel, SplitMix random) {
        this.settings = settings;
        this.random = random;
        adam = Adam.withRate(settings.rate());
        int width = settings.width();
        Shape shape = Shape.relu(List.of(
                        task.observations(), width, width, task.actions().size()))
                .ending(Activation.TANH);
        Mlp start = Mlp.random(shape, 0.1f, random);
        actor = new TrainableMlp(start, rows, kernel);
        actorTarget = new TrainableMlp(start, rows, kernel);
        critics = new TwinCritics(task, rows, width, adam, kernel, random);
        goals = new float[rows];
    }

    @Override
    public void begin() {
        // The noise has no memory.
    }

    @Override
    public void explore(float[] observation, double progress, float[] action) {
        decide(observation, action);
        for (int i = 0; i < action.length; i++) {
            action[i] = Math.clamp(action[i] + (float) (settings.noise() * random.nextGaussian()), -1f, 1f);
        }
    }

    @Override
    public void decide(float[] observation, float[] action) {
        System.arraycopy(observation, 0, actor.input(), 0, observation.length);
        System.arraycopy(actor.forward(1), 0, action, 0, action.length);
    }

    @Override
    public void learn(Memory memory) {
        memory.draw(random);
        int rows = memory.rows();
        setGoals(memory);
        critics.fit(rows, memory.states, memory.actions, goals);
        if (++updates % 2 == 0) {
            System.arraycopy(memory.states, 0, actor.input(), 0, memory.states.length);
            float[] actions = actor.forward(rows);
            actor.backward(rows, critics.uphill(rows, memory.states, actions));
            actor.descend(adam);
            actorTarget.blendFrom(actor, (float) settings.blend());
            critics.follow((float) settings.blend());
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
            goals[r] = memory.rewards[r] + (float) settings.discount() * memory.goesOn[r] * future[r];
        }
    }
}
