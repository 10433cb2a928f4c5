package io.twinslice.networks;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The Vector API kernel: lanes run over the output index, so every output keeps the summation order of the plain kernel
 * and lane count cannot show in the result.
 *
 * <p>One species only: two in one class cost an order of magnitude on some JVMs. Four rows share each loaded row of
 * {@code b}.
 */
final class VectorKernel implements Kernel {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public void multiplyAdd(int rows, int inner, int cols, float[] a, float[] b, int bOffset, float[] c, int cOffset) {
        int r = 0;
        for (; r + 4 <= rows; r += 4) {
            int j = 0;
            for (; j + LANES <= cols; j += LANES) {
                fourRows(inner, cols, a, r * inner, b, bOffset + j, c, cOffset + r * cols + j);
            }
            if (j < cols) {
                fourRowsEnd(inner, cols, cols - j, a, r * inner, b, bOffset + j, c, cOffset + r * cols + j);
            }
        }
        for (; r < rows; r++) {
            for (int j = 0; j < cols; j += LANES) {
                oneRow(inner, cols, cols - j, a, r * inner, b, bOffset + j, c, cOffset + r * cols + j);
            }
        }
    }

    private static void fourRows(int inner, int cols, float[] a, int a0, float[] b, int b0, float[] c, int c0) {
        int a1 = a0 + inner;
        int a2 = a1 + inner;
        int a3 = a2 + inner;
        FloatVector s0 = FloatVector.fromArray(SPECIES, c, c0);
        FloatVector s1 = FloatVector.fromArray(SPECIES, c, c0 + cols);
        FloatVector s2 = FloatVector.fromArray(SPECIES, c, c0 + 2 * cols);
        FloatVector s3 = FloatVector.fromArray(SPECIES, c, c0 + 3 * cols);
        for (int k = 0; k < inner; k++) {
            FloatVector row = FloatVector.fromArray(SPECIES, b, b0 + k * cols);
            s0 = s0.add(row.mul(a[a0 + k]));
            s1 = s1.add(row.mul(a[a1 + k]));
            s2 = s2.add(row.mul(a[a2 + k]));
            s3 = s3.add(row.mul(a[a3 + k]));
        }
        s0.intoArray(c, c0);
        s1.intoArray(c, c0 + cols);
        s2.intoArray(c, c0 + 2 * cols);
        s3.intoArray(c, c0 + 3 * cols);
    }

    private static void fourRowsEnd(
            int inner, int cols, int left, float[] a, int a0, float[] b, int b0, float[] c, int c0) {
        VectorMask<Float> mask = SPECIES.indexInRange(0, left);
        int a1 = a0 + inner;
        int a2 = a1 + inner;
        int a3 = a2 + inner;
        FloatVector s0 = FloatVector.fromArray(SPECIES, c, c0, mask);
        FloatVector s1 = FloatVector.fromArray(SPECIES, c, c0 + cols, mask);
        FloatVector s2 = FloatVector.fromArray(SPECIES, c, c0 + 2 * cols, mask);
        FloatVector s3 = FloatVector.fromArray(SPECIES, c, c0 + 3 * cols, mask);
        for (int k = 0; k < inner; k++) {
            FloatVector row = FloatVector.fromArray(SPECIES, b, b0 + k * cols, mask);
            s0 = s0.add(row.mul(a[a0 + k]));
            s1 = s1.add(row.mul(a[a1 + k]));
            s2 = s2.add(row.mul(a[a2 + k]));
            s3 = s3.add(row.mul(a[a3 + k]));
        }
        s0.intoArray(c, c0, mask);
        s1.intoArray(c, c0 + cols, mask);
        s2.intoArray(c, c0 + 2 * cols, mask);
        s3.intoArray(c, c0 + 3 * cols, mask);
    }

    private static void oneRow(int inner, int cols, int left, float[] a, int a0, float[] b, int b0, float[] c, int c0) {
        VectorMask<Float> mask = SPECIES.indexInRange(0, left);
        FloatVector sum = FloatVector.fromArray(SPECIES, c, c0, mask);
        for (int k = 0; k < inner; k++) {
            sum = sum.add(FloatVector.fromArray(SPECIES, b, b0 + k * cols, mask).mul(a[a0 + k]));
        }
        sum.intoArray(c, c0, mask);
    }

    @Override
    public void tanh(float[] values, int count) {
        int i = 0;
        for (; i + LANES <= count; i += LANES) {
            FloatVector h = FloatVector.fromArray(SPECIES, values, i)
                    .min(RationalTanh.LIMIT)
                    .max(-RationalTanh.LIMIT)
                    .mul(0.5f);
            FloatVector s = h.mul(h);
            FloatVector p = h.mul(
                    s.add(RationalTanh.P4).mul(s).add(RationalTanh.P2).mul(s).add(RationalTanh.P0));
            FloatVector q = s.mul(RationalTanh.Q6)
                    .add(RationalTanh.Q4)
                    .mul(s)
                    .add(RationalTanh.Q2)
                    .mul(s)
                    .add(RationalTanh.P0);
            p.mul(2f).mul(q).div(q.mul(q).add(p.mul(p))).intoArray(values, i);
        }
        for (; i < count; i++) {
            values[i] = RationalTanh.of(values[i]);
        }
    }

    @Override
    public void tanhGradient(float[] output, float[] gradient, int count) {
        int i = 0;
        for (; i + LANES <= count; i += LANES) {
            FloatVector y = FloatVector.fromArray(SPECIES, output, i);
            FloatVector slope = FloatVector.broadcast(SPECIES, 1f).sub(y.mul(y));
            FloatVector.fromArray(SPECIES, gradient, i).mul(slope).intoArray(gradient, i);
        }
        for (; i < count; i++) {
            gradient[i] *= 1f - output[i] * output[i];
        }
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
