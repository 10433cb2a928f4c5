package io.twinslice.learners.control;

import io.twinslice.learners.SplitMix;
import io.twinslice.networks.Adam;
import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import io.twinslice.networks.Shape;
import io.twinslice.networks.TrainableMlp;
import java.util.Arrays;
import java.util.List;

/**
 * DQN: values of all choices at once, learned from replay against a target that is renewed now and then (Mnih et al.,
 * "Human-level control through deep reinforcement learning", 2015), in the double form: the learning network chooses,
 * the target judges (van Hasselt, Guez and Silver, "Deep reinforcement learning with double Q-learning", 2016). Several
 * rewards are counted before the target judges the rest (Hessel et al., "Rainbow", 2018, has the evidence).
 *
 * <p>Values are discounted means of rewards, not sums: (1 − discount) times what the papers write. Huber's loss then
 * stays in its quadratic part. With sums, its linear part fits the median of the goals, which does not see the few
 * transitions that end an episode, and the values run away. Decisions without exploration are those of a slow average
 * of the learning network's weights (Polyak and Juditsky, "Acceleration of stochastic approximation by averaging",
 * 1992). Not thread-safe.
 */
final class Dqn implements ControlLearner {
    private final Settings settings;
    private final SplitMix random;
    private final int choices;
    private final TrainableMlp network;
    private final TrainableMlp target;
    private final TrainableMlp average;
    private final int[] best;
    private final float[] goals;
    private final float[] byValue;
    private double progress;
    private long updates;

    /**
     * How it learns.
     *
     * @param width units in each of the two hidden layers
     * @param rate of Adam at the beginning; falls linearly to a hundredth of it
     * @param discount of the future, for each step
     * @param reach rewards that are counted before the target judges the rest
     * @param renewal updates after which the target becomes the network
     * @param averaging share of the way that the deciding network moves after the learning one each update
     * @param explored share of the training over which random choices fall from all to {@code leastRandom}
     * @param leastRandom share of random choices afterwards
     */
    record Settings(
            int width,
            double rate,
            double discount,
            int reach,
            int renewal,
            double averaging,
            double explored,
            double leastRandom) {}

    Dqn(ControlTask task, int rows, Settings settings, Kernel kernel, SplitMix random) {
        this.settings = settings;
        this.random = random;
        if (!(task.actions() instanceof ControlTask.Actions.Discrete(int count))) {
            throw new IllegalArgumentException("DQN needs a task with choices");
        }
        choices = count;
        int width = settings.width();
        Mlp start = Mlp.random(Shape.relu(List.of(task.observations(), width, width, choices)), 1f, random);
        network = new TrainableMlp(start, rows, kernel);
        target = new TrainableMlp(start, rows, kernel);
        average = new TrainableMlp(start, 1, kernel);
        best = new int[rows];
        goals = new float[rows];
        byValue = new float[rows * choices];
    }

    @Override
    public void begin() {
        // Random choices have no memory.
    }

    @Override
    public void explore(float[] observation, double progress, float[] action) {
        this.progress = progress;
        double share =
                Math.max(settings.leastRandom(), 1 - progress * (1 - settings.leastRandom()) / settings.explored());
        if (random.nextDouble() < share) {
            action[0] = random.nextInt(choices);
        } else {
            action[0] = choice(network, observation);
        }
    }

    @Override
    public void decide(float[] observation, float[] action) {
        action[0] = choice(average, observation);
    }

    private int choice(TrainableMlp values, float[] observation) {
        System.arraycopy(observation, 0, values.input(), 0, observation.length);
        return largest(values.forward(1), 0);
    }

    private int largest(float[] values, int row) {
        int largest = 0;
        for (int i = 1; i < choices; i++) {
            if (values[row * choices + i] > values[row * choices + largest]) {
                largest = i;
            }
        }
        return largest;
    }

    @Override
    public void learn(Memory memory) {
        memory.draw(random, settings.reach(), settings.discount());
        int rows = memory.rows();
        setGoals(memory);
        System.arraycopy(memory.states, 0, network.input(), 0, memory.states.length);
        float[] values = network.forward(rows);
        Arrays.fill(byValue, 0f);
        for (int r = 0; r < rows; r++) {
            int at = r * choices + (int) memory.actions[r];
            byValue[at] = Math.clamp(values[at] - goals[r], -1f, 1f) / rows;
        }
        network.backward(rows, byValue);
        network.descend(Adam.withRate(settings.rate() * Math.max(0.01, 1 - progress)));
        average.blendFrom(network, (float) settings.averaging());
        if (++updates % settings.renewal() == 0) {
            target.blendFrom(network, 1f);
        }
    }

    private void setGoals(Memory memory) {
        int rows = memory.rows();
        System.arraycopy(memory.nextStates, 0, network.input(), 0, memory.nextStates.length);
        float[] values = network.forward(rows);
        for (int r = 0; r < rows; r++) {
            best[r] = largest(values, r);
        }
        System.arraycopy(memory.nextStates, 0, target.input(), 0, memory.nextStates.length);
        float[] judged = target.forward(rows);
        for (int r = 0; r < rows; r++) {
            float future = judged[r * choices + best[r]];
            goals[r] = (float) (1 - settings.discount()) * memory.rewards[r]
                    + (float) settings.discount() * memory.goesOn[r] * future;
        }
    }
}
