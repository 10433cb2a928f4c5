package io.twinslice.ransim.lte;

/** How the UEs of a slice share its resource block groups. */
public enum Discipline {
    /** One UE after the other; whoever is first may take all that it needs. */
    ROUND_ROBIN,
    /** Every attached UE has the same part of the slice, used or not. */
    WATER_FILLING,
    /** Equal parts among the UEs that have data; what one does not need goes to the others. */
    PROPORTIONAL_FAIR
}
