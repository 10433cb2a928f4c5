package io.twinslice.sync.mirror;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The posterior over what differs between one twin of the live cell and the prior one: particles of load, SNR, fading
 * and coherence. A window counts by its likelihood given the window before it, since loads and channels remember.
 *
 * <p>Weights are tempered (Del Moral, Doucet and Jasra, 2006): a window that would leave too few particles of weight is
 * taken in by steps, with systematic resampling and the shrunk kernel of Liu and West (2001) between them, which moves
 * particles without widening the posterior. A small drift of load and SNR forgets the past slowly.
 */
final class TwinFilter {
    private static final int LOAD = 0;
    private static final int SNR = 1;
    private static final int FADING = 2;
    private static final int COHERENCE = 3;
    private static final int DIMENSIONS = 4;

    /** Prior deviation: ln load, dB, ln fading, ln coherence. */
    private static final double[] PRIOR = {0.25, 2.5, 0.2, 0.3};

    /** The same after a drift of load or SNR: nobody knows how far it went. */
    private static final double[] WIDE = {0.6, 6, 0.2, 0.3};

    /** How far a value wanders in a window. */
    private static final double[] WANDERING = {0.0005, 0.01, 0, 0};

    private static final double[] LOW = {-3, -25, -1.3, -2};
    private static final double[] HIGH = {3, 25, 1.3, 2};
    /** Relative deviation by which the model of CQI's variation is wrong. */
    private static final double FADING_ERROR = 0.1;

    private static final double KERNEL = 0.2;
    private static final int MOST_STEPS = 30;

    private final LoadModel loads;
    private final RadioModel radio;
    private final int windowMillis;
    private final SplittableRandom random;
    private final long cloudSeed;
    private final int size;
    private final double[][] particles;
    private final double[][] spare;
    private final double[] weights;
    private final double[] likelihood;
    private double lastKbit = Double.NaN;
    private double lastCqi = Double.NaN;
    private double stepKbit = 1;
    private double stepCqi = 0.1;
    private double effective;
    private long windows;
    private long resamplings;

