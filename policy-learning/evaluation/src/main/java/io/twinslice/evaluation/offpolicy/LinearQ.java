package io.twinslice.evaluation.offpolicy;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * Fitted Q evaluation with a linear Q for each action: the fixed point of the iteration, which is that of LSTD-Q
 * (Lagoudakis and Parr 2003), found by solving for it once. States get a constant in addition to their features. With
 * discount 0, or episodes of one decision, it is a ridge regression of the reward.
 */
final class LinearQ implements ActionValues {
    /** Makes the equations of actions never taken solvable and says 0 of them; counted in decisions. */
    private static final double RIDGE = 0.01;

    private final double[] weights;
    private final int width;

    private LinearQ(double[] weights, int width) {
        this.weights = weights;
        this.width = width;
    }

    /** As {@link QFitter}. */
    static ActionValues fit(LoggedData data, ActionProbabilities policy, double discount) {
        Sums sums = new Sums(data);
        data.episodes().forEach(episode -> sums.add(episode, policy, discount));
        return sums.solve();
    }

    @Override
    public void of(double[] state, double[] into) {
        for (int action = 0; action < into.length; action++) {
            int at = action * width;
            double sum = weights[at + width - 1];
            for (int f = 0; f < state.length; f++) {
                sum += weights[at + f] * state[f];
            }
            into[action] = sum;
        }
    }

    /** What the fit needs of a set of episodes; sums of two sets add up. */
    static final class Sums {
        private final int actions;
        private final int width;
        private final double[] matrix;
        private final double[] rewards;
        private final double[] starts;
        private final double[] probabilities;
        private int episodes;

        Sums(LoggedData shape) {
            this(shape.actions(), shape.features() + 1);
        }

        private Sums(int actions, int width) {
            this.actions = actions;
            this.width = width;
            int size = actions * width;
            matrix = new double[size * size];
            rewards = new double[size];
            starts = new double[size];
            probabilities = new double[actions];
        }

        Sums empty() {
            return new Sums(actions, width);
        }

        void add(Sums other) {
            plus(matrix, other.matrix);
            plus(rewards, other.rewards);
            plus(starts, other.starts);
            episodes += other.episodes;
        }

        private static void plus(double[] sum, double[] other) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += other[i];
            }
        }

        void add(LoggedEpisode episode, ActionProbabilities policy, double discount) {
            List<LoggedStep> steps = episode.steps();
            policy.of(steps.getFirst().state(), probabilities);
            double[] first = widened(steps.getFirst().state());
            for (int action = 0; action < actions; action++) {
                for (int f = 0; f < width; f++) {
                    starts[action * width + f] += probabilities[action] * first[f];
                }
            }
            episodes++;
            for (int t = 0; t < steps.size(); t++) {
                LoggedStep step = steps.get(t);
                double[] here = widened(step.state());
                int at = step.action() * width;
                for (int f = 0; f < width; f++) {
                    rewards[at + f] += here[f] * step.reward();
                }
                outer(at, here, at, here, 1);
                if (t + 1 < steps.size() && discount > 0) {
                    double[] next = widened(steps.get(t + 1).state());
                    policy.of(steps.get(t + 1).state(), probabilities);
                    for (int action = 0; action < actions; action++) {
                        if (probabilities[action] > 0) {
                            outer(at, here, action * width, next, -discount * probabilities[action]);
                        }
                    }
                }
            }
        }

        private void outer(int row, double[] left, int column, double[] right, double factor) {
            int size = rewards.length;
            for (int i = 0; i < width; i++) {
                double scaled = factor * left[i];
                for (int k = 0; k < width; k++) {
                    matrix[(row + i) * size + column + k] += scaled * right[k];
                }
            }
        }

        private static double[] widened(double[] state) {
            double[] wide = Arrays.copyOf(state, state.length + 1);
            wide[state.length] = 1;
            return wide;
        }

        LinearQ solve() {
            int size = rewards.length;
            double[][] rows = new double[size][size];
            for (int i = 0; i < size; i++) {
                System.arraycopy(matrix, i * size, rows[i], 0, size);
                rows[i][i] += RIDGE;
            }
            double[] solution = new LUDecomposition(new Array2DRowRealMatrix(rows, false))
                    .getSolver()
                    .solve(new ArrayRealVector(rewards, false))
                    .toArray();
            return new LinearQ(solution, width);
        }

        /** Mean over the episodes of what the policy is worth in their first state. */
        double value(LinearQ q) {
            double sum = 0;
            for (int i = 0; i < starts.length; i++) {
                sum += starts[i] * q.weights[i];
            }
            return sum / episodes;
        }
    }
}
