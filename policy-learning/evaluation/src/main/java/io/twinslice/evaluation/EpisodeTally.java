package io.twinslice.evaluation;

import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Adds the windows of one episode up. */
final class EpisodeTally {
    private final long seed;
    private final List<Integer> promisedPeaks = new ArrayList<>();
    private final List<Integer> allPeaks = new ArrayList<>();
    private int[] broken = new int[0];
    private int windows;
    private int windowMillis;
    private int shielded;
    private double prbSeconds;
    private double reward;

    EpisodeTally(long seed) {
        this.seed = seed;
    }

    void shielded(boolean altered) {
        shielded += altered ? 1 : 0;
    }

    void add(TwinSnapshot snapshot, double windowReward) {
        windows++;
        windowMillis = snapshot.windowMillis();
        reward += windowReward;
        broken = Arrays.copyOf(broken, snapshot.slices());
        double prbs = 0;
        for (int i = 0; i < snapshot.slices(); i++) {
            SliceReport report = snapshot.reports().get(i);
            broken[i] += snapshot.isBroken(i) ? 1 : 0;
            int reserved = snapshot.inForce().quota(i).dedicatedPercent() * snapshot.prbCount() / 100;
            prbs += Math.max(report.prbUsed(), reserved);
            allPeaks.add(report.aoiPeakMillis());
            if (snapshot.twins().get(i).sla().aoiLimitMillis() != Integer.MAX_VALUE) {
                promisedPeaks.add(report.aoiPeakMillis());
            }
        }
        prbSeconds += prbs * (snapshot.windowMillis() / 1000.0);
    }

    EpisodeScore score(String failure) {
        return new EpisodeScore(
                seed,
                windowMillis,
                Arrays.stream(broken).boxed().toList(),
                windows,
                prbSeconds,
                percentile99(promisedPeaks.isEmpty() ? allPeaks : promisedPeaks),
                reward,
                shielded,
                failure);
    }

    private static double percentile99(List<Integer> values) {
        if (values.isEmpty()) {
            return 0;
        }
        int[] sorted = values.stream().mapToInt(Integer::intValue).sorted().toArray();
        int rank = (99 * sorted.length + 99) / 100;
        return sorted[rank - 1];
    }
}
