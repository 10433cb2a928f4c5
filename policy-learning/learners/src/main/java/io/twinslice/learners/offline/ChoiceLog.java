package io.twinslice.learners.offline;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Logged decisions between numbered choices, with what they brought. Grows by {@link #add}; not thread-safe. */
public final class ChoiceLog {
    private final int features;
    private final int choices;
    private float[] states = new float[0];
    private float[] nextStates = new float[0];
    private int[] chosen = new int[0];
    private float[] rewards = new float[0];
    private boolean[] ended = new boolean[0];
    private int size;

    /**
     * @param features length of a state, 1..4096
     * @param choices how many there are, 2..4096
     */
    public ChoiceLog(int features, int choices) {
        if (features < 1 || features > 4096 || choices < 2 || choices > 4096) {
            throw new IllegalArgumentException(
                    "a log has 1..4096 features and 2..4096 choices, not " + features + " and " + choices);
        }
        this.features = features;
        this.choices = choices;
    }

    /**
     * Adds a decision.
     *
     * @param state before it; finite
     * @param choice 0..choices − 1
     * @param reward finite; more is better
     * @param nextState after it; finite
     * @param hasEnded whether nothing follows, so that the next state is worth nothing
     */
    public void add(float[] state, int choice, double reward, float[] nextState, boolean hasEnded) {
        if (choice < 0 || choice >= choices) {
            throw new IllegalArgumentException("choice " + choice + " of " + choices);
        }
        if (!Double.isFinite(reward)) {
            throw new IllegalArgumentException("a reward of " + reward);
        }
        requireState(state);
        requireState(nextState);
        if (size == chosen.length) {
            grow();
        }
        System.arraycopy(state, 0, states, size * features, features);
        System.arraycopy(nextState, 0, nextStates, size * features, features);
        chosen[size] = choice;
        rewards[size] = (float) reward;
        ended[size] = hasEnded;
        size++;
    }

    private void requireState(float[] state) {
        if (state.length != features) {
            throw new IllegalArgumentException("a state of " + state.length + " features in a log of " + features);
        }
        for (float feature : state) {
            if (!Float.isFinite(feature)) {
                throw new IllegalArgumentException("a state with a feature of " + feature);
            }
        }
    }

    private void grow() {
        int room = Math.max(256, 2 * size);
        states = Arrays.copyOf(states, Math.multiplyExact(room, features));
        nextStates = Arrays.copyOf(nextStates, room * features);
        chosen = Arrays.copyOf(chosen, room);
        rewards = Arrays.copyOf(rewards, room);
        ended = Arrays.copyOf(ended, room);
    }

    /** Decisions in the log. */
    public int size() {
        return size;
    }

    public int features() {
        return features;
    }

    public int choices() {
        return choices;
    }

    /** Decisions drawn from a log, with replacement; the arrays hold until the next draw. */
    static final class Batch {
        final float[] states;
        final float[] nextStates;
        final int[] chosen;
        final float[] rewards;
        /** 1 where something follows, 0 where the log's episode ended. */
        final float[] goesOn;

        private final ChoiceLog log;

        Batch(ChoiceLog log, int rows) {
            if (log.size == 0) {
                throw new IllegalArgumentException("there is nothing to learn from: the log is empty");
            }
            this.log = log;
            states = new float[rows * log.features];
            nextStates = new float[rows * log.features];
            chosen = new int[rows];
            rewards = new float[rows];
            goesOn = new float[rows];
        }

        int rows() {
            return chosen.length;
        }

        void draw(RandomGenerator random) {
            int width = log.features;
            for (int r = 0; r < chosen.length; r++) {
                int from = random.nextInt(log.size);
                System.arraycopy(log.states, from * width, states, r * width, width);
                System.arraycopy(log.nextStates, from * width, nextStates, r * width, width);
                chosen[r] = log.chosen[from];
                rewards[r] = log.rewards[from];
                goesOn[r] = log.ended[from] ? 0 : 1;
            }
        }
    }
}
