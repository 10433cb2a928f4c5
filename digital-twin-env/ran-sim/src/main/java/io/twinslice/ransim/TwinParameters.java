package io.twinslice.ransim;

/**
 * The radio side of one twin.
 *
 * @param ues connected UEs, 1..256
 * @param traffic what each of them is sent
 * @param radio how they hear it
 * @param freshestOnly whether a waiting update is replaced by a newer one (state synchronisation) instead of queueing
 *     before it (events)
 */
public record TwinParameters(int ues, Traffic traffic, Radio radio, boolean freshestOnly) {
    static final int MAX_UES = 256;

    public TwinParameters {
        if (ues < 1 || ues > MAX_UES) {
            throw new IllegalArgumentException("a twin has 1.." + MAX_UES + " UEs, not " + ues);
        }
    }

    /** The same twin with its traffic scaled. */
    public TwinParameters scaled(double load) {
        return new TwinParameters(ues, traffic.scaled(load), radio, freshestOnly);
    }

    public TwinParameters withTraffic(Traffic changed) {
        return new TwinParameters(ues, changed, radio, freshestOnly);
    }

    public TwinParameters withRadio(Radio changed) {
        return new TwinParameters(ues, traffic, changed, freshestOnly);
    }
}
