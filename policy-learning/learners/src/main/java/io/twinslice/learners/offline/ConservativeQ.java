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

/**
 * Discrete conservative Q-learning, CQL(H) (Kumar, Zhou, Tucker and Levine, "Conservative Q-learning for offline
 * reinforcement learning", 2020): double Q-learning on the log, plus a term that pushes down the values of choices that
 * the log did not make, so that nothing looks good only because nobody tried it.
 *
 * @param discount of what follows, 0..0.9999; 0 where decisions are judged one by one
 * @param blend share of the way that the target moves each update, above 0 and at most 1
 * @param conservatism weight of that term, 0 or more; with 0 it is plain Q-learning
 */
public record ConservativeQ(Fitting fitting, double discount, double blend, double conservatism)
        implements OfflineLearner {
    public ConservativeQ {
        Check.range("discount", discount, 0, 0.9999);
        Check.range("blend", blend, 1e-6, 1);
        Check.range("conservatism", conservatism, 0, 1000);
    }

    @Override
    public String name() {
        return "CQL";
    }

    @Override
    public Mlp learn(ChoiceLog log, Kernel kernel, long seed) {
        SplitMix random = new SplitMix(seed);
        ChoiceLog.Batch batch = new ChoiceLog.Batch(log, fitting.rows());
        int rows = batch.rows();
        int choices = log.choices();
        Shape shape = Shape.relu(List.of(log.features(), fitting.width(), fitting.width(), choices));
        Mlp start = Mlp.random(shape, 0.1f, random);
        TrainableMlp network = new TrainableMlp(start, rows, kernel);
        TrainableMlp target = new TrainableMlp(start, rows, kernel);
        float[] goals = new float[rows];
        float[] gradient = new float[rows * choices];
        for (int update = 0; update < fitting.updates(); update++) {
            batch.draw(random);
            setGoals(batch, network, target, choices, goals);
            System.arraycopy(batch.states, 0, network.input(), 0, batch.states.length);
            float[] values = network.forward(rows);
            Arrays.fill(gradient, 0f);
            for (int r = 0; r < rows; r++) {
                int at = r * choices + batch.chosen[r];
                gradient[at] = Math.clamp(values[at] - goals[r], -1f, 1f) / rows;
                Rows.addCrossEntropy(values, r, choices, batch.chosen[r], (float) conservatism / rows, gradient);
            }
            network.backward(rows, gradient);
            network.descend(Adam.withRate(fitting.rate()));
            target.blendFrom(network, (float) blend);
        }
        return network.toMlp();
    }

    /** The reward, and what the target says of the choice that the network prefers next. */
    private void setGoals(
            ChoiceLog.Batch batch, TrainableMlp network, TrainableMlp target, int choices, float[] goals) {
        int rows = batch.rows();
        System.arraycopy(batch.rewards, 0, goals, 0, rows);
        if (discount == 0) {
            return;
        }
        System.arraycopy(batch.nextStates, 0, network.input(), 0, batch.nextStates.length);
        System.arraycopy(batch.nextStates, 0, target.input(), 0, batch.nextStates.length);
        float[] preferred = network.forward(rows);
        float[] judged = target.forward(rows);
        for (int r = 0; r < rows; r++) {
            float future = judged[r * choices + Rows.largest(preferred, r, choices)];
            goals[r] += (float) discount * batch.goesOn[r] * future;
        }
    }
}
