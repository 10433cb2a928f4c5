package io.twinslice.sync.fidelity;

/** What a gate says of a value. Only green is good enough to judge a policy by. */
public enum Light {
    GREEN,
    /** Between the two limits. */
    AMBER,
    RED,
    /** Nothing was there to measure it by. */
    UNKNOWN
}
