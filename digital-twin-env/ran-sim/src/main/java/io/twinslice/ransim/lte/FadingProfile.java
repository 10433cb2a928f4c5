package io.twinslice.ransim.lte;

/** Tapped delay lines of TS 36.104 annex B.2. */
public enum FadingProfile {
    /** Extended pedestrian A. */
    EPA,
    /** Extended vehicular A. */
    EVA,
    /** Extended typical urban. */
    ETU;

    /** Delays of the taps in nanoseconds. */
    double[] delayNanos() {
        return switch (this) {
            case EPA -> new double[] {0, 30, 70, 90, 110, 190, 410};
            case EVA -> new double[] {0, 30, 150, 310, 370, 710, 1090, 1730, 2510};
            case ETU -> new double[] {0, 50, 120, 200, 230, 500, 1600, 2300, 5000};
        };
    }

    /** Powers of the taps in decibels. */
    double[] powerDb() {
        return switch (this) {
            case EPA -> new double[] {0, -1, -2, -3, -8, -17.2, -20.8};
            case EVA -> new double[] {0, -1.5, -1.4, -3.6, -0.6, -9.1, -7.0, -12.0, -16.9};
            case ETU -> new double[] {-1, -1, -1, 0, 0, 0, -3, -5, -7};
        };
    }
}
