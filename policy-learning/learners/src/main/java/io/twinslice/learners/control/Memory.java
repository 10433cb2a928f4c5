package io.twinslice.learners.control;

import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;

/** Transitions to learn from, the oldest replaced first, and the batch last drawn of them. Not thread-safe. */
final class Memory {
    /** The batch: row-major, in the order drawn. */
    final float[] states;

    final float[] actions;
    final float[] rewards;
    final float[] nextStates;

    /** What the value of the next state counts for, beyond one discount: 0 where the task ended. */
    final float[] goesOn;

    private final int capacity;
    private final int stateSize;
    private final int actionSize;
    private final int rows;
    private final float[] allStates;
    private final float[] allActions;
    private final float[] allRewards;
    private final float[] allNextStates;
    private final boolean[] ended;
    private final boolean[] over;
    private int size;
    private int at;

    /**
     * @param capacity transitions held
     * @param rows transitions in a batch
     */
    Memory(int capacity, int rows, ControlTask task) {
        this.capacity = capacity;
        this.rows = rows;
        stateSize = task.observations();
        actionSize = task.actions().size();
        allStates = new float[capacity * stateSize];
        allActions = new float[capacity * actionSize];
        allRewards = new float[capacity];
        allNextStates = new float[capacity * stateSize];
        ended = new boolean[capacity];
        over = new boolean[capacity];
        states = new float[rows * stateSize];
        actions = new float[rows * actionSize];
        rewards = new float[rows];
        nextStates = new float[rows * stateSize];
        goesOn = new float[rows];
    }

    int rows() {
        return rows;
    }

    /**
     * Remembers a step.
     *
     * @param hasEnded whether the task ended with it
     * @param isOver whether the episode did: it ended or was cut off
     */
    void add(float[] state, float[] action, double reward, float[] nextState, boolean hasEnded, boolean isOver) {
        System.arraycopy(state, 0, allStates, at * stateSize, stateSize);
        System.arraycopy(action, 0, allActions, at * actionSize, actionSize);
        System.arraycopy(nextState, 0, allNextStates, at * stateSize, stateSize);
        allRewards[at] = (float) reward;
        ended[at] = hasEnded;
        over[at] = isOver;
        at = (at + 1) % capacity;
        size = Math.min(size + 1, capacity);
    }

    /** Where the next transition goes. */
    int nextPlace() {
        return at;
    }

    /** Values what happened anew, for example at other prices. */
    void reprice(IntToDoubleFunction rewardOfPlace) {
        for (int place = 0; place < size; place++) {
            allRewards[place] = (float) rewardOfPlace.applyAsDouble(place);
        }
    }

    /** Draws a batch of single steps, with replacement. */
    void draw(RandomGenerator random) {
        draw(random, 1, 1);
    }

    /**
     * Draws a batch of several steps each, with replacement: the reward is the discounted sum of theirs, the next state
     * that after the last. Episodes that are over earlier, and the newest step, make it fewer.
     */
    void draw(RandomGenerator random, int steps, double discount) {
        for (int r = 0; r < rows; r++) {
            int from = random.nextInt(size);
            int last = from;
            double weight = 1;
            double sum = allRewards[from];
            for (int step = 1; step < steps && !over[last] && (last + 1) % capacity != at; step++) {
                last = (last + 1) % capacity;
                weight *= discount;
                sum += weight * allRewards[last];
            }
            System.arraycopy(allStates, from * stateSize, states, r * stateSize, stateSize);
            System.arraycopy(allActions, from * actionSize, actions, r * actionSize, actionSize);
            System.arraycopy(allNextStates, last * stateSize, nextStates, r * stateSize, stateSize);
            rewards[r] = (float) sum;
            goesOn[r] = ended[last] ? 0 : (float) weight;
        }
    }
}
