package io.twinslice.ransim;

import java.util.List;

/**
 * Which UE belongs to which twin. UEs are numbered through the twins; in a {@link UeSet} each twin begins a word of its
 * own, so that a slice is a range of words. Immutable.
 */
final class Roster {
    private final int[] twinOf;
    private final int[] firstUe;
    private final int[] firstWord;
    private final int[] ueOfWord;
    private final int[] placeOf;

    Roster(List<TwinParameters> twins) {
        firstUe = new int[twins.size() + 1];
        firstWord = new int[twins.size() + 1];
        for (int twin = 0; twin < twins.size(); twin++) {
            int ues = twins.get(twin).ues();
            firstUe[twin + 1] = firstUe[twin] + ues;
            firstWord[twin + 1] = firstWord[twin] + Math.ceilDiv(ues, Long.SIZE);
        }
        twinOf = new int[firstUe[twins.size()]];
        placeOf = new int[twinOf.length];
        ueOfWord = new int[firstWord[twins.size()]];
        for (int twin = 0; twin < twins.size(); twin++) {
            for (int word = firstWord[twin]; word < firstWord[twin + 1]; word++) {
                ueOfWord[word] = firstUe[twin] + (word - firstWord[twin]) * Long.SIZE;
            }
            for (int ue = firstUe[twin]; ue < firstUe[twin + 1]; ue++) {
                twinOf[ue] = twin;
                placeOf[ue] = firstWord[twin] * Long.SIZE + ue - firstUe[twin];
            }
        }
    }

    int twins() {
        return firstUe.length - 1;
    }

    int ues() {
        return twinOf.length;
    }

    int twinOf(int ue) {
        return twinOf[ue];
    }

    int firstUe(int twin) {
        return firstUe[twin];
    }

    /** The first UE after those of a twin. */
    int endUe(int twin) {
        return firstUe[twin + 1];
    }

    int words() {
        return ueOfWord.length;
    }

    int firstWord(int twin) {
        return firstWord[twin];
    }

    int endWord(int twin) {
        return firstWord[twin + 1];
    }

    /** Number of a UE's bit in a {@link UeSet}: 64 times its word, plus its place in the word. */
    int placeOf(int ue) {
        return placeOf[ue];
    }

    /** The UE whose bit is the lowest one set in a word. */
    int lowest(int word, long bits) {
        return ueOfWord[word] + Long.numberOfTrailingZeros(bits);
    }
}
