package io.twinslice.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every gradient is compared with finite differences of the loss. */
class GradientTest {
    private static final List<Integer> SIZES = List.of(5, 7, 6, 3);
    private static final int ROWS = 4;

    static Stream<Shape> shapes() {
        return Stream.of(
                Shape.tanh(SIZES),
                Shape.relu(SIZES),
                Shape.tanh(SIZES).normed(),
                Shape.relu(SIZES).normed().ending(Activation.TANH));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void parameterGradientsAgreeWithFiniteDifferences(Shape shape) {
        SplittableRandom random = new SplittableRandom(14);
        Mlp mlp = Mlp.random(shape, 1f, random);
        TrainableMlp trainable = new TrainableMlp(mlp, ROWS, new VectorKernel());
        float[] inputs = fill(trainable.input(), random);
        float[] weights = fill(new float[ROWS * 3], random);
        trainable.forward(ROWS);
        trainable.backward(ROWS, weights);
        agree(trainable.gradient(), mlp.parameters(), p -> loss(new Mlp(shape, p), inputs, weights));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void inputGradientsAgreeWithFiniteDifferences(Shape shape) {
        SplittableRandom random = new SplittableRandom(15);
        Mlp mlp = Mlp.random(shape, 1f, random);
        TrainableMlp trainable = new TrainableMlp(mlp, ROWS, Kernel.plain());
        float[] inputs = fill(trainable.input(), random).clone();
        float[] weights = fill(new float[ROWS * 3], random);
        trainable.forward(ROWS);
        float[] gradient = trainable.inputGradient(ROWS, weights).clone();
        assertThat(trainable.backwardToInput(ROWS, weights)).isEqualTo(gradient);
        agree(gradient, inputs, x -> loss(mlp, x, weights));
    }

    @Test
    void theGradientOfASetNetworkAgreesWithFiniteDifferences() {
        SplittableRandom random = new SplittableRandom(16);
        Shape encoder = Shape.tanh(List.of(4, 6, 3)).ending(Activation.TANH);
        Shape head = Shape.tanh(List.of(8, 5, 2));
        SetNetwork network = SetNetwork.random(encoder, head, 1f, random);
        int[] starts = {0, 3, 4, 6};
        TrainableSetNetwork trainable = new TrainableSetNetwork(network, 6, new VectorKernel());
        float[] inputs = fill(trainable.input(), random).clone();
        float[] common = fill(new float[3 * 2], random);
        float[] weights = fill(new float[6 * 2], random);
        trainable.forward(3, starts, common);
        trainable.backward(3, starts, weights);
        float[] parameters =
                Arrays.copyOf(network.encoder().parameters(), encoder.parameterCount() + head.parameterCount());
        System.arraycopy(network.head().parameters(), 0, parameters, encoder.parameterCount(), head.parameterCount());
        agree(trainable.gradient(), parameters, p -> {
            Mlp first = new Mlp(encoder, Arrays.copyOf(p, encoder.parameterCount()));
            Mlp second = new Mlp(head, Arrays.copyOfRange(p, encoder.parameterCount(), p.length));
            return setLoss(new SetNetwork(first, second), starts, inputs, common, weights);
        });
    }

    @Test
    void theGradientOfASquashedGaussianAgreesWithFiniteDifferences() {
        SplittableRandom random = new SplittableRandom(17);
        SquashedGaussian head = new SquashedGaussian(ROWS, 2);
        float[] raw = fill(new float[ROWS * 4], random);
        float[] normal = fill(new float[ROWS * 2], random);
        float[] byAction = fill(new float[ROWS * 2], random);
        float[] byLog = fill(new float[ROWS], random);
        float[] byRaw = new float[ROWS * 4];
        head.sample(ROWS, raw, normal, new float[ROWS]);
        head.backward(ROWS, byAction, byLog, byRaw);
        agree(byRaw, raw, x -> {
            float[] log = new float[ROWS];
            return dot(new SquashedGaussian(ROWS, 2).sample(ROWS, x, normal, log), byAction) + dot(log, byLog);
        });
    }

    /** Right at the kink of a rectifier the slopes to both sides differ; the gradient is between them. */
    private static void agree(float[] gradient, float[] at, ToDoubleFunction<float[]> loss) {
        float[] moved = at.clone();
        float h = 1e-3f;
        double here = loss.applyAsDouble(at);
        for (int i = 0; i < at.length; i++) {
            moved[i] = at[i] + h;
            double right = (loss.applyAsDouble(moved) - here) / h;
            moved[i] = at[i] - h;
            double left = (here - loss.applyAsDouble(moved)) / h;
            moved[i] = at[i];
            assertThat((double) gradient[i])
                    .as("entry %d", i)
                    .isBetween(Math.min(left, right) - 2e-3, Math.max(left, right) + 2e-3);
        }
    }

    private static double loss(Mlp mlp, float[] inputs, float[] weights) {
        float[] output = new float[mlp.outputs()];
        double loss = 0;
        for (int r = 0; r < ROWS; r++) {
            mlp.forward(Arrays.copyOfRange(inputs, r * mlp.inputs(), (r + 1) * mlp.inputs()), output);
            loss += dot(output, Arrays.copyOfRange(weights, r * output.length, (r + 1) * output.length));
        }
        return loss;
    }

    private static double setLoss(SetNetwork network, int[] starts, float[] inputs, float[] common, float[] weights) {
        double loss = 0;
        for (int s = 0; s + 1 < starts.length; s++) {
            int members = starts[s + 1] - starts[s];
            float[] outputs = new float[members * 2];
            network.forward(
                    members,
                    Arrays.copyOfRange(inputs, starts[s] * 4, starts[s + 1] * 4),
                    Arrays.copyOfRange(common, s * 2, s * 2 + 2),
                    outputs);
            loss += dot(outputs, Arrays.copyOfRange(weights, starts[s] * 2, starts[s + 1] * 2));
        }
        return loss;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static float[] fill(float[] values, SplittableRandom random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = 2f * (float) random.nextDouble() - 1f;
        }
        return values;
    }
}
