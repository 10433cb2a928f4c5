package io.twinslice.learners.offline;

/** Sums over the choices of one row of a batch. */
final class Rows {
    private Rows() {}

    static int largest(float[] values, int row, int choices) {
        int largest = 0;
        for (int i = 1; i < choices; i++) {
            if (values[row * choices + i] > values[row * choices + largest]) {
                largest = i;
            }
        }
        return largest;
    }

    /**
     * Adds {@code weight} times the gradient of log Σ exp(values) − values[chosen] to {@code gradient}: what
     * cross-entropy and the conservative term have in common.
     */
    static void addCrossEntropy(float[] values, int row, int choices, int chosen, float weight, float[] gradient) {
        int at = row * choices;
        float highest = values[at + largest(values, row, choices)];
        double sum = 0;
        for (int i = 0; i < choices; i++) {
            sum += StrictMath.exp(values[at + i] - highest);
        }
        for (int i = 0; i < choices; i++) {
            double share = StrictMath.exp(values[at + i] - highest) / sum;
            gradient[at + i] += (float) (weight * (share - (i == chosen ? 1 : 0)));
        }
    }
}
