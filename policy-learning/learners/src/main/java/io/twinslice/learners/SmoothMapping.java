package io.twinslice.learners;

import io.twinslice.policy.ActionMapping;

/**
 * The action mapping without its rounding, and its derivative: what lets a critic's opinion of quotas reach the raw
 * outputs of an actor through the softmax that couples the slices.
 */
final class SmoothMapping {
    private static final int RAW = ActionMapping.PER_SLICE;

    private final float[] weight;
    private final float[] level;
    private final float[] dedicated;
    private final float[] stretch;

    SmoothMapping(int maxRows) {
        weight = new float[maxRows];
        level = new float[maxRows];
        dedicated = new float[maxRows];
        stretch = new float[maxRows];
    }

    /**
     * Maps the raw outputs of a batch's cells.
     *
     * @param actions receives {@link Batch#ACTION} shares per row, {@code stride} apart, from {@code offset}
     */
    void forward(Batch batch, float[] raw, float[] actions, int offset, int stride) {
        for (int cell = 0; cell < batch.cells(); cell++) {
            int start = batch.start(cell);
            int end = batch.start(cell + 1);
            double sum = 0;
            for (int r = start; r < end; r++) {
                weight[r] = (float) StrictMath.exp(clamp(raw[r * RAW]));
                sum += weight[r];
            }
            float sumOfMin = 0;
            for (int r = start; r < end; r++) {
                weight[r] = (float) (weight[r] / sum);
                level[r] = sigmoid(raw[r * RAW + 1]);
                dedicated[r] = sigmoid(raw[r * RAW + 2]);
                stretch[r] = sigmoid(raw[r * RAW + 3]);
                float min = weight[r] * level[r];
                int to = offset + r * stride;
                actions[to] = dedicated[r] * min;
                actions[to + 1] = min;
                actions[to + 2] = min + (1 - min) * stretch[r];
                sumOfMin += min;
            }
            for (int r = start; r < end; r++) {
                actions[offset + r * stride + 3] = sumOfMin;
            }
        }
    }

    /**
     * Carries a gradient by the actions of the last {@link #forward} to the raw outputs. Beyond the clamp there is
     * none.
     *
     * @param gradient by the actions, laid out like them
     * @param rawGradient receives {@link ActionMapping#PER_SLICE} numbers per row
     */
    void backward(Batch batch, float[] raw, float[] gradient, int offset, int stride, float[] rawGradient) {
        for (int cell = 0; cell < batch.cells(); cell++) {
            int start = batch.start(cell);
            int end = batch.start(cell + 1);
            float bySum = 0;
            for (int r = start; r < end; r++) {
                bySum += gradient[offset + r * stride + 3];
            }
            float mean = 0;
            for (int r = start; r < end; r++) {
                int at = offset + r * stride;
                float min = weight[r] * level[r];
                float byMin =
                        dedicated[r] * gradient[at] + gradient[at + 1] + (1 - stretch[r]) * gradient[at + 2] + bySum;
                float byWeight = level[r] * byMin;
                mean += weight[r] * byWeight;
                rawGradient[r * RAW] = byWeight;
                rawGradient[r * RAW + 1] = weight[r] * byMin * slope(level[r]);
                rawGradient[r * RAW + 2] = min * gradient[at] * slope(dedicated[r]);
                rawGradient[r * RAW + 3] = (1 - min) * gradient[at + 2] * slope(stretch[r]);
            }
            for (int r = start; r < end; r++) {
                rawGradient[r * RAW] = weight[r] * (rawGradient[r * RAW] - mean);
                for (int k = 0; k < RAW; k++) {
                    if (Math.abs(raw[r * RAW + k]) > ActionMapping.LIMIT) {
                        rawGradient[r * RAW + k] = 0;
                    }
                }
            }
        }
    }

    private static float clamp(float raw) {
        return Math.max(-ActionMapping.LIMIT, Math.min(ActionMapping.LIMIT, raw));
    }

    private static float sigmoid(float raw) {
        return (float) (1 / (1 + StrictMath.exp(-clamp(raw))));
    }

    private static float slope(float sigmoid) {
        return sigmoid * (1 - sigmoid);
    }
}
