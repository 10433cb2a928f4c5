package io.twinslice.ransim;

/**
 * Counter-based randomness: every draw is a function of a key and a counter (the SplitMix64 finaliser over a Weyl
 * sequence), so that no draw depends on how many were made before it elsewhere.
 */
final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int QUANTILES = 4096;
    private static final float[] NORMAL = normalQuantiles();

    private Chance() {}

    /** A key of its own for each (seed, purpose, index). */
    static long key(long seed, int purpose, int index) {
        return mix(mix(seed + GOLDEN * purpose) + GOLDEN * index);
    }

    static long bits(long key, long counter) {
        return mix(key + GOLDEN * counter);
    }

    /** Uniform in [0, 1). */
    static double uniform(long key, long counter) {
        return (bits(key, counter) >>> 11) * 0x1p-53;
    }

    /** The stream of the same purpose and index under another seed. */
    static long rekeyed(long key, long seed) {
        return mix(key ^ mix(seed + GOLDEN));
    }

    /** Standard normal, from a table of quantiles with linear interpolation; limited to about ±3.7. */
    static double normal(long key, long counter) {
        long bits = bits(key, counter);
        int cell = (int) (bits >>> 52);
        double part = ((bits >>> 20) & 0xFFFFFFFFL) * 0x1p-32;
        double low = NORMAL[cell];
        return low + part * (NORMAL[cell + 1] - low);
    }

    /** Standard exponential. */
    static double exponential(long key, long counter) {
        return -Logarithm.natural(1 - uniform(key, counter));
    }

    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static float[] normalQuantiles() {
        float[] table = new float[QUANTILES + 1];
        for (int i = 0; i <= QUANTILES; i++) {
            double p = Math.clamp(i / (double) QUANTILES, 0.25 / QUANTILES, 1 - 0.25 / QUANTILES);
            double low = -8;
            double high = 8;
            for (int step = 0; step < 60; step++) {
                double middle = (low + high) / 2;
                if (1 - LinkTables.gaussianTail(middle) < p) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            table[i] = (float) low;
        }
        return table;
    }
}
