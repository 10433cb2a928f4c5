package io.twinslice.rc;

/**
 * How a peer writes the slice quota. The 3GPP numbering has no parameter 4, which one family of peers closed up; and
 * the entries of the two lists either stand in a structure of their own (explicit) or are that structure (compact).
 */
public enum QuotaProfile {
    /**
     * The numbers of E2SM-RC, each list entry wrapping parameter 2 or 6; srsRAN requires it, with an SD in every slice.
     */
    EXPLICIT(true, 5),
    /** The numbers of E2SM-RC, list entries without parameters 2 and 6. */
    COMPACT(false, 5),
    /** FlexRIC's slice control and the RAN forks made for it: compact, numbers above 3 one lower. */
    COMPACT_FLEXRIC(false, 4);

    static final int RATIO_LIST = 1;
    static final int RATIO_GROUP = 2;
    static final int POLICY = 3;

    private final boolean explicit;
    private final int memberList;

    QuotaProfile(boolean explicit, int memberList) {
        this.explicit = explicit;
        this.memberList = memberList;
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
