package io.twinslice.ransim.lte;

/** The channel of one UE: a mean SNR and a window into a {@link Fading} that is moved to another place every 0.5 s. */
final class PolicyLink {
    private static final int WINDOW_MILLIS = 500;

    private final Fading fading;
    private final Draws draws;
    private final int windows;
    private final int phase;
    private int meanTenth;
    private int begin;
    private int beginBefore;
    private int place;

    /** @param startMillis when the cell begins; windows are moved at whole half seconds */
    PolicyLink(Fading fading, double meanSnrDb, int startMillis, Draws draws) {
        this.fading = fading;
        this.draws = draws;
        move(meanSnrDb);
        windows = fading.millis() - WINDOW_MILLIS;
        phase = startMillis % WINDOW_MILLIS;
    }

    /** The UE is where its mean SNR is this. */
    void move(double meanSnrDb) {
        meanTenth = (int) Math.rint(10 * meanSnrDb);
    }

    /** To be called at every millisecond before anything is asked about it. */
    void tick(long millis) {
        if ((millis == 0 || (millis + phase) % WINDOW_MILLIS == 0) && windows > 0) {
            beginBefore = begin;
            begin = (int) (draws.uniform() * windows);
        }
    }

    /** Turns to a time that is now or up to half a second ago. */
    void look(long millis, long now) {
        if (windows > 0) {
            int into = (int) ((now + phase) % WINDOW_MILLIS);
            int ago = (int) (now - millis);
            place = into >= ago ? begin + into - ago : beginBefore + WINDOW_MILLIS + into - ago;
        }
    }

    /** SNR of a group at that time, in tenths of a decibel. */
    int snrTenth(int group) {
        return meanTenth + fading.gainTenth(place, group);
    }
}
