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

    private static final double LOOK_SECONDS = LOOK_INTERVALS * Ns3Trace.INTERVAL_MILLIS / 1000.0;

    /** Members of a {@link #forecast}. */
    static final int DRAWS = 16;

    private static final int FADING_MILLIS = 20_000;

    private final long seed;
    private final Map<String, Channel> channels = new HashMap<>();

    /** A kind of fading and what CQIs it gives. */
    private record Channel(Fading fading, WidebandCqi curve) {}

    /** What the twin reported of a trace: by slice, then by interval. */
    static final class Played {
        final double[][] throughputMbps;
        final double[][] prbShare;
        final double[][][] delays;

        int intervals() {
            return throughputMbps[0].length;
        }

        private Played(int slices, int intervals) {
            throughputMbps = new double[slices][intervals];
            prbShare = new double[slices][intervals];
            delays = new double[slices][intervals][Ns3Trace.DELAY_EDGES.length + 1];
        }

        private void add(Played other, double weight) {
            for (int slice = 0; slice < delays.length; slice++) {
                for (int interval = 0; interval < intervals(); interval++) {
                    throughputMbps[slice][interval] += weight * other.throughputMbps[slice][interval];
                    prbShare[slice][interval] += weight * other.prbShare[slice][interval];
                    for (int bin = 0; bin < delays[slice][interval].length; bin++) {
                        delays[slice][interval][bin] += weight * other.delays[slice][interval][bin];
                    }
                }
            }
        }
    }

    Ns3Twin(long seed) {
        this.seed = seed;
    }

    private Channel channel(Ns3Trace trace, int drawn) {
        Optional<FadingProfile> profile = trace.fading();
        double metresPerSecond = trace.fadingMetresPerSecond();
        String name =
                profile.map(each -> each + " " + metresPerSecond + " " + drawn).orElse("none");
        return channels.computeIfAbsent(name, ignored -> {
            Fading fading = profile.map(each -> Fading.of(each, metresPerSecond, FADING_MILLIS, seed * DRAWS + drawn))
                    .orElseGet(Fading::none);
            return new Channel(fading, new WidebandCqi(fading));
        });
    }

    /** Mean SNRs of the UEs, slice by slice, if the fading is that of a draw, 0..{@link #DRAWS} - 1. */
    double[] estimate(Ns3Trace trace, int drawn) {
        Channel channel = channel(trace, drawn);
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

    /**
     * What is to be expected of a trace: the mean over {@value #DRAWS} draws of all that is not known (fading, windows,
     * errors, who is sent what when). A single draw would decide by chance what hangs on a few lost blocks.
     */
    Played forecast(Ns3Trace trace, PolicyCellSettings settings) {
        Played mean = new Played(trace.slices().size(), trace.intervals());
        for (int drawn = 0; drawn < DRAWS; drawn++) {
            mean.add(play(trace, estimate(trace, drawn), settings, trace.intervals(), drawn), 1.0 / DRAWS);
        }
        return mean;
    }

    /** Plays the beginning of a trace once. */
    Played play(Ns3Trace trace, double[] snrs, PolicyCellSettings settings, int intervals, int drawn) {
        Channel channel = channel(trace, drawn);
        List<Ns3Trace.Slice> slices = trace.slices();
        int[] sliceOf = new int[snrs.length];
        Ns3Demand[] demands = new Ns3Demand[slices.size()];
        long base = seed * 1_000_003 + trace.name().hashCode() * 31L + drawn;
        Walk[] walks = new Walk[snrs.length];
        SplittableRandom directions = new SplittableRandom(base + slices.size());
        int ue = 0;
        for (int slice = 0; slice < slices.size(); slice++) {
            demands[slice] = new Ns3Demand(slices.get(slice), ue, new SplittableRandom(base + slice));
            for (int i = 0; i < slices.get(slice).ues(); i++) {
                walks[ue] = new Walk(snrs[ue], LOOK_SECONDS / 2, slices.get(slice), directions.nextDouble());
                sliceOf[ue++] = slice;
            }
        }
        PolicyCell cell = new PolicyCell(sliceOf, snrs, channel.fading, settings, trace.firstMillis(), base);
        Played played = new Played(slices.size(), intervals);
        int change = 0;
        for (int interval = 0; interval < intervals; interval++) {
            while (change < trace.schedule().size()
                    && trace.schedule().get(change).millis() <= interval * Ns3Trace.INTERVAL_MILLIS) {
                cell.apply(trace.schedule().get(change++).quotas());
            }
            for (int i = 0; i < walks.length; i++) {
                cell.move(i, walks[i].snrDb(interval * Ns3Trace.INTERVAL_MILLIS / 1000.0));
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
        for (int bin = 0; bin < counts.length; bin++) {
            played.delays[slice][interval][bin] = counts[bin];
        }
    }
}
