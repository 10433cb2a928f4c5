package io.twinslice.learners.kbrl;

/** Always the same split. */
final class Static implements Controller {
    private static final int MMTC_PRBS = 8;

    private final int[] split;

    Static(int... split) {
        this.split = split.clone();
    }

    /** Spends the whole carrier: {@value #MMTC_PRBS} PRBs for each mMTC slice, the rest in equal parts. */
    static Static whole(KbrlScenario scenario) {
        int[] split = new int[scenario.slices()];
        int each = (scenario.prbs() - MMTC_PRBS * scenario.mmtc()) / scenario.embb();
        for (int i = 0; i < split.length; i++) {
            split[i] = scenario.isEmbb(i) ? each : MMTC_PRBS;
        }
        return new Static(split);
    }

    @Override
    public void decide(double[][] states, int[] prbs) {
        System.arraycopy(split, 0, prbs, 0, split.length);
    }
}
