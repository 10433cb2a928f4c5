package io.twinslice.learners.offline;

import io.twinslice.learners.SplitMix;
import io.twinslice.networks.Adam;
import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import io.twinslice.networks.Shape;
import io.twinslice.networks.TrainableMlp;
import java.util.Arrays;
import java.util.List;

/**
 * Does what the log did most often in such states: the least that a learner from logs must beat. Cross-entropy of the
 * logged choices; rewards are not looked at.
 */
public record BehaviourCloning(Fitting fitting) implements OfflineLearner {
    @Override
    public String name() {
        return "cloning";
    }

    @Override
    public Mlp learn(ChoiceLog log, Kernel kernel, long seed) {
        SplitMix random = new SplitMix(seed);
        ChoiceLog.Batch batch = new ChoiceLog.Batch(log, fitting.rows());
        int rows = batch.rows();
        int choices = log.choices();
        Shape shape = Shape.relu(List.of(log.features(), fitting.width(), fitting.width(), choices));
        TrainableMlp policy = new TrainableMlp(Mlp.random(shape, 0.1f, random), rows, kernel);
        float[] gradient = new float[rows * choices];
        for (int update = 0; update < fitting.updates(); update++) {
            batch.draw(random);
            System.arraycopy(batch.states, 0, policy.input(), 0, batch.states.length);
            float[] values = policy.forward(rows);
            Arrays.fill(gradient, 0f);
            for (int r = 0; r < rows; r++) {
                Rows.addCrossEntropy(values, r, choices, batch.chosen[r], 1f / rows, gradient);
            }
            policy.backward(rows, gradient);
            policy.descend(Adam.withRate(fitting.rate()));
        }
        return policy.toMlp();
    }
}
