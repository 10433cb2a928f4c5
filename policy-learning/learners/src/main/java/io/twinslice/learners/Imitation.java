package io.twinslice.learners;

import io.twinslice.networks.Adam;
import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import io.twinslice.networks.TrainableMlp;
import io.twinslice.policy.ActionMapping;
import io.twinslice.policy.Features;
import java.util.random.RandomGenerator;

/** Behaviour cloning: fits a network to the quotas that recorded episodes show. */
final class Imitation {
    private static final int ROW = Batch.ACTION;

    private Imitation() {}

    /** The network after this many steps down the squared distance between its quotas and the recorded ones. */
    static Mlp clone(
            Mlp start, ReplayBuffer recorded, int steps, int batchRows, Kernel kernel, RandomGenerator random) {
        TrainableMlp network = new TrainableMlp(start, batchRows, kernel);
        Batch batch = new Batch(batchRows);
        SmoothMapping mapping = new SmoothMapping(batchRows);
        float[] actions = new float[batchRows * ROW];
        float[] gradient = new float[batchRows * ROW];
        float[] byRaw = new float[batchRows * ActionMapping.PER_SLICE];
        for (int step = 0; step < steps; step++) {
            batch.draw(recorded, random);
            int rows = batch.rows();
            System.arraycopy(batch.states, 0, network.input(), 0, rows * Features.INPUTS);
            float[] raw = network.forward(rows);
            mapping.forward(batch, raw, actions, 0, ROW);
            for (int i = 0; i < rows * ROW; i++) {
                boolean isSum = i % ROW == ROW - 1;
                gradient[i] = isSum ? 0 : 2 * (actions[i] - batch.actions[i]) / rows;
            }
            mapping.backward(batch, raw, gradient, 0, ROW, byRaw);
            network.backward(rows, byRaw);
            network.descend(Adam.withRate(rate(step, steps)));
        }
        return network.toMlp();
    }

    /** Falls linearly to a tenth. */
    private static double rate(int step, int steps) {
        return 5e-3 * (1 - 0.9 * step / steps);
    }
}
