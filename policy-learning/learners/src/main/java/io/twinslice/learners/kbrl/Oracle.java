package io.twinslice.learners.kbrl;

/**
 * Knows the future: gives each slice in turn the fewest PRBs with which it keeps its promise in the next stage, found
 * by trying. It looks one stage ahead, so it is no strict bound.
 */
final class Oracle implements Controller {
    private final SlicedCell cell;

    Oracle(SlicedCell cell) {
        this.cell = cell;
    }

    @Override
    public void decide(double[][] states, int[] prbs) {
        int first = 0;
        for (int i = 0; i < prbs.length; i++) {
            int most = cell.scenario().prbs() - first;
            int count = cell.scenario().least(i);
            while (count < most && isViolated(i, first, count, most)) {
                count++;
            }
            prbs[i] = count;
            first += count;
        }
    }

    private boolean isViolated(int slice, int first, int count, int most) {
        Slice trial = cell.slice(slice).copy();
        trial.stage(first, count);
        if (trial.isViolated()) {
            return true;
        }
        trial.stage(first, Math.min(most, 30));
        return trial.isViolated();
    }
}
