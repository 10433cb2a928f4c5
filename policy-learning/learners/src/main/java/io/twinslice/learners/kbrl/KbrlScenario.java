package io.twinslice.learners.kbrl;

import java.util.stream.IntStream;

/** What is sliced. eMBB slices come first, then mMTC slices. */
public enum KbrlScenario {
    /** Five eMBB slices on 200 PRBs. */
    S1(200, 5, 0),
    /** Three eMBB and two mMTC slices on 150 PRBs. */
    S2(150, 3, 2),
    /** One eMBB slice and four mMTC slices on 100 PRBs. */
    S3(100, 1, 4),
    /** One slice of each kind on 70 PRBs. */
    S4(70, 1, 1);

    private final int prbs;
    private final int embb;
    private final int mmtc;

    KbrlScenario(int prbs, int embb, int mmtc) {
        this.prbs = prbs;
        this.embb = embb;
        this.mmtc = mmtc;
    }

    /** PRBs of the carrier. */
    public int prbs() {
        return prbs;
    }

    /** Slices for people: users come and go. */
    public int embb() {
        return embb;
    }

    /** Slices for machines. */
    public int mmtc() {
        return mmtc;
    }

    /** All slices. */
    public int slices() {
        return embb + mmtc;
    }

    /**
     * Fewest PRBs that a learner may give. An eMBB slice without any counts those of its last active slot once more,
     * and so could keep its promise by what it no longer has; nobody here may win that way.
     */
    int least(int slice) {
        return isEmbb(slice) ? 1 : 0;
    }

    /** {@link #least} of all slices. */
    int[] leasts() {
        return IntStream.range(0, slices()).map(this::least).toArray();
    }

    boolean isEmbb(int slice) {
        return slice < embb;
    }
}
