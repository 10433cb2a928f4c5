package io.twinslice.learners.control;

import io.twinslice.learners.SplitMix;
import io.twinslice.networks.Kernel;

/**
 * TD3+BC: TD3 on a memory that somebody else filled, whose policy is also drawn to the remembered actions (Fujimoto and
 * Gu, "A minimalist approach to offline reinforcement learning", 2021). Not thread-safe.
 */
final class Td3Bc implements ControlLearner {
    private final Settings settings;
    private final DeterministicActor actor;
    private final float[] byAction;

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
        actor = new DeterministicActor(
                task, rows, settings.width(), settings.rate(), settings.discount(), settings.blend(), kernel, random);
        byAction = new float[rows * task.actions().size()];
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
        actor.decide(observation, action);
    }

    @Override
    public void learn(Memory memory) {
        actor.learn(memory, this::climbAndImitate);
    }

    private float[] climbAndImitate(Memory memory, TwinCritics critics, float[] actions) {
        int rows = memory.rows();
        float weight = (float) (settings.greed() / Math.max(1e-6, critics.size(rows, memory.states, memory.actions)));
        float[] uphill = critics.uphill(rows, memory.states, actions);
        for (int i = 0; i < byAction.length; i++) {
            byAction[i] = weight * uphill[i] + 2 * (actions[i] - memory.actions[i]) / byAction.length;
        }
        return byAction;
    }
}
