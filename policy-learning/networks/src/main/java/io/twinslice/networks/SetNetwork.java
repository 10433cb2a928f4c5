package io.twinslice.networks;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A network over a set of any size, such as the slices of a cell: one encoder for every member, the mean of what it
 * says over all members, and one head that looks at a member's own code, the mean and what is common to all.
 *
 * <p>The mean is taken in whole steps of 2⁻³², so the order of the members cannot change a bit of any output; codes are
 * therefore bounded: the encoder ends in tanh. Not thread-safe; a call allocates nothing while the set does not grow.
 *
 * @see TrainableSetNetwork
 */
public final class SetNetwork {
    private static final double STEPS = 1L << 32;

    private final Mlp encoder;
    private final Mlp head;
    private final float[] member;
    private final float[] code;
    private final float[] seen;
    private final float[] said;
    private final long[] sums;
    private float[] codes = new float[0];

    /**
     * @param encoder from what is seen of a member to its code; ends in tanh
     * @param head from code, mean code and what is common (any number of values, also none) to the outputs of a member
     */
    public SetNetwork(Mlp encoder, Mlp head) {
        check(encoder.shape(), head.shape());
        this.encoder = encoder;
        this.head = head;
        member = new float[encoder.inputs()];
        code = new float[encoder.outputs()];
        sums = new long[encoder.outputs()];
        seen = new float[head.inputs()];
        said = new float[head.outputs()];
    }

    static void check(Shape encoder, Shape head) {
        if (encoder.output() != Activation.TANH) {
            throw new IllegalArgumentException("the encoder must end in TANH, not in " + encoder.output());
        }
        if (head.inputs() < 2 * encoder.outputs()) {
            throw new IllegalArgumentException("the head sees two codes of " + encoder.outputs() + " values, so "
                    + head.inputs() + " inputs are too few");
        }
    }

    /**
     * A network with random weights.
     *
     * @param outputGain gain of the head's last layer
     */
    public static SetNetwork random(Shape encoder, Shape head, float outputGain, RandomGenerator random) {
        return new SetNetwork(Mlp.random(encoder, 1f, random), Mlp.random(head, outputGain, random));
    }

    public Mlp encoder() {
        return encoder;
    }

    public Mlp head() {
        return head;
    }

    /** Values seen of each member. */
    public int inputs() {
        return encoder.inputs();
    }

    /** Values common to all members. */
    public int common() {
        return head.inputs() - 2 * encoder.outputs();
    }

    /** Outputs for each member. */
    public int outputs() {
        return head.outputs();
    }

    /** The same network computed by another kernel. */
    public SetNetwork on(Kernel kernel) {
        return new SetNetwork(encoder.on(kernel), head.on(kernel));
    }

    /**
     * Computes the outputs of all members of one set.
     *
     * @param members at least 1
     * @param inputs {@code members × inputs}
     * @param common {@link #common} values
     * @param outputs receives {@code members × outputs}
     */
    public void forward(int members, float[] inputs, float[] common, float[] outputs) {
        if (members < 1
                || inputs.length < members * inputs()
                || common.length != common()
                || outputs.length < members * outputs()) {
            throw new IllegalArgumentException("a set of " + members + " has " + inputs() + " inputs and " + outputs()
                    + " outputs each and " + common() + " values in common, not arrays of " + inputs.length + ", "
                    + outputs.length + " and " + common.length);
        }
        int width = code.length;
        if (codes.length < members * width) {
            codes = new float[members * width];
        }
        for (int m = 0; m < members; m++) {
            System.arraycopy(inputs, m * member.length, member, 0, member.length);
            encoder.forward(member, code);
            System.arraycopy(code, 0, codes, m * width, width);
        }
        mean(codes, 0, members, width, sums, seen, width);
        System.arraycopy(common, 0, seen, 2 * width, common.length);
        for (int m = 0; m < members; m++) {
            System.arraycopy(codes, m * width, seen, 0, width);
            head.forward(seen, said);
            System.arraycopy(said, 0, outputs, m * said.length, said.length);
        }
    }

    /** The mean of rows of values in −1..1, in an arithmetic that knows no order. */
    static void mean(float[] rows, int at, int count, int width, long[] sums, float[] mean, int meanAt) {
        Arrays.fill(sums, 0);
        for (int r = 0; r < count; r++) {
            for (int j = 0; j < width; j++) {
                sums[j] += (long) (rows[at + r * width + j] * STEPS);
            }
        }
        for (int j = 0; j < width; j++) {
            mean[meanAt + j] = (float) (sums[j] / (STEPS * count));
        }
    }
}
