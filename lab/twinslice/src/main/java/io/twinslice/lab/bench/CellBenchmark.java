package io.twinslice.lab.bench;

import io.twinslice.model.SliceMeasurement;
import io.twinslice.ransim.RanCell;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Times cells on one thread: a warm-up of all of them, then rounds of which the median counts. */
final class CellBenchmark {
    private static final int WINDOW_MILLIS = 100;
    private static final int SETTLE_MILLIS = 5000;
    private static final int SLICES = 3;
    private static final int FORKS = 1000;

    /** Forks that are alive at a time. */
    private static final int KEPT = 64;

    private final Plan plan;
    private final Meters meters;
    private final int[] values = new int[SLICES * SliceMeasurement.values().length];
    private final @Nullable RanCell[] kept = new RanCell[KEPT];

    /** How long each cell is timed. */
    record Plan(long warmUpNanos, int rounds, long roundNanos) {
        static final Plan STANDARD = new Plan(1_500_000_000L, 9, 300_000_000L);
    }

    /**
     * Clocks and the memory meter, which belong to the composition root.
     *
     * @param cpuNanos processor time of this thread, which other programs on the machine do not count in
     * @param wallNanos a clock that only goes forward
     * @param allocatedBytes what this thread has allocated so far
     */
    record Meters(LongSupplier cpuNanos, LongSupplier wallNanos, LongSupplier allocatedBytes) {}

    /**
     * What was measured of one cell.
     *
     * @param slotsPerSecond slots per second of processor time
     * @param bytesPerSlot memory allocated
     * @param nanosPerUeSlot time of a slot, divided by the UEs
     * @param prbShare share of the PRBs in use
     * @param thousandForksMillis time on the wall for 1,000 copies of the running cell
     */
    record Outcome(
            int ues,
            int prbs,
            int slotMicros,
            double slotsPerSecond,
            double bytesPerSlot,
            double nanosPerUeSlot,
            double prbShare,
            double thousandForksMillis) {}

    private record Rate(double slotsPerSecond, double bytesPerSlot) {}

    CellBenchmark(Plan plan, Meters meters) {
        this.plan = plan;
        this.meters = meters;
    }

    List<Outcome> run(List<BusyCell> cells) {
        // All are warmed up before the first is timed: a program meets cells of all sizes too.
        for (BusyCell busy : cells) {
            RanCell cell = busy.start();
            rate(cell, busy, plan.warmUpNanos);
            forkMillis(cell);
        }
        return cells.stream().map(this::outcome).toList();
    }

    private Outcome outcome(BusyCell busy) {
        RanCell cell = busy.start();
        for (int done = 0; done < SETTLE_MILLIS; done += WINDOW_MILLIS) {
            cell.runWindow(WINDOW_MILLIS, values);
        }
        double[] rates = new double[plan.rounds];
        double[] bytes = new double[plan.rounds];
        double[] forks = new double[plan.rounds];
        for (int round = 0; round < plan.rounds; round++) {
            Rate rate = rate(cell, busy, plan.roundNanos);
            rates[round] = rate.slotsPerSecond;
            bytes[round] = rate.bytesPerSlot;
            forks[round] = forkMillis(cell);
        }
        double slotsPerSecond = median(rates);
        return new Outcome(
                busy.ues(),
                busy.prbs(),
                busy.slotMicros(),
                Math.rint(slotsPerSecond),
                Math.rint(100 * median(bytes)) / 100,
                Math.rint(1e11 / slotsPerSecond / busy.ues()) / 100,
                Math.rint(100 * prbShare(cell, busy)) / 100,
                Math.rint(10 * median(forks)) / 10);
    }

    private Rate rate(RanCell cell, BusyCell busy, long nanos) {
        int slotsPerWindow = WINDOW_MILLIS * 1000 / busy.slotMicros();
        long slots = 0;
        long bytes = meters.allocatedBytes.getAsLong();
        long start = meters.cpuNanos.getAsLong();
        long elapsed;
        do {
            for (int i = 0; i < 10; i++) {
                cell.runWindow(WINDOW_MILLIS, values);
            }
            slots += 10L * slotsPerWindow;
            elapsed = meters.cpuNanos.getAsLong() - start;
        } while (elapsed < nanos);
        return new Rate(slots * 1e9 / elapsed, (double) (meters.allocatedBytes.getAsLong() - bytes) / slots);
    }

    private double forkMillis(RanCell cell) {
        long start = meters.wallNanos.getAsLong();
        for (int i = 0; i < FORKS; i++) {
            kept[i % KEPT] = cell.fork();
        }
        return (meters.wallNanos.getAsLong() - start) / 1e6;
    }

    private double prbShare(RanCell cell, BusyCell busy) {
        cell.runWindow(10_000, values);
        int used = 0;
        for (int slice = 0; slice < SLICES; slice++) {
            used += values[slice * SliceMeasurement.values().length + SliceMeasurement.PRB_USED.index()];
        }
        return (double) used / busy.prbs();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
