package io.twinslice.ransim;

/**
 * How the cell adapts the links of a slice, and how far reality is from what it believes.
 *
 * @param table MCS and CQI tables in use
 * @param targetBler share of first transmissions that the outer loop lets fail, 1e-6..0.5, or {@link #BY_DEADLINE}
 * @param cqiPeriodMillis time between CQI reports, a multiple of 5 in 5..160
 * @param cqiDelayMillis from a CQI's measurement to its use, a multiple of 5 in 0..{@code cqiPeriodMillis}
 * @param cqiBias added to each CQI that a UE reports, -15..15
 * @param blerShiftDb SNR that decoding needs beyond the tables, -10..10
 * @param harq what happens to failed blocks
 */
public record LinkProfile(
        LinkTable table,
        double targetBler,
        int cqiPeriodMillis,
        int cqiDelayMillis,
        int cqiBias,
        double blerShiftDb,
        Harq harq) {
    /** A target of 0.1 % for twins whose deadline leaves no room for a repetition (10 ms or less), else of 10 %. */
    public static final double BY_DEADLINE = 0;

    /** 64QAM tables, CQI every 5 ms and 5 ms old, no bias. */
    public static final LinkProfile USUAL = new LinkProfile(LinkTable.QAM64, BY_DEADLINE, 5, 5, 0, 0, Harq.CHASE);

    /** Tables and target for ultra-reliable low latency. */
    public static final LinkProfile URLLC = USUAL.withTable(LinkTable.LOW_EFFICIENCY, 1e-5);

    public LinkProfile {
        if (targetBler != BY_DEADLINE) {
            Range.require("targetBler", targetBler, 1e-6, 0.5);
        }
        Range.require("cqiPeriodMillis", cqiPeriodMillis, Links.CQI_PERIOD_MILLIS, 160);
        Range.require("cqiDelayMillis", cqiDelayMillis, 0, cqiPeriodMillis);
        if (cqiPeriodMillis % Links.CQI_PERIOD_MILLIS != 0 || cqiDelayMillis % Links.CQI_PERIOD_MILLIS != 0) {
            throw new IllegalArgumentException("CQI period and delay must be multiples of " + Links.CQI_PERIOD_MILLIS
                    + " ms, not " + cqiPeriodMillis + " and " + cqiDelayMillis);
        }
        Range.require("cqiBias", cqiBias, -LinkTable.MAX_CQI, LinkTable.MAX_CQI);
        Range.require("blerShiftDb", blerShiftDb, -10, 10);
    }

    public LinkProfile withTable(LinkTable changed, double changedTargetBler) {
        return new LinkProfile(changed, changedTargetBler, cqiPeriodMillis, cqiDelayMillis, cqiBias, blerShiftDb, harq);
    }

    public LinkProfile withCqi(int periodMillis, int delayMillis) {
        return new LinkProfile(table, targetBler, periodMillis, delayMillis, cqiBias, blerShiftDb, harq);
    }

    /** The gap between model and reality: a biased CQI, and more SNR needed than the tables say. */
    public LinkProfile withModelShift(int changedCqiBias, double changedBlerShiftDb) {
        return new LinkProfile(
                table, targetBler, cqiPeriodMillis, cqiDelayMillis, changedCqiBias, changedBlerShiftDb, harq);
    }

    public LinkProfile withHarq(Harq changed) {
        return new LinkProfile(table, targetBler, cqiPeriodMillis, cqiDelayMillis, cqiBias, blerShiftDb, changed);
    }
}
