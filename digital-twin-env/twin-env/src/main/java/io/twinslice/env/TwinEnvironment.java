package io.twinslice.env;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ransim.RanCell;
import org.jspecify.annotations.Nullable;

/** The fast twin as an environment: a new {@link RanCell} for each episode. */
final class TwinEnvironment implements Environment {
    private final Scenario scenario;
    private @Nullable RanCell cell;
    private int windowsLeft;

    TwinEnvironment(Scenario scenario) {
        this.scenario = scenario;
    }

    @Override
    public Step reset(long seed) {
        RanCell fresh = new RanCell(scenario.episode(seed), scenario.twins(), seed);
        TwinSnapshot last = fresh.runWindow(scenario.windowMillis());
        for (int i = 1; i < Scenario.WARM_UP_WINDOWS; i++) {
            last = fresh.runWindow(scenario.windowMillis());
        }
        cell = fresh;
        windowsLeft = scenario.windows();
        return new Step.Running(last);
    }

    @Override
    public Step step(QuotaPlan plan) {
        RanCell running = cell;
        if (running == null) {
            throw new IllegalStateException("no episode is running: call reset first");
        }
        running.apply(plan);
        TwinSnapshot snapshot = running.runWindow(scenario.windowMillis());
        windowsLeft--;
        if (windowsLeft > 0) {
            return new Step.Running(snapshot);
        }
        cell = null;
        return new Step.Truncated(snapshot);
    }
}
