package io.twinslice.ransim;

/** In which order the UEs of a slice get its PRBs when there are not enough for all of them. */
public enum IntraSlice {
    /** The UE whose rate now is highest against its average of the last 100 ms or so. */
    PROPORTIONAL_FAIR,
    /** One after the other, each as much as it needs. */
    ROUND_ROBIN
}
