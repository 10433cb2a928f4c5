package io.twinslice.sync.recording;

import java.util.Arrays;

/** One run of the testbed: what it was asked to do and what it reported. */
final class TestbedRun {
    static final int SLICES = 3;

    private final String name;
    private final int traffic;
    private final int[] configuredUes;
    private final Columns reports = new Columns(REPORT_COLUMNS);
    private final Columns decisions = new Columns(DECISION_COLUMNS);
    private int[][] attached = new int[0][];

    static final int TIME = 0;

    static final int REPORT = 1;
    static final int SLICE = 2;
    static final int BUFFER = 3;
    static final int RATE = 4;
    static final int RATIO = 5;
    static final int PRB = 6;
    private static final int REPORT_COLUMNS = 7;

    /** PRBs of slice 0; those of the others and then the disciplines follow. */
    static final int PLAN = 1;

    private static final int DECISION_COLUMNS = 7;

    /** Length of a stretch for which one number of attached UEs is taken. */
    static final int STRETCH_MILLIS = 30_000;

    /** Columns of numbers that grow. */
    static final class Columns {
        private final float[][] values;
        private int rows;

        private Columns(int columns) {
            values = new float[columns][256];
        }

        void add(float... row) {
            for (int i = 0; i < values.length; i++) {
                if (rows == values[i].length) {
                    values[i] = Arrays.copyOf(values[i], 2 * rows);
                }
                values[i][rows] = row[i];
            }
            rows++;
        }

        int rows() {
            return rows;
        }

        float at(int column, int row) {
            return values[column][row];
        }
    }

    /** @param traffic 0 or 1 */
    TestbedRun(String name, int traffic, int... configuredUes) {
        this.name = name;
        this.traffic = traffic;
        this.configuredUes = configuredUes;
    }

    String name() {
        return name;
    }

    int traffic() {
        return traffic;
    }

    int configuredUes(int slice) {
        return configuredUes[slice];
    }

    Columns reports() {
        return reports;
    }

    Columns decisions() {
        return decisions;
    }

    int endMillis() {
        return reports.rows() == 0 ? 0 : (int) reports.at(TIME, reports.rows() - 1);
    }

    /**
     * Counts the attached UEs: a report has two rows for each. Of a stretch the most frequent count is taken, so that
     * merged reports do no harm.
     */
    void countAttached() {
        int stretches = endMillis() / STRETCH_MILLIS + 1;
        int[][][] votes = new int[stretches][SLICES][];
        for (int stretch = 0; stretch < stretches; stretch++) {
            for (int slice = 0; slice < SLICES; slice++) {
                votes[stretch][slice] = new int[configuredUes[slice] + 1];
            }
        }
        int row = 0;
        while (row < reports.rows()) {
            int[] count = new int[SLICES];
            int first = row;
            while (row < reports.rows() && reports.at(REPORT, row) == reports.at(REPORT, first)) {
                count[(int) reports.at(SLICE, row)]++;
                row++;
            }
            int stretch = (int) reports.at(TIME, first) / STRETCH_MILLIS;
            for (int slice = 0; slice < SLICES; slice++) {
                votes[stretch][slice][Math.min(configuredUes[slice], (count[slice] + 1) / 2)]++;
            }
        }
        attached = new int[stretches][SLICES];
        for (int stretch = 0; stretch < stretches; stretch++) {
            for (int slice = 0; slice < SLICES; slice++) {
                int[] vote = votes[stretch][slice];
                int best = 0;
                for (int ues = 1; ues < vote.length; ues++) {
                    best = vote[ues] >= vote[best] && vote[ues] > 0 ? ues : best;
                }
                attached[stretch][slice] = best;
            }
        }
    }

    /** UEs attached at a time. */
    int attached(int slice, int millis) {
        return attached[Math.min(attached.length - 1, millis / STRETCH_MILLIS)][slice];
    }
}
