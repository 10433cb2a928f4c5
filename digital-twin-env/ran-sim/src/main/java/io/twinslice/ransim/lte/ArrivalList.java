package io.twinslice.ransim.lte;

import java.util.Arrays;

/** Packets that are announced and have not arrived yet, oldest first. */
final class ArrivalList {
    private double[] times = new double[64];
    private int[] bytes = new int[64];
    private int next;
    private int end;

    void add(double millis, int size) {
        if (end == times.length) {
            if (next > 0) {
                System.arraycopy(times, next, times, 0, end - next);
                System.arraycopy(bytes, next, bytes, 0, end - next);
                end -= next;
                next = 0;
            } else {
                times = Arrays.copyOf(times, 2 * end);
                bytes = Arrays.copyOf(bytes, 2 * end);
            }
        }
        times[end] = millis;
        bytes[end++] = size;
    }

    /** Lets everything up to a time arrive. */
    void release(double until, RlcQueue queue, RlcQueue.Sink sink) {
        for (; next < end && times[next] <= until; next++) {
            queue.arrive(times[next], bytes[next], sink);
        }
    }
}
