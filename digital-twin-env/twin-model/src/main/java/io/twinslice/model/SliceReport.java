package io.twinslice.model;

/**
 * What one report window says of one slice. Every value is an integer in the unit KPM carries, so that a report that
 * crossed the wire equals one that did not. All values are at least 0.
 *
 * @param offeredKbit volume that arrived for the slice
 * @param deliveredKbit volume acknowledged by the UEs
 * @param bufferedKbit volume waiting at the end of the window
 * @param prbUsed mean PRBs used in a slot
 * @param packets packets delivered or given up in the window
 * @param latePackets of those, late or given up; at most {@code packets}
 * @param meanDelayTenthMillis mean delay of the packets delivered, 0.1 ms
 * @param headOfLineTenthMillis age of the oldest waiting packet at the end of the window, 0.1 ms
 * @param aoiMeanMillis age of information, mean over UEs and window
 * @param aoiPeakMillis largest age of information of any UE in the window
 * @param aoiOverLimitPermille share of UE-time with the age above the twin's limit, 0..1000
 * @param cqiMeanTenth mean CQI of the UEs × 10, 0..150
 * @param cqiLowTenth CQI of the worst UE × 10, 0..150
 * @param activeUes connected UEs
 */
public record SliceReport(
        int offeredKbit,
        int deliveredKbit,
        int bufferedKbit,
        int prbUsed,
        int packets,
        int latePackets,
        int meanDelayTenthMillis,
        int headOfLineTenthMillis,
        int aoiMeanMillis,
        int aoiPeakMillis,
        int aoiOverLimitPermille,
        int cqiMeanTenth,
        int cqiLowTenth,
        int activeUes) {
    public SliceReport {
        if ((offeredKbit
                        | deliveredKbit
                        | bufferedKbit
                        | prbUsed
                        | packets
                        | latePackets
                        | meanDelayTenthMillis
                        | headOfLineTenthMillis
                        | aoiMeanMillis
                        | aoiPeakMillis
                        | aoiOverLimitPermille
                        | cqiMeanTenth
                        | cqiLowTenth
                        | activeUes)
                < 0) {
            throw new IllegalArgumentException("a slice report has no negative values");
        }
        if (latePackets > packets) {
            throw new IllegalArgumentException(latePackets + " late packets of " + packets);
        }
        if (aoiOverLimitPermille > 1000) {
            throw new IllegalArgumentException("aoiOverLimitPermille must be 0..1000, not " + aoiOverLimitPermille);
        }
        if (cqiMeanTenth > 150 || cqiLowTenth > 150) {
            throw new IllegalArgumentException("CQI must be 0..15, not " + cqiMeanTenth / 10.0);
        }
    }
}
