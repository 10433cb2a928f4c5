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
 * TD3+BC: TD3 on a memory that somebody else filled, whose policy is also drawn to the remembered actions (Fujimoto and
 * Gu, "A minimalist approach to offline reinforcement learning", 2021). Not thread-safe.
 */
final class Td3Bc implements ControlLearner {
    private static final float TARGET_NOISE = 0.2f;
    private static final float TARGET_NOISE_LIMIT = 0.5f;

    private final Settings settings;
    private final SplitMix random;
    private final TrainableMlp actor;
    private final TrainableMlp actorTarget;
    private final TwinCritics critics;
    private final Adam adam;
    private final float[] goals;
    private final float[] byAction;
    private long updates;

    /**
     * How it learns.
     *
     * @param width units in each of the two hidden layers
     * @param rate of Adam
     * @param discount of the future, for each step
     * @param blend share of the way that targets move, each second update
     * @param greed how much the critics count beside the remembered actions: 0 clones, 2.5 is the paper's
     */
    record Settings(int width, double rate, double discount, double blend, double greed) {}

    Td3Bc(ControlTask task, int rows, Settings settings, Kernel kernel, SplitMix random) {
        this.settings = settings;
        this.random = random;
        adam = Adam.withRate(settings.rate());
        int width = settings.width();
        int actions = task.actions().size();
        Shape shape =
                Shape.relu(List.of(task.observations(), width, width, actions)).ending(Activation.TANH);
        Mlp start = Mlp.random(shape, 0.1f, random);
        actor = new TrainableMlp(start, rows, kernel);
        actorTarget = new TrainableMlp(start, rows, kernel);
        critics = new TwinCritics(task, rows, width, adam, kernel, random);
        goals = new float[rows];
        byAction = new float[rows * actions];
    }

    @Override
    public void begin() {
        // It has nothing to try.
    }

    @Override
    public void explore(float[] observation, double progress, float[] action) {
        decide(observation, action);
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
            climbAndImitate(memory);
            actorTarget.blendFrom(actor, (float) settings.blend());
            critics.follow((float) settings.blend());
        }
    }

    private void climbAndImitate(Memory memory) {
        int rows = memory.rows();
        float weight = (float) (settings.greed() / Math.max(1e-6, critics.size(rows, memory.states, memory.actions)));
        System.arraycopy(memory.states, 0, actor.input(), 0, memory.states.length);
        float[] actions = actor.forward(rows);
        float[] uphill = critics.uphill(rows, memory.states, actions);
        for (int i = 0; i < byAction.length; i++) {
            byAction[i] = weight * uphill[i] + 2 * (actions[i] - memory.actions[i]) / byAction.length;
        }
        actor.backward(rows, byAction);
        actor.descend(adam);
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
