package io.twinslice.ransim;

import io.twinslice.model.SliceMeasurement;
import io.twinslice.model.TwinProfile;
import java.util.Arrays;
import java.util.List;

/**
 * What happened to each twin since the window began. The age of information is integrated in closed form at each
 * delivery: between two of them it grows with slope one.
 */
final class WindowStatistics {
    private final Roster roster;
    /** Shared with forks: never written to, but replaced. */
    private long[] deadlineMicros;

    private long[] aoiLimitMicros;

    private final long[] offeredBytes;
    private final long[] deliveredBytes;
    private final long[] prbs;
    private final int[] packets;
    private final int[] late;
    private final int[] delivered;
    private final long[] delayMicros;
    private final long[] ueMicros;
    private final double[] ageArea;
    private final long[] agePeak;
    private final long[] overLimitMicros;

    /** Per UE: generation time of the freshest update delivered, and since when it is accounted for. */
    private final long[] freshest;

    private final long[] agedUntil;

    WindowStatistics(Roster roster, List<TwinProfile> twins) {
        this.roster = roster;
        int slices = twins.size();
        deadlineMicros = deadlines(twins);
        aoiLimitMicros = aoiLimits(twins);
        offeredBytes = new long[slices];
        deliveredBytes = new long[slices];
        prbs = new long[slices];
        packets = new int[slices];
        late = new int[slices];
        delivered = new int[slices];
        delayMicros = new long[slices];
        ueMicros = new long[slices];
        ageArea = new double[slices];
        agePeak = new long[slices];
        overLimitMicros = new long[slices];
        freshest = new long[roster.ues()];
        agedUntil = new long[roster.ues()];
    }

    /** A copy that goes on by itself. */
    WindowStatistics(WindowStatistics other) {
        roster = other.roster;
        deadlineMicros = other.deadlineMicros;
        aoiLimitMicros = other.aoiLimitMicros;
        offeredBytes = other.offeredBytes.clone();
        deliveredBytes = other.deliveredBytes.clone();
        prbs = other.prbs.clone();
        packets = other.packets.clone();
        late = other.late.clone();
        delivered = other.delivered.clone();
        delayMicros = other.delayMicros.clone();
        ueMicros = other.ueMicros.clone();
        ageArea = other.ageArea.clone();
        agePeak = other.agePeak.clone();
        overLimitMicros = other.overLimitMicros.clone();
        freshest = other.freshest.clone();
        agedUntil = other.agedUntil.clone();
    }

    void promise(List<TwinProfile> twins) {
        deadlineMicros = deadlines(twins);
        aoiLimitMicros = aoiLimits(twins);
    }

    private static long[] deadlines(List<TwinProfile> twins) {
        return twins.stream()
                .mapToLong(twin -> twin.sla().deadlineMillis() * 1000L)
                .toArray();
    }

    private static long[] aoiLimits(List<TwinProfile> twins) {
        return twins.stream()
                .mapToLong(twin -> twin.sla().aoiLimitMillis() * 1000L)
                .toArray();
    }

    void begin() {
        Arrays.fill(offeredBytes, 0);
        Arrays.fill(deliveredBytes, 0);
        Arrays.fill(prbs, 0);
        Arrays.fill(packets, 0);
        Arrays.fill(late, 0);
        Arrays.fill(delivered, 0);
        Arrays.fill(delayMicros, 0);
        Arrays.fill(ueMicros, 0);
        Arrays.fill(ageArea, 0);
        Arrays.fill(agePeak, 0);
        Arrays.fill(overLimitMicros, 0);
    }

    void offered(int ue, int bytes) {
        offeredBytes[roster.twinOf(ue)] += bytes;
    }

    void served(int twin, int usedPrbs, int arrivedBytes) {
        prbs[twin] += usedPrbs;
        deliveredBytes[twin] += arrivedBytes;
    }

    boolean isLate(int ue, long createdMicros, long nowMicros) {
        return nowMicros - createdMicros > deadlineMicros[roster.twinOf(ue)];
    }

