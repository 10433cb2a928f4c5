package io.twinslice.sync.recording;

import io.twinslice.ransim.lte.PolicyCellSettings;
import java.util.List;

/**
 * How close a twin comes to traces of the network simulator that it was not fitted to.
 *
 * @param method which traces were fitted and which scored
 * @param throughputNrmse root mean square error of a slice's throughput in windows of 1 s over its mean; mean over all
 *     slices of all traces
 * @param p95DelayRatioLow lowest ratio of 95 % delays, twin over recorded, of any unsaturated slice
 * @param p95DelayRatioHigh highest such ratio
 * @param p95DelayWithin share of the unsaturated slices whose ratio lies in 0.8..1.25
 * @param kendallTau agreement in how recording and twin rank the schedules by what the slices miss, on average
 * @param signAgreement share of significant responses to a change of quotas with the same sign
 * @param responses how many responses were significant
 * @param fitted the settings of each fold
 */
public record Ns3Score(
        String method,
        double throughputNrmse,
        double throughputNrmseWorst,
        double p95DelayRatioLow,
        double p95DelayRatioHigh,
        double p95DelayRatioMedian,
        double p95DelayWithin,
        double kendallTau,
        double signAgreement,
        int responses,
        List<SliceScore> slices,
        List<PolicyCellSettings> fitted,
        List<Curve> curves) {
    /**
     * One slice of one trace.
     *
     * @param unsaturated whether its recorded delay counts: nothing dropped, queue empty most of the time
     * @param missed what the slice fell short of in the recording: share of the volume for streams and files, share of
     *     packets that were late or lost (20 ms, bursts 100 ms) for the others
     */
    public record SliceScore(
            String trace,
            String slice,
            double throughputNrmse,
            boolean unsaturated,
            double p95Millis,
            double twinP95Millis,
            double prbShare,
            double twinPrbShare,
            double missed,
            double twinMissed) {}

    public Ns3Score {
        slices = List.copyOf(slices);
        fitted = List.copyOf(fitted);
        curves = List.copyOf(curves);
    }

    /** What should be reached. */
    public List<Bar> bars() {
        return List.of(
                new Bar("throughput NRMSE per 1 s", throughputNrmse, 0, 0.10),
                new Bar("p95 delay ratio, lowest", p95DelayRatioLow, 0.8, 1.25),
                new Bar("p95 delay ratio, highest", p95DelayRatioHigh, 0.8, 1.25),
                new Bar("Kendall tau of schedules", kendallTau, 0.9, 1),
                new Bar("sign agreement of responses", signAgreement, 0.95, 1));
    }
}
