package io.twinslice.env;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ransim.RanCell;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fast twin as an environment: a new {@link RanCell} for each episode. */
final class TwinEnvironment implements Environment {
    private final Scenario scenario;
    private final List<QuotaPlan> played = new ArrayList<>();
    private SortedMap<Long, List<TwinProfile>> promises = new TreeMap<>();
    private @Nullable RanCell cell;
    private long seed;
    private int windowsLeft;

    TwinEnvironment(Scenario scenario) {
        this.scenario = scenario;
    }

    @Override
    public Step reset(long newSeed) {
        promises = scenario.promises(newSeed);
        RanCell fresh = new RanCell(scenario.episode(newSeed), scenario.twins(), newSeed);
        TwinSnapshot last = fresh.runWindow(scenario.windowMillis());
        for (int i = 1; i < Scenario.WARM_UP_WINDOWS; i++) {
            last = fresh.runWindow(scenario.windowMillis());
        }
        cell = fresh;
        seed = newSeed;
        played.clear();
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
        played.add(plan);
        List<TwinProfile> changed = promises.get(running.nowMillis());
        if (changed != null) {
            running.promise(changed);
        }
        TwinSnapshot snapshot = running.runWindow(scenario.windowMillis());
        windowsLeft--;
        if (windowsLeft > 0) {
            return new Step.Running(snapshot);
        }
        cell = null;
        return new Step.Truncated(snapshot);
    }

    @Override
    public Environment fork() {
        TwinEnvironment copy = new TwinEnvironment(scenario);
        if (cell != null) {
            copy.reset(seed);
            played.forEach(copy::step);
        }
        return copy;
    }
}
