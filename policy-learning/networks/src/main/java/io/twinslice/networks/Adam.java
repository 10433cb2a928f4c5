package io.twinslice.networks;

/**
 * Settings of the Adam optimiser.
 *
 * @param learningRate above 0
 * @param meanDecay decay of the average gradient, 0 (included) to 1
 * @param spreadDecay decay of the average squared gradient, 0 (included) to 1
 * @param epsilon keeps the quotient finite, above 0
 */
public record Adam(float learningRate, float meanDecay, float spreadDecay, float epsilon) {
    public Adam {
        if (!(learningRate > 0 && learningRate < 1)) {
            throw new IllegalArgumentException("learningRate must be in (0, 1), not " + learningRate);
        }
        if (!(meanDecay >= 0 && meanDecay < 1) || !(spreadDecay >= 0 && spreadDecay < 1)) {
            throw new IllegalArgumentException("decays must be in [0, 1), not " + meanDecay + " and " + spreadDecay);
        }
        if (!(epsilon > 0 && epsilon < 1)) {
            throw new IllegalArgumentException("epsilon must be in (0, 1), not " + epsilon);
        }
    }

    /** The customary settings (0.9, 0.999, 1e-8) with this learning rate. */
    public static Adam withRate(double learningRate) {
        return new Adam((float) learningRate, 0.9f, 0.999f, 1e-8f);
    }
}
