package io.twinslice.sync.recording;

/**
 * How far two samples are apart: the mean absolute difference of {@value #QUANTILES} quantiles (0.25 % to 99.75 %), in
 * units of the first sample's standard deviation.
 */
final class QuantileDistance {
    static final int QUANTILES = 199;

    private final double[] real;
    private final double deviation;

    /** @param real sorted, not empty */
    QuantileDistance(float[] real) {
        this.real = quantiles(real);
        double mean = 0;
        for (float value : real) {
            mean += value;
        }
        mean /= real.length;
        double squares = 0;
        for (float value : real) {
            squares += (value - mean) * (value - mean);
        }
        deviation = Math.sqrt(squares / real.length);
    }

    /** The distance to another sorted sample; without spread in the real one, 0 when they agree and 1 when not. */
    double to(float[] twin) {
        double[] other = quantiles(twin);
        double sum = 0;
        for (int i = 0; i < QUANTILES; i++) {
            sum += Math.abs(real[i] - other[i]);
        }
        return deviation > 0 ? sum / QUANTILES / deviation : sum > 0 ? 1 : 0;
    }

    /** Quantiles of a sorted sample, with linear interpolation between neighbours. */
    static double[] quantiles(float[] sorted) {
        double[] quantiles = new double[QUANTILES];
        for (int i = 0; i < QUANTILES; i++) {
            double part = 0.0025 + i * 0.995 / (QUANTILES - 1);
            double at = part * (sorted.length - 1);
            int low = (int) at;
            int high = Math.min(sorted.length - 1, low + 1);
            quantiles[i] = sorted[low] + (at - low) * (sorted[high] - sorted[low]);
        }
        return quantiles;
    }
}
