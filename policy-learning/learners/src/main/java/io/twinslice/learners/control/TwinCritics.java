package io.twinslice.learners.control;

import io.twinslice.networks.Adam;
import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import io.twinslice.networks.Shape;
import io.twinslice.networks.TrainableMlp;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Two values of an action, each with a slow target, so that the smaller one does not flatter (Fujimoto, van Hoof and
 * Meger, "Addressing function approximation error in actor-critic methods", 2018). Rows are states with actions behind
 * them. Not thread-safe.
 */
final class TwinCritics {
    private final int stateSize;
    private final int actionSize;
    private final TrainableMlp[] critics = new TrainableMlp[2];
    private final TrainableMlp[] targets = new TrainableMlp[2];
    private final Adam adam;
    private final float[] smaller;
    private final float[] byValue;
    private final float[] byAction;

    TwinCritics(ControlTask task, int rows, int width, Adam adam, Kernel kernel, RandomGenerator random) {
        stateSize = task.observations();
        actionSize = task.actions().size();
        this.adam = adam;
        Shape shape = Shape.relu(List.of(stateSize + actionSize, width, width, 1));
        for (int c = 0; c < 2; c++) {
            Mlp start = Mlp.random(shape, 1f, random);
            critics[c] = new TrainableMlp(start, rows, kernel);
            targets[c] = new TrainableMlp(start, rows, kernel);
        }
        smaller = new float[rows];
        byValue = new float[rows];
        byAction = new float[rows * actionSize];
    }

    /** The smaller of both targets' values, valid until the next call. */
    float[] target(int rows, float[] states, float[] actions) {
        float[] first = value(targets[0], rows, states, actions);
        float[] second = value(targets[1], rows, states, actions);
        for (int r = 0; r < rows; r++) {
            smaller[r] = Math.min(first[r], second[r]);
        }
        return smaller;
    }

    /** One step of both towards the goals. */
    void fit(int rows, float[] states, float[] actions, float[] goals) {
        for (TrainableMlp critic : critics) {
            float[] value = value(critic, rows, states, actions);
            for (int r = 0; r < rows; r++) {
                byValue[r] = 2 * (value[r] - goals[r]) / rows;
            }
            critic.backward(rows, byValue);
            critic.descend(adam);
        }
    }

    /** By how much the first value would change with the actions, as the gradient of −mean value. */
    float[] uphill(int rows, float[] states, float[] actions) {
        value(critics[0], rows, states, actions);
        Arrays.fill(byValue, 0, rows, -1f / rows);
        take(critics[0].inputGradient(rows, byValue), rows);
        return byAction;
    }

    /** The same for the smaller of both values. */
    float[] uphillOfSmaller(int rows, float[] states, float[] actions) {
        float[] first = value(critics[0], rows, states, actions);
        float[] second = value(critics[1], rows, states, actions);
        for (int r = 0; r < rows; r++) {
            smaller[r] = first[r] <= second[r] ? 1 : 0;
            byValue[r] = -smaller[r] / rows;
        }
        take(critics[0].inputGradient(rows, byValue), rows);
        for (int r = 0; r < rows; r++) {
            byValue[r] = (smaller[r] - 1) / rows;
        }
        float[] byInput = critics[1].inputGradient(rows, byValue);
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < actionSize; i++) {
                byAction[r * actionSize + i] += byInput[r * (stateSize + actionSize) + stateSize + i];
            }
        }
        return byAction;
    }

    /** Mean size of the first value. */
    double size(int rows, float[] states, float[] actions) {
        float[] first = value(critics[0], rows, states, actions);
        double sum = 0;
        for (int r = 0; r < rows; r++) {
            sum += Math.abs(first[r]);
        }
        return sum / rows;
    }

    private void take(float[] byInput, int rows) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(byInput, r * (stateSize + actionSize) + stateSize, byAction, r * actionSize, actionSize);
        }
    }

    /** Moves the targets after the critics. */
    void follow(float share) {
        for (int c = 0; c < 2; c++) {
            targets[c].blendFrom(critics[c], share);
        }
    }

    private float[] value(TrainableMlp critic, int rows, float[] states, float[] actions) {
        float[] input = critic.input();
        int row = stateSize + actionSize;
        for (int r = 0; r < rows; r++) {
            System.arraycopy(states, r * stateSize, input, r * row, stateSize);
            System.arraycopy(actions, r * actionSize, input, r * row + stateSize, actionSize);
        }
        return critic.forward(rows);
    }
}
