package io.twinslice.networks;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of {@link VectorKernel}: a few rows of sums held in registers while one pass is made over a
 * packed panel.
 *
 * <p>Four rows of four registers are 16 sums, which hides the latency of a multiply-add and needs two loads for each
 * four of them; CPUs with 16 registers only (fewer than 16 lanes) get four rows of three. {@code c} is read first and
 * written last, so a product may be cut into panels along the inner index without changing the order of the sum.
 */
final class VectorTiles {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int L = SPECIES.length();

    /** Columns of the widest panel. */
    static final int WIDEST = (L >= 16 ? 4 : 3) * L;

    private VectorTiles() {}

    /** The width of the next panel when so many columns are left: four, two or one register. */
    static int width(int left) {
        if (left > 2 * L) {
            return WIDEST;
        }
        return left > L ? 2 * L : L;
    }

    /**
     * Four rows: {@code c += a·panel}.
     *
     * @param used columns of the panel that are in {@code c}, at most {@code width}
     * @param from where row 0 of {@code a} begins; its rows are {@code aRow} apart, its elements {@code aStep}
     * @param to where row 0 of {@code c} begins; its rows are {@code cRow} apart
     */
    static void fourRows(
            int depth,
            int width,
            int used,
            float[] a,
            int from,
            int aRow,
            int aStep,
            float[] panel,
            float[] c,
            int to,
            int cRow) {
        if (width == used && width == 4 * L) {
            fourByFour(depth, a, from, aRow, aStep, panel, c, to, cRow);
        } else if (width == used && width == 3 * L) {
            fourByThree(depth, a, from, aRow, aStep, panel, c, to, cRow);
        } else if (width == used && width == 2 * L) {
            fourByTwo(depth, a, from, aRow, aStep, panel, c, to, cRow);
        } else {
            for (int v = 0; v < used; v += L) {
                fourByOne(depth, width, used - v, a, from, aRow, aStep, panel, v, c, to + v, cRow);
            }
        }
    }

    /** One row: {@code c += a·panel}. */
    static void oneRow(
            int depth, int width, int used, float[] a, int from, int aStep, float[] panel, float[] c, int to) {
        for (int v = 0; v < used; v += L) {
            VectorMask<Float> mask = SPECIES.indexInRange(0, used - v);
            FloatVector sum = FloatVector.fromArray(SPECIES, c, to + v, mask);
            for (int k = 0; k < depth; k++) {
                FloatVector b = FloatVector.fromArray(SPECIES, panel, k * width + v);
                sum = FloatVector.broadcast(SPECIES, a[from + k * aStep]).fma(b, sum);
            }
            sum.intoArray(c, to + v, mask);
        }
    }

