package io.twinslice.ransim;

import java.util.ArrayList;
import java.util.List;

/** The arrivals of all UEs. An idle source costs one comparison per slot. */
final class Arrivals {
    private final Source[] sources;
    private final long[] nextMicros;
    private final int[] twinOf;
    private final boolean[] freshestOnly;

    Arrivals(CellParameters parameters, int[] twinOf, long seed) {
        this.twinOf = twinOf;
        freshestOnly = new boolean[parameters.twins().size()];
        List<Source> all = new ArrayList<>();
        for (int twin = 0; twin < freshestOnly.length; twin++) {
            freshestOnly[twin] = parameters.twins().get(twin).freshestOnly();
        }
        for (int ue = 0; ue < twinOf.length; ue++) {
            Traffic traffic = parameters.twins().get(twinOf[ue]).traffic();
            int part = 0;
            for (Traffic simple : partsOf(traffic, ue - firstOf(ue))) {
                // Sources of one UE are 1 apart and UEs 64, so that a twin more or less changes nobody else's draws.
                long key = Chance.key(seed, Purpose.TRAFFIC, ue * 64 + part++);
                boolean inPhase = simple instanceof Traffic.Periodic periodic && periodic.inPhase();
                long phaseKey = inPhase ? Chance.key(seed, Purpose.TRAFFIC, -1 - twinOf[ue]) : Chance.mix(key);
                all.add(Source.of(simple, ue, key, phaseKey));
            }
        }
        sources = all.toArray(Source[]::new);
        nextMicros = new long[sources.length];
        for (int i = 0; i < sources.length; i++) {
            nextMicros[i] = sources[i].micros;
        }
    }

    /** The first UE of the twin that this one belongs to. */
    private int firstOf(int ue) {
        int first = ue;
        while (first > 0 && twinOf[first - 1] == twinOf[ue]) {
            first--;
        }
        return first;
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

    /** Queues everything that was created up to now for UEs that are attached. */
    void queueUntil(long nowMicros, double[] load, Attendance attendance, PacketQueues queues) {
        for (int i = 0; i < sources.length; i++) {
            if (nextMicros[i] <= nowMicros) {
                Source source = sources[i];
                int twin = twinOf[source.ue];
                boolean here = attendance.isHere(source.ue);
                do {
                    if (here) {
                        queues.push(source.ue, source.micros, source.bytes, freshestOnly[twin]);
                    }
                    source.advance(load[twin]);
                } while (source.micros <= nowMicros);
                nextMicros[i] = source.micros;
            }
        }
    }

    long digest(long seed) {
        long hash = seed;
        for (Source source : sources) {
            hash = source.digest(hash);
        }
        return hash;
    }
}
