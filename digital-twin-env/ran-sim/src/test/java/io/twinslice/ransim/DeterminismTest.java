package io.twinslice.ransim;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same seed gives the same cell: on any number of threads, forked or not, in windows of any length. */
class DeterminismTest {
    private static final int CELLS = 48;
    private static final int MILLIS = 1000;

    /** How a cell gets from its start to the end of the same second. */
    private enum Way {
        AT_ONCE,
        STEP_BY_STEP,
        FORKED
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16})
    void theDigestDependsNeitherOnThreadsNorOnForksNorOnSteps(int threads) throws Exception {
        long[] alone = new long[CELLS];
        for (int i = 0; i < CELLS; i++) {
            alone[i] = digest(i, Way.AT_ONCE);
        }
        List<Callable<Long>> tasks = new ArrayList<>();
        for (Way way : Way.values()) {
            for (int i = 0; i < CELLS; i++) {
                int seed = i;
                tasks.add(() -> digest(seed, way));
            }
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> digests = pool.invokeAll(tasks);
            for (int i = 0; i < digests.size(); i++) {
                assertThat(digests.get(i).get())
                        .as(Way.values()[i / CELLS] + ", seed " + i % CELLS)
                        .isEqualTo(alone[i % CELLS]);
            }
        }
        assertThat(alone).doesNotHaveDuplicates();
    }

    private static long digest(int seed, Way way) {
        RanCell cell = start(seed);
        SplittableRandom steps = new SplittableRandom(seed);
        int millis = 0;
        while (millis < MILLIS) {
            int step = switch (way) {
                case AT_ONCE -> MILLIS;
                case STEP_BY_STEP -> 1 + steps.nextInt(40);
                case FORKED -> 50;
            };
            step = Math.min(step, MILLIS - millis);
            cell.runWindow(step);
            millis += step;
            if (way == Way.FORKED) {
                RanCell fork = cell.fork();
                // The one that is left behind may do what it likes.
                cell.apply(QuotaPlan.equalSplit(4));
                cell.runWindow(7);
                cell = fork;
            }
        }
        return cell.digest();
    }

    @Test
    void tenWindowsOfTenMillisecondsAreOneOfAHundred() {
        RanCell one = start(3);
        RanCell ten = start(3);
        for (int i = 0; i < 20; i++) {
            one.runWindow(100);
            for (int part = 0; part < 10; part++) {
                ten.runWindow(10);
            }
            assertThat(ten.digest()).isEqualTo(one.digest());
        }
        // The window after them is reported alike too.
        assertThat(ten.runWindow(100)).isEqualTo(one.runWindow(100));
    }

    @Test
    void thePlanIsPartOfTheDigest() {
        RanCell one = start(3);
        RanCell two = start(3);
        assertThat(two.digest()).isEqualTo(one.digest());
        two.apply(QuotaPlan.equalSplit(4));
        assertThat(two.digest()).isNotEqualTo(one.digest());
    }

    private static RanCell start(int seed) {
        RanCell cell = new RanCell(Cells.busy(seed % 2 == 0 ? 1000 : 500), Cells.profiles(4, 20), seed);
        cell.apply(new QuotaPlan(List.of(
                new PrbQuota(5, 15, 60), new PrbQuota(0, 25, 100), new PrbQuota(0, 17, 33), new PrbQuota(3, 3, 100))));
        return cell;
    }
}
