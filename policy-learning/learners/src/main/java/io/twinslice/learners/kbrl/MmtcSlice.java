package io.twinslice.learners.kbrl;

import io.twinslice.learners.SplitMix;
import java.util.Arrays;

/**
 * A slice for machines, like NB-IoT: {@value #DEVICES} devices report periodically and repeat each report; one PRB
 * carries one device per slot, first come first served. Within a slot: arrivals, service, statistics.
 */
final class MmtcSlice implements Slice {
    private static final int DEVICES = 1000;
    private static final int[] REPETITIONS = {2, 4, 8, 16, 32, 64, 128};
    private static final int[] PERIODS = {1000, 50_000, 10_000, 15_000, 20_000, 25_000, 50_000, 100_000};
    private static final double LIMIT_SLOTS = 300;
    private static final double SCALE = 100.0 * STAGE_SLOTS;

    private final int[] repetitions;
    private final int[] periods;

    /** A heap of arrivals: slot · 1024 + device. */
    private final long[] calendar;

    private long slot;

    /** The queue in the order of arrival: slots of arrival and repetitions left, from {@code head} on. */
    private long[] arrived;

    private int[] left;
    private int head;
    private int tail;
    private long sumArrived;
    private long sumLeft;

    private final double[] state = new double[3];
    private boolean violated;

    MmtcSlice(long seed) {
        SplitMix random = new SplitMix(seed);
        repetitions = new int[DEVICES];
        periods = new int[DEVICES];
        calendar = new long[DEVICES];
        arrived = new long[256];
        left = new int[256];
        for (int device = 0; device < DEVICES; device++) {
            repetitions[device] = REPETITIONS[random.nextInt(REPETITIONS.length)];
            periods[device] = PERIODS[random.nextInt(PERIODS.length)];
            calendar[device] = (1L + random.nextInt(periods[device])) << 10 | device;
        }
        Arrays.sort(calendar); // A sorted array is a heap.
    }

    private MmtcSlice(MmtcSlice other) {
        repetitions = other.repetitions;
        periods = other.periods;
        calendar = other.calendar.clone();
        slot = other.slot;
        arrived = other.arrived.clone();
        left = other.left.clone();
        head = other.head;
        tail = other.tail;
        sumArrived = other.sumArrived;
        sumLeft = other.sumLeft;
        System.arraycopy(other.state, 0, state, 0, state.length);
        violated = other.violated;
    }

    /** Repetitions that arrive per slot on average: PRBs that the slice needs. */
    double load() {
        double load = 0;
        for (int device = 0; device < DEVICES; device++) {
            load += (double) repetitions[device] / periods[device];
        }
        return load;
    }

    @Override
    public void stage(int first, int prbs) {
        double devices = 0;
        double remaining = 0;
        double delay = 0;
        for (int i = 0; i < STAGE_SLOTS; i++) {
            slot++;
            arrivals();
            serve(prbs);
            int count = tail - head;
            if (count > 0) {
                devices += count;
                remaining += (double) sumLeft / count;
                delay += slot - (double) sumArrived / count;
            }
        }
        state[0] = devices / SCALE;
        state[1] = remaining / SCALE;
        state[2] = delay / SCALE;
        violated = delay / STAGE_SLOTS >= LIMIT_SLOTS;
    }

    private void arrivals() {
        while (calendar[0] >>> 10 == slot) {
            int device = (int) (calendar[0] & 1023);
            enqueue(repetitions[device]);
            reschedule((slot + periods[device]) << 10 | device);
        }
    }

    /** Replaces the top of the heap. */
    private void reschedule(long entry) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= DEVICES) {
                break;
            }
            if (child + 1 < DEVICES && calendar[child + 1] < calendar[child]) {
                child++;
            }
            if (calendar[child] >= entry) {
                break;
            }
            calendar[at] = calendar[child];
            at = child;
        }
        calendar[at] = entry;
    }

    private void enqueue(int count) {
        if (tail == left.length) {
            int size = tail - head;
            int capacity = size > left.length / 2 ? 2 * left.length : left.length;
            long[] slots = new long[capacity];
            int[] counts = new int[capacity];
            System.arraycopy(arrived, head, slots, 0, size);
            System.arraycopy(left, head, counts, 0, size);
            arrived = slots;
            left = counts;
            head = 0;
            tail = size;
        }
        arrived[tail] = slot;
        left[tail] = count;
        tail++;
        sumArrived += slot;
        sumLeft += count;
    }

    /** Serves the first {@code prbs} of the queue; who is done leaves, the others close up. */
    private void serve(int prbs) {
        int served = Math.min(prbs, tail - head);
        int keep = head + served - 1;
        for (int i = head + served - 1; i >= head; i--) {
            if (left[i] == 1) {
                sumArrived -= arrived[i];
            } else {
                arrived[keep] = arrived[i];
                left[keep] = left[i] - 1;
                keep--;
            }
        }
        sumLeft -= served;
        head = keep + 1;
    }

    @Override
    public double[] state() {
        return state;
    }

    @Override
    public boolean isViolated() {
        return violated;
    }

    @Override
    public Slice copy() {
        return new MmtcSlice(this);
    }
}
