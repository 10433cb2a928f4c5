package io.twinslice.networks;

import java.util.Arrays;

/**
 * A {@link SetNetwork} that learns: batches of sets forward, gradients backward through head, mean and shared encoder.
 *
 * <p>The members of all sets stand row below row; {@code starts} says where each set begins. Same inputs, same bits,
 * whatever the kernel, and the bits of {@link SetNetwork}. Not thread-safe.
 */
public final class TrainableSetNetwork {
    private final TrainableMlp encoder;
    private final TrainableMlp head;
    private final int width;
    private final int common;
    private final int maxRows;
    private final long[] sums;
    private final float[] mean;
    private final float[] byCode;

    /**
     * @param start the parameters to begin with
     * @param maxRows most members of all sets of a batch together
     * @param kernel does the arithmetic; changes speed, not results
     */
    public TrainableSetNetwork(SetNetwork start, int maxRows, Kernel kernel) {
        encoder = new TrainableMlp(start.encoder(), maxRows, kernel);
        head = new TrainableMlp(start.head(), maxRows, kernel);
        width = start.encoder().outputs();
        common = start.common();
        this.maxRows = maxRows;
        sums = new long[width];
        mean = new float[width];
        byCode = new float[maxRows * width];
    }

    /** The batch to be filled in: what is seen of each member, {@code maxRows × inputs}. */
    public float[] input() {
        return encoder.input();
    }

    /**
     * Runs a batch.
     *
     * @param sets how many, at least 1
     * @param starts first row of each set, and at {@code starts[sets]} the number of rows; ascending from 0
     * @param shared values common to the members, {@code sets × common}
     * @return the outputs of all members, row-major, valid until the next call
     */
    public float[] forward(int sets, int[] starts, float[] shared) {
        int rows = rows(sets, starts);
        float[] codes = encoder.forward(rows);
        float[] seen = head.input();
        int row = head.inputs();
        for (int s = 0; s < sets; s++) {
            int count = starts[s + 1] - starts[s];
            SetNetwork.mean(codes, starts[s] * width, count, width, sums, mean, 0);
            for (int r = starts[s]; r < starts[s + 1]; r++) {
                System.arraycopy(codes, r * width, seen, r * row, width);
                System.arraycopy(mean, 0, seen, r * row + width, width);
                System.arraycopy(shared, s * common, seen, r * row + 2 * width, common);
            }
        }
        return head.forward(rows);
    }

    private int rows(int sets, int[] starts) {
        boolean ascending = sets >= 1 && starts.length > sets && starts[0] == 0 && starts[sets] <= maxRows;
        for (int s = 0; ascending && s < sets; s++) {
            ascending = starts[s] < starts[s + 1];
        }
        if (!ascending) {
            throw new IllegalArgumentException("the starts of " + sets + " sets must ascend from 0 to at most "
                    + maxRows + " rows, not " + Arrays.toString(starts));
        }
        return starts[sets];
    }

    /** Takes the gradient of all parameters for the last {@link #forward}. */
    public void backward(int sets, int[] starts, float[] outputGradient) {
        int rows = rows(sets, starts);
        float[] bySeen = head.backwardToInput(rows, outputGradient);
        int row = head.inputs();
        for (int s = 0; s < sets; s++) {
            Arrays.fill(mean, 0f);
            for (int r = starts[s]; r < starts[s + 1]; r++) {
                for (int j = 0; j < width; j++) {
                    mean[j] += bySeen[r * row + width + j];
                }
            }
            float share = 1f / (starts[s + 1] - starts[s]);
            for (int r = starts[s]; r < starts[s + 1]; r++) {
                for (int j = 0; j < width; j++) {
                    byCode[r * width + j] = bySeen[r * row + j] + share * mean[j];
                }
            }
        }
        encoder.backward(rows, byCode);
    }

    /** One Adam step of encoder and head. */
    public void descend(Adam adam) {
        encoder.descend(adam);
        head.descend(adam);
    }

    /** A copy of the gradient of the last {@link #backward}: encoder, then head. */
    public float[] gradient() {
        float[] first = encoder.gradient();
        float[] second = head.gradient();
        float[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Moves the parameters a share of the way to another network's: the soft target update. */
    public void blendFrom(TrainableSetNetwork other, float share) {
        encoder.blendFrom(other.encoder, share);
        head.blendFrom(other.head, share);
    }

    /**
     * The network as it stands, for deciding.
     *
     * @throws IllegalArgumentException when a parameter is no longer finite
     */
    public SetNetwork toSetNetwork() {
        return new SetNetwork(encoder.toMlp(), head.toMlp());
    }

    /** What training changes in the shared encoder. */
    public TrainableMlp.State encoderState() {
        return encoder.state();
    }

    /** What training changes in the head. */
    public TrainableMlp.State headState() {
        return head.state();
    }

    /** Goes on from stored states of networks of the same shapes. */
    public void restore(TrainableMlp.State encoderState, TrainableMlp.State headState) {
        encoder.restore(encoderState);
        head.restore(headState);
    }
}
