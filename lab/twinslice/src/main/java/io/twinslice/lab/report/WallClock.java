package io.twinslice.lab.report;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * When a run happened and where its time went: the only part of {@code run.json} that differs between two runs of one
 * seed.
 *
 * @param startedAt begin
 * @param finishedAt end
 * @param secondsBySection seconds by section of the run, in the order of the sections
 */
public record WallClock(Instant startedAt, Instant finishedAt, SequencedMap<String, Double> secondsBySection) {
    public WallClock {
        secondsBySection = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(secondsBySection));
    }
}
