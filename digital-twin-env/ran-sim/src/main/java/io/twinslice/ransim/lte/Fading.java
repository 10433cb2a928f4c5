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
    private static final int BLOCKS = 3;
    private static final double BLOCK_HZ = 180e3;

    /** SNR at which the blocks of a group are brought together: in the middle of those that links work at. */
    private static final double MIDDLE_SNR = 10;

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

    /**
     * The frequency response of the taps in each resource block. The gain of a group is that of a flat group with the
     * same capacity: a fade that is narrower than a group does not take all of it.
     */
    private static short[] spread(FadingProfile profile, double[] real, double[] imaginary) {
        double[] delays = profile.delayNanos();
        int taps = delays.length;
        int millis = real.length / taps;
        double[] cos = new double[GROUPS * BLOCKS * taps];
        double[] sin = new double[GROUPS * BLOCKS * taps];
        for (int block = 0; block < GROUPS * BLOCKS; block++) {
            for (int tap = 0; tap < taps; tap++) {
                double angle = -2 * StrictMath.PI * BLOCK_HZ * block * delays[tap] * 1e-9;
                cos[block * taps + tap] = StrictMath.cos(angle);
                sin[block * taps + tap] = StrictMath.sin(angle);
            }
        }
        short[] gains = new short[millis * GROUPS];
        for (int ms = 0; ms < millis; ms++) {
            for (int group = 0; group < GROUPS; group++) {
                double product = 1;
                for (int block = group * BLOCKS; block < (group + 1) * BLOCKS; block++) {
                    double x = 0;
                    double y = 0;
                    for (int tap = 0; tap < taps; tap++) {
                        double re = real[ms * taps + tap];
                        double im = imaginary[ms * taps + tap];
                        x += re * cos[block * taps + tap] - im * sin[block * taps + tap];
                        y += re * sin[block * taps + tap] + im * cos[block * taps + tap];
                    }
                    product *= 1 + MIDDLE_SNR * (x * x + y * y);
                }
                double gain = (StrictMath.cbrt(product) - 1) / MIDDLE_SNR;
                gains[ms * GROUPS + group] = (short) Math.rint(100 * StrictMath.log10(Math.max(1e-6, gain)));
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