    void givenUp(int ue) {
        int twin = roster.twinOf(ue);
        packets[twin]++;
        late[twin]++;
    }

    void delivered(int ue, long createdMicros, long nowMicros) {
        int twin = roster.twinOf(ue);
        packets[twin]++;
        delivered[twin]++;
        delayMicros[twin] += nowMicros - createdMicros;
        late[twin] += nowMicros - createdMicros > deadlineMicros[twin] ? 1 : 0;
        if (createdMicros > freshest[ue]) {
            age(ue, twin, nowMicros);
            freshest[ue] = createdMicros;
        }
    }

    /** Accounts for the age of one UE up to now. */
    private void age(int ue, int twin, long nowMicros) {
        long from = agedUntil[ue] - freshest[ue];
        long to = nowMicros - freshest[ue];
        ueMicros[twin] += to - from;
        ageArea[twin] += (to - from) * ((from + to) * 0.5);
        agePeak[twin] = Math.max(agePeak[twin], to);
        overLimitMicros[twin] += Math.max(0, to - Math.max(from, aoiLimitMicros[twin]));
        agedUntil[ue] = nowMicros;
    }

    /** A UE attaches, with fresh state. */
    void enter(int ue, long nowMicros) {
        enter(ue, nowMicros, nowMicros);
    }

    /** A UE attaches whose freshest update was created at this time. */
    void enter(int ue, long nowMicros, long freshestMicros) {
        freshest[ue] = freshestMicros;
        agedUntil[ue] = nowMicros;
    }

    /** Closes the window for one attached UE; {@link #report} may follow when all were closed. */
    void close(int ue, long nowMicros) {
        age(ue, roster.twinOf(ue), nowMicros);
    }

    /**
     * Writes the measurements of a twin.
     *
     * @param into receives one value for each {@link SliceMeasurement}, in their order, from {@code at} on
     */
    void report(
            int twin,
            int ues,
            int slots,
            long bufferedBytes,
            long headMicros,
            int cqiSum,
            int cqiLow,
            int[] into,
            int at) {
        double aged = Math.max(1, ueMicros[twin]);
        int next = at;
        into[next++] = kbit(offeredBytes[twin]);
        into[next++] = kbit(deliveredBytes[twin]);
        into[next++] = kbit(bufferedBytes);
        into[next++] = rounded(prbs[twin] / (double) slots);
        into[next++] = packets[twin];
        into[next++] = late[twin];
        into[next++] = delivered[twin] == 0 ? 0 : rounded(delayMicros[twin] / 100.0 / delivered[twin]);
        into[next++] = rounded(headMicros / 100.0);
        into[next++] = rounded(ageArea[twin] / aged / 1000);
        into[next++] = rounded(agePeak[twin] / 1000.0);
        into[next++] = Math.min(1000, rounded(overLimitMicros[twin] * 1000 / aged));
        into[next++] = ues == 0 ? 0 : rounded(cqiSum * 10.0 / ues);
        into[next++] = ues == 0 ? 0 : cqiLow * 10;
        into[next] = ues;
    }

    /** When the freshest update that a UE has was created. */
    long freshestMicros(int ue) {
        return freshest[ue];
    }

    /** Age of the freshest update of a UE. */
    long ageMicros(int ue, long nowMicros) {
        return nowMicros - freshest[ue];
    }

    /** Mean age over the UEs of a twin so far in the window, for tests that need more than whole milliseconds. */
    double meanAgeMicros(int twin) {
        return ageArea[twin] / ueMicros[twin];
    }

    /** PRBs used by a twin so far in the window. */
    long prbsUsed(int twin) {
        return prbs[twin];
    }

    private static int kbit(long bytes) {
        return rounded(bytes * 8 / 1000.0);
    }

    private static int rounded(double value) {
        return (int) Math.min(Integer.MAX_VALUE, Math.round(value));
    }

    /** What outlasts the window: how old each UE's state is. Where windows end does not change it. */
    long digest(long seed) {
        return Chance.mix(seed + Arrays.hashCode(freshest));
    }
}
