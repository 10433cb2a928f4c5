package io.twinslice.learners;

import io.twinslice.env.Environment;
import io.twinslice.env.Step;
import io.twinslice.model.PrbAllocator;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.Sla;
import io.twinslice.model.SliceReport;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A cell of three twins as fluid queues that the PRB allocator serves once per window: one steady, one bursty, one that
 * always has more than fits. The equal split breaks the bursty twin's promise in most bursts; lending does not.
 */
final class FluidCell implements Environment {
    private static final int PRBS = 50;
    private static final int SLICES = 3;
    private static final double KBIT_PER_PRB = 38;
    private static final List<TwinProfile> TWINS = List.of(
            new TwinProfile("steady", new Snssai(1, 0), new Sla(20, 0.99, Integer.MAX_VALUE, 0), 1),
            new TwinProfile("bursty", new Snssai(1, 1), new Sla(20, 0.99, Integer.MAX_VALUE, 0), 1),
            new TwinProfile("greedy", new Snssai(1, 2), new Sla(1000, 0, Integer.MAX_VALUE, 1000), 1));

    private final int windows;
    private final double failureShare;
    private final PrbAllocator allocator = new PrbAllocator(PRBS, SLICES);
    private final double[] backlog = new double[SLICES];
    private SplittableRandom random = new SplittableRandom(0);
    private boolean fails;
    private int burst;
    private int window;

    FluidCell(int windows) {
        this(windows, 0);
    }

    /** @param failureShare share of the episodes that break half-way */
    FluidCell(int windows, double failureShare) {
        this.windows = windows;
        this.failureShare = failureShare;
    }

    @Override
    public Step reset(long seed) {
        random = new SplittableRandom(seed);
        fails = random.nextDouble() < failureShare;
        window = 0;
        burst = 0;
        Arrays.fill(backlog, 0);
        return new Step.Running(run(QuotaPlan.unsliced(SLICES)));
    }

    @Override
    public Step step(QuotaPlan plan) {
        TwinSnapshot snapshot = run(plan);
        window++;
        if (fails && window > windows / 2) {
            return new Step.Failed("broken on purpose");
        }
        return window < windows ? new Step.Running(snapshot) : new Step.Truncated(snapshot);
    }

    private TwinSnapshot run(QuotaPlan plan) {
        burst = burst > 0 ? burst - 1 : random.nextDouble() < 0.1 ? 6 : 0;
        double[] offered = {
            8 + 2 * random.nextDouble(), burst > 0 ? 28 + 4 * random.nextDouble() : 2, 30 + 20 * random.nextDouble()
        };
        int[] demand = new int[SLICES];
        int[] grant = new int[SLICES];
        for (int i = 0; i < SLICES; i++) {
            backlog[i] = Math.min(200, backlog[i] + offered[i]);
            demand[i] = (int) Math.ceil(backlog[i]);
        }
        allocator.apply(plan);
        allocator.allocate(demand, grant);
        List<SliceReport> reports = new ArrayList<>();
        for (int i = 0; i < SLICES; i++) {
            double served = Math.min(backlog[i], grant[i]);
            backlog[i] -= served;
            int packets = (int) Math.round(served) + 1;
            int late = (int) Math.min(packets, Math.round(backlog[i]));
            reports.add(new SliceReport(
                    (int) (offered[i] * KBIT_PER_PRB),
                    (int) (served * KBIT_PER_PRB),
                    (int) (backlog[i] * KBIT_PER_PRB),
                    Math.min(grant[i], demand[i]),
                    packets,
                    late,
                    (int) (backlog[i] * 20),
                    (int) (backlog[i] * 40),
                    0,
                    0,
                    0,
                    100,
                    90,
                    4));
        }
        return new TwinSnapshot(100L * window, 100, PRBS, TWINS, reports, plan);
    }
}
