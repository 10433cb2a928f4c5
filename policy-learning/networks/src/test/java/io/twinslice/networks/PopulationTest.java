package io.twinslice.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PopulationTest {
    static Stream<Shape> shapes() {
        return Stream.of(
                Shape.tanh(List.of(6, 20, 17, 4)),
                Shape.relu(List.of(6, 20, 4)).normed().ending(Activation.TANH),
                Shape.tanh(List.of(6, 4)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void eachIndividualGetsTheBitsThatItWouldGetAlone(Shape shape) {
        SplittableRandom random = new SplittableRandom(1);
        for (int rows : new int[] {1, 5}) {
            for (Kernel kernel : List.of(Kernel.plain(), new VectorKernel())) {
                Population population = new Population(shape, 7, 5, kernel);
                List<Mlp> alone = new ArrayList<>();
                for (int i = 0; i < 7; i++) {
                    alone.add(Mlp.random(shape, 1f, random));
                    population.load(i, alone.get(i).parameters());
                }
                float[] inputs = new float[7 * rows * 6];
                for (int i = 0; i < inputs.length; i++) {
                    inputs[i] = 2f * (float) random.nextDouble() - 1f;
                }
                float[] own = population.forward(rows, inputs).clone();
                float[] same = population.forwardAll(rows, Arrays.copyOf(inputs, rows * 6));
                for (int i = 0; i < 7; i++) {
                    for (int r = 0; r < rows; r++) {
                        int at = i * rows + r;
                        assertThat(Arrays.copyOfRange(own, at * 4, at * 4 + 4)).isEqualTo(say(alone, i, inputs, at));
                        assertThat(Arrays.copyOfRange(same, at * 4, at * 4 + 4)).isEqualTo(say(alone, i, inputs, r));
                    }
                }
            }
        }
    }

    private static float[] say(List<Mlp> networks, int individual, float[] inputs, int row) {
        float[] output = new float[4];
        networks.get(individual).forward(Arrays.copyOfRange(inputs, row * 6, row * 6 + 6), output);
        return output;
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Population population = new Population(Shape.tanh(List.of(2, 1)), 3, 4, Kernel.plain());
        assertThatThrownBy(() -> population.load(0, new float[2])).hasMessageContaining("3 parameters, not 2");
        assertThatThrownBy(() -> population.load(3, new float[3])).hasMessageContaining("individual 3 of 3");
        assertThatThrownBy(() -> population.forward(5, new float[30])).hasMessageContaining("1..4 rows, not 5");
        assertThatThrownBy(() -> population.forward(2, new float[11])).hasMessageContaining("11 values, not 12");
        assertThatThrownBy(() -> new Population(Shape.tanh(List.of(2, 1)), 0, 1, Kernel.plain()))
                .hasMessageContaining("at least 1 individual");
    }
}
