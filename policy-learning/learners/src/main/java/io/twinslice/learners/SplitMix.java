package io.twinslice.learners;

import java.util.random.RandomGenerator;

/**
 * The SplitMix64 generator (Steele, Lea and Flood 2014), with derived seeds and a normal deviate that are the same on
 * every JVM. Not thread-safe.
 */
public final class SplitMix implements RandomGenerator {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;
    private double spare = Double.NaN;

    /** Begins at this seed. */
    public SplitMix(long seed) {
        state = seed;
    }

    /** A generator that goes on as this one would. */
    public SplitMix copy() {
        SplitMix copy = new SplitMix(state);
        copy.spare = spare;
        return copy;
    }

    /** A seed for one place of a run: the same path gives the same seed, paths that differ give unrelated ones. */
    public static long seed(long root, long... path) {
        long seed = mixed(root + GOLDEN);
        for (long place : path) {
            seed = mixed((seed ^ mixed(place + GOLDEN)) + GOLDEN);
        }
        return seed;
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mixed(state);
    }

    private static long mixed(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    /** Uniform in [0, 1). */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    @Override
    public float nextFloat() {
        return (nextLong() >>> 40) * 0x1p-24f;
    }

    /** Uniform in 0..bound − 1; the bias is below bound / 2³². */
    @Override
    public int nextInt(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** Standard normal by the polar method. */
    @Override
    public double nextGaussian() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        while (true) {
            double u = 2 * nextDouble() - 1;
            double v = 2 * nextDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                double factor = Math.sqrt(-2 * StrictMath.log(s) / s);
                spare = v * factor;
                return u * factor;
            }
        }
    }
}
