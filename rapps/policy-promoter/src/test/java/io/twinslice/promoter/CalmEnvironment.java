package io.twinslice.promoter;

import io.twinslice.env.Environment;
import io.twinslice.env.Step;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.Sla;
import io.twinslice.model.SliceReport;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import java.util.List;

/** Episodes of one window in which one twin is served well, or badly in all of them. */
record CalmEnvironment(boolean bad) implements Environment {
    static final List<TwinProfile> TWINS =
            List.of(new TwinProfile("agv", new Snssai(1, 7), new Sla(20, 0.99, 100, 0), 1));

    @Override
    public Step reset(long seed) {
        return new Step.Running(snapshot(QuotaPlan.unsliced(1)));
    }

    @Override
    public Step step(QuotaPlan plan) {
        return new Step.Truncated(snapshot(plan));
    }

    private TwinSnapshot snapshot(QuotaPlan plan) {
        SliceReport report = new SliceReport(9, 9, 0, 9, 100, bad ? 90 : 0, 50, 50, 50, 50, 0, 100, 100, 1);
        return new TwinSnapshot(100, 100, 100, TWINS, List.of(report), plan);
    }
}
