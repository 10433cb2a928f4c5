package io.twinslice.learners.control;

import io.twinslice.learners.SplitMix;
import io.twinslice.networks.Kernel;

/**
 * TD3: a deterministic policy that climbs the first of two critics, every second update (Fujimoto, van Hoof and Meger,
 * "Addressing function approximation error in actor-critic methods", 2018). Goals are the smaller target value of the
 * target policy's action with a little noise. Not thread-safe.
 */
final class Td3 implements ControlLearner {
    private final Settings settings;
    private final SplitMix random;
    private final DeterministicActor actor;

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
        actor = new DeterministicActor(
                task, rows, settings.width(), settings.rate(), settings.discount(), settings.blend(), kernel, random);
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
        actor.decide(observation, action);
    }

    @Override
    public void learn(Memory memory) {
        actor.learn(memory, (batch, critics, actions) -> critics.uphill(batch.rows(), batch.states, actions));
    }
}
