package io.twinslice.learners.kbrl;

import io.twinslice.learners.SplitMix;

/**
 * Fading of a carrier: one trace each of EPA at 3 km/h, ETU at 3 km/h and EVA at 60 km/h, {@value #PRBS} PRBs of 180
 * kHz by {@value #SAMPLES} samples of 1 ms at 2 GHz.
 *
 * <p>The traces that the benchmark was published with are not public. These are sums of {@value #SINUSOIDS} sinusoids
 * for each tap of the profiles of TS 36.101, with Jakes Doppler and unit mean power. PRBs beyond the hundredth repeat
 * from the first. Immutable; 24 MB, so share it.
 */
public final class Fading {
    static final int PRBS = 100;
    static final int SAMPLES = 10_000;
    static final int TRACES = 3;

    private static final int SINUSOIDS = 32;
    private static final double CARRIER_HERTZ = 2e9;
    private static final double PRB_HERTZ = 180e3;
    private static final double LIGHT = 299_792_458;
    private static final double LEAST_POWER = 1e-8;
    private static final double[] KMH = {3, 3, 60};
    private static final double[][] NANOS = {
        {0, 30, 70, 90, 110, 190, 410},
        {0, 50, 120, 200, 230, 500, 1600, 2300, 5000},
        {0, 30, 150, 310, 370, 710, 1090, 1730, 2510}
    };
    private static final double[][] DECIBELS = {
        {0, -1, -2, -3, -8, -17.2, -20.8},
        {-1, -1, -1, 0, 0, 0, -3, -5, -7},
        {0, -1.5, -1.4, -3.6, -0.6, -9.1, -7.0, -12.0, -16.9}
    };

    /** [trace][sample · PRBS + prb], dB. */
    private final float[][] gains = new float[TRACES][SAMPLES * PRBS];

    /** Sums of the gains before a PRB, [trace][sample · (PRBS + 1) + prb]. */
    private final float[][] sums = new float[TRACES][SAMPLES * (PRBS + 1)];

    /** Traces of their own for each seed. */
    public Fading(long seed) {
        for (int trace = 0; trace < TRACES; trace++) {
            generate(trace, new SplitMix(SplitMix.seed(seed, trace)));
        }
    }

    /** Mean gain over {@code count} PRBs, at least 1, from {@code first} on, dB. */
    double mean(int trace, int sample, int first, int count) {
        return (before(trace, sample, first + count) - before(trace, sample, first)) / count;
    }

    private double before(int trace, int sample, int prb) {
        int row = sample * (PRBS + 1);
        return prb <= PRBS ? sums[trace][row + prb] : (double) sums[trace][row + PRBS] + sums[trace][row + prb - PRBS];
    }

    /** The gains of a trace, dB; sample s and PRB p stand at {@code s * PRBS + p % PRBS}. */
    float[] gains(int trace) {
        return gains[trace];
    }

    private void generate(int trace, SplitMix random) {
        double doppler = KMH[trace] / 3.6 * CARRIER_HERTZ / LIGHT;
        int taps = NANOS[trace].length;
        double total = 0;
        for (double decibel : DECIBELS[trace]) {
            total += StrictMath.pow(10, decibel / 10);
        }
        double[] re = new double[SAMPLES * PRBS];
        double[] im = new double[SAMPLES * PRBS];
        for (int tap = 0; tap < taps; tap++) {
            double power = StrictMath.pow(10, DECIBELS[trace][tap] / 10) / total;
            double[][] wave = wave(StrictMath.sqrt(power / SINUSOIDS), doppler, random);
            for (int prb = 0; prb < PRBS; prb++) {
                double angle = -2 * StrictMath.PI * prb * PRB_HERTZ * NANOS[trace][tap] * 1e-9;
                double c = StrictMath.cos(angle);
                double s = StrictMath.sin(angle);
                for (int sample = 0; sample < SAMPLES; sample++) {
                    re[sample * PRBS + prb] += wave[0][sample] * c - wave[1][sample] * s;
                    im[sample * PRBS + prb] += wave[0][sample] * s + wave[1][sample] * c;
                }
            }
        }
        for (int sample = 0; sample < SAMPLES; sample++) {
            double sum = 0;
            for (int prb = 0; prb < PRBS; prb++) {
                int at = sample * PRBS + prb;
                double power = Math.max(LEAST_POWER, re[at] * re[at] + im[at] * im[at]);
                gains[trace][at] = (float) (10 * StrictMath.log10(power));
                sum += gains[trace][at];
                sums[trace][sample * (PRBS + 1) + prb + 1] = (float) sum;
            }
        }
    }

    /** One Rayleigh tap over time: real and imaginary part. */
    private static double[][] wave(double amplitude, double doppler, SplitMix random) {
        double[][] wave = new double[2][SAMPLES];
        for (int m = 0; m < SINUSOIDS; m++) {
            double arrival = 2 * StrictMath.PI * random.nextDouble();
            double phase = 2 * StrictMath.PI * random.nextDouble();
            double turn = 2 * StrictMath.PI * doppler * StrictMath.cos(arrival) * 1e-3;
            double x = amplitude * StrictMath.cos(phase);
            double y = amplitude * StrictMath.sin(phase);
            double c = StrictMath.cos(turn);
            double s = StrictMath.sin(turn);
            for (int sample = 0; sample < SAMPLES; sample++) {
                wave[0][sample] += x;
                wave[1][sample] += y;
                double turned = x * c - y * s;
                y = x * s + y * c;
                x = turned;
            }
        }
        return wave;
    }
}
