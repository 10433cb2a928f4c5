package io.twinslice.ric;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts: they double from the first to the longest, each shortened by up to half at random, so that
 * clients that failed together do not come back together.
 *
 * @param first pause after the first attempt, positive
 * @param longest no pause is longer
 * @param attempts attempts in all, 1..100
 */
public record Backoff(Duration first, Duration longest, int attempts) {
    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0 || attempts < 1 || attempts > 100) {
            throw new IllegalArgumentException("a back-off needs 0 < first <= longest and 1..100 attempts, not " + first
                    + "/" + longest + "/" + attempts);
        }
    }

    /** The pause after an attempt, counted from 1. */
    public Duration pauseAfter(int attempt, RandomGenerator random) {
        long doubled = first.toMillis() << Math.min(attempt - 1, 20);
        long full = Math.max(1, Math.min(doubled, longest.toMillis()));
        return Duration.ofMillis(full - random.nextLong(full / 2 + 1));
    }
}
