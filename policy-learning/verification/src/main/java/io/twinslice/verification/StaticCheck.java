package io.twinslice.verification;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Envelope;
import io.twinslice.policy.Policy;
import io.twinslice.policy.Shield;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Whether a policy decides at all, decides the same twice, and stays inside the shield's envelope once shielded, on
 * random snapshots from the whole box of physical values, most of which no scenario reaches.
 */
final class StaticCheck {
    private final TwinSnapshot model;
    private final Shield shield;
    private final SplittableRandom random;

    /**
     * @param model a snapshot of the cell, for its twins, PRBs and window
     * @param seed of the random snapshots
     */
    StaticCheck(TwinSnapshot model, Shield shield, long seed) {
        this.model = model;
        this.shield = shield;
        this.random = new SplittableRandom(seed);
    }

    /**
     * What was found.
     *
     * @param passed whether every decision was sound
     * @param detail the first unsound one, or how often the shield was needed
     */
    record Finding(boolean passed, String detail) {}

    Finding run(Policy policy, int snapshots) {
        int altered = 0;
        for (int i = 0; i < snapshots; i++) {
            TwinSnapshot snapshot = snapshot();
            try {
                policy.restart();
                Decision decision = policy.decide(snapshot);
                policy.restart();
                if (!policy.decide(snapshot).equals(decision)) {
                    return new Finding(false, "decides differently on the same snapshot (number " + i + ")");
                }
                Shield.Admitted admitted = shield.admit(decision.plan(), snapshot.inForce());
                altered += admitted.altered() ? 1 : 0;
                if (!isWithin(admitted.plan(), shield.envelope())) {
                    return new Finding(false, "leaves the envelope behind the shield (snapshot " + i + ")");
                }
            } catch (RuntimeException e) {
                return new Finding(false, "throws on snapshot " + i + ": " + e);
            }
        }
        return new Finding(
                true,
                String.format(
                        Locale.ROOT,
                        "%d random snapshots decided within the envelope; the shield altered %.1f %% of the plans",
                        snapshots,
                        100.0 * altered / snapshots));
    }

    private static boolean isWithin(QuotaPlan plan, Envelope envelope) {
        for (int i = 0; i < plan.slices(); i++) {
            PrbQuota quota = plan.quota(i);
            if (quota.minPercent() < envelope.floorPercent().get(i)
                    || quota.maxPercent() > envelope.ceilingPercent().get(i)) {
                return false;
            }
        }
        return true;
    }

    private TwinSnapshot snapshot() {
        List<SliceReport> reports = new ArrayList<>();
        for (TwinProfile twin : model.twins()) {
            reports.add(report(twin));
        }
        return new TwinSnapshot(
                random.nextLong(1L << 40),
                model.windowMillis(),
                model.prbCount(),
                model.twins(),
                reports,
                shield.admit(plan(), QuotaPlan.equalSplit(model.slices())).plan());
    }

    private SliceReport report(TwinProfile twin) {
        int packets = magnitude(100_000);
        int meanCqi = random.nextInt(151);
        int aoi = magnitude(60_000);
        return new SliceReport(
                magnitude(1_000_000),
                magnitude(1_000_000),
                magnitude(10_000_000),
                random.nextInt(model.prbCount() + 1),
                packets,
                packets == 0 ? 0 : random.nextInt(packets + 1),
                magnitude(20 * twin.sla().deadlineMillis() + 100_000),
                magnitude(600_000),
                aoi,
                aoi + magnitude(60_000),
                random.nextInt(1001),
                meanCqi,
                random.nextInt(meanCqi + 1),
                random.nextInt(200));
    }

    private QuotaPlan plan() {
        List<PrbQuota> quotas = new ArrayList<>();
        int left = 100;
        for (int i = 0; i < model.slices(); i++) {
            int min = random.nextInt(left + 1);
            left -= min;
            quotas.add(new PrbQuota(random.nextInt(min + 1), min, random.nextInt(min, 101)));
        }
        return new QuotaPlan(quotas);
    }

    /** Zero now and then, else any order of magnitude alike. */
    private int magnitude(int largest) {
        if (random.nextInt(8) == 0) {
            return 0;
        }
        return (int) Math.min(largest, Math.round(StrictMath.exp(random.nextDouble() * StrictMath.log(largest))));
    }
}
