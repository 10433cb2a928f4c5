package io.twinslice.lab.run;

import io.twinslice.lab.Desk;
import io.twinslice.lab.report.WallClock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.LongSupplier;

/** Heads the sections of a run and keeps how long each took. */
final class Sections {
    private final Desk desk;
    private final InstantSource clock;
    private final LongSupplier nanoClock;
    private final Instant startedAt;
    private final SequencedMap<String, Double> seconds = new LinkedHashMap<>();
    private String current = "";
    private long sinceNanos;

    Sections(Desk desk, InstantSource clock, LongSupplier nanoClock) {
        this.desk = desk;
        this.clock = clock;
        this.nanoClock = nanoClock;
        this.startedAt = clock.instant();
    }

    /** Begins a section; the one before ends. */
    void begin(String name, String title) {
        end();
        current = name;
        sinceNanos = nanoClock.getAsLong();
        desk.step(title);
    }

    WallClock finish() {
        end();
        return new WallClock(startedAt, clock.instant(), seconds);
    }

    private void end() {
        if (!current.isEmpty()) {
            seconds.merge(current, (nanoClock.getAsLong() - sinceNanos) / 1e9, Double::sum);
            current = "";
        }
    }
}
