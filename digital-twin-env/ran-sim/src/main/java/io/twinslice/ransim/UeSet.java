package io.twinslice.ransim;

/** A set of UEs as bits, in the order of a {@link Roster}. */
final class UeSet {
    private final Roster roster;
    private final long[] words;

    UeSet(Roster roster) {
        this.roster = roster;
        words = new long[roster.words()];
    }

    UeSet(UeSet other) {
        roster = other.roster;
        words = other.words.clone();
    }

    void add(int ue) {
        int place = roster.placeOf(ue);
        words[place >> 6] |= 1L << place;
    }

    void remove(int ue) {
        int place = roster.placeOf(ue);
        words[place >> 6] &= ~(1L << place);
    }

    long word(int index) {
        return words[index];
    }
}