    TwinFilter(LoadModel loads, RadioModel radio, int windowMillis, int size, SplittableRandom random) {
        this.loads = loads;
        this.radio = radio;
        this.windowMillis = windowMillis;
        this.size = size;
        this.random = random;
        cloudSeed = random.nextLong();
        particles = new double[DIMENSIONS][size];
        spare = new double[DIMENSIONS][size];
        weights = new double[size];
        likelihood = new double[size];
        for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
            scatter(dimension, PRIOR[dimension]);
        }
        Arrays.fill(weights, 1.0 / size);
        effective = size;
    }

    /** How finely reports are rounded. */
    void rounding(double kbit, double cqi) {
        stepKbit = kbit;
        stepCqi = cqi;
    }

    private void scatter(int dimension, double deviation) {
        double spread = dimension == SNR ? Math.hypot(deviation, radio.biasDb()) : deviation;
        for (int i = 0; i < size; i++) {
            // Quantiles in random order cover the prior better than draws.
            double z = NormalQuantile.of((i + random.nextDouble()) / size);
            particles[dimension][i] = Math.clamp(spread * z, LOW[dimension], HIGH[dimension]);
        }
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double kept = particles[dimension][i];
            particles[dimension][i] = particles[dimension][other];
            particles[dimension][other] = kept;
        }
    }

    /** Forgets load or SNR after a drift; what is known of the other stays. */
    void forget(Quantity quantity) {
        resample();
        int dimension = quantity == Quantity.LOAD ? LOAD : SNR;
        scatter(dimension, WIDE[dimension]);
        if (quantity == Quantity.LOAD) {
            lastKbit = Double.NaN;
        } else {
            lastCqi = Double.NaN;
        }
    }

    /** Takes in a window, so many windows after the last one. */
    void observe(double kbit, double cqi, int since) {
        windows++;
        wander(since);
        double done = 0;
        weigh(kbit, cqi, since);
        for (int step = 0; done < 1 && step < MOST_STEPS; step++) {
            double part = part(1 - done);
            apply(part);
            done += part;
            if (effective < size / 2.0) {
                resample();
                move();
                weigh(kbit, cqi, since);
            }
        }
        lastKbit = kbit;
        lastCqi = cqi;
    }

    private void wander(int windows) {
        for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
            double deviation = WANDERING[dimension] * Math.sqrt(windows);
            if (deviation > 0) {
                for (int i = 0; i < size; i++) {
                    jitter(dimension, i, deviation);
                }
            }
        }
    }

    private void jitter(int dimension, int particle, double deviation) {
        particles[dimension][particle] = Math.clamp(
                particles[dimension][particle] + deviation * random.nextGaussian(), LOW[dimension], HIGH[dimension]);
    }

    /** Log-likelihood of the window for every particle, up to a constant. */
    private void weigh(double kbit, double cqi, int windows) {
        double remembered = StrictMath.pow(loads.correlation(), windows);
        for (int i = 0; i < size; i++) {
            double load = StrictMath.exp(particles[LOAD][i]);
            double value = gaussian(kbit, lastKbit, loads.mean(load), loads.variance(load, stepKbit), remembered);
            double snr = particles[SNR][i];
            double fading = StrictMath.exp(particles[FADING][i]);
            value += gaussian(
                    cqi,
                    lastCqi,
                    radio.mean(snr),
                    radio.variance(snr, fading, stepCqi),
                    radio.correlation((double) windows * windowMillis, StrictMath.exp(particles[COHERENCE][i])));
            likelihood[i] = value;
        }
    }

    private static double gaussian(double value, double last, double mean, double variance, double correlation) {
        double rho = Double.isNaN(last) ? 0 : correlation;
        double left = variance * (1 - rho * rho);
        double off = value - mean - (rho == 0 ? 0 : rho * (last - mean));
        return -off * off / (2 * left) - StrictMath.log(left) / 2;
    }

    /** The largest part of the likelihood, at most {@code all}, that leaves a third of the particles effective. */
    private double part(double all) {
        double floor = Math.min(size / 3.0, 0.9 * effective);
        if (effective(all) >= floor) {
            return all;
        }
        double low = 0;
        double high = all;
        for (int i = 0; i < 25; i++) {
            double middle = (low + high) / 2;
            if (effective(middle) >= floor) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.max(low, 1e-6 * all);
    }

    private double effective(double part) {
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            top = Math.max(top, likelihood[i]);
        }
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double weight = weights[i] * StrictMath.exp(part * (likelihood[i] - top));
            sum += weight;
            squares += weight * weight;
        }
        return sum * sum / squares;
    }

    private void apply(double part) {
        effective = effective(part);
        double top = Arrays.stream(likelihood).max().orElseThrow();
        double sum = 0;
        for (int i = 0; i < size; i++) {
            weights[i] *= StrictMath.exp(part * (likelihood[i] - top));
            sum += weights[i];
        }
        for (int i = 0; i < size; i++) {
            weights[i] /= sum;
        }
    }

    /** Systematic: each particle survives as often as its weight says, but for the fraction. */
    private void resample() {
        double at = random.nextDouble() / size;
        double reached = weights[0];
        int from = 0;
        for (int i = 0; i < size; i++) {
            while (at > reached && from < size - 1) {
                reached += weights[++from];
            }
            for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
                spare[dimension][i] = particles[dimension][from];
            }
            at += 1.0 / size;
        }
        for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
            System.arraycopy(spare[dimension], 0, particles[dimension], 0, size);
        }
        Arrays.fill(weights, 1.0 / size);
        effective = size;
        resamplings++;
    }

    private void move() {
        double shrink = Math.sqrt(1 - KERNEL * KERNEL);
        for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
            double mean = mean(dimension);
            double deviation = KERNEL * deviation(dimension, mean);
            for (int i = 0; i < size; i++) {
                particles[dimension][i] = mean + shrink * (particles[dimension][i] - mean);
                jitter(dimension, i, deviation);
            }
        }
    }

    private double mean(int dimension) {
        double mean = 0;
        for (int i = 0; i < size; i++) {
            mean += weights[i] * particles[dimension][i];
        }
        return mean;
    }

    private double deviation(int dimension, double mean) {
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double off = particles[dimension][i] - mean;
            squares += weights[i] * off * off;
        }
        return Math.sqrt(squares);
    }

    /** The size of the sample of equal weights that would say as much. */
    double effective() {
        return effective;
    }

    long resamplings() {
        return resamplings;
    }

    /** A copy of the particles as it stands. */
    TwinPosterior.Cloud cloud() {
        double[] load = new double[size];
        double[] snr = new double[size];
        double[] fading = new double[size];
        double bias = radio.biasDb();
        // What an onlooker asks for must not change what follows.
        SplittableRandom split = new SplittableRandom(cloudSeed + windows);
        double kept = PRIOR[SNR] * PRIOR[SNR] / (PRIOR[SNR] * PRIOR[SNR] + bias * bias);
        double left = bias * Math.sqrt(kept);
        for (int i = 0; i < size; i++) {
            load[i] = StrictMath.exp(particles[LOAD][i]);
            // Which part of the offset is the cell's and which the luck of these few UEs, no report can say.
            snr[i] = Math.clamp(kept * particles[SNR][i] + left * split.nextGaussian(), LOW[SNR], HIGH[SNR]);
            double seeming = Math.hypot(FADING_ERROR, radio.fadingBias(particles[SNR][i])) * split.nextGaussian();
            fading[i] = StrictMath.exp(particles[FADING][i] + seeming);
        }
        return new TwinPosterior.Cloud(load, snr, fading, particles[SNR].clone(), weights.clone(), effective);
    }
}
