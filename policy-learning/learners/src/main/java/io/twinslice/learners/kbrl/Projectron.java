package io.twinslice.learners.kbrl;

import java.util.Arrays;

/**
 * The Projectron (Orabona, Keshet and Caputo 2008): a kernel perceptron that learns from mistakes, and projects an
 * example onto those it keeps when that loses little.
 *
 * <p>Examples are a state and an action of 0 to {@code actions}, which counts as the share of {@code actions}. The
 * kernel is Gaussian, so it is that of the states times that of the actions: all actions of one state cost one pass
 * over the states. Not thread-safe.
 */
final class Projectron {
    private final int actions;
    private final double threshold;

    /** By action minus kept action, from −actions on. */
    private final double[] actionKernel;

    private final double gamma;

    private int size;
    private double[][] kept = new double[16][];
    private int[] keptAction = new int[16];
    private double[] weight = new double[16];
    private double[][] inverse = new double[16][16];

    /** The state in focus, its kernel with each kept example, and the score of each action in it. */
    private double[] focus = {};

    private double[] similarity = new double[16];
    private final double[] scores;
    private double[] column = new double[16];
    private double[] projection = new double[16];

    /** @param threshold length of what a projection may lose */
    Projectron(int actions, double gamma, double threshold) {
        this.actions = actions;
        this.gamma = gamma;
        this.threshold = threshold;
        actionKernel = new double[2 * actions + 1];
        for (int step = -actions; step <= actions; step++) {
            double distance = (double) step / actions;
            actionKernel[actions + step] = StrictMath.exp(-gamma * distance * distance);
        }
        scores = new double[actions + 1];
    }

    /** Looks at a state; what follows is about it. */
    void look(double[] state) {
        focus = state.clone();
        for (int i = 0; i < size; i++) {
            similarity[i] = similarity(kept[i]);
        }
        score();
    }

    private double similarity(double[] other) {
        double square = 0;
        for (int d = 0; d < focus.length; d++) {
            double difference = focus[d] - other[d];
            square += difference * difference;
        }
        return StrictMath.exp(-gamma * square);
    }

    private void score() {
        Arrays.fill(scores, 0);
        for (int i = 0; i < size; i++) {
            add(weight[i] * similarity[i], keptAction[i]);
        }
    }

    private void add(double factor, int at) {
        int offset = actions - at;
        for (int a = 0; a <= actions; a++) {
            scores[a] += factor * actionKernel[offset + a];
        }
    }

    /** Whether the promise is expected to be kept with this action in the state. */
    boolean isPositive(int action) {
        return scores[action] > 0;
    }

    /** Learns that in the state the promise was kept with this action, or was not, if that was not expected. */
    void learn(int action, boolean positive) {
        double label = positive ? 1 : -1;
        if (label * scores[action] > 0) {
            return;
        }
        double residual = 1;
        for (int i = 0; i < size; i++) {
            column[i] = similarity[i] * actionKernel[actions + action - keptAction[i]];
        }
        Arrays.fill(projection, 0, size, 0);
        for (int j = 0; j < size; j++) {
            axpy(column[j], inverse[j], projection, size);
        }
        for (int i = 0; i < size; i++) {
            residual -= projection[i] * column[i];
        }
        if (residual <= threshold * threshold) {
            for (int i = 0; i < size; i++) {
                weight[i] += label * projection[i];
            }
            score();
        } else {
            keep(action, label, residual);
            add(label, action);
        }
    }

    private static void axpy(double factor, double[] x, double[] y, int count) {
        for (int i = 0; i < count; i++) {
            y[i] += factor * x[i];
        }
    }

    private void keep(int action, double label, double residual) {
        if (size == kept.length) {
            grow();
        }
        projection[size] = -1;
        for (int i = 0; i <= size; i++) {
            axpy(projection[i] / residual, projection, inverse[i], size + 1);
        }
        kept[size] = focus;
        keptAction[size] = action;
        weight[size] = label;
        similarity[size] = 1;
        size++;
    }

    private void grow() {
        int capacity = 2 * size;
        kept = Arrays.copyOf(kept, capacity);
        keptAction = Arrays.copyOf(keptAction, capacity);
        weight = Arrays.copyOf(weight, capacity);
        similarity = Arrays.copyOf(similarity, capacity);
        column = Arrays.copyOf(column, capacity);
        projection = Arrays.copyOf(projection, capacity);
        inverse = Arrays.copyOf(inverse, capacity);
        for (int i = 0; i < capacity; i++) {
            inverse[i] = i < size ? Arrays.copyOf(inverse[i], capacity) : new double[capacity];
        }
    }

    /** Examples kept. */
    int size() {
        return size;
    }
}
