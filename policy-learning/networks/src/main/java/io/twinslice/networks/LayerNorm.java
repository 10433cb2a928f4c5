package io.twinslice.networks;

/**
 * Layer norm (Ba et al. 2016): each row is shifted and scaled to mean 0 and variance 1, then gets a learned gain and
 * shift per column.
 *
 * <p>Both kernels use these loops: sums across a row run in double precision and in one order, which no lane count can
 * reorder.
 */
final class LayerNorm {
    /** Keeps the root away from 0. */
    static final double EPSILON = 1e-5;

    private LayerNorm() {}

    /**
     * Normalises one row in place.
     *
     * @return one over the standard deviation that it had
     */
    static float normalise(float[] values, int at, int width) {
        double mean = sum(values, at, width) / width;
        double squares = 0;
        double odd = 0;
        int i = 0;
        for (; i + 2 <= width; i += 2) {
            double d0 = values[at + i] - mean;
            double d1 = values[at + i + 1] - mean;
            squares += d0 * d0;
            odd += d1 * d1;
        }
        if (i < width) {
            double d = values[at + i] - mean;
            squares += d * d;
        }
        double inverse = 1 / Math.sqrt((squares + odd) / width + EPSILON);
        for (int j = 0; j < width; j++) {
            values[at + j] = (float) ((values[at + j] - mean) * inverse);
        }
        return (float) inverse;
    }

    private static double sum(float[] values, int at, int width) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 4 <= width; i += 4) {
            s0 += values[at + i];
            s1 += values[at + i + 1];
            s2 += values[at + i + 2];
            s3 += values[at + i + 3];
        }
        for (; i < width; i++) {
            s0 += values[at + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Applies gain and shift to a normalised row. */
    static void scale(float[] normalised, int at, int width, float[] parameters, int gainAt, float[] out) {
        int shiftAt = gainAt + width;
        for (int j = 0; j < width; j++) {
            out[at + j] = Math.fma(parameters[gainAt + j], normalised[at + j], parameters[shiftAt + j]);
        }
    }

    /** Adds one row's share to the gradient of gain and shift. */
    static void gather(float[] error, float[] normalised, int at, int width, float[] gradient, int gainAt) {
        int shiftAt = gainAt + width;
        for (int j = 0; j < width; j++) {
            gradient[gainAt + j] += error[at + j] * normalised[at + j];
            gradient[shiftAt + j] += error[at + j];
        }
    }

    /** Carries one row of error from behind the norm to before it, in place. */
    static void back(
            float[] error, float[] normalised, int at, int width, float[] parameters, int gainAt, float inverse) {
        double sum = 0;
        double along = 0;
        for (int j = 0; j < width; j++) {
            float e = error[at + j] * parameters[gainAt + j];
            error[at + j] = e;
            sum += e;
            along += (double) e * normalised[at + j];
        }
        double mean = sum / width;
        double slope = along / width;
        for (int j = 0; j < width; j++) {
            error[at + j] = (float) (inverse * (error[at + j] - mean - normalised[at + j] * slope));
        }
    }
}
