package io.twinslice.sync.recording;

import io.twinslice.ransim.lte.Fading;
import io.twinslice.ransim.lte.FadingProfile;
import io.twinslice.ransim.lte.PolicyCell;
import io.twinslice.ransim.lte.PolicyCellSettings;
import io.twinslice.ransim.lte.PolicyWindow;
import io.twinslice.ransim.lte.WidebandCqi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Plays traces of the network simulator in a simulated cell. It is given the scenario, the quotas and the demand of
 * every interval, and the CQI histograms of the first {@value #LOOK_INTERVALS} intervals, from which it estimates the
 * mean SNRs of the UEs; nothing else that was reported.
 */
final class Ns3Twin {
    /** Intervals whose CQIs are looked at; only what comes after is scored. */
    static final int LOOK_INTERVALS = 100;

    private static final int FADING_MILLIS = 20_000;

    private final long seed;
    private final Map<String, Channel> channels = new HashMap<>();

    /** A kind of fading and what CQIs it gives. */
    private record Channel(Fading fading, WidebandCqi curve) {}

    /** What the twin reported of a trace: by slice, then by interval. */
    static final class Played {
        final double[][] throughputMbps;
        final double[][] prbShare;
        final long[][][] delays;

        int intervals() {
            return throughputMbps[0].length;
        }

        private Played(int slices, int intervals) {
            throughputMbps = new double[slices][intervals];
            prbShare = new double[slices][intervals];
            delays = new long[slices][intervals][];
        }
    }

    Ns3Twin(long seed) {
        this.seed = seed;
    }

    private Channel channel(Optional<FadingProfile> profile, double metresPerSecond) {
        String name = profile.map(Enum::name).orElse("none") + metresPerSecond;
        return channels.computeIfAbsent(name, ignored -> {
            Fading fading = profile.map(each -> Fading.of(each, metresPerSecond, FADING_MILLIS, seed))
                    .orElseGet(Fading::none);
            return new Channel(fading, new WidebandCqi(fading));
        });
    }

    /** Mean SNRs of the UEs, slice by slice. */
    double[] estimate(Ns3Trace trace) {
        Channel channel = channel(trace.fading(), trace.fadingMetresPerSecond());
        double[] snrs =
                new double[trace.slices().stream().mapToInt(Ns3Trace.Slice::ues).sum()];
        int next = 0;
        for (Ns3Trace.Slice slice : trace.slices()) {
            long[] histogram = new long[Ns3Trace.CQIS];
            for (int interval = 0; interval < Math.min(LOOK_INTERVALS, trace.intervals()); interval++) {
                for (int cqi = 0; cqi < histogram.length; cqi++) {
                    histogram[cqi] += slice.reports().cqis[interval][cqi];
                }
            }
            double[] found = SnrEstimate.of(histogram, slice.ues(), channel.curve);
            System.arraycopy(found, 0, snrs, next, found.length);
            next += found.length;
        }
        return snrs;
    }

    /** Plays the beginning of a trace. */
    Played play(Ns3Trace trace, double[] snrs, PolicyCellSettings settings, int intervals, int drawn) {
        Channel channel = channel(trace.fading(), trace.fadingMetresPerSecond());
        List<Ns3Trace.Slice> slices = trace.slices();
        int[] sliceOf = new int[snrs.length];
        Ns3Demand[] demands = new Ns3Demand[slices.size()];
        long base = seed * 1_000_003 + trace.name().hashCode() * 31L + drawn;
        int ue = 0;
        for (int slice = 0; slice < slices.size(); slice++) {
            demands[slice] = new Ns3Demand(slices.get(slice), ue, new SplittableRandom(base + slice));
            for (int i = 0; i < slices.get(slice).ues(); i++) {
                sliceOf[ue++] = slice;
            }
        }
        PolicyCell cell = new PolicyCell(sliceOf, snrs, channel.fading, settings, base);
        Played played = new Played(slices.size(), intervals);
        int change = 0;
        for (int interval = 0; interval < intervals; interval++) {
            while (change < trace.schedule().size()
                    && trace.schedule().get(change).millis() <= interval * Ns3Trace.INTERVAL_MILLIS) {
                cell.apply(trace.schedule().get(change++).quotas());
            }
            for (Ns3Demand demand : demands) {
                demand.offer(interval, cell);
            }
            cell.runWindow(Ns3Trace.INTERVAL_MILLIS);
            for (int slice = 0; slice < slices.size(); slice++) {
                report(cell.window(slice), played, slice, interval);
            }
        }
        return played;
    }

    private static void report(PolicyWindow window, Played played, int slice, int interval) {
        played.throughputMbps[slice][interval] = window.deliveredBytes() * 8.0 / (1000 * Ns3Trace.INTERVAL_MILLIS);
        played.prbShare[slice][interval] =
                window.prbsUsed() / (double) (PolicyCell.USABLE_PRBS * Ns3Trace.INTERVAL_MILLIS);
        long[] counts = new long[Ns3Trace.DELAY_EDGES.length + 1];
        window.addDelays(Ns3Trace.DELAY_EDGES, counts);
        played.delays[slice][interval] = counts;
    }
}
