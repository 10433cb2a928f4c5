package io.twinslice.ransim;

import io.twinslice.model.TwinProfile;
import java.util.Arrays;
import java.util.List;

/**
 * The links of all UEs: AR(1) fading in dB, drawn once per CQI period; the CQI that the cell knows, one period old; and
 * the outer loop that shifts the MCS until the block error rate is on target.
 *
 * <p>The target is 10 %, or 0.1 % for twins whose deadline leaves no room for a repetition. In balance the loop moves
 * down on a failure (1 - p)/p times as far as up on a success.
 */
final class Links {
    static final int CQI_PERIOD_MILLIS = 5;

    private static final int TIGHT_DEADLINE_MILLIS = 10;
    private static final double STEP_DOWN_DB = 0.5;
    private static final double LOWEST_OFFSET_DB = -15;
    private static final double HIGHEST_OFFSET_DB = 6;

    private final long[] key;
    private final double[] mean;
    private final double[] memory;
    private final double[] innovation;
    private final double[] fading;
    private final double[] snr;
    private final int[] measuredCqi;
    private final int[] knownCqi;
    private final double[] offset;
    private final double[] stepUp;
    private final int[] mcs;

    Links(CellParameters parameters, List<TwinProfile> twins, int[] twinOf, long seed) {
        int ues = twinOf.length;
        key = new long[ues];
        mean = new double[ues];
        memory = new double[ues];
        innovation = new double[ues];
        fading = new double[ues];
        snr = new double[ues];
        measuredCqi = new int[ues];
        knownCqi = new int[ues];
        offset = new double[ues];
        stepUp = new double[ues];
        mcs = new int[ues];
        for (int ue = 0; ue < ues; ue++) {
            Radio radio = parameters.twins().get(twinOf[ue]).radio();
            long ueKey = Chance.key(seed, Purpose.UE, ue);
            key[ue] = Chance.key(seed, Purpose.FADING, ue);
            mean[ue] = radio.meanSnrDb() + radio.spreadDb() * Chance.normal(ueKey, 0);
            memory[ue] = StrictMath.exp(-CQI_PERIOD_MILLIS / radio.coherenceMillis());
            innovation[ue] = radio.fadingDb() * StrictMath.sqrt(1 - memory[ue] * memory[ue]);
            fading[ue] = radio.fadingDb() * Chance.normal(ueKey, 1);
            boolean tight = twins.get(twinOf[ue]).sla().deadlineMillis() <= TIGHT_DEADLINE_MILLIS;
            double target = tight ? 1e-3 : 0.1;
            stepUp[ue] = STEP_DOWN_DB * target / (1 - target);
            offset[ue] = firstOffset(stepUp[ue]);
            measuredCqi[ue] = LinkTables.cqiAt(mean[ue] + fading[ue]);
        }
    }

    /** Draws the channel of the next CQI period and takes over the CQI of the last one. */
    void refresh(long period, int[] twinOf, double[] snrOffset) {
        for (int ue = 0; ue < snr.length; ue++) {
            fading[ue] = fading[ue] * memory[ue] + innovation[ue] * Chance.normal(key[ue], period);
            snr[ue] = mean[ue] + fading[ue] + snrOffset[twinOf[ue]];
            knownCqi[ue] = measuredCqi[ue];
            measuredCqi[ue] = LinkTables.cqiAt(snr[ue]);
            choose(ue);
        }
    }

    private void choose(int ue) {
        mcs[ue] = LinkTables.mcsAt(LinkTables.snrOfCqi(knownCqi[ue]) + offset[ue]);
    }

    /** A UE attaches: what was learned of its link before is forgotten. */
    void enter(int ue) {
        offset[ue] = firstOffset(stepUp[ue]);
        choose(ue);
    }

    private static double firstOffset(double stepUp) {
        return stepUp < STEP_DOWN_DB / 100 ? -3 : -1;
    }

    double snrDb(int ue) {
        return snr[ue];
    }

    int mcs(int ue) {
        return mcs[ue];
    }

    int cqi(int ue) {
        return knownCqi[ue];
    }

    /** The outcome of a first transmission; repetitions do not move the loop. */
    void learn(int ue, boolean arrived) {
        double moved = offset[ue] + (arrived ? stepUp[ue] : -STEP_DOWN_DB);
        offset[ue] = Math.clamp(moved, LOWEST_OFFSET_DB, HIGHEST_OFFSET_DB);
        choose(ue);
    }

    long digest(long seed) {
        long hash = Chance.mix(seed + Arrays.hashCode(snr));
        return Chance.mix(hash + Arrays.hashCode(offset));
    }
}
