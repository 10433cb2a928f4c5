package io.twinslice.ransim;

import io.twinslice.model.TwinProfile;
import java.util.Arrays;
import java.util.List;

/**
 * The links of all UEs: AR(1) fading in dB, drawn every {@value #CQI_PERIOD_MILLIS} ms; the CQI that the cell knows, as
 * old as the {@link LinkProfile} says; and the outer loop that shifts the MCS until the block error rate is on target.
 *
 * <p>In balance the loop moves down on a failure (1 - p)/p times as far as up on a success. An {@code mcs} is a row of
 * {@link LinkTables}.
 */
final class Links {
    static final int CQI_PERIOD_MILLIS = 5;

    private static final int TIGHT_DEADLINE_MILLIS = 10;
    private static final double STEP_DOWN_DB = 0.5;
    private static final double LOWEST_OFFSET_DB = -15;
    private static final double HIGHEST_OFFSET_DB = 6;

    private final Roster roster;
    private final double[] mean;
    private final double[] memory;
    private final double[] innovation;
    private final double[] stepUp;
    private final int[] table;
    private final int[] reportEvery;
    private final int[] reportDelay;
    private final int[] cqiBias;
    private final double[] blerShift;
    private long[] key;

    private final double[] fading;
    private final double[] snr;
    private final double[] offset;
    private final int[] measuredCqi;
    private final int[] knownCqi;
    private final int[] mcs;

    Links(CellParameters parameters, List<TwinProfile> twins, Roster roster, long seed) {
        this.roster = roster;
        int ues = roster.ues();
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
        table = new int[ues];
        reportEvery = new int[ues];
        reportDelay = new int[ues];
        cqiBias = new int[ues];
        blerShift = new double[ues];
        for (int ue = 0; ue < ues; ue++) {
            Radio radio = parameters.twins().get(roster.twinOf(ue)).radio();
            long ueKey = Chance.key(seed, Purpose.UE, ue);
            key[ue] = Chance.key(seed, Purpose.FADING, ue);
            mean[ue] = radio.meanSnrDb() + radio.spreadDb() * Chance.normal(ueKey, 0);
            memory[ue] = StrictMath.exp(-CQI_PERIOD_MILLIS / radio.coherenceMillis());
            innovation[ue] = radio.fadingDb() * StrictMath.sqrt(1 - memory[ue] * memory[ue]);
            fading[ue] = radio.fadingDb() * Chance.normal(ueKey, 1);
            LinkProfile profile = parameters.twins().get(roster.twinOf(ue)).link();
            table[ue] = profile.table().ordinal();
            reportEvery[ue] = profile.cqiPeriodMillis() / CQI_PERIOD_MILLIS;
            reportDelay[ue] = profile.cqiDelayMillis() / CQI_PERIOD_MILLIS;
            cqiBias[ue] = profile.cqiBias();
            blerShift[ue] = profile.blerShiftDb();
            double target = targetOf(profile, twins.get(roster.twinOf(ue)));
            stepUp[ue] = STEP_DOWN_DB * target / (1 - target);
            offset[ue] = firstOffset(stepUp[ue]);
            measure(ue, mean[ue] + fading[ue]);
            knownCqi[ue] = measuredCqi[ue];
        }
    }

    private static double targetOf(LinkProfile profile, TwinProfile twin) {
        if (profile.targetBler() != LinkProfile.BY_DEADLINE) {
            return profile.targetBler();
        }
        return twin.sla().deadlineMillis() <= TIGHT_DEADLINE_MILLIS ? 1e-3 : 0.1;
    }

    /** A copy that goes on by itself. */
    Links(Links other) {
        roster = other.roster;
        mean = other.mean;
        memory = other.memory;
        innovation = other.innovation;
        stepUp = other.stepUp;
        table = other.table;
        reportEvery = other.reportEvery;
        reportDelay = other.reportDelay;
        cqiBias = other.cqiBias;
        blerShift = other.blerShift;
        key = other.key;
        fading = other.fading.clone();
        snr = other.snr.clone();
        offset = other.offset.clone();
        measuredCqi = other.measuredCqi.clone();
        knownCqi = other.knownCqi.clone();
        mcs = other.mcs.clone();
    }

    /** Draws from another seed from now on. */
    void reseed(long seed) {
        key = Arrays.stream(key).map(old -> Chance.rekeyed(old, seed)).toArray();
    }

    /** Draws the channel of the next period, and reports and takes over CQIs where it is time for that. */
    void refresh(long period, RadioConditions conditions) {
        for (int ue = 0; ue < snr.length; ue++) {
            fading[ue] = fading[ue] * memory[ue] + innovation[ue] * Chance.normal(key[ue], period);
        }
        for (int ue = 0; ue < snr.length; ue++) {
            snr[ue] = conditions.snrDb(roster.twinOf(ue), mean[ue] + fading[ue], table[ue]);
            if (reportEvery[ue] == 1 && reportDelay[ue] == 1) {
                knownCqi[ue] = measuredCqi[ue];
                measure(ue, snr[ue]);
            } else {
                report(ue, (int) (period % reportEvery[ue]));
            }
            choose(ue);
        }
    }

    private void report(int ue, int phase) {
        if (reportDelay[ue] > 0 && phase == reportDelay[ue] % reportEvery[ue]) {
            knownCqi[ue] = measuredCqi[ue];
        }
        if (phase == 0) {
            measure(ue, snr[ue]);
            if (reportDelay[ue] == 0) {
                knownCqi[ue] = measuredCqi[ue];
            }
        }
    }

    private void measure(int ue, double heardDb) {
        int cqi = LinkTables.cqiAt(table[ue], heardDb) + cqiBias[ue];
        measuredCqi[ue] = Math.max(0, Math.min(cqi, LinkTable.MAX_CQI));
    }

    private void choose(int ue) {
        mcs[ue] = LinkTables.rowAt(table[ue], LinkTables.snrOfCqi(table[ue], knownCqi[ue]) + offset[ue]);
    }

    /** A UE attaches: what was learned of its link before is forgotten. */
    void enter(int ue) {
        offset[ue] = firstOffset(stepUp[ue]);
        choose(ue);
    }

    private static double firstOffset(double stepUp) {
        return stepUp < STEP_DOWN_DB / 10_000 ? -4.3 : stepUp < STEP_DOWN_DB / 100 ? -3 : -1;
    }

    /** SNR that a block is decoded with, by the tables. */
    double snrDb(int ue) {
        return snr[ue] - blerShift[ue];
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
        offset[ue] = Math.max(LOWEST_OFFSET_DB, Math.min(moved, HIGHEST_OFFSET_DB));
        choose(ue);
    }

    long digest(long seed) {
        long hash = Chance.mix(seed + Arrays.hashCode(key));
        hash = Chance.mix(hash + Arrays.hashCode(fading));
        hash = Chance.mix(hash + Arrays.hashCode(snr));
        hash = Chance.mix(hash + Arrays.hashCode(measuredCqi));
        hash = Chance.mix(hash + Arrays.hashCode(knownCqi));
        return Chance.mix(hash + Arrays.hashCode(offset));
    }
}
