package io.twinslice.evaluation;

import io.twinslice.env.Environment;
import io.twinslice.env.Step;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.Sla;
import io.twinslice.model.SliceReport;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Two slices on 100 PRBs whose demands follow from the seed; a slice short of its demand is late. */
final class ToyEnvironment implements Environment {
    static final int WINDOWS = 20;
    static final List<TwinProfile> TWINS = List.of(
            new TwinProfile("a", new Snssai(1, 1), new Sla(20, 0.99, 100, 0), 1),
            new TwinProfile("b", new Snssai(1, 2), new Sla(20, 0.99, Integer.MAX_VALUE, 0), 1));
    private final int failAt;
    private SplittableRandom random = new SplittableRandom(0);
    private int window;

    ToyEnvironment() {
        this(Integer.MAX_VALUE);
    }

    ToyEnvironment(int failAt) {
        this.failAt = failAt;
    }

    @Override
    public Step reset(long seed) {
        random = new SplittableRandom(seed);
        window = 0;
        return new Step.Running(snapshot(QuotaPlan.unsliced(2)));
    }

    @Override
    public Step step(QuotaPlan plan) {
        window++;
        if (window == failAt) {
            return new Step.Failed("planted");
        }
        TwinSnapshot snapshot = snapshot(plan);
        return window == WINDOWS ? new Step.Truncated(snapshot) : new Step.Running(snapshot);
    }

    private TwinSnapshot snapshot(QuotaPlan plan) {
        List<SliceReport> reports = new ArrayList<>();
        int[] demand = {40 + random.nextInt(10), 20 + random.nextInt(10)};
        for (int i = 0; i < 2; i++) {
            int granted = Math.min(demand[i], plan.quota(i).minPercent());
            boolean late = granted < demand[i];
            int aoi = i == 0 ? 50 + window : 5000;
            reports.add(new SliceReport(
                    demand[i], granted, 0, granted, 100, late ? 50 : 0, 50, 50, aoi, aoi, 0, 100, 100, 1));
        }
        return new TwinSnapshot(window * 500L, 500, 100, TWINS, reports, plan);
    }
}
