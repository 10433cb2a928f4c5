package io.twinslice.sync.mirror;

import io.twinslice.model.TwinSnapshot;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Puts reports that come late, twice or out of order back into the order of their windows. A window that has not come
 * when it is so old, or when {@value #CAPACITY} newer ones wait for it, is lost.
 */
final class ReportOrder {
    private static final int CAPACITY = 64;

    /** A hole longer than this is one, not so many lost windows: the cell was away. */
    private static final int LONGEST_GAP = 1000;

    private final int windowMillis;
    private final int patienceMillis;
    private final TreeMap<Long, TwinSnapshot> waiting = new TreeMap<>();
    private long lastMillis = Long.MIN_VALUE;
    private long received;
    private long duplicates;
    private long tooLate;
    private long lost;

    /** @param patienceMillis how long after its end a window is waited for */
    ReportOrder(int windowMillis, int patienceMillis) {
        this.windowMillis = windowMillis;
        this.patienceMillis = patienceMillis;
    }

    /** Takes in a report of this cell. */
    void accept(TwinSnapshot report) {
        received++;
        long end = report.windowEndMillis();
        if (end <= lastMillis) {
            tooLate++;
        } else if (waiting.putIfAbsent(end, report) != null) {
            duplicates++;
        }
    }

    /**
     * Hands on what is in order, oldest first.
     *
     * @param onward hears each report, and how many windows before it were lost
     */
    void release(long nowMillis, BiConsumer<TwinSnapshot, Integer> onward) {
        while (!waiting.isEmpty()) {
            long end = waiting.firstKey();
            boolean first = lastMillis == Long.MIN_VALUE;
            boolean next = !first && end - lastMillis <= windowMillis;
            boolean patienceIsOver = nowMillis - (end - windowMillis) > patienceMillis || waiting.size() > CAPACITY;
            if (!next && !patienceIsOver) {
                return;
            }
            int gap = first ? 0 : (int) Math.min(LONGEST_GAP, (end - lastMillis + windowMillis / 2) / windowMillis - 1);
            lost += gap;
            lastMillis = end;
            onward.accept(waiting.remove(end), gap);
        }
    }

    /** End of the newest window that was handed on; {@link Long#MIN_VALUE} before the first. */
    long lastMillis() {
        return lastMillis;
    }

    LinkCounters counters(long refused) {
        return new LinkCounters(received, duplicates, tooLate, lost, refused);
    }
}
