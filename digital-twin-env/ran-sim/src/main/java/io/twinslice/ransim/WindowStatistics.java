package io.twinslice.ransim;

import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinProfile;
import java.util.Arrays;
import java.util.List;

/**
 * What happened to each twin since the window began. The age of information is integrated in closed form at each
 * delivery: between two of them it grows with slope one.
 */
final class WindowStatistics {
    private final int[] twinOf;
    private final long[] deadlineMicros;
    private final long[] aoiLimitMicros;

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

    WindowStatistics(int[] twinOf, List<TwinProfile> twins) {
        this.twinOf = twinOf;
        int slices = twins.size();
        deadlineMicros = new long[slices];
        aoiLimitMicros = new long[slices];
        promise(twins);
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
        freshest = new long[twinOf.length];
        agedUntil = new long[twinOf.length];
    }

    void promise(List<TwinProfile> twins) {
        for (int i = 0; i < deadlineMicros.length; i++) {
            deadlineMicros[i] = twins.get(i).sla().deadlineMillis() * 1000L;
            aoiLimitMicros[i] = twins.get(i).sla().aoiLimitMillis() * 1000L;
        }
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
        offeredBytes[twinOf[ue]] += bytes;
    }

    void served(int twin, int usedPrbs, int arrivedBytes) {
        prbs[twin] += usedPrbs;
        deliveredBytes[twin] += arrivedBytes;
    }

    boolean isLate(int ue, long createdMicros, long nowMicros) {
        return nowMicros - createdMicros > deadlineMicros[twinOf[ue]];
    }

    void givenUp(int ue) {
        int twin = twinOf[ue];
        packets[twin]++;
        late[twin]++;
    }

    void delivered(int ue, long createdMicros, long nowMicros) {
        int twin = twinOf[ue];
        packets[twin]++;
        delivered[twin]++;
        delayMicros[twin] += nowMicros - createdMicros;
        if (isLate(ue, createdMicros, nowMicros)) {
            late[twin]++;
        }
        if (createdMicros > freshest[ue]) {
            age(ue, nowMicros);
            freshest[ue] = createdMicros;
        }
    }

    /** Accounts for the age of one UE up to now. */
    private void age(int ue, long nowMicros) {
        int twin = twinOf[ue];
        long from = agedUntil[ue] - freshest[ue];
        long to = nowMicros - freshest[ue];
        ueMicros[twin] += to - from;
        ageArea[twin] += (to - from) * ((from + to) / 2.0);
        agePeak[twin] = Math.max(agePeak[twin], to);
        overLimitMicros[twin] += Math.max(0, to - Math.max(from, aoiLimitMicros[twin]));
        agedUntil[ue] = nowMicros;
    }

    /** A UE attaches, with fresh state. */
    void enter(int ue, long nowMicros) {
        freshest[ue] = nowMicros;
        agedUntil[ue] = nowMicros;
    }

    /** Closes the window for one attached UE; {@link #report} may follow when all were closed. */
    void close(int ue, long nowMicros) {
        age(ue, nowMicros);
    }

    SliceReport report(int twin, int ues, int slots, long bufferedBytes, long headMicros, int cqiSum, int cqiLow) {
        double aged = Math.max(1, ueMicros[twin]);
        return new SliceReport(
                kbit(offeredBytes[twin]),
                kbit(deliveredBytes[twin]),
                kbit(bufferedBytes),
                rounded(prbs[twin] / (double) slots),
                packets[twin],
                late[twin],
                delivered[twin] == 0 ? 0 : rounded(delayMicros[twin] / 100.0 / delivered[twin]),
                rounded(headMicros / 100.0),
                rounded(ageArea[twin] / aged / 1000),
                rounded(agePeak[twin] / 1000.0),
                Math.min(1000, rounded(overLimitMicros[twin] * 1000 / aged)),
                ues == 0 ? 0 : rounded(cqiSum * 10.0 / ues),
                ues == 0 ? 0 : cqiLow * 10,
                ues);
    }

    /** Mean age over the UEs of a twin so far in the window, for tests that need more than whole milliseconds. */
    double meanAgeMicros(int twin, int ues, long windowMicros) {
        return ageArea[twin] / ((double) ues * windowMicros);
    }

    private static int kbit(long bytes) {
        return rounded(bytes * 8 / 1000.0);
    }

    private static int rounded(double value) {
        return (int) Math.min(Integer.MAX_VALUE, Math.round(value));
    }

    long digest(long seed) {
        long hash = Chance.mix(seed + Arrays.hashCode(freshest));
        hash = Chance.mix(hash + Arrays.hashCode(agedUntil));
        hash = Chance.mix(hash + Arrays.hashCode(packets));
        return Chance.mix(hash + Arrays.hashCode(late));
    }
}
