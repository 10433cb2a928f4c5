package io.twinslice.learners.offline;

import io.twinslice.learners.Check;
import io.twinslice.learners.SplitMix;
import io.twinslice.networks.Adam;
import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import io.twinslice.networks.Shape;
import io.twinslice.networks.TrainableMlp;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Implicit Q-learning (Kostrikov, Nair and Levine, "Offline reinforcement learning with implicit Q-learning", 2022):
 * the value of a state is a high expectile of the values of the choices that the log made there, so no choice is ever
 * valued that was not logged. The policy imitates the log, weighted by how much better than that value a choice was.
 *
 * @param discount of what follows, 0..0.9999
 * @param blend share of the way that the targets move each update, above 0 and at most 1
 * @param expectile 0.5 is the mean, towards 1 the best of the log
 * @param sharpness how strongly better choices are preferred, 0 (cloning) or more, in 1/reward
 */
public record ImplicitQ(Fitting fitting, double discount, double blend, double expectile, double sharpness)
        implements OfflineLearner {
    /** Largest weight of a logged choice, as in the paper. */
    private static final double MOST_WEIGHT = 100;

    public ImplicitQ {
        Check.range("discount", discount, 0, 0.9999);
        Check.range("blend", blend, 1e-6, 1);
        Check.range("expectile", expectile, 0.5, 0.999);
        Check.range("sharpness", sharpness, 0, 10_000);
    }

    @Override
    public String name() {
        return "IQL";
    }

    @Override
    public Mlp learn(ChoiceLog log, Kernel kernel, long seed) {
        SplitMix random = new SplitMix(seed);
        ChoiceLog.Batch batch = new ChoiceLog.Batch(log, fitting.rows());
        Training training = new Training(log, kernel, random);
        for (int update = 0; update < fitting.updates(); update++) {
            batch.draw(random);
            training.update(batch);
        }
        return training.policy.toMlp();
    }

    /** The networks while they learn. */
    private final class Training {
        private final int choices;
        private final Adam adam = Adam.withRate(fitting.rate());
        private final TrainableMlp[] critics = new TrainableMlp[2];
        private final TrainableMlp[] targets = new TrainableMlp[2];
        private final TrainableMlp value;
        private final TrainableMlp policy;
        private final float[] better;
        private final float[] goals;
        private final float[] byValue;
        private final float[] byChoice;

        Training(ChoiceLog log, Kernel kernel, RandomGenerator random) {
            choices = log.choices();
            int rows = fitting.rows();
            int width = fitting.width();
            Shape ofChoices = Shape.relu(List.of(log.features(), width, width, choices));
            for (int c = 0; c < 2; c++) {
                Mlp start = Mlp.random(ofChoices, 0.1f, random);
                critics[c] = new TrainableMlp(start, rows, kernel);
                targets[c] = new TrainableMlp(start, rows, kernel);
            }
            Shape ofState = Shape.relu(List.of(log.features(), width, width, 1));
            value = new TrainableMlp(Mlp.random(ofState, 0.1f, random), rows, kernel);
            policy = new TrainableMlp(Mlp.random(ofChoices, 0.1f, random), rows, kernel);
            better = new float[rows];
            goals = new float[rows];
            byValue = new float[rows];
            byChoice = new float[rows * choices];
        }

        void update(ChoiceLog.Batch batch) {
            advantages(batch);
            fitValue(batch);
            fitPolicy(batch);
            fitCritics(batch);
        }

        /** By how much the smaller target exceeds the value of the state, for the logged choices. */
        private void advantages(ChoiceLog.Batch batch) {
            int rows = batch.rows();
            float[] first = forward(targets[0], batch.states, rows);
            float[] second = forward(targets[1], batch.states, rows);
            float[] known = forward(value, batch.states, rows);
            for (int r = 0; r < rows; r++) {
                int at = r * choices + batch.chosen[r];
                better[r] = Math.min(first[at], second[at]) - known[r];
            }
        }

        private void fitValue(ChoiceLog.Batch batch) {
            int rows = batch.rows();
            for (int r = 0; r < rows; r++) {
                double weight = better[r] > 0 ? expectile : 1 - expectile;
                byValue[r] = (float) (-2 * weight * better[r] / rows);
            }
            value.backward(rows, byValue);
            value.descend(adam);
        }

        private void fitPolicy(ChoiceLog.Batch batch) {
            int rows = batch.rows();
            float[] preferred = forward(policy, batch.states, rows);
            Arrays.fill(byChoice, 0f);
            for (int r = 0; r < rows; r++) {
                double weight = Math.min(MOST_WEIGHT, StrictMath.exp(sharpness * better[r]));
                Rows.addCrossEntropy(preferred, r, choices, batch.chosen[r], (float) (weight / rows), byChoice);
            }
            policy.backward(rows, byChoice);
            policy.descend(adam);
        }

        private void fitCritics(ChoiceLog.Batch batch) {
            int rows = batch.rows();
            System.arraycopy(batch.rewards, 0, goals, 0, rows);
            if (discount > 0) {
                float[] next = forward(value, batch.nextStates, rows);
                for (int r = 0; r < rows; r++) {
                    goals[r] += (float) discount * batch.goesOn[r] * next[r];
                }
            }
            for (int c = 0; c < 2; c++) {
                float[] values = forward(critics[c], batch.states, rows);
                Arrays.fill(byChoice, 0f);
                for (int r = 0; r < rows; r++) {
                    int at = r * choices + batch.chosen[r];
                    byChoice[at] = 2 * (values[at] - goals[r]) / rows;
                }
                critics[c].backward(rows, byChoice);
                critics[c].descend(adam);
                targets[c].blendFrom(critics[c], (float) blend);
            }
        }

        private static float[] forward(TrainableMlp network, float[] states, int rows) {
            System.arraycopy(states, 0, network.input(), 0, states.length);
            return network.forward(rows);
        }
    }
}