    private static void fourByFour(
            int depth, float[] a, int a0, int aRow, int aStep, float[] panel, float[] c, int c0, int cRow) {
        int a1 = a0 + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int c1 = c0 + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        FloatVector s00 = load(c, c0);
        FloatVector s01 = load(c, c0 + L);
        FloatVector s02 = load(c, c0 + 2 * L);
        FloatVector s03 = load(c, c0 + 3 * L);
        FloatVector s10 = load(c, c1);
        FloatVector s11 = load(c, c1 + L);
        FloatVector s12 = load(c, c1 + 2 * L);
        FloatVector s13 = load(c, c1 + 3 * L);
        FloatVector s20 = load(c, c2);
        FloatVector s21 = load(c, c2 + L);
        FloatVector s22 = load(c, c2 + 2 * L);
        FloatVector s23 = load(c, c2 + 3 * L);
        FloatVector s30 = load(c, c3);
        FloatVector s31 = load(c, c3 + L);
        FloatVector s32 = load(c, c3 + 2 * L);
        FloatVector s33 = load(c, c3 + 3 * L);
        for (int k = 0; k < depth; k++) {
            int row = k * 4 * L;
            int ak = k * aStep;
            FloatVector b0 = load(panel, row);
            FloatVector b1 = load(panel, row + L);
            FloatVector b2 = load(panel, row + 2 * L);
            FloatVector b3 = load(panel, row + 3 * L);
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + ak]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            s02 = x.fma(b2, s02);
            s03 = x.fma(b3, s03);
            x = FloatVector.broadcast(SPECIES, a[a1 + ak]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            s12 = x.fma(b2, s12);
            s13 = x.fma(b3, s13);
            x = FloatVector.broadcast(SPECIES, a[a2 + ak]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            s22 = x.fma(b2, s22);
            s23 = x.fma(b3, s23);
            x = FloatVector.broadcast(SPECIES, a[a3 + ak]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            s32 = x.fma(b2, s32);
            s33 = x.fma(b3, s33);
        }
        store(s00, s01, s02, s03, c, c0);
        store(s10, s11, s12, s13, c, c1);
        store(s20, s21, s22, s23, c, c2);
        store(s30, s31, s32, s33, c, c3);
    }

    private static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }

    private static void store(FloatVector v0, FloatVector v1, FloatVector v2, FloatVector v3, float[] c, int at) {
        v0.intoArray(c, at);
        v1.intoArray(c, at + L);
        v2.intoArray(c, at + 2 * L);
        v3.intoArray(c, at + 3 * L);
    }

    private static void fourByThree(
            int depth, float[] a, int a0, int aRow, int aStep, float[] panel, float[] c, int c0, int cRow) {
        int a1 = a0 + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int c1 = c0 + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        FloatVector s00 = load(c, c0);
        FloatVector s01 = load(c, c0 + L);
        FloatVector s02 = load(c, c0 + 2 * L);
        FloatVector s10 = load(c, c1);
        FloatVector s11 = load(c, c1 + L);
        FloatVector s12 = load(c, c1 + 2 * L);
        FloatVector s20 = load(c, c2);
        FloatVector s21 = load(c, c2 + L);
        FloatVector s22 = load(c, c2 + 2 * L);
        FloatVector s30 = load(c, c3);
        FloatVector s31 = load(c, c3 + L);
        FloatVector s32 = load(c, c3 + 2 * L);
        for (int k = 0; k < depth; k++) {
            int row = k * 3 * L;
            int ak = k * aStep;
            FloatVector b0 = load(panel, row);
            FloatVector b1 = load(panel, row + L);
            FloatVector b2 = load(panel, row + 2 * L);
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + ak]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            s02 = x.fma(b2, s02);
            x = FloatVector.broadcast(SPECIES, a[a1 + ak]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            s12 = x.fma(b2, s12);
            x = FloatVector.broadcast(SPECIES, a[a2 + ak]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            s22 = x.fma(b2, s22);
            x = FloatVector.broadcast(SPECIES, a[a3 + ak]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            s32 = x.fma(b2, s32);
        }
        store(s00, s01, s02, c, c0);
        store(s10, s11, s12, c, c1);
        store(s20, s21, s22, c, c2);
        store(s30, s31, s32, c, c3);
    }

    private static void store(FloatVector v0, FloatVector v1, FloatVector v2, float[] c, int at) {
        v0.intoArray(c, at);
        v1.intoArray(c, at + L);
        v2.intoArray(c, at + 2 * L);
    }

    private static void fourByTwo(
            int depth, float[] a, int a0, int aRow, int aStep, float[] panel, float[] c, int c0, int cRow) {
        int a1 = a0 + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        int c1 = c0 + cRow;
        int c2 = c1 + cRow;
        int c3 = c2 + cRow;
        FloatVector s00 = load(c, c0);
        FloatVector s01 = load(c, c0 + L);
        FloatVector s10 = load(c, c1);
        FloatVector s11 = load(c, c1 + L);
        FloatVector s20 = load(c, c2);
        FloatVector s21 = load(c, c2 + L);
        FloatVector s30 = load(c, c3);
        FloatVector s31 = load(c, c3 + L);
        for (int k = 0; k < depth; k++) {
            int ak = k * aStep;
            FloatVector b0 = load(panel, k * 2 * L);
            FloatVector b1 = load(panel, k * 2 * L + L);
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + ak]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            x = FloatVector.broadcast(SPECIES, a[a1 + ak]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            x = FloatVector.broadcast(SPECIES, a[a2 + ak]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            x = FloatVector.broadcast(SPECIES, a[a3 + ak]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + L);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + L);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + L);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + L);
    }

    /** One register of a panel of any width, {@code left} lanes of which are in {@code c}. */
    private static void fourByOne(
            int depth,
            int width,
            int left,
            float[] a,
            int a0,
            int aRow,
            int aStep,
            float[] panel,
            int panelAt,
            float[] c,
            int c0,
            int cRow) {
        VectorMask<Float> mask = SPECIES.indexInRange(0, left);
        int a1 = a0 + aRow;
        int a2 = a1 + aRow;
        int a3 = a2 + aRow;
        FloatVector s0 = FloatVector.fromArray(SPECIES, c, c0, mask);
        FloatVector s1 = FloatVector.fromArray(SPECIES, c, c0 + cRow, mask);
        FloatVector s2 = FloatVector.fromArray(SPECIES, c, c0 + 2 * cRow, mask);
        FloatVector s3 = FloatVector.fromArray(SPECIES, c, c0 + 3 * cRow, mask);
        for (int k = 0; k < depth; k++) {
            int ak = k * aStep;
            FloatVector b = load(panel, panelAt + k * width);
            s0 = FloatVector.broadcast(SPECIES, a[a0 + ak]).fma(b, s0);
            s1 = FloatVector.broadcast(SPECIES, a[a1 + ak]).fma(b, s1);
            s2 = FloatVector.broadcast(SPECIES, a[a2 + ak]).fma(b, s2);
            s3 = FloatVector.broadcast(SPECIES, a[a3 + ak]).fma(b, s3);
        }
        s0.intoArray(c, c0, mask);
        s1.intoArray(c, c0 + cRow, mask);
        s2.intoArray(c, c0 + 2 * cRow, mask);
        s3.intoArray(c, c0 + 3 * cRow, mask);
    }
}
