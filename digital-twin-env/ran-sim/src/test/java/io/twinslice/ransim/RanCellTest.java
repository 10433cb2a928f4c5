package io.twinslice.ransim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinSnapshot;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RanCellTest {
    @ParameterizedTest
    @ValueSource(ints = {1000, 500})
    void theSameSeedAndPlansGiveTheSameReportsAndDigests(int slotMicros) {
        RanCell one = cell(slotMicros, 5);
        RanCell two = cell(slotMicros, 5);
        SplittableRandom random = new SplittableRandom(1);
        for (int window = 0; window < 20; window++) {
            QuotaPlan plan = randomPlan(random);
            one.apply(plan);
            two.apply(plan);
            assertThat(one.runWindow(100)).isEqualTo(two.runWindow(100));
            assertThat(one.digest()).isEqualTo(two.digest());
        }
        assertThat(one.nowMillis()).isEqualTo(2000);
        assertThat(cell(slotMicros, 6).digest())
                .isNotEqualTo(cell(slotMicros, 5).digest());
    }

    @Test
    void oneLongWindowEndsWhereManyShortOnesDo() {
        RanCell one = cell(1000, 5);
        RanCell many = cell(1000, 5);
        double offered = 0;
        for (int i = 0; i < 10; i++) {
            offered += many.runWindow(100).reports().get(3).offeredKbit();
        }
        assertThat((double) one.runWindow(1000).reports().get(3).offeredKbit()).isCloseTo(offered, within(10.0));
    }

    /** Common random numbers: a plan changes who is served, never what arrives or how the channel fades. */
    @Test
    void arrivalsAndChannelDoNotDependOnThePlan() {
        RanCell equal = cell(1000, 9);
        RanCell random = cell(1000, 9);
        SplittableRandom plans = new SplittableRandom(2);
        equal.apply(QuotaPlan.equalSplit(4));
        for (int window = 0; window < 30; window++) {
            random.apply(randomPlan(plans));
            TwinSnapshot a = equal.runWindow(100);
            TwinSnapshot b = random.runWindow(100);
            for (int twin = 0; twin < 4; twin++) {
                assertThat(a.reports().get(twin).offeredKbit())
                        .isEqualTo(b.reports().get(twin).offeredKbit());
                assertThat(a.reports().get(twin).cqiMeanTenth())
                        .isEqualTo(b.reports().get(twin).cqiMeanTenth());
            }
        }
    }

    @Test
    void aCeilingIsNeverExceededAndADedicatedPartIsNeverLent() {
        SplittableRandom random = new SplittableRandom(3);
        RanCell cell = cell(1000, 4);
        for (int window = 0; window < 60; window++) {
            QuotaPlan plan = randomPlan(random);
            cell.apply(plan);
            TwinSnapshot snapshot = cell.runWindow(50);
            int dedicatedToOthers = 0;
            int used = 0;
            for (int twin = 0; twin < 4; twin++) {
                PrbQuota quota = plan.quota(twin);
                used += snapshot.reports().get(twin).prbUsed();
                // Largest remainder may round a minimum, and with it the ceiling, up by one PRB.
                assertThat(snapshot.reports().get(twin).prbUsed())
                        .isLessThanOrEqualTo(quota.maxPercent() * 52 / 100 + 1);
                dedicatedToOthers += twin == 0 ? 0 : quota.dedicatedPercent() * 52 / 100;
            }
            assertThat(snapshot.reports().getFirst().prbUsed()).isLessThanOrEqualTo(52 - dedicatedToOthers);
            assertThat(used).isLessThanOrEqualTo(52 + 2);
        }
    }

    @Test
    void volumeIsConserved() {
        // Long deadlines, so that nothing is given up: offered = delivered + buffered, up to rounding per window.
        RanCell cell = new RanCell(Cells.busy(1000).withDisturbances(List.of()), Cells.profiles(4, 60_000), 8);
        long[] difference = new long[4];
        TwinSnapshot last = cell.runWindow(100);
        add(difference, last);
        for (int i = 1; i < 20; i++) {
            last = cell.runWindow(100);
            add(difference, last);
        }
        for (int twin = 1; twin < 4; twin++) {
            assertThat(last.reports().get(twin).bufferedKbit()).isCloseTo((int) difference[twin], within(25));
        }
    }

    private static void add(long[] difference, TwinSnapshot snapshot) {
        for (int twin = 0; twin < difference.length; twin++) {
            SliceReport report = snapshot.reports().get(twin);
            difference[twin] += report.offeredKbit() - report.deliveredKbit();
        }
    }

    @Test
    void aClearCellCarriesItsPeakRate() {
        // 52 PRBs at MCS 28, every slot: the peak rate of the carrier, and every block arrives.
        RanCell cell = Cells.one(new Traffic.Poisson(10_000, 1500), Cells.CLEAR, 4, false, 1000, 1);
        cell.runWindow(1000);
        SliceReport report = cell.runWindow(1000).reports().getFirst();
        assertThat(report.deliveredKbit()).isCloseTo(new TransportBlockSize(52).bits(28, 52), within(40));
        assertThat(report.prbUsed()).isEqualTo(52);
        assertThat(report.cqiMeanTenth()).isEqualTo(150);
    }

    @Test
    void theOuterLoopHoldsTenPercentOnAFadedChannel() {
        CellParameters parameters = new CellParameters(
                52, 1000, List.of(new TwinParameters(1, new Traffic.Poisson(1, 1), Cells.FADED, false)), List.of());
        Links links = new Links(parameters, Cells.profiles(1, 100), new Roster(parameters.twins()), 3);
        int failed = 0;
        int blocks = 200_000;
        for (int i = 0; i < blocks; i++) {
            if (i % 5 == 0) {
                links.refresh(i / 5, new RadioConditions(1));
            }
            boolean arrived = Chance.uniform(7, i) >= LinkTables.blockError(links.mcs(0), 5000, links.snrDb(0));
            links.learn(0, arrived);
            failed += arrived ? 0 : 1;
        }
        assertThat((double) failed / blocks).isCloseTo(0.1, within(0.01));
    }

    @Test
    void moreLoadLessSignalAndFewerPrbsAllMakeMoreLatePackets() {
        double calm = lateShare(List.of());
        assertThat(calm).isLessThan(0.05);
        assertThat(lateShare(List.of(new Disturbance(0, 9000, 0, 3, 0, 1)))).isGreaterThan(calm + 0.1);
        assertThat(lateShare(List.of(new Disturbance(0, 9000, 0, 1, -10, 1)))).isGreaterThan(calm + 0.1);
        assertThat(lateShare(List.of(new Disturbance(0, 9000, Disturbance.CELL, 1, 0, 0.3))))
                .isGreaterThan(calm + 0.1);
        assertThat(lateShare(List.of(new Disturbance(9000, 9999, 0, 9, -20, 1))))
                .isEqualTo(calm);
    }

    private static double lateShare(List<Disturbance> disturbances) {
        CellParameters parameters = new CellParameters(
                52,
                1000,
                List.of(new TwinParameters(3, new Traffic.Video(60, 4000, 0.1), Cells.FADED, false)),
                disturbances);
        SliceReport report = new RanCell(parameters, Cells.profiles(1, 20), 2)
                .runWindow(5000)
                .reports()
                .getFirst();
        return report.latePackets() / (double) report.packets();
    }

    @Test
    void aStarvedTwinGivesUpItsPacketsAndTheyCountAsLate() {
        RanCell cell = Cells.one(new Traffic.Poisson(2000, 1500), new Radio(-20, 0, 0, 10), 2, false, 20, 1);
        cell.runWindow(1000);
        SliceReport report = cell.runWindow(1000).reports().getFirst();
        assertThat(report.packets()).isGreaterThan(1000);
        assertThat(report.latePackets()).isEqualTo(report.packets());
        // Waits for four deadlines and up to one CQI period.
        assertThat(report.headOfLineTenthMillis()).isBetween(700, 860);
    }

    @Test
    void theSlotLoopAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        RanCell cell = cell(1000, 1);
        cell.runWindow(2000);
        long before = threads.getCurrentThreadAllocatedBytes();
        cell.runWindow(10);
        long shortWindow = threads.getCurrentThreadAllocatedBytes() - before;
        before = threads.getCurrentThreadAllocatedBytes();
        cell.runWindow(5000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(shortWindow + 4096);
    }

    @Test
    void aCellWithoutAProfileForEachTwinIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RanCell(Cells.busy(1000), Cells.profiles(3, 10), 1))
                .withMessageContaining("3 profiles for a cell of 4 twins");
        assertThatIllegalArgumentException().isThrownBy(() -> cell(1000, 1).runWindow(0));
    }

    private static RanCell cell(int slotMicros, long seed) {
        return new RanCell(Cells.busy(slotMicros), Cells.profiles(4, 20), seed);
    }

    private static QuotaPlan randomPlan(SplittableRandom random) {
        List<PrbQuota> quotas = new ArrayList<>();
        int left = 100;
        for (int i = 0; i < 4; i++) {
            int min = random.nextInt(left / 2 + 1);
            left -= min;
            quotas.add(new PrbQuota(random.nextInt(min + 1), min, min + random.nextInt(101 - min)));
        }
        return new QuotaPlan(quotas);
    }
}
