package io.twinslice.env;

/**
 * A promise that is changed in the middle of an episode: from then on another deadline holds.
 *
 * @param twin index of the twin
 * @param at when, share of the episode
 * @param deadlineMillis the new deadline, at least 1; whole milliseconds are drawn
 */
public record PromiseChange(int twin, Interval at, Interval deadlineMillis) {
    public PromiseChange {
        if (twin < 0) {
            throw new IllegalArgumentException("twin must be an index, not " + twin);
        }
        if (at.low() < 0 || at.high() > 1) {
            throw new IllegalArgumentException("a promise changes within the episode, 0..1, not at " + at);
        }
        if (deadlineMillis.low() < 1 || deadlineMillis.high() > 60_000) {
            throw new IllegalArgumentException("deadlineMillis must be 1..60000, not " + deadlineMillis);
        }
    }
}
