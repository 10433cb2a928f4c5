package io.twinslice.policy;

/** Whole percents from fixed-point ones, by largest remainder; integer sums, so the order of slices cannot matter. */
final class Percent {
    /** Fraction bits of the fixed-point percents. */
    static final int BITS = 32;

    private static final long ONE = 1L << BITS;

    private Percent() {}

    static long fixed(double percent) {
        return (long) (percent * ONE);
    }

    /** Rounds each share down or up so that the total is the whole part of the sum. Equal remainders: first wins. */
    static int[] wholes(long[] shares) {
        int[] wholes = new int[shares.length];
        long sum = 0;
        int given = 0;
        for (int i = 0; i < shares.length; i++) {
            wholes[i] = (int) (shares[i] >> BITS);
            sum += shares[i];
            given += wholes[i];
        }
        boolean[] rounded = new boolean[shares.length];
        for (int left = (int) (sum >> BITS) - given; left > 0; left--) {
            int best = -1;
            for (int i = 0; i < shares.length; i++) {
                if (!rounded[i] && (best < 0 || remainder(shares[i]) > remainder(shares[best]))) {
                    best = i;
                }
            }
            rounded[best] = true;
            wholes[best]++;
        }
        return wholes;
    }

    private static long remainder(long share) {
        return share & (ONE - 1);
    }
}
