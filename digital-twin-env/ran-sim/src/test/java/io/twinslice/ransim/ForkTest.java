package io.twinslice.ransim;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceReport;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForkTest {
    @Test
    void aForkGoesOnExactlyAsTheOriginalWould() {
        RanCell original = new RanCell(Cells.busy(1000), Cells.profiles(4, 20), 5);
        original.runWindow(350);
        RanCell fork = original.fork();
        assertThat(fork.digest()).isEqualTo(original.digest());
        for (int window = 0; window < 20; window++) {
            assertThat(fork.runWindow(100)).isEqualTo(original.runWindow(100));
            assertThat(fork.digest()).isEqualTo(original.digest());
        }
    }

    @Test
    void whatAForkDoesIsNothingToTheOriginal() {
        RanCell original = new RanCell(Cells.busy(1000), Cells.profiles(4, 20), 5);
        original.runWindow(350);
        long before = original.digest();
        RanCell fork = original.fork();
        fork.apply(QuotaPlan.equalSplit(4));
        fork.runWindow(2000);
        RanCell lucky = original.fork(77);
        lucky.runWindow(2000);
        assertThat(original.digest()).isEqualTo(before);
        RanCell again = new RanCell(Cells.busy(1000), Cells.profiles(4, 20), 5);
        again.runWindow(350);
        assertThat(original.runWindow(500)).isEqualTo(again.runWindow(500));
    }

    @Test
    void forksWithOtherLuckGoApartAndForksWithTheSameLuckDoNot() {
        RanCell original = new RanCell(Cells.busy(1000), Cells.profiles(4, 20), 5);
        original.runWindow(350);
        Set<Long> digests = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            RanCell one = original.fork(seed);
            RanCell two = original.fork(seed);
            assertThat(one.nowMillis()).isEqualTo(350);
            assertThat(one.runWindow(200)).isEqualTo(two.runWindow(200));
            assertThat(one.digest()).isEqualTo(two.digest());
            digests.add(one.digest());
        }
        assertThat(digests).hasSize(20);
    }

    /** A plane that knew the next arrival of a rare event would know the future. */
    @Test
    void rareEventsComeAtAnotherTimeInEachFork() {
        RanCell original = Cells.one(new Traffic.Poisson(1, 1000), Cells.CLEAR, 1, false, 100, 4);
        original.runWindow(2000);
        double offered = 0;
        Set<Integer> distinct = new HashSet<>();
        for (int seed = 0; seed < 1000; seed++) {
            SliceReport report = original.fork(seed).runWindow(2000).reports().getFirst();
            distinct.add(report.offeredKbit());
            offered += report.offeredKbit() / 8.0;
        }
        // Poisson with mean 2: 1000 forks give 2 ± 0.045.
        assertThat(offered / 1000).isBetween(1.86, 2.14);
        assertThat(distinct).hasSizeGreaterThan(5);
    }

    @Test
    void aForkOfAForkedPlaneKeepsItsLuck() {
        RanCell plane = new RanCell(Cells.busy(500), Cells.profiles(4, 20), 5).fork(9);
        plane.runWindow(100);
        RanCell copy = plane.fork();
        assertThat(copy.runWindow(300)).isEqualTo(plane.runWindow(300));
        assertThat(List.of(copy.digest())).containsExactly(plane.digest());
    }
}
