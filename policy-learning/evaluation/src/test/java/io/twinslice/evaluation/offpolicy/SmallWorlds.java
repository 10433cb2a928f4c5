package io.twinslice.evaluation.offpolicy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Problems whose true values are sums that a test can take exactly. */
final class SmallWorlds {
    static final int HORIZON = 4;

    private static final double[][] BANDIT_REWARD = {{0.2, 0.5, 0.9}, {0.7, 0.1, 0.4}};
    private static final double[] BANDIT_STATES = {0.6, 0.4};

    /** By state and action: probability of state 1 next, and the mean reward. */
    private static final double[][] TO_ONE = {{0.2, 0.8}, {0.5, 0.1}};

    private static final double[][] CHAIN_REWARD = {{1, 0}, {0.3, 2}};

    private SmallWorlds() {}

    /** Chooses an action by the first feature, which is 1 in state 1. */
    static ActionProbabilities byState(double[][] table) {
        return (state, into) -> System.arraycopy(table[(int) state[0]], 0, into, 0, into.length);
    }

    static final double[][] BANDIT_LOGGED = {{0.5, 0.3, 0.2}, {0.2, 0.4, 0.4}};
    static final double[][] BANDIT_TARGET = {{0.1, 0.2, 0.7}, {0.8, 0.1, 0.1}};
    static final double[][] CHAIN_LOGGED = {{0.5, 0.5}, {0.6, 0.4}};
    static final double[][] CHAIN_TARGET = {{0.2, 0.8}, {0.3, 0.7}};

    static double banditValue(double[][] policy) {
        double value = 0;
        for (int s = 0; s < 2; s++) {
            for (int a = 0; a < 3; a++) {
                value += BANDIT_STATES[s] * policy[s][a] * BANDIT_REWARD[s][a];
            }
        }
        return value;
    }

    /** Rounds with rewards of 0 and 1. */
    static LoggedData bandit(int rounds, double[][] logged, SplittableRandom random) {
        List<LoggedEpisode> episodes = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            int state = random.nextDouble() < BANDIT_STATES[0] ? 0 : 1;
            int action = drawn(logged[state], random);
            double reward = random.nextDouble() < BANDIT_REWARD[state][action] ? 1 : 0;
            LoggedStep step = new LoggedStep(new double[] {state}, action, logged[state][action], reward);
            episodes.add(new LoggedEpisode("round " + i, List.of(step)));
        }
        return new LoggedData(3, 1, episodes);
    }

    static double chainValue(double[][] policy, double discount) {
        double[] value = new double[2];
        for (int t = HORIZON - 1; t >= 0; t--) {
            double[] here = new double[2];
            for (int s = 0; s < 2; s++) {
                for (int a = 0; a < 2; a++) {
                    double next = TO_ONE[s][a] * value[1] + (1 - TO_ONE[s][a]) * value[0];
                    here[s] += policy[s][a] * (CHAIN_REWARD[s][a] + discount * next);
                }
            }
            value = here;
        }
        return value[0];
    }

    /** Episodes of a chain of two states; each (state, time) is a feature of its own, so a linear Q can be exact. */
    static LoggedData chain(int count, double[][] logged, SplittableRandom random) {
        List<LoggedEpisode> episodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<LoggedStep> steps = new ArrayList<>();
            int state = 0;
            for (int t = 0; t < HORIZON; t++) {
                int action = drawn(logged[state], random);
                double reward = CHAIN_REWARD[state][action] + 0.5 * random.nextGaussian();
                double[] features = new double[1 + 2 * HORIZON];
                features[0] = state;
                features[1 + 2 * t + state] = 1;
                steps.add(new LoggedStep(features, action, logged[state][action], reward));
                state = random.nextDouble() < TO_ONE[state][action] ? 1 : 0;
            }
            episodes.add(new LoggedEpisode("episode " + i, steps));
        }
        return new LoggedData(2, 1 + 2 * HORIZON, episodes);
    }

    private static int drawn(double[] probabilities, SplittableRandom random) {
        double u = random.nextDouble();
        int action = 0;
        while (action + 1 < probabilities.length && u >= probabilities[action]) {
            u -= probabilities[action];
            action++;
        }
        return action;
    }
}
