package io.twinslice.sync.forecast;

import java.util.Arrays;

/**
 * Simple forecasters of one stream: exponential smoothing with several memories, and a first-order autoregression
 * around the slowest of them. The best of late is asked, for each horizon by itself.
 */
final class Experts {
    private static final double[] PACE = {0.01, 0.05, 0.15, 0.4, 1};
    private static final double ERROR_PACE = 0.02;
    private static final double MOMENT_PACE = 0.01;

    /** The smoothers and the autoregression. */
    static final int COUNT = PACE.length + 1;

    private final double[] level = new double[PACE.length];
    private final double[][] error;
    private double last;
    private double lastOff;
    private double products;
    private double squares = 1e-12;
    private long seen;

    Experts(int horizons) {
        error = new double[COUNT][horizons + 1];
    }

    void observe(double value) {
        seen++;
        for (int i = 0; i < level.length; i++) {
            double pace = Math.max(PACE[i], 1.0 / seen);
            level[i] += pace * (value - level[i]);
        }
        double off = value - level[0];
        double pace = Math.max(MOMENT_PACE, 1.0 / seen);
        products += pace * (off * lastOff - products);
        squares += pace * (lastOff * lastOff - squares);
        lastOff = off;
        last = value;
    }

    /** Begins anew at the last value; what was learned of the stream's memory stays. */
    void restart() {
        Arrays.fill(level, last);
        seen = 1;
        lastOff = 0;
    }

    double forecast(int expert, int horizon) {
        if (expert < level.length) {
            return level[expert];
        }
        double memory = squares <= 0 ? 0 : Math.clamp(products / squares, -0.95, 0.99);
        double kept = 1;
        for (int i = 0; i < horizon; i++) {
            kept *= memory;
        }
        return level[0] + kept * (last - level[0]);
    }

    void judge(int expert, int horizon, double missedBy) {
        error[expert][horizon] += ERROR_PACE * (Math.abs(missedBy) - error[expert][horizon]);
    }

    int best(int horizon) {
        int best = 0;
        for (int expert = 1; expert < COUNT; expert++) {
            if (error[expert][horizon] < error[best][horizon]) {
                best = expert;
            }
        }
        return best;
    }

    long seen() {
        return seen;
    }
}
