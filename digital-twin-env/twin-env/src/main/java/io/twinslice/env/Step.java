package io.twinslice.env;

import io.twinslice.model.TwinSnapshot;

/**
 * What an environment answers. The three ends are three things: a {@link Truncated} episode goes on in truth (bootstrap
 * through it), a {@link Terminated} one does not, and a {@link Failed} one must not be learned from at all.
 */
public sealed interface Step {
    /** The episode goes on. */
    record Running(TwinSnapshot snapshot) implements Step {}

    /** The process ended by its own rules. */
    record Terminated(TwinSnapshot snapshot) implements Step {}

    /** The time limit of the episode was reached. */
    record Truncated(TwinSnapshot snapshot) implements Step {}

    /** The environment broke; {@code reason} says how. */
    record Failed(String reason) implements Step {}
}
