package io.twinslice.ransim;

/** The streams of chance that a seed is split into. */
final class Purpose {
    static final int UE = 1;
    static final int FADING = 2;
    static final int DECODING = 3;
    static final int TRAFFIC = 4;
    static final int INTERFERER = 5;

    private Purpose() {}
}
