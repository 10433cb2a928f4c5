package io.twinslice.verification;

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

/** Episodes of two windows in which each of two twins violates with a probability known by construction. */
final class PlantedEnvironment implements Environment {
    static final List<TwinProfile> TWINS = List.of(
            new TwinProfile("a", new Snssai(1, 1), new Sla(20, 0.99, 100, 0), 1),
            new TwinProfile("b", new Snssai(1, 2), new Sla(20, 0.99, 100, 0), 1));
    private static final SliceReport GOOD = new SliceReport(9, 9, 0, 9, 100, 0, 50, 50, 50, 50, 0, 100, 100, 1);
    private static final SliceReport BAD = new SliceReport(9, 9, 0, 9, 100, 50, 50, 50, 50, 50, 0, 100, 100, 1);
    private final double[] rates;
    private final double crashRate;
    private final boolean[] violates = new boolean[2];
    private boolean crashes;
    private int window;

    PlantedEnvironment(double rateOfA, double rateOfB, double crashRate) {
        rates = new double[] {rateOfA, rateOfB};
        this.crashRate = crashRate;
    }

    @Override
    public Step reset(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2; i++) {
            violates[i] = random.nextDouble() < rates[i];
        }
        crashes = random.nextDouble() < crashRate;
        window = 0;
        return new Step.Running(snapshot(QuotaPlan.unsliced(2), false));
    }

    @Override
    public Step step(QuotaPlan plan) {
        if (crashes) {
            return new Step.Failed("planted crash");
        }
        window++;
        return window == 2 ? new Step.Truncated(snapshot(plan, true)) : new Step.Running(snapshot(plan, true));
    }

    private TwinSnapshot snapshot(QuotaPlan plan, boolean scored) {
        List<SliceReport> reports = new ArrayList<>();
        for (boolean violating : violates) {
            reports.add(scored && violating ? BAD : GOOD);
        }
        return new TwinSnapshot(window * 100L, 100, 100, TWINS, reports, plan);
    }
}
