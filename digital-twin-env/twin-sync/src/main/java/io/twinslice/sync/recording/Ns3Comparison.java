package io.twinslice.sync.recording;

import java.util.ArrayList;
import java.util.List;

/** A trace beside what its twin reported, from the end of the look on. */
final class Ns3Comparison {
    private static final int WINDOW = 10;
    private static final int FROM = Ns3Twin.LOOK_INTERVALS;

    /** A queue that is empty more often than not belongs to a slice that has what it needs. */
    private static final double BUSY = 0.5;

    private static final double LEAST_THROUGHPUT_CHANGE = 0.1;
    private static final double LEAST_PRB_CHANGE = 0.03;
    private static final double LEAST_MISSED_CHANGE = 0.1;
    private static final double[] TAIL_MILLIS = {8, 15, 40, 100};
    private static final double TAIL_FLOOR = 0.003;
    private static final int LONGEST_RESPONSE = 50;
    private static final int SHORTEST_RESPONSE = 10;

    private final Ns3Trace trace;
    private final Ns3Twin.Played twin;
    private final int end;

    Ns3Comparison(Ns3Trace trace, Ns3Twin.Played twin) {
        this.trace = trace;
        this.twin = twin;
        this.end = twin.intervals();
    }

    /** Whether anything is left to be compared. */
    static boolean isLongEnough(Ns3Trace trace) {
        return trace.intervals() >= FROM + WINDOW;
    }

    List<Ns3Score.SliceScore> slices() {
        List<Ns3Score.SliceScore> scores = new ArrayList<>();
        for (int slice = 0; slice < trace.slices().size(); slice++) {
            Ns3Trace.Slice each = trace.slices().get(slice);
            scores.add(new Ns3Score.SliceScore(
                    trace.name(),
                    each.name(),
                    nrmse(slice),
                    isUnsaturated(slice),
                    p95(recordedDelays(slice, FROM, end)),
                    p95(twinDelays(slice, FROM, end)),
                    mean(each.reports().prbShare, FROM, end),
                    mean(twin.prbShare[slice], FROM, end),
                    cost(slice, recordedDelays(slice, FROM, end), each.reports().throughputMbps),
                    cost(slice, twinDelays(slice, FROM, end), twin.throughputMbps[slice])));
        }
        return scores;
    }

    /** Throughput in windows of a second, recorded and simulated. */
    Curve throughput(int slice) {
        List<Double> across = new ArrayList<>();
        List<Double> real = new ArrayList<>();
        List<Double> simulated = new ArrayList<>();
        for (int from = FROM; from + WINDOW <= end; from += WINDOW) {
            across.add(from * Ns3Trace.INTERVAL_MILLIS / 1000.0);
            real.add(mean(trace.slices().get(slice).reports().throughputMbps, from, from + WINDOW));
            simulated.add(mean(twin.throughputMbps[slice], from, from + WINDOW));
        }
        String title = trace.name() + ", " + trace.slices().get(slice).name();
        return new Curve(title, "s", "Mbit/s", across, real, simulated);
    }

    private double nrmse(int slice) {
        Curve curve = throughput(slice);
        double squares = 0;
        double sum = 0;
        for (int i = 0; i < curve.real().size(); i++) {
            double error = curve.real().get(i) - curve.twin().get(i);
            squares += error * error;
            sum += curve.real().get(i);
        }
        int count = curve.real().size();
        return sum == 0 ? 0 : Math.sqrt(squares / count) / (sum / count);
    }

    private boolean isUnsaturated(int slice) {
        Ns3Trace.Reports reports = trace.slices().get(slice).reports();
        int dropped = 0;
        for (int interval = FROM; interval < end; interval++) {
            dropped += reports.droppedPackets[interval];
        }
        return dropped == 0 && mean(reports.backlog, FROM, end) < BUSY;
    }

    /** Share of the packets offered that did not arrive in time. */
    private double missed(int slice, double[] delays, int from, int until) {
        double deadline = switch (trace.slices().get(slice).traffic()) {
            case POISSON, PERIODIC -> 20;
            case CBR, FTP, SYNC -> 100;
        };
        long sent = 0;
        for (int interval = from; interval < until; interval++) {
            sent += trace.slices().get(slice).reports().sentPackets[interval];
        }
        double inTime = 0;
        for (int bin = 0; bin < Ns3Trace.DELAY_EDGES.length && Ns3Trace.DELAY_EDGES[bin] <= deadline; bin++) {
            inTime += delays[bin];
        }
        return sent == 0 ? 0 : Math.clamp(1 - inTime / sent, 0, 1);
    }

    /**
     * How far a slice falls short of what it is for: streams and files of their volume, the others of delivery in time.
     */
    private double cost(int slice, double[] delays, double[] throughputMbps) {
        Ns3Trace.Slice each = trace.slices().get(slice);
        return switch (each.traffic()) {
            case POISSON, PERIODIC, SYNC -> missed(slice, delays, FROM, end);
            case CBR, FTP -> {
                double overhead = 1 + Ns3Demand.OVERHEAD / (double) each.packetBytes();
                double offered = overhead * mean(each.reports().offeredMbps, FROM, end);
                yield offered == 0 ? 0 : Math.clamp(1 - mean(throughputMbps, FROM, end) / offered, 0, 1);
            }
        };
    }

