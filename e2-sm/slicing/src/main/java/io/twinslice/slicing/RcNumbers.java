package io.twinslice.slicing;

/**
 * How a peer of E2SM-RC writes the slice quota: the ids of its parameters (E2SM-RC clause 8.4.3.6), how lists nest and
 * how identities are written. The text has no parameter 4, which one family of peers closed up.
 */
enum RcNumbers {
    EXPLICIT(true, 5, false),
    COMPACT(false, 5, false),
    FLEXRIC(false, 4, true),
    FLEXRIC_BINARY(false, 4, false);

    static final int RATIO_LIST = 1;
    static final int RATIO_GROUP = 2;
    static final int POLICY = 3;

    private final boolean explicit;
    private final int memberList;
    private final boolean textual;

    RcNumbers(boolean explicit, int memberList, boolean textual) {
        this.explicit = explicit;
        this.memberList = memberList;
        this.textual = textual;
    }

    /** Whether PLMN, SST and SD are digits in ASCII. */
    boolean textual() {
        return textual;
    }

    boolean explicit() {
        return explicit;
    }

    int memberList() {
        return memberList;
    }

    int member() {
        return memberList + 1;
    }

    int plmn() {
        return memberList + 2;
    }

    int slice() {
        return memberList + 3;
    }

    int sst() {
        return memberList + 4;
    }

    int sd() {
        return memberList + 5;
    }

    int minRatio() {
        return memberList + 6;
    }

    int maxRatio() {
        return memberList + 7;
    }

    int dedicatedRatio() {
        return memberList + 8;
    }
}
