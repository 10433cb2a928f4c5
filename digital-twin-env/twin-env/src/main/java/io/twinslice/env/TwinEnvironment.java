package io.twinslice.env;

import io.twinslice.model.PrbQuota;
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
    private SortedMap<Long, List<TwinProfile>> promises = new TreeMap<>();
    private @Nullable RanCell cell;
    private int windowsLeft;

    TwinEnvironment(Scenario scenario) {
        this.scenario = scenario;
    }

    @Override
    public Step reset(long seed) {
        promises = scenario.promises(seed);
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
        running.apply(scenario.twist().hardSplit() ? hard(plan) : plan);
        List<TwinProfile> changed = promises.get(running.nowMillis());
        if (changed != null) {
            running.promise(changed);
        }
        TwinSnapshot window = running.runWindow(scenario.windowMillis());
        TwinSnapshot snapshot = new TwinSnapshot(
                window.windowEndMillis(),
                window.windowMillis(),
                window.prbCount(),
                window.twins(),
                window.reports(),
                plan);
        windowsLeft--;
        if (windowsLeft > 0) {
            return new Step.Running(snapshot);
        }
        cell = null;
        return new Step.Truncated(snapshot);
    }

    /** Every slice has its part of the whole carrier, as large as its minimum ratio is among the others. */
    private static QuotaPlan hard(QuotaPlan plan) {
        int slices = plan.slices();
        int total = 0;
        for (PrbQuota quota : plan.quotas()) {
            total += quota.minPercent();
        }
        List<PrbQuota> quotas = new ArrayList<>(slices);
        int before = 0;
        int given = 0;
        for (int i = 0; i < slices; i++) {
            before += total == 0 ? 1 : plan.quota(i).minPercent();
            int until = 100 * before / (total == 0 ? slices : total);
            quotas.add(new PrbQuota(0, until - given, until - given));
            given = until;
        }
        return new QuotaPlan(quotas);
    }

    @Override
    public Environment fork() {
        TwinEnvironment copy = new TwinEnvironment(scenario);
        RanCell running = cell;
        copy.cell = running == null ? null : running.fork();
        copy.promises = promises;
        copy.windowsLeft = windowsLeft;
        return copy;
    }
}
