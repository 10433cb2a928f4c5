package io.twinslice.evaluation.offpolicy;

import java.util.List;

/**
 * Decisions that followed each other; nothing is counted after the last.
 *
 * @param cluster what it belongs to: episodes of one cluster may depend on each other, those of two do not. For
 *     independent episodes a name of its own, for the rounds of one recorded run the run.
 * @param steps at least one, in order of time
 */
public record LoggedEpisode(String cluster, List<LoggedStep> steps) {
    public LoggedEpisode {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("an episode of " + cluster + " has no steps");
        }
    }
}
