package io.twinslice.learners.control;

import io.twinslice.learners.SplitMix;
import io.twinslice.networks.Adam;
import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import io.twinslice.networks.Shape;
import io.twinslice.networks.SquashedGaussian;
import io.twinslice.networks.TrainableMlp;
import java.util.Arrays;
import java.util.List;

/**
 * SAC: a stochastic policy that climbs the smaller of two critics and is paid for its entropy (Haarnoja et al., "Soft
 * actor-critic algorithms and applications", 2018), with a temperature that is fixed or keeps the entropy at minus the
 * number of actions. Noise of exploration may be correlated in time, which keeps its distribution at each step but
 * reaches further (Eberhard et al., "Pink noise is all you need", 2023, has the idea; here it is of first order). Not
 * thread-safe.
 */
final class Sac implements ControlLearner {
    private final Settings settings;
    private final SplitMix random;
    private final int actionSize;
    private final TrainableMlp actor;
    private final TwinCritics critics;
    private final SquashedGaussian head;
    private final Adam adam;
    private final float[] walk;
    private final float[] noise;
    private final float[] logProbability;
    private final float[] byLogProbability;
    private final float[] byRaw;
    private final float[] goals;
    private double logTemperature;

    /**
     * How it learns.
     *
     * @param width units in each of the two hidden layers
     * @param rate of Adam, and of the temperature
     * @param discount of the future, for each step
     * @param blend share of the way that targets move each update
     * @param temperature what entropy is worth, at the beginning
     * @param adapts whether the temperature learns
     * @param correlation of the noise of one step with that of the step before, 0..1
     */
    record Settings(
            int width,
            double rate,
            double discount,
            double blend,
            double temperature,
            boolean adapts,
            double correlation) {}

    Sac(ControlTask task, int rows, Settings settings, Kernel kernel, SplitMix random) {
        this.settings = settings;
        this.random = random;
        actionSize = task.actions().size();
        adam = Adam.withRate(settings.rate());
        head = new SquashedGaussian(rows, actionSize);
        int width = settings.width();
        Shape shape = Shape.relu(List.of(task.observations(), width, width, head.rawOutputs()));
        actor = new TrainableMlp(Mlp.random(shape, 0.1f, random), rows, kernel);
        critics = new TwinCritics(task, rows, width, adam, kernel, random);
        walk = new float[actionSize];
        noise = new float[rows * actionSize];
        logProbability = new float[rows];
        byLogProbability = new float[rows];
        byRaw = new float[rows * head.rawOutputs()];
        goals = new float[rows];
        logTemperature = StrictMath.log(settings.temperature());
    }

    @Override
    public void begin() {
        for (int i = 0; i < actionSize; i++) {
            walk[i] = (float) random.nextGaussian();
        }
    }

    @Override
    public void explore(float[] observation, double progress, float[] action) {
        double kept = settings.correlation();
        for (int i = 0; i < actionSize; i++) {
            walk[i] = (float) (kept * walk[i] + Math.sqrt(1 - kept * kept) * random.nextGaussian());
        }
        System.arraycopy(observation, 0, actor.input(), 0, observation.length);
        System.arraycopy(head.sample(1, actor.forward(1), walk, logProbability), 0, action, 0, actionSize);
    }

    @Override
    public void decide(float[] observation, float[] action) {
        System.arraycopy(observation, 0, actor.input(), 0, observation.length);
        head.mode(1, actor.forward(1), action);
    }

    @Override
    public void learn(Memory memory) {
        memory.draw(random);
        int rows = memory.rows();
        float temperature = (float) StrictMath.exp(logTemperature);
        float[] nextActions = sample(memory.nextStates, rows);
        float[] future = critics.target(rows, memory.nextStates, nextActions);
        for (int r = 0; r < rows; r++) {
            float soft = future[r] - temperature * logProbability[r];
            goals[r] = memory.rewards[r] + (float) settings.discount() * memory.goesOn[r] * soft;
        }
        critics.fit(rows, memory.states, memory.actions, goals);
        float[] actions = sample(memory.states, rows);
        float[] byAction = critics.uphillOfSmaller(rows, memory.states, actions);
        Arrays.fill(byLogProbability, temperature / rows);
        head.backward(rows, byAction, byLogProbability, byRaw);
        actor.backward(rows, byRaw);
        actor.descend(adam);
        if (settings.adapts()) {
            adaptTemperature(rows);
        }
        critics.follow((float) settings.blend());
    }

    /** The policy as it is now: its outputs are what {@link SquashedGaussian} takes. */
    Mlp actor() {
        return actor.toMlp();
    }

    /** Actions of the policy as it is now, with their log-probabilities. */
    private float[] sample(float[] states, int rows) {
        for (int i = 0; i < rows * actionSize; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        System.arraycopy(states, 0, actor.input(), 0, states.length);
        return head.sample(rows, actor.forward(rows), noise, logProbability);
    }

    private void adaptTemperature(int rows) {
        double surplus = 0;
        for (int r = 0; r < rows; r++) {
            surplus += -logProbability[r] + actionSize;
        }
        logTemperature -= settings.rate() * Math.clamp(surplus / rows, -1, 1);
    }
}
