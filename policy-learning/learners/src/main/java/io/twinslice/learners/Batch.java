package io.twinslice.learners;

import io.twinslice.policy.Features;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Transitions drawn from the buffer, one row per slice; the rows of a cell stand together. Filled again for each
 * update.
 */
final class Batch {
    /** What a critic sees of an action: dedicated, min, max of the slice and the sum of all minima, as shares. */
    static final int ACTION = 4;

    final float[] states;
    final float[] nextStates;
    final float[] actions;
    final float[] rewards;

    /** Whether the next state has a future. */
    final boolean[] goesOn;

    private final int maxRows;
    private int[] starts = new int[16];
    private int cells;
    private int rows;

    Batch(int maxRows) {
        this.maxRows = maxRows;
        states = new float[maxRows * Features.INPUTS];
        nextStates = new float[maxRows * Features.INPUTS];
        actions = new float[maxRows * ACTION];
        rewards = new float[maxRows];
        goesOn = new boolean[maxRows];
    }

    int rows() {
        return rows;
    }

    int cells() {
        return cells;
    }

    /** First row of a cell; {@code start(cells())} is the end of the last. */
    int start(int cell) {
        return starts[cell];
    }

    /** Draws transitions, uniformly and with replacement, until the next would not fit. */
    void draw(ReplayBuffer buffer, RandomGenerator random) {
        cells = 0;
        rows = 0;
        while (true) {
            int window = random.nextInt(buffer.size());
            int episode = buffer.episodeOf(window);
            Trajectory trajectory = buffer.episode(episode);
            if (rows + trajectory.slices() > maxRows) {
                return;
            }
            add(trajectory, window - buffer.startOf(episode));
        }
    }

    private void add(Trajectory trajectory, int window) {
        int slices = trajectory.slices();
        int state = slices * Features.PER_SLICE;
        Features.inputs(trajectory.codes(), window * state, slices, states, rows * Features.INPUTS);
        Features.inputs(trajectory.codes(), (window + 1) * state, slices, nextStates, rows * Features.INPUTS);
        int sumOfMin = 0;
        for (int i = 0; i < slices; i++) {
            sumOfMin += trajectory.quotas()[(window * slices + i) * Trajectory.QUOTAS + 1];
        }
        for (int i = 0; i < slices; i++) {
            int from = (window * slices + i) * Trajectory.QUOTAS;
            int to = (rows + i) * ACTION;
            for (int q = 0; q < Trajectory.QUOTAS; q++) {
                actions[to + q] = trajectory.quotas()[from + q] / 100f;
            }
            actions[to + Trajectory.QUOTAS] = sumOfMin / 100f;
            rewards[rows + i] = trajectory.rewards()[window * slices + i];
            goesOn[rows + i] = !trajectory.terminated() || window + 1 < trajectory.windows();
        }
        if (cells + 2 > starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        cells++;
        rows += slices;
        starts[cells] = rows;
    }
}
