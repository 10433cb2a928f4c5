package io.twinslice.ransim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Who is attached to the cell, as the stays say and as {@link #attach} and {@link #detach} change it. */
final class Attendance {
    /** A UE comes or goes. */
    private record Change(long micros, int ue, boolean comes) {}

    private final long[] micros;
    private final int[] ueOf;
    private final boolean[] comes;
    private final int[] staysOpen;
    private final boolean[] here;
    private int next;

    Attendance(List<Presence> stays, Roster roster) {
        List<Change> changes = new ArrayList<>();
        here = new boolean[roster.ues()];
        staysOpen = new int[roster.ues()];
        Arrays.fill(here, true);
        for (Presence stay : stays) {
            int ue = roster.firstUe(stay.twin()) + stay.ue();
            here[ue] = false;
            changes.add(new Change(stay.fromMillis() * 1000, ue, true));
            changes.add(new Change(stay.untilMillis() * 1000, ue, false));
        }
        // Who comes and goes at one instant comes first, so that stays that touch are one stay.
        changes.sort(Comparator.comparingLong(Change::micros)
                .thenComparing(Change::comes, Comparator.reverseOrder())
                .thenComparingInt(Change::ue));
        micros = changes.stream().mapToLong(Change::micros).toArray();
        ueOf = changes.stream().mapToInt(Change::ue).toArray();
        comes = new boolean[micros.length];
        for (int i = 0; i < comes.length; i++) {
            comes[i] = changes.get(i).comes();
        }
    }

    /** A copy that goes on by itself. */
    Attendance(Attendance other) {
        micros = other.micros;
        ueOf = other.ueOf;
        comes = other.comes;
        staysOpen = other.staysOpen.clone();
        here = other.here.clone();
        next = other.next;
    }

    /** When somebody comes or goes next by schedule. */
    long nextMicros() {
        return next < micros.length ? micros[next] : Long.MAX_VALUE;
    }

    /** Takes the next scheduled change; returns the UE that came or went, or -1 if nobody did. */
    int advance() {
        int ue = ueOf[next];
        staysOpen[ue] += comes[next++] ? 1 : -1;
        boolean now = staysOpen[ue] > 0;
        if (now == here[ue]) {
            return -1;
        }
        here[ue] = now;
        return ue;
    }

    boolean isHere(int ue) {
        return here[ue];
    }

    void attach(int ue) {
        here[ue] = true;
    }

    void detach(int ue) {
        here[ue] = false;
    }

    int count(int from, int to) {
        int count = 0;
        for (int ue = from; ue < to; ue++) {
            count += here[ue] ? 1 : 0;
        }
        return count;
    }

    long digest(long seed) {
        return Chance.mix(seed + Arrays.hashCode(here) * 31L + next);
    }
}
