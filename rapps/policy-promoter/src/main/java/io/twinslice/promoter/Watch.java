package io.twinslice.promoter;

import java.time.Duration;

/**
 * How long to wait for the xApp.
 *
 * @param poll time between two questions, positive
 * @param deadline after this much waiting a policy that is not enforced counts as refused
 */
public record Watch(Duration poll, Duration deadline) {
    public Watch {
        if (poll.isNegative() || poll.isZero() || deadline.compareTo(poll) < 0) {
            throw new IllegalArgumentException("a watch needs 0 < poll <= deadline, not " + poll + " and " + deadline);
        }
    }

    int questions() {
        return (int) Math.min(1_000_000, deadline.dividedBy(poll) + 1);
    }
}