    /** Mean cost of the slices. */
    static double cost(List<Ns3Score.SliceScore> slices, boolean ofTwin) {
        double sum = 0;
        for (Ns3Score.SliceScore slice : slices) {
            sum += ofTwin ? slice.twinMissed() : slice.missed();
        }
        return sum / slices.size();
    }

    /**
     * How throughput, PRBs and missed deadlines of every slice answered every change of quotas: 1 for a response of the
     * same sign in both, 0 for another; only recorded responses that stand out count.
     */
    List<Integer> responses() {
        List<Integer> agreed = new ArrayList<>();
        List<Ns3Trace.Change> schedule = trace.schedule();
        for (int change = 1; change < schedule.size(); change++) {
            int at = schedule.get(change).millis() / Ns3Trace.INTERVAL_MILLIS;
            int begin = Math.max(
                    Math.max(FROM, at - LONGEST_RESPONSE),
                    schedule.get(change - 1).millis() / Ns3Trace.INTERVAL_MILLIS);
            int until = Math.min(end, at + LONGEST_RESPONSE);
            if (change + 1 < schedule.size()) {
                until = Math.min(until, schedule.get(change + 1).millis() / Ns3Trace.INTERVAL_MILLIS);
            }
            if (at - begin >= SHORTEST_RESPONSE && until - at >= SHORTEST_RESPONSE) {
                for (int slice = 0; slice < trace.slices().size(); slice++) {
                    respond(slice, begin, at, until, agreed);
                }
            }
        }
        return agreed;
    }

    private void respond(int slice, int begin, int at, int until, List<Integer> agreed) {
        Ns3Trace.Reports reports = trace.slices().get(slice).reports();
        double usual = mean(reports.throughputMbps, FROM, end);
        compare(
                step(reports.throughputMbps, begin, at, until),
                step(twin.throughputMbps[slice], begin, at, until),
                LEAST_THROUGHPUT_CHANGE * usual,
                agreed);
        compare(
                step(reports.prbShare, begin, at, until),
                step(twin.prbShare[slice], begin, at, until),
                LEAST_PRB_CHANGE,
                agreed);
        compare(
                missed(slice, recordedDelays(slice, at, until), at, until)
                        - missed(slice, recordedDelays(slice, begin, at), begin, at),
                missed(slice, twinDelays(slice, at, until), at, until)
                        - missed(slice, twinDelays(slice, begin, at), begin, at),
                LEAST_MISSED_CHANGE,
                agreed);
    }

    private static void compare(double real, double simulated, double least, List<Integer> agreed) {
        if (Math.abs(real) >= least) {
            agreed.add(real * simulated > 0 ? 1 : 0);
        }
    }

    private static double step(double[] values, int begin, int at, int until) {
        return mean(values, at, until) - mean(values, begin, at);
    }

    /**
     * How far apart the shares of packets are that took longer than some bounds: mean of the absolute logarithms of
     * their ratios. Unlike a quantile it does not jump where a few lost blocks decide.
     */
    double tailDistance(int slice) {
        double[] real = recordedDelays(slice, FROM, end);
        double[] simulated = twinDelays(slice, FROM, end);
        double sum = 0;
        for (double bound : TAIL_MILLIS) {
            double ratio = (TAIL_FLOOR + later(simulated, bound)) / (TAIL_FLOOR + later(real, bound));
            sum += Math.abs(Math.log(ratio));
        }
        return sum / TAIL_MILLIS.length;
    }

    private static double later(double[] delays, double millis) {
        double all = 0;
        double late = 0;
        for (int bin = 0; bin < delays.length; bin++) {
            all += delays[bin];
            late += bin > 0 && Ns3Trace.DELAY_EDGES[bin - 1] >= millis ? delays[bin] : 0;
        }
        return all == 0 ? 0 : late / all;
    }

    private double[] recordedDelays(int slice, int from, int until) {
        double[] sum = new double[Ns3Trace.DELAY_EDGES.length + 1];
        for (int interval = from; interval < until; interval++) {
            for (int bin = 0; bin < sum.length; bin++) {
                sum[bin] += trace.slices().get(slice).reports().delays[interval][bin];
            }
        }
        return sum;
    }

    private double[] twinDelays(int slice, int from, int until) {
        double[] sum = new double[Ns3Trace.DELAY_EDGES.length + 1];
        for (int interval = from; interval < until; interval++) {
            for (int bin = 0; bin < sum.length; bin++) {
                sum[bin] += twin.delays[slice][interval][bin];
            }
        }
        return sum;
    }

    /** The 95 % quantile of a histogram of delays, with linear interpolation inside its bin. */
    static double p95(double[] histogram) {
        double total = 0;
        for (double count : histogram) {
            total += count;
        }
        double wanted = 0.95 * total;
        double passed = 0;
        for (int bin = 0; bin < histogram.length; bin++) {
            if (histogram[bin] > 0 && passed + histogram[bin] >= wanted) {
                double low = bin == 0 ? 0 : Ns3Trace.DELAY_EDGES[bin - 1];
                double high = bin < Ns3Trace.DELAY_EDGES.length ? Ns3Trace.DELAY_EDGES[bin] : 2 * low;
                return low + (high - low) * (wanted - passed) / histogram[bin];
            }
            passed += histogram[bin];
        }
        return 0;
    }

    private static double mean(double[] values, int from, int until) {
        double sum = 0;
        for (int i = from; i < until; i++) {
            sum += values[i];
        }
        return sum / (until - from);
    }
}
