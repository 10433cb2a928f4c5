package io.twinslice.sync.forecast;

import java.util.Arrays;

/** The latest scores of one horizon, in order of time and of size; bounded, and nothing is allocated. */
final class Scores {
    private static final int CAPACITY = 400;

    private final double[] byTime = new double[CAPACITY];
    private final double[] bySize = new double[CAPACITY];
    private int next;
    private int used;

    void add(double score) {
        if (used == CAPACITY) {
            int old = Arrays.binarySearch(bySize, 0, used, byTime[next]);
            System.arraycopy(bySize, old + 1, bySize, old, used - old - 1);
            used--;
        }
        int found = Arrays.binarySearch(bySize, 0, used, score);
        int at = found < 0 ? -found - 1 : found;
        System.arraycopy(bySize, at, bySize, at + 1, used - at);
        bySize[at] = score;
        byTime[next] = score;
        next = (next + 1) % CAPACITY;
        used++;
    }

    int size() {
        return used;
    }

    /**
     * The score that at least this share of exchangeable scores does not exceed: the ⌈(n + 1)·share⌉-th smallest.
     * Beyond the largest it is twice that.
     */
    double upper(double share) {
        int rank = (int) Math.ceil((used + 1) * share - 1e-9);
        if (rank > used) {
            return beyond(bySize[used - 1], bySize[0]);
        }
        return bySize[Math.max(0, rank - 1)];
    }

    /** The mirror image: at least this share is not below it. */
    double lower(double share) {
        int rank = (int) Math.ceil((used + 1) * share - 1e-9);
        if (rank > used) {
            return beyond(bySize[0], bySize[used - 1]);
        }
        return bySize[used - Math.max(1, rank)];
    }

    private static double beyond(double edge, double other) {
        return edge + (edge - other) / 2;
    }
}
