package io.twinslice.policy;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.Sla;
import io.twinslice.model.SliceReport;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random valid snapshots and plans, now and then with the largest values there are. */
final class Snapshots {
    private Snapshots() {}

    static TwinSnapshot random(SplittableRandom random, int slices) {
        List<TwinProfile> twins = new ArrayList<>();
        List<SliceReport> reports = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            twins.add(twin(random, i));
            reports.add(report(random));
        }
        int window = random.nextInt(1, 2000);
        return new TwinSnapshot(1000, window, random.nextInt(1, 276), twins, reports, plan(random, slices));
    }

    static TwinProfile twin(SplittableRandom random, int index) {
        Sla sla = new Sla(
                1 + upTo(random, 1000),
                random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble(),
                1 + upTo(random, 1000),
                upTo(random, 100_000));
        return new TwinProfile("twin-" + index, new Snssai(1, index), sla, random.nextInt(4));
    }

    private static SliceReport report(SplittableRandom random) {
        int packets = upTo(random, 1000);
        return new SliceReport(
                upTo(random, 5000),
                upTo(random, 5000),
                upTo(random, 5000),
                upTo(random, 100),
                packets,
                packets == 0 ? 0 : random.nextInt(packets),
                upTo(random, 1000),
                upTo(random, 1000),
                upTo(random, 1000),
                upTo(random, 1000),
                random.nextInt(1001),
                random.nextInt(151),
                random.nextInt(151),
                upTo(random, 20));
    }

    /** Mostly below the bound, sometimes 0, sometimes as large as an int gets (less one). */
    private static int upTo(SplittableRandom random, int bound) {
        return switch (random.nextInt(12)) {
            case 0 -> 0;
            case 1 -> Integer.MAX_VALUE - 1;
            default -> random.nextInt(bound);
        };
    }

    static QuotaPlan plan(SplittableRandom random, int slices) {
        List<PrbQuota> quotas = new ArrayList<>();
        int left = 100;
        for (int i = 0; i < slices; i++) {
            int min = random.nextInt(left + 1) / (random.nextBoolean() ? 1 : 3);
            left -= min;
            quotas.add(new PrbQuota(random.nextInt(min + 1), min, random.nextInt(min, 101)));
        }
        return new QuotaPlan(quotas);
    }

    /** The same snapshot with its slices in another order: slice {@code order[i]} comes to place i. */
    static TwinSnapshot reordered(TwinSnapshot s, int[] order) {
        List<TwinProfile> twins = new ArrayList<>();
        List<SliceReport> reports = new ArrayList<>();
        List<PrbQuota> quotas = new ArrayList<>();
        for (int i : order) {
            twins.add(s.twins().get(i));
            reports.add(s.reports().get(i));
            quotas.add(s.inForce().quota(i));
        }
        return new TwinSnapshot(
                s.windowEndMillis(), s.windowMillis(), s.prbCount(), twins, reports, new QuotaPlan(quotas));
    }
}
