package io.twinslice.policy;

import io.twinslice.model.TwinSnapshot;

/**
 * Sets the quotas of the next window from what the last one reported.
 *
 * <p>A policy may keep state between calls; {@link #restart} begins a new episode. Not thread-safe. The same snapshots
 * after a restart give the same decisions.
 */
public interface Policy {
    /** Name for tables and logs, for example {@code proportional}. */
    String name();

    /** Decides; never fails on a valid snapshot, whatever its values. */
    Decision decide(TwinSnapshot snapshot);

    /** Forgets everything seen so far. */
    default void restart() {}
}
