package io.twinslice.learners.kbrl;

import io.twinslice.learners.SplitMix;

/**
 * The environment: slices side by side on a carrier, in the order of their PRBs. What users and devices do depends on
 * the seed and not on what is decided, except for CBR users who are not admitted. Not thread-safe.
 */
final class SlicedCell {
    private static final int EMBB_AT_FIRST = 20;
    private static final int MMTC_AT_FIRST = 5;

    private final KbrlScenario scenario;
    private final Slice[] slices;

    /** A cell after the stage that precedes the first decision. */
    SlicedCell(KbrlScenario scenario, Fading fading, long seed) {
        this.scenario = scenario;
        slices = new Slice[scenario.slices()];
        int[] prbs = new int[slices.length];
        for (int i = 0; i < slices.length; i++) {
            long sliceSeed = SplitMix.seed(seed, i);
            slices[i] = scenario.isEmbb(i) ? new EmbbSlice(fading, sliceSeed) : new MmtcSlice(sliceSeed);
            prbs[i] = scenario.isEmbb(i) ? EMBB_AT_FIRST : MMTC_AT_FIRST;
        }
        stage(prbs);
    }

    KbrlScenario scenario() {
        return scenario;
    }

    Slice slice(int slice) {
        return slices[slice];
    }

    /**
     * Lives through a stage.
     *
     * @param prbs of each slice; at least 0, in all no more than the carrier has
     */
    void stage(int[] prbs) {
        int sum = 0;
        for (int count : prbs) {
            if (count < 0) {
                throw new IllegalArgumentException("a slice cannot have " + count + " PRBs");
            }
            sum += count;
        }
        if (prbs.length != slices.length || sum > scenario.prbs()) {
            throw new IllegalArgumentException(sum + " PRBs in " + prbs.length + " slices do not fit " + scenario
                    + ", which has " + scenario.prbs() + " in " + slices.length);
        }
        int first = 0;
        for (int i = 0; i < slices.length; i++) {
            slices[i].stage(first, prbs[i]);
            first += prbs[i];
        }
    }

    /** Slices whose promise was broken in the last stage. */
    int violations() {
        int count = 0;
        for (Slice slice : slices) {
            count += slice.isViolated() ? 1 : 0;
        }
        return count;
    }
}
