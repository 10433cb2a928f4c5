package io.twinslice.ransim;

/** The streams of chance that a seed is split into. */
final class Purpose {
    static final int UE = 1;
    static final int FADING = 2;
    static final int DECODING = 3;
    static final int TRAFFIC = 4;
    static final int INTERFERER = 5;
    static final int MOVEMENT = 6;
    static final int SHADOWING = 7;
    static final int LINE_OF_SIGHT = 8;
    static final int CELL = 9;

    private Purpose() {}
}
