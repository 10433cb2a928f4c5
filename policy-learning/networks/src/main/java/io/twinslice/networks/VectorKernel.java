package io.twinslice.networks;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The Vector API kernel: lanes run over the output index, so every output keeps the summation order of the plain kernel
 * and lane count cannot show in the result.
 *
 * <p>Products go panel by panel: up to {@value #DEPTH} rows of up to four registers of {@code b} are copied together
 * (padded with zeros, turned if need be), and {@link VectorTiles} passes over the panel once for every four rows of
 * {@code a}. One species only: two in one class cost an order of magnitude on some JVMs.
 */
final class VectorKernel implements Kernel {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Rows of {@code b} in a panel: with four registers of 16 lanes it fills 64 KiB and stays in the second cache. */
    private static final int DEPTH = 256;

    /** Fewer rows do not repay the copying. */
    private static final int ROWS_WORTH_A_PANEL = 4;

    @Override
    public int scratch() {
        return DEPTH * VectorTiles.WIDEST;
    }

    @Override
    public void multiplyAdd(int rows, int inner, int cols, float[] a, float[] b, float[] c, float[] scratch) {
        if (rows < ROWS_WORTH_A_PANEL) {
            rowByRow(rows, inner, cols, a, 0, b, 0, c, 0);
        } else {
            multiply(rows, inner, cols, a, 0, inner, 1, b, 0, cols, 1, c, 0, Activation.LINEAR, scratch);
        }
    }

    @Override
    public void dense(
            Dense layer,
            int rows,
            float[] in,
            int inAt,
            float[] parameters,
            int parametersAt,
            float[] out,
            int outAt,
            float[] scratch) {
        int width = layer.out();
        for (int r = 0; r < rows; r++) {
            System.arraycopy(parameters, parametersAt + layer.biasAt(), out, outAt + r * width, width);
        }
        int weightsAt = parametersAt + layer.weightsAt();
        if (rows < ROWS_WORTH_A_PANEL) {
            rowByRow(rows, layer.in(), width, in, inAt, parameters, weightsAt, out, outAt);
            activate(layer.fused(), out, outAt, rows * width);
        } else {
            multiply(
                    rows,
                    layer.in(),
                    width,
                    in,
                    inAt,
                    layer.in(),
                    1,
                    parameters,
                    weightsAt,
                    width,
                    1,
                    out,
                    outAt,
                    layer.fused(),
                    scratch);
        }
    }

    @Override
    public void denseBack(Dense layer, int rows, float[] error, float[] parameters, float[] below, float[] scratch) {
        int in = layer.in();
        int out = layer.out();
        Arrays.fill(below, 0, rows * in, 0f);
        int at = layer.weightsAt();
        multiply(rows, out, in, error, 0, out, 1, parameters, at, 1, out, below, 0, Activation.LINEAR, scratch);
    }

    @Override
    public void denseGradient(Dense layer, int rows, float[] in, float[] error, float[] gradient, float[] scratch) {
        int from = layer.in();
        int to = layer.out();
        int at = layer.weightsAt();
        Arrays.fill(gradient, at, at + from * to, 0f);
        multiply(from, rows, to, in, 0, 1, from, error, 0, to, 1, gradient, at, Activation.LINEAR, scratch);
        PlainKernel.addRows(rows, to, error, gradient, layer.biasAt());
    }

    /**
     * {@code c = activation(c + a·b)}; element (r, k) of {@code a} stands at {@code aAt + r·aRow + k·aStep}, element
     * (k, j) of {@code b} at {@code bAt + k·bRow + j·bStep}.
     */
    private void multiply(
            int rows,
            int inner,
            int cols,
            float[] a,
            int aAt,
            int aRow,
            int aStep,
            float[] b,
            int bAt,
            int bRow,
            int bStep,
            float[] c,
            int cAt,
            Activation activation,
            float[] panel) {
        for (int j = 0; j < cols; ) {
            int width = VectorTiles.width(cols - j);
            int used = Math.min(width, cols - j);
            for (int k = 0; k < inner; k += DEPTH) {
                int depth = Math.min(DEPTH, inner - k);
                pack(depth, used, width, b, bAt + k * bRow + j * bStep, bRow, bStep, panel);
                int r = 0;
                for (; r + 4 <= rows; r += 4) {
                    int from = aAt + r * aRow + k * aStep;
                    VectorTiles.fourRows(depth, width, used, a, from, aRow, aStep, panel, c, cAt + r * cols + j, cols);
                }
                for (; r < rows; r++) {
                    int from = aAt + r * aRow + k * aStep;
                    VectorTiles.oneRow(depth, width, used, a, from, aStep, panel, c, cAt + r * cols + j);
                }
            }
            if (activation != Activation.LINEAR) {
                for (int r = 0; r < rows; r++) {
                    activate(activation, c, cAt + r * cols + j, used);
                }
            }
            j += used;
        }
    }

    private static void pack(int depth, int used, int width, float[] b, int bAt, int bRow, int bStep, float[] panel) {
        if (used < width) {
            Arrays.fill(panel, 0, depth * width, 0f);
        }
        if (bStep == 1) {
            for (int k = 0; k < depth; k++) {
                System.arraycopy(b, bAt + k * bRow, panel, k * width, used);
            }
            return;
        }
        for (int j = 0; j < used; j++) {
            int from = bAt + j * bStep;
            for (int k = 0; k < depth; k++) {
                panel[k * width + j] = b[from + k * bRow];
            }
        }
    }

    /** Straight from {@code b}: what one observation needs. */
    private static void rowByRow(
            int rows, int inner, int cols, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
        for (int r = 0; r < rows; r++) {
            int from = aAt + r * inner;
            int to = cAt + r * cols;
            int j = 0;
            for (; j + 4 * LANES <= cols; j += 4 * LANES) {
                fourRegisters(inner, cols, a, from, b, bAt + j, c, to + j);
            }
            for (; j < cols; j += LANES) {
                oneRegister(inner, cols, cols - j, a, from, b, bAt + j, c, to + j);
            }
        }
    }

    private static void fourRegisters(int inner, int cols, float[] a, int a0, float[] b, int b0, float[] c, int c0) {
        FloatVector s0 = FloatVector.fromArray(SPECIES, c, c0);
        FloatVector s1 = FloatVector.fromArray(SPECIES, c, c0 + LANES);
        FloatVector s2 = FloatVector.fromArray(SPECIES, c, c0 + 2 * LANES);
        FloatVector s3 = FloatVector.fromArray(SPECIES, c, c0 + 3 * LANES);
        for (int k = 0; k < inner; k++) {
            int row = b0 + k * cols;
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
            s0 = x.fma(FloatVector.fromArray(SPECIES, b, row), s0);
            s1 = x.fma(FloatVector.fromArray(SPECIES, b, row + LANES), s1);
            s2 = x.fma(FloatVector.fromArray(SPECIES, b, row + 2 * LANES), s2);
            s3 = x.fma(FloatVector.fromArray(SPECIES, b, row + 3 * LANES), s3);
        }
        s0.intoArray(c, c0);
        s1.intoArray(c, c0 + LANES);
        s2.intoArray(c, c0 + 2 * LANES);
        s3.intoArray(c, c0 + 3 * LANES);
    }

    private static void oneRegister(
            int inner, int cols, int left, float[] a, int a0, float[] b, int b0, float[] c, int c0) {
        VectorMask<Float> mask = SPECIES.indexInRange(0, left);
        FloatVector sum = FloatVector.fromArray(SPECIES, c, c0, mask);
        for (int k = 0; k < inner; k++) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + k]);
            sum = x.fma(FloatVector.fromArray(SPECIES, b, b0 + k * cols, mask), sum);
        }
        sum.intoArray(c, c0, mask);
    }

    @Override
    public void activate(Activation activation, float[] values, int at, int count) {
        int end = at + SPECIES.loopBound(count);
        switch (activation) {
            case LINEAR -> {}
            case TANH -> {
                for (int i = at; i < end; i += LANES) {
                    tanh(FloatVector.fromArray(SPECIES, values, i)).intoArray(values, i);
                }
            }
            case RELU -> {
                for (int i = at; i < end; i += LANES) {
                    FloatVector v = FloatVector.fromArray(SPECIES, values, i);
                    FloatVector.zero(SPECIES)
                            .blend(v, v.compare(VectorOperators.GT, 0f))
                            .intoArray(values, i);
                }
            }
        }
        PlainKernel.INSTANCE.activate(activation, values, end, at + count - end);
    }

    private static FloatVector tanh(FloatVector x) {
        FloatVector h = x.min(RationalTanh.LIMIT).max(-RationalTanh.LIMIT).mul(0.5f);
        FloatVector s = h.mul(h);
        FloatVector p =
                h.mul(s.add(RationalTanh.P4).mul(s).add(RationalTanh.P2).mul(s).add(RationalTanh.P0));
        FloatVector q = s.mul(RationalTanh.Q6)
                .add(RationalTanh.Q4)
                .mul(s)
                .add(RationalTanh.Q2)
                .mul(s)
                .add(RationalTanh.P0);
        return p.mul(2f).mul(q).div(q.mul(q).add(p.mul(p)));
    }

    @Override
    public void activationGradient(Activation activation, float[] output, float[] gradient, int count) {
        int end = SPECIES.loopBound(count);
        switch (activation) {
            case LINEAR -> {}
            case TANH -> {
                for (int i = 0; i < end; i += LANES) {
                    FloatVector y = FloatVector.fromArray(SPECIES, output, i);
                    FloatVector slope = FloatVector.broadcast(SPECIES, 1f).sub(y.mul(y));
                    FloatVector.fromArray(SPECIES, gradient, i).mul(slope).intoArray(gradient, i);
                }
            }
            case RELU -> {
                for (int i = 0; i < end; i += LANES) {
                    VectorMask<Float> on =
                            FloatVector.fromArray(SPECIES, output, i).compare(VectorOperators.GT, 0f);
                    FloatVector.zero(SPECIES)
                            .blend(FloatVector.fromArray(SPECIES, gradient, i), on)
                            .intoArray(gradient, i);
                }
            }
        }
        PlainKernel.slopesFrom(end, activation, output, gradient, count);
    }

    @Override
    public void adam(
            Adam adam, float[] parameters, float[] gradient, float[] mean, float[] spread, float step, float epsilon) {
        int i = 0;
        for (; i + LANES <= parameters.length; i += LANES) {
            FloatVector g = FloatVector.fromArray(SPECIES, gradient, i);
            FloatVector m = FloatVector.fromArray(SPECIES, mean, i)
                    .mul(adam.meanDecay())
                    .add(g.mul(1f - adam.meanDecay()));
            FloatVector v = FloatVector.fromArray(SPECIES, spread, i)
                    .mul(adam.spreadDecay())
                    .add(g.mul(g).mul(1f - adam.spreadDecay()));
            m.intoArray(mean, i);
            v.intoArray(spread, i);
            FloatVector change =
                    m.mul(step).div(v.lanewise(VectorOperators.SQRT).add(epsilon));
            FloatVector.fromArray(SPECIES, parameters, i).sub(change).intoArray(parameters, i);
        }
        PlainKernel.adamFrom(i, adam, parameters, gradient, mean, spread, step, epsilon);
    }

    @Override
    public void blend(float[] values, float[] target, float share) {
        int i = 0;
        for (; i + LANES <= values.length; i += LANES) {
            FloatVector v = FloatVector.fromArray(SPECIES, values, i);
            FloatVector t = FloatVector.fromArray(SPECIES, target, i);
            v.add(t.sub(v).mul(share)).intoArray(values, i);
        }
        for (; i < values.length; i++) {
            values[i] += share * (target[i] - values[i]);
        }
    }
}
