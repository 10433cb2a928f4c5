package io.twinslice.sync.recording;

/** Kendall's rank correlation, form b: ties count in neither way. */
final class KendallTau {
    private KendallTau() {}

    /** -1..1; 1 when there is nothing to rank. */
    static double of(double[] one, double[] other) {
        long agree = 0;
        long tiedOne = 0;
        long tiedOther = 0;
        long pairs = 0;
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < i; j++) {
                int a = Double.compare(one[i], one[j]);
                int b = Double.compare(other[i], other[j]);
                agree += (long) Integer.signum(a) * Integer.signum(b);
                tiedOne += a == 0 ? 1 : 0;
                tiedOther += b == 0 ? 1 : 0;
                pairs++;
            }
        }
        double scale = Math.sqrt((double) (pairs - tiedOne)) * Math.sqrt((double) (pairs - tiedOther));
        return scale == 0 ? 1 : Math.clamp(agree / scale, -1, 1);
    }
}
