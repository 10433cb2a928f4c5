package io.twinslice.lab.node;

import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import io.twinslice.env.Step;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A simulated cell that outlasts the episodes of its scenario: one follows the other without a gap in its time. */
final class LastingCell implements AutoCloseable {
    private final Scenario scenario;
    private final long seed;
    private final Environment environment;
    private @Nullable TwinSnapshot latest;
    private long episode;
    private long clockOffsetMillis;

    LastingCell(Scenario scenario, long seed) {
        this.scenario = scenario;
        this.seed = seed;
        this.environment = scenario.environment();
    }

    /** The next window, under this plan. */
    TwinSnapshot advance(QuotaPlan plan) throws IOException {
        Step step = latest == null ? environment.reset(seed) : environment.step(plan);
        if (step instanceof Step.Truncated || step instanceof Step.Terminated) {
            clockOffsetMillis += scenario.windowMillis() * (long) scenario.windows();
            step = environment.reset(seed + ++episode);
        }
        TwinSnapshot snapshot = switch (step) {
            case Step.Running running -> running.snapshot();
            case Step.Terminated terminated -> terminated.snapshot();
            case Step.Truncated truncated -> truncated.snapshot();
            case Step.Failed failed -> throw new IOException("the cell failed: " + failed.reason());
        };
        latest = snapshot;
        return clockOffsetMillis == 0 ? snapshot : later(snapshot, clockOffsetMillis);
    }

    private static TwinSnapshot later(TwinSnapshot snapshot, long millis) {
        return new TwinSnapshot(
                snapshot.windowEndMillis() + millis,
                snapshot.windowMillis(),
                snapshot.prbCount(),
                snapshot.twins(),
                snapshot.reports(),
                snapshot.inForce());
    }

    @Override
    public void close() {
        environment.close();
    }
}
