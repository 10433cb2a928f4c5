package io.twinslice.ransim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The arrivals of all UEs. A wheel of slots holds each source in the slot of its next packet, so that a slot in which
 * nothing arrives costs one look. A source whose packet is further off than one turn waits for several.
 */
final class Arrivals {
    private static final int WHEEL = 256;
    private static final int NONE = -1;

    private final Roster roster;
    private final boolean[] freshestOnly;
    private final Sources sources;
    /** 0 with slots of 500 us, 1 with slots of twice that. */
    private final int halvings;

    /** First source of each place of the wheel, and to each source the next one of its place. */
    private final int[] first;

    private final int[] following;
    private final long[] dueSlot;

    Arrivals(CellParameters parameters, Roster roster, long seed) {
        this.roster = roster;
        halvings = parameters.slotMicros() == 500 ? 0 : 1;
        freshestOnly = new boolean[roster.twins()];
        List<Sources.Stream> all = new ArrayList<>();
        for (int twin = 0; twin < roster.twins(); twin++) {
            TwinParameters described = parameters.twins().get(twin);
            freshestOnly[twin] = described.freshestOnly();
            for (int ue = roster.firstUe(twin); ue < roster.endUe(twin); ue++) {
                int part = 0;
                for (Traffic simple : partsOf(described.traffic(), ue - roster.firstUe(twin))) {
                    // Sources of one UE are 1 apart and UEs 64, so that a twin more or less changes nobody else's
                    // draws.
                    long key = Chance.key(seed, Purpose.TRAFFIC, ue * 64 + part++);
                    boolean inPhase = simple instanceof Traffic.Periodic periodic && periodic.inPhase();
                    long phaseKey = inPhase ? Chance.key(seed, Purpose.TRAFFIC, -1 - twin) : Chance.mix(key);
                    all.add(new Sources.Stream(simple, ue, key, phaseKey));
                }
            }
        }
        sources = new Sources(all);
        first = new int[WHEEL];
        following = new int[sources.size()];
        dueSlot = new long[sources.size()];
        turnInto(0);
    }

    /** A copy that goes on by itself. */
    Arrivals(Arrivals other) {
        roster = other.roster;
        freshestOnly = other.freshestOnly;
        halvings = other.halvings;
        sources = new Sources(other.sources);
        first = other.first.clone();
        following = other.following.clone();
        dueSlot = other.dueSlot.clone();
    }

    private static List<Traffic> partsOf(Traffic traffic, int ueOfTwin) {
        return switch (traffic) {
            case Traffic.Mixed mixed ->
                mixed.parts().stream()
                        .flatMap(part -> partsOf(part, ueOfTwin).stream())
                        .toList();
            case Traffic.PerUe each ->
                partsOf(each.parts().get(ueOfTwin % each.parts().size()), ueOfTwin);
            default -> List.of(traffic);
        };
    }

    /** Draws from another seed from now on. */
    void reseed(long seed, long slot, long nowMicros, double[] load) {
        double[] loadOfUe = new double[roster.ues()];
        for (int ue = 0; ue < loadOfUe.length; ue++) {
            loadOfUe[ue] = load[roster.twinOf(ue)];
        }
        sources.reseed(seed, nowMicros, loadOfUe);
        turnInto(slot);
    }

    /** Puts all sources into the wheel anew. */
    private void turnInto(long slot) {
        Arrays.fill(first, NONE);
        for (int source = sources.size() - 1; source >= 0; source--) {
            dueSlot[source] = Math.max(slot, slotOf(sources.micros(source)));
            hang(source);
        }
    }

    /** The first slot that begins at this time or later. */
    private long slotOf(long micros) {
        return (micros + 499) / 500 + halvings >> halvings;
    }

    private void hang(int source) {
        int place = (int) dueSlot[source] & (WHEEL - 1);
        following[source] = first[place];
        first[place] = source;
    }

    /**
     * Queues everything that was created up to the beginning of this slot for UEs that are attached. Every slot must be
     * asked for, in order.
     */
    void queueUntil(long slot, long nowMicros, double[] load, Attendance attendance, PacketQueues queues) {
        int place = (int) slot & (WHEEL - 1);
        int source = first[place];
        if (source == NONE) {
            return;
        }
        first[place] = NONE;
        while (source != NONE) {
            int after = following[source];
            if (dueSlot[source] <= slot) {
                int ue = sources.ue(source);
                int twin = roster.twinOf(ue);
                boolean here = attendance.isHere(ue);
                do {
                    if (here) {
                        queues.push(ue, sources.micros(source), sources.bytes(source), freshestOnly[twin]);
                    }
                    sources.advance(source, load[twin]);
                } while (sources.micros(source) <= nowMicros);
                dueSlot[source] = slotOf(sources.micros(source));
            }
            hang(source);
            source = after;
        }
    }

    long digest(long seed) {
        return sources.digest(seed);
    }
}
