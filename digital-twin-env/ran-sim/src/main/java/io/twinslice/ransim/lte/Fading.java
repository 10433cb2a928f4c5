package io.twinslice.ransim.lte;

/**
 * Fading of a carrier, millisecond by millisecond, in groups of three resource blocks: every tap of a delay line is a
 * sum of sinusoids with Clarke's Doppler spectrum. UEs look at it through windows, as a network simulator does that
 * reads its fading from a file. Immutable.
 */
public final class Fading {
    /** Resource block groups of the carrier that are used. */
    public static final int GROUPS = 16;

    private static final int SINUSOIDS = 64;
    private static final double CARRIER_HZ = 2.12e9;
    private static final double LIGHT = 299_792_458;
    private static final double GROUP_HZ = 3 * 180e3;

    /** Gains in tenths of a decibel, {@value #GROUPS} for each millisecond. */
    private final short[] gains;

    private final int millis;

    private Fading(short[] gains) {
        this.gains = gains;
        this.millis = gains.length / GROUPS;
    }

    /** No fading at all. */
    public static Fading none() {
        return new Fading(new short[GROUPS]);
    }

    /**
     * Draws a trace.
     *
     * @param metresPerSecond speed that the Doppler spectrum belongs to, above 0
     * @param millis length, 1000..100000
     */
    public static Fading of(FadingProfile profile, double metresPerSecond, int millis, long seed) {
        if (!(metresPerSecond > 0) || millis < 1000 || millis > 100_000) {
            throw new IllegalArgumentException(
                    "no fading of " + millis + " ms at " + metresPerSecond + " m/s; 1000..100000 ms and above 0 m/s");
        }
        double[] powers = profile.powerDb();
        int taps = powers.length;
        double[] real = new double[millis * taps];
        double[] imaginary = new double[millis * taps];
        double total = 0;
        for (int tap = 0; tap < taps; tap++) {
            powers[tap] = StrictMath.pow(10, powers[tap] / 10);
            total += powers[tap];
        }
        double doppler = 2 * StrictMath.PI * metresPerSecond / LIGHT * CARRIER_HZ / 1000;
        for (int tap = 0; tap < taps; tap++) {
            Draws draws = new Draws(seed, 11, tap);
            double amplitude = StrictMath.sqrt(powers[tap] / total / SINUSOIDS);
            for (int wave = 0; wave < SINUSOIDS; wave++) {
                double turn = doppler * StrictMath.cos(2 * StrictMath.PI * draws.uniform());
                double phase = 2 * StrictMath.PI * draws.uniform();
                double x = amplitude * StrictMath.cos(phase);
                double y = amplitude * StrictMath.sin(phase);
                double cos = StrictMath.cos(turn);
                double sin = StrictMath.sin(turn);
                for (int i = tap; i < real.length; i += taps) {
                    real[i] += x;
                    imaginary[i] += y;
                    double turned = x * cos - y * sin;
                    y = x * sin + y * cos;
                    x = turned;
                }
            }
        }
        return new Fading(spread(profile, real, imaginary));
    }

    /** The frequency response of the taps at the middle of each group. */
    private static short[] spread(FadingProfile profile, double[] real, double[] imaginary) {
        double[] delays = profile.delayNanos();
        int taps = delays.length;
        int millis = real.length / taps;
        double[] cos = new double[GROUPS * taps];
        double[] sin = new double[GROUPS * taps];
        for (int group = 0; group < GROUPS; group++) {
            for (int tap = 0; tap < taps; tap++) {
                double angle = -2 * StrictMath.PI * GROUP_HZ * group * delays[tap] * 1e-9;
                cos[group * taps + tap] = StrictMath.cos(angle);
                sin[group * taps + tap] = StrictMath.sin(angle);
            }
        }
        short[] gains = new short[millis * GROUPS];
        for (int ms = 0; ms < millis; ms++) {
            for (int group = 0; group < GROUPS; group++) {
                double x = 0;
                double y = 0;
                for (int tap = 0; tap < taps; tap++) {
                    double re = real[ms * taps + tap];
                    double im = imaginary[ms * taps + tap];
                    x += re * cos[group * taps + tap] - im * sin[group * taps + tap];
                    y += re * sin[group * taps + tap] + im * cos[group * taps + tap];
                }
                double decibels = 10 * StrictMath.log10(Math.max(1e-6, x * x + y * y));
                gains[ms * GROUPS + group] = (short) Math.rint(10 * decibels);
            }
        }
        return gains;
    }

    /** Length after which it repeats. */
    int millis() {
        return millis;
    }

    /** Gain in tenths of a decibel. */
    int gainTenth(int ms, int group) {
        return gains[ms * GROUPS + group];
    }
}
