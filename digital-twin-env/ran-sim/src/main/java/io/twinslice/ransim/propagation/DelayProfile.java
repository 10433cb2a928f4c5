package io.twinslice.ransim.propagation;

/**
 * Tapped delay lines (TS 36.101 annex B.2.1), and how deep the fading is that they leave in the power of a whole band.
 *
 * <p>With Rayleigh taps of powers p and delays τ, the power over a band B has the mean 1 and the variance Σ p p'
 * sinc²(B(τ - τ')). It is taken as gamma distributed with that variance, so that its decibels have the mean (10/ln
 * 10)(ψ(m) - ln m) and the standard deviation (10/ln 10) √ψ'(m) with m = 1/variance, and m times the number of
 * independent branches that are combined. Within 0.3 dB of the taps.
 */
public enum DelayProfile {
    /** Extended pedestrian A. */
    EPA(new double[] {0, 30, 70, 90, 110, 190, 410}, new double[] {0, -1, -2, -3, -8, -17.2, -20.8}),
    /** Extended vehicular A. */
    EVA(
            new double[] {0, 30, 150, 310, 370, 710, 1090, 1730, 2510},
            new double[] {0, -1.5, -1.4, -3.6, -0.6, -9.1, -7.0, -12.0, -16.9}),
    /** Extended typical urban. */
    ETU(new double[] {0, 50, 120, 200, 230, 500, 1600, 2300, 5000}, new double[] {-1, -1, -1, 0, 0, 0, -3, -5, -7});

    private static final double DECIBELS = 10 / StrictMath.log(10);

    @SuppressWarnings("ImmutableEnumChecker") // never written after construction
    private final double[] delayNanos;

    @SuppressWarnings("ImmutableEnumChecker") // never written after construction
    private final double[] power;

    DelayProfile(double[] delayNanos, double[] powerDb) {
        this.delayNanos = delayNanos;
        power = new double[powerDb.length];
        double sum = 0;
        for (int i = 0; i < power.length; i++) {
            power[i] = StrictMath.pow(10, powerDb[i] / 10);
            sum += power[i];
        }
        for (int i = 0; i < power.length; i++) {
            power[i] /= sum;
        }
    }

    int taps() {
        return power.length;
    }

    double delayNanos(int tap) {
        return delayNanos[tap];
    }

    /** Share of the power, 0..1. */
    double power(int tap) {
        return power[tap];
    }

    /** Root mean square delay spread in ns. */
    public double delaySpreadNanos() {
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < power.length; i++) {
            mean += power[i] * delayNanos[i];
            squares += power[i] * delayNanos[i] * delayNanos[i];
        }
        return StrictMath.sqrt(squares - mean * mean);
    }

    /**
     * Standard deviation in dB of the power over a band, for {@code Radio.fadingDb}.
     *
     * @param bandwidthMhz 0.1..400
     * @param branches independent branches (antennas) that the receiver combines, 1..8
     */
    public double fadingDb(double bandwidthMhz, int branches) {
        return DECIBELS * StrictMath.sqrt(trigamma(shape(bandwidthMhz, branches)));
    }

    /** Mean in dB of the power over a band, below 0, against a steady channel of the same mean power. */
    public double meanDb(double bandwidthMhz, int branches) {
        double shape = shape(bandwidthMhz, branches);
        return DECIBELS * (digamma(shape) - StrictMath.log(shape));
    }

    private double shape(double bandwidthMhz, int branches) {
        Formulas.require("bandwidthMhz", bandwidthMhz, 0.1, 400);
        Formulas.require("branches", branches, 1, 8);
        double variance = 0;
        for (int i = 0; i < power.length; i++) {
            for (int j = 0; j < power.length; j++) {
                double x = StrictMath.PI * bandwidthMhz * 1e-3 * (delayNanos[i] - delayNanos[j]);
                double sinc = x == 0 ? 1 : StrictMath.sin(x) / x;
                variance += power[i] * power[j] * sinc * sinc;
            }
        }
        return branches / variance;
    }

    /** ψ(x) by recurrence and its asymptotic series, to 1e-10. */
    static double digamma(double x) {
        double sum = 0;
        double y = x;
        for (; y < 10; y++) {
            sum -= 1 / y;
        }
        double r = 1 / (y * y);
        return sum + StrictMath.log(y) - 0.5 / y - r * (1 / 12.0 - r * (1 / 120.0 - r * (1 / 252.0 - r / 240)));
    }

    /** ψ'(x) by recurrence and its asymptotic series, to 1e-10. */
    static double trigamma(double x) {
        double sum = 0;
        double y = x;
        for (; y < 10; y++) {
            sum += 1 / (y * y);
        }
        double r = 1 / (y * y);
        return sum + 1 / y + r / 2 + r / y * (1 / 6.0 - r * (1 / 30.0 - r * (1 / 42.0 - r / 30)));
    }
}
