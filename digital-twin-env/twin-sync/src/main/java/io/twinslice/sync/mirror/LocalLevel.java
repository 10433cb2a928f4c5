package io.twinslice.sync.mirror;

/**
 * A Kalman filter for a level that wanders: x(t) = x(t−1) + w, y(t) = x(t) + v. The deviation of y around x is learned
 * from the innovations; that of w is a fixed part of it. The normalised innovation squared stays near 1 as long as the
 * filter says rightly how sure it is.
 */
final class LocalLevel {
    /** Variance of w in that of v: a memory of about ten windows. */
    private static final double WANDERING = 0.01;

    private static final double SLOW = 0.02;

    private double level = Double.NaN;
    private double variance;
    private double noise;
    private double consistency = 1;
    private long seen;

    /** Takes in a value, so many windows after the last one. */
    void observe(double value, int windows) {
        seen++;
        if (seen == 1) {
            level = value;
            noise = 0.01 * value * value + 1e-9;
            variance = noise;
            return;
        }
        variance += WANDERING * noise * windows;
        double innovation = value - level;
        double spread = variance + noise;
        consistency += SLOW * (innovation * innovation / spread - consistency);
        double pace = Math.max(SLOW, 1.0 / seen);
        noise = Math.max(1e-9, noise + pace * (innovation * innovation * noise / spread - noise));
        double gain = variance / spread;
        level += gain * innovation;
        variance *= 1 - gain;
    }

    /** Forgets the level but not how noisy the values are. */
    void restart() {
        variance += 100 * noise;
    }

    double level() {
        return level;
    }

    /** Standard deviation of the level, so many windows after the last value. */
    double deviation(long windows) {
        return Math.sqrt(variance + WANDERING * noise * windows);
    }

    /** Mean normalised innovation squared of late. */
    double consistency() {
        return consistency;
    }
}
