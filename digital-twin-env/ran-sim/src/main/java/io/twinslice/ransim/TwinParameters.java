package io.twinslice.ransim;

/**
 * The radio side of one twin.
 *
 * @param ues connected UEs, 1..256
 * @param traffic what each of them is sent
 * @param radio how they hear it
 * @param freshestOnly whether a waiting update is replaced by a newer one (state synchronisation) instead of queueing
 *     before it (events)
 * @param intraSlice which UE of the slice comes first
 * @param link how the cell adapts to their links
 */
public record TwinParameters(
        int ues, Traffic traffic, Radio radio, boolean freshestOnly, IntraSlice intraSlice, LinkProfile link) {
    static final int MAX_UES = 256;

    public TwinParameters {
        if (ues < 1 || ues > MAX_UES) {
            throw new IllegalArgumentException("a twin has 1.." + MAX_UES + " UEs, not " + ues);
        }
    }

    /** A slice that is proportionally fair and has the usual link profile. */
    public TwinParameters(int ues, Traffic traffic, Radio radio, boolean freshestOnly) {
        this(ues, traffic, radio, freshestOnly, IntraSlice.PROPORTIONAL_FAIR, LinkProfile.USUAL);
    }

    /** The same twin with its traffic scaled. */
    public TwinParameters scaled(double load) {
        return withTraffic(traffic.scaled(load));
    }

    public TwinParameters withTraffic(Traffic changed) {
        return new TwinParameters(ues, changed, radio, freshestOnly, intraSlice, link);
    }

    public TwinParameters withRadio(Radio changed) {
        return new TwinParameters(ues, traffic, changed, freshestOnly, intraSlice, link);
    }

    public TwinParameters withIntraSlice(IntraSlice changed) {
        return new TwinParameters(ues, traffic, radio, freshestOnly, changed, link);
    }

    public TwinParameters withLink(LinkProfile changed) {
        return new TwinParameters(ues, traffic, radio, freshestOnly, intraSlice, changed);
    }
}
