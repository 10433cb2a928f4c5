package io.twinslice.sync.mirror;

import io.twinslice.ransim.TwinParameters;
import io.twinslice.sync.drift.OfferedLoad;

/**
 * Mean, deviation and correlation of a twin's offered volume in a window, for any load factor. The mean follows from
 * the traffic; deviation and correlation are measured once on {@link OfferedLoad} at two loads, over several phases of
 * the sources. A recording has no law to draw from: its deviation is taken to be as large as its mean.
 */
final class LoadModel {
    private static final int CELLS = 8;
    private static final int WINDOWS = 60;
    private static final int WARM_UP = 10;
    private static final double LIGHT = 0.7;
    private static final double HEAVY = 1.4;

    /** Part of the mean by which every model is wrong. */
    private static final double MODEL_ERROR = 0.01;

    private final double meanKbit;
    private final double linear;
    private final double quadratic;
    private final double correlation;

    LoadModel(TwinParameters twin, int windowMillis, long seed) {
        meanKbit = twin.ues() * twin.traffic().kbitPerSecond() * windowMillis / 1000.0;
        if (!OfferedLoad.draws(twin.traffic())) {
            linear = 0;
            quadratic = meanKbit * meanKbit;
            correlation = 0.8;
            return;
        }
        Moments light = Moments.of(twin, windowMillis, seed, LIGHT);
        Moments heavy = Moments.of(twin, windowMillis, seed, HEAVY);
        // variance(load) = linear·load + quadratic·load²: random packets, and sizes that scale.
        double curved = (heavy.variance / HEAVY - light.variance / LIGHT) / (HEAVY - LIGHT);
        quadratic = Math.max(0, curved);
        linear = Math.max(0, light.variance / LIGHT - quadratic * LIGHT);
        correlation = Math.clamp((light.correlation + heavy.correlation) / 2, 0, 0.95);
    }

    double mean(double load) {
        return meanKbit * load;
    }

    /** Variance in a window, with what the model errs by and what rounding adds. */
    double variance(double load, double stepKbit) {
        double error = MODEL_ERROR * mean(load);
        return linear * load + quadratic * load * load + error * error + stepKbit * stepKbit / 12;
    }

    /** Correlation of a window and the next, 0..0.95. */
    double correlation() {
        return correlation;
    }

    /** Of the deviation from the mean of each cell: a cell keeps its phases. */
    private record Moments(double variance, double correlation) {
        static Moments of(TwinParameters twin, int windowMillis, long seed, double load) {
            double squares = 0;
            double products = 0;
            for (int cell = 0; cell < CELLS; cell++) {
                OfferedLoad source = new OfferedLoad(twin, windowMillis, seed + cell);
                source.scale(load);
                double[] kbit = new double[WINDOWS];
                double mean = 0;
                for (int window = -WARM_UP; window < WINDOWS; window++) {
                    double value = source.nextKbit();
                    if (window >= 0) {
                        kbit[window] = value;
                        mean += value / WINDOWS;
                    }
                }
                for (int window = 0; window < WINDOWS; window++) {
                    squares += (kbit[window] - mean) * (kbit[window] - mean);
                    products += window == 0 ? 0 : (kbit[window] - mean) * (kbit[window - 1] - mean);
                }
            }
            double variance = squares / (CELLS * (WINDOWS - 1));
            return new Moments(variance, squares == 0 ? 0 : products / squares);
        }
    }
}
