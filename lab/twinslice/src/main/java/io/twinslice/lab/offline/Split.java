package io.twinslice.lab.offline;

/** PRBs of the three slices of the testbed, 50 together. */
record Split(int embb, int mtc, int urllc) {
    static final int PRBS = 50;

    Split {
        if (embb < 0 || mtc < 0 || urllc < 0 || embb + mtc + urllc != PRBS) {
            throw new IllegalArgumentException(
                    "a split shares " + PRBS + " PRBs out, not " + embb + ", " + mtc + " and " + urllc);
        }
    }

    /** PRBs of a slice, 0 eMBB, 1 MTC, 2 URLLC. */
    int of(int slice) {
        return switch (slice) {
            case 0 -> embb;
            case 1 -> mtc;
            default -> urllc;
        };
    }

    @Override
    public String toString() {
        return "(" + embb + ", " + mtc + ", " + urllc + ")";
    }
}
