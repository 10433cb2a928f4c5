package io.twinslice.learners.kbrl;

/**
 * Knows the future: gives each slice in turn the fewest PRBs with which it keeps its promise if it keeps them for the
 * next stages, found by trying them on a copy of the slice, from none and around those it had before. It looks only so
 * far ahead and changes no past, so it is an orientation and no bound.
 */
final class Oracle implements Controller {
    private static final int EMBB_STAGES = 2;
    private static final int MMTC_STAGES = 6;

    private final SlicedCell cell;
    private final int[] last;

    Oracle(SlicedCell cell) {
        this.cell = cell;
        last = new int[cell.scenario().slices()];
    }

    @Override
    public void decide(double[][] states, int[] prbs) {
        int first = 0;
        int ahead = 0;
        for (int least : cell.scenario().leasts()) {
            ahead += least;
        }
        for (int i = 0; i < prbs.length; i++) {
            int least = cell.scenario().least(i);
            ahead -= least;
            last[i] = fewest(i, first, least, cell.scenario().prbs() - first - ahead);
            prbs[i] = last[i];
            first += last[i];
        }
    }

    private int fewest(int slice, int first, int least, int most) {
        if (suffices(slice, first, least)) {
            return least;
        }
        int count = Math.clamp(last[slice], least + 1, Math.max(least + 1, most));
        if (suffices(slice, first, count)) {
            while (count > least + 1 && suffices(slice, first, count - 1)) {
                count--;
            }
            return count;
        }
        while (count < most) {
            count++;
            if (suffices(slice, first, count)) {
                return count;
            }
        }
        // Nothing helps: an equal part, so that the slices that follow do not pay for it.
        return Math.min(most, cell.scenario().prbs() / cell.scenario().slices());
    }

    private boolean suffices(int slice, int first, int count) {
        if (first + count > cell.scenario().prbs()) {
            return false;
        }
        Slice trial = cell.slice(slice).copy();
        int stages = cell.scenario().isEmbb(slice) ? EMBB_STAGES : MMTC_STAGES;
        for (int i = 0; i < stages; i++) {
            trial.stage(first, count);
            if (trial.isViolated()) {
                return false;
            }
        }
        return true;
    }
}
