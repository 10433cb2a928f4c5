package io.twinslice.networks;

/**
 * The stochastic head of SAC (Haarnoja et al. 2018): each action is tanh(mean + deviation · noise), where a network
 * gave mean and logarithm of the deviation.
 *
 * <p>A row of raw outputs holds the means of all actions, then the logarithms. The logarithm is squashed smoothly into
 * {@value #LOG_MIN}..{@value #LOG_MAX}, so its gradient never dies. The log-probability is that of the squashed action;
 * the correction for tanh is taken as 2·(log 2 − u − softplus(−2u)), which is exact where 1 − tanh² has no digits left.
 * Gradients flow through the sample (reparametrisation). Transcendental functions are {@link StrictMath}'s: same bits
 * everywhere. Not thread-safe: {@link #backward} belongs to the last {@link #sample}.
 */
public final class SquashedGaussian {
    /** Smallest logarithm of a deviation. */
    public static final double LOG_MIN = -5;

    /** Largest logarithm of a deviation. */
    public static final double LOG_MAX = 2;

    private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);
    private static final double LOG_TWO = StrictMath.log(2);

    private final int actions;
    private final float[] sampled;
    private final double[] deviation;
    private final double[] squash;
    private final float[] noise;

    /**
     * @param maxRows largest batch
     * @param actions numbers in one action
     */
    public SquashedGaussian(int maxRows, int actions) {
        if (maxRows < 1 || actions < 1) {
            throw new IllegalArgumentException(
                    "a head has at least 1 row and action, not " + maxRows + " and " + actions);
        }
        this.actions = actions;
        sampled = new float[maxRows * actions];
        deviation = new double[maxRows * actions];
        squash = new double[maxRows * actions];
        noise = new float[maxRows * actions];
    }

    /** Raw outputs that the network must have: two for each action. */
    public int rawOutputs() {
        return 2 * actions;
    }

    /**
     * Samples an action for each row.
     *
     * @param raw {@code rows × 2·actions}
     * @param normal standard normal draws, {@code rows × actions}; zeros give the mode before squashing
     * @param logProbability receives one number per row
     * @return the actions in −1..1, {@code rows × actions}, valid until the next call
     */
    public float[] sample(int rows, float[] raw, float[] normal, float[] logProbability) {
        for (int r = 0; r < rows; r++) {
            double log = 0;
            for (int i = 0; i < actions; i++) {
                int at = r * actions + i;
                double mean = raw[2 * r * actions + i];
                double t = StrictMath.tanh(raw[(2 * r + 1) * actions + i]);
                double logDeviation = LOG_MIN + 0.5 * (LOG_MAX - LOG_MIN) * (t + 1);
                squash[at] = 0.5 * (LOG_MAX - LOG_MIN) * (1 - t * t);
                deviation[at] = StrictMath.exp(logDeviation);
                noise[at] = normal[at];
                double u = mean + deviation[at] * normal[at];
                sampled[at] = (float) StrictMath.tanh(u);
                double correction = 2 * (LOG_TWO - u - softplus(-2 * u));
                log -= 0.5 * (double) normal[at] * normal[at] + logDeviation + HALF_LOG_TWO_PI + correction;
            }
            logProbability[r] = (float) log;
        }
        return sampled;
    }

    /** log(1 + eˣ) without overflow. */
    private static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    /**
     * Carries the gradient of a loss back to the raw outputs of the last {@link #sample}.
     *
     * @param byAction loss by action, {@code rows × actions}
     * @param byLogProbability loss by log-probability, one number per row
     * @param byRaw receives loss by raw output, {@code rows × 2·actions}
     */
    public void backward(int rows, float[] byAction, float[] byLogProbability, float[] byRaw) {
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < actions; i++) {
                int at = r * actions + i;
                double a = sampled[at];
                // d log p / du = 2·tanh u: the rest of log p does not depend on u once the noise is fixed.
                double byU = byAction[at] * (1 - a * a) + byLogProbability[r] * 2 * a;
                double byLogDeviation = byU * deviation[at] * noise[at] - byLogProbability[r];
                byRaw[2 * r * actions + i] = (float) byU;
                byRaw[(2 * r + 1) * actions + i] = (float) (byLogDeviation * squash[at]);
            }
        }
    }

    /**
     * The action without chance: tanh of the means.
     *
     * @param raw {@code rows × 2·actions}
     * @param action receives {@code rows × actions}
     */
    public void mode(int rows, float[] raw, float[] action) {
        for (int r = 0; r < rows; r++) {
            for (int i = 0; i < actions; i++) {
                action[r * actions + i] = (float) StrictMath.tanh(raw[2 * r * actions + i]);
            }
        }
    }
}
