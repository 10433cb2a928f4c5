package io.twinslice.learners.suite;

import io.twinslice.learners.SplitMix;
import io.twinslice.networks.Adam;
import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import io.twinslice.networks.Shape;
import io.twinslice.networks.TrainableMlp;
import java.util.Arrays;
import java.util.List;

/**
 * What each plan will cost each twin, beyond what the first plan would: one network, whose two hidden layers all
 * outputs share. Learned by least squares from what forks showed. Not thread-safe.
 */
final class CostCritics {
    /** Units in each of the two hidden layers. */
    static final int WIDTH = 64;

    private static final int ROWS = 128;
    private static final double RATE = 2e-3;
    private static final double LAST_RATE_SHARE = 0.05;

    private final int plans;
    private final int costs;
    private final TrainableMlp network;

    /**
     * A moment to learn from.
     *
     * @param seen the observation
     * @param costs for each plan: seconds of violation of each twin, then the price of the PRBs
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Moment(float[] seen, float[] costs) {}

    CostCritics(int slices, int plans, Kernel kernel, SplitMix random) {
        this.plans = plans;
        costs = slices + 1;
        Shape shape = Shape.tanh(List.of(Observation.size(slices), WIDTH, WIDTH, plans * costs));
        network = new TrainableMlp(Mlp.random(shape, 0.1f, random), ROWS, kernel);
    }

    /** Goes on from where the last fit ended. */
    void fit(List<Moment> moments, int steps, SplitMix random) {
        int inputs = network.inputs();
        int outputs = network.outputs();
        float[] gradient = new float[ROWS * outputs];
        for (int step = 0; step < steps && !moments.isEmpty(); step++) {
            int[] drawn = new int[ROWS];
            for (int r = 0; r < ROWS; r++) {
                drawn[r] = random.nextInt(moments.size());
                System.arraycopy(moments.get(drawn[r]).seen(), 0, network.input(), r * inputs, inputs);
            }
            float[] expected = network.forward(ROWS);
            for (int r = 0; r < ROWS; r++) {
                float[] found = moments.get(drawn[r]).costs();
                for (int o = 0; o < outputs; o++) {
                    float goal = found[o] - found[o % costs];
                    gradient[r * outputs + o] = 2 * (expected[r * outputs + o] - goal) / ROWS;
                }
            }
            network.backward(ROWS, gradient);
            network.descend(Adam.withRate(RATE * (1 - (1 - LAST_RATE_SHARE) * step / steps)));
        }
    }

    /** The same shared layers under a head that adds the critics of each plan up. */
    Mlp summed() {
        float[] all = network.toMlp().parameters();
        int wide = plans * costs;
        int shared = all.length - (WIDTH + 1) * wide;
        float[] parameters = Arrays.copyOf(all, shared + (WIDTH + 1) * plans);
        for (int unit = 0; unit <= WIDTH; unit++) {
            for (int p = 0; p < plans; p++) {
                float sum = 0;
                for (int c = 0; c < costs; c++) {
                    sum += all[shared + unit * wide + p * costs + c];
                }
                parameters[shared + unit * plans + p] = sum;
            }
        }
        return new Mlp(Shape.tanh(List.of(network.inputs(), WIDTH, WIDTH, plans)), parameters);
    }
}
