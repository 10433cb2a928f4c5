package io.twinslice.sync.recording;

import java.util.Arrays;

/** What was reported, by cell (traffic, slice, PRBs of the slice) and quantity. */
final class CellSamples {
    /** The reported quantities. */
    enum Quantity {
        RATE(0),
        BUFFER(1),
        RATIO(2);

        private final int place;

        Quantity(int place) {
            this.place = place;
        }
    }

    private static final int PRBS = 51;
    static final int CELLS = 2 * TestbedRun.SLICES * PRBS;
    private static final int QUANTITIES = Quantity.values().length;

    private final float[][] values = new float[CELLS * QUANTITIES][0];
    private final int[] counts = new int[CELLS];

    static int cell(int traffic, int slice, int prbs) {
        return (traffic * TestbedRun.SLICES + slice) * PRBS + prbs;
    }

    static int traffic(int cell) {
        return cell / PRBS / TestbedRun.SLICES;
    }

    static int slice(int cell) {
        return cell / PRBS % TestbedRun.SLICES;
    }

    static int prbs(int cell) {
        return cell % PRBS;
    }

    /** What the recorded runs reported after their start-up. */
    static CellSamples recorded(Iterable<TestbedRun> runs) {
        CellSamples samples = new CellSamples();
        for (TestbedRun run : runs) {
            TestbedRun.Columns reports = run.reports();
            for (int row = 0; row < reports.rows(); row++) {
                if (reports.at(TestbedRun.TIME, row) > TestbedTwin.START_UP_MILLIS) {
                    samples.add(
                            cell(run.traffic(), (int) reports.at(TestbedRun.SLICE, row), (int)
                                    reports.at(TestbedRun.PRB, row)),
                            reports.at(TestbedRun.RATE, row),
                            reports.at(TestbedRun.BUFFER, row),
                            reports.at(TestbedRun.RATIO, row));
                }
            }
        }
        return samples;
    }

    void add(int cell, float rate, float buffer, float ratio) {
        int count = counts[cell]++;
        put(cell, Quantity.RATE, count, rate);
        put(cell, Quantity.BUFFER, count, buffer);
        put(cell, Quantity.RATIO, count, ratio);
    }

    private void put(int cell, Quantity quantity, int at, float value) {
        int index = cell * QUANTITIES + quantity.place;
        if (at == values[index].length) {
            values[index] = Arrays.copyOf(values[index], Math.max(64, 2 * at));
        }
        values[index][at] = value;
    }

    int count(int cell) {
        return counts[cell];
    }

    /** The values of a cell, sorted. */
    float[] sorted(int cell, Quantity quantity) {
        float[] copy = Arrays.copyOf(values[cell * QUANTITIES + quantity.place], counts[cell]);
        Arrays.sort(copy);
        return copy;
    }
}
