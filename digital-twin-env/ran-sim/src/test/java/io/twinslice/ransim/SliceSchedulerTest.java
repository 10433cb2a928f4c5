package io.twinslice.ransim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SliceSchedulerTest {
    private static final Traffic FLOOD = new Traffic.Poisson(20_000, 3000);

    @Test
    void roundRobinServesOneAfterTheOther() {
        assertThat(served(IntraSlice.ROUND_ROBIN, 12)).containsExactly(1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0);
    }

    @Test
    void proportionalFairnessServesAllOfAnEqualSliceAboutEquallyOften() {
        List<Integer> served = served(IntraSlice.PROPORTIONAL_FAIR, 1000);
        for (int ue = 0; ue < 4; ue++) {
            int who = ue;
            assertThat(served.stream().filter(each -> each == who).count()).isBetween(200L, 300L);
        }
    }

    /** Which of four UEs with full queues gets each of so many slots. */
    private static List<Integer> served(IntraSlice order, int slots) {
        CellParameters parameters = new CellParameters(
                52,
                1000,
                List.of(new TwinParameters(4, FLOOD, new Radio(20, 0, 2, 40), false).withIntraSlice(order)),
                List.of());
        Roster roster = new Roster(parameters.twins());
        WindowStatistics statistics = new WindowStatistics(roster, Cells.profiles(1, 1000));
        PacketQueues queues = new PacketQueues(roster, statistics);
        Links links = new Links(parameters, Cells.profiles(1, 1000), roster, 1);
        SliceScheduler scheduler = new SliceScheduler(parameters, roster, links, queues, 1);
        List<Integer> served = new ArrayList<>();
        int[] demand = new int[1];
        for (int slot = 0; slot < slots; slot++) {
            if (slot % 5 == 0) {
                links.refresh(slot / 5, new RadioConditions(1));
                scheduler.average();
            }
            long[] before = new long[4];
            for (int ue = 0; ue < 4; ue++) {
                while (queues.unsentBytes(ue) < 1_000_000) {
                    queues.push(ue, slot * 1000L, 100_000, false);
                }
                before[ue] = queues.unsentBytes(ue);
            }
            assertThat(scheduler.demand(slot, 52, demand)).isTrue();
            scheduler.serve(0, slot, slot * 1000L, demand[0]);
            for (int ue = 0; ue < 4; ue++) {
                if (queues.unsentBytes(ue) < before[ue]) {
                    served.add(ue);
                }
            }
        }
        return served;
    }

    @Test
    void theOrderInsideASliceDoesNotChangeWhatTheSliceGets() {
        RanCell fair = flooded(IntraSlice.PROPORTIONAL_FAIR);
        RanCell inTurn = flooded(IntraSlice.ROUND_ROBIN);
        SliceReport one = fair.runWindow(2000).reports().getFirst();
        SliceReport two = inTurn.runWindow(2000).reports().getFirst();
        assertThat(two.prbUsed()).isEqualTo(one.prbUsed()).isEqualTo(52);
        assertThat(two.offeredKbit()).isEqualTo(one.offeredKbit());
        // Proportional fairness rides the peaks of the channel.
        assertThat(one.deliveredKbit()).isGreaterThan(two.deliveredKbit());
    }

    private static RanCell flooded(IntraSlice order) {
        CellParameters parameters = new CellParameters(
                52,
                1000,
                List.of(new TwinParameters(6, FLOOD, new Radio(12, 0, 4, 100), false).withIntraSlice(order)),
                List.of());
        return new RanCell(parameters, Cells.profiles(1, 5000), 1);
    }

    /**
     * Hard ceilings on slices that want more: shares equal the ceilings, as credits in fractions of a PRB give them.
     */
    @ParameterizedTest
    @CsvSource({
        "48, 1000, 50",
        "48, 1000, 30",
        "48, 1000, 90",
        "52, 1000, 50",
        "52, 1000, 30",
        "52, 1000, 90",
        "6, 1000, 50",
        "6, 1000, 30",
        "6, 1000, 90",
        "25, 1000, 30",
        "106, 500, 30",
        "275, 500, 90",
        "273, 500, 30"
    })
    void aCeilingIsTheShareOfASaturatedSliceInEveryHundredMilliseconds(int prbs, int slotMicros, int percent) {
        CellParameters parameters = new CellParameters(
                prbs,
                slotMicros,
                List.of(
                        new TwinParameters(2, new Traffic.Periodic(600_000, 64, 0), Cells.CLEAR, true),
                        new TwinParameters(8, FLOOD, new Radio(20, 1, 2, 40), false)),
                List.of());
        RanCell cell = new RanCell(parameters, Cells.profiles(2, 500), 2);
        cell.apply(new QuotaPlan(List.of(new PrbQuota(0, 5, 100), new PrbQuota(0, 0, percent))));
        cell.runWindow(200);
        for (int window = 0; window < 10; window++) {
            cell.runWindow(100);
            double slots = 100_000.0 / slotMicros;
            double share = cell.statistics().prbsUsed(1) / slots / prbs;
            assertThat(share).as("window " + window).isCloseTo(percent / 100.0, within(0.01));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 500})
    void everyNumberOfPrbsIsACarrier(int slotMicros) {
        int last = 0;
        for (int prbs = 6; prbs <= 275; prbs += prbs < 20 || prbs > 270 ? 1 : 13) {
            CellParameters parameters = new CellParameters(
                    prbs, slotMicros, List.of(new TwinParameters(6, FLOOD, Cells.CLEAR, false)), List.of());
            RanCell cell = new RanCell(parameters, Cells.profiles(1, 1000), 3);
            cell.runWindow(100);
            SliceReport report = cell.runWindow(100).reports().getFirst();
            assertThat(report.prbUsed()).isEqualTo(prbs);
            assertThat(report.deliveredKbit()).isGreaterThan(last);
            last = report.deliveredKbit();
        }
    }

    @Test
    void aSliceOfManyUesServesThemAll() {
        CellParameters parameters = new CellParameters(
                273,
                500,
                List.of(
                        new TwinParameters(3, new Traffic.Periodic(20, 100, 0), Cells.CLEAR, false),
                        new TwinParameters(200, new Traffic.Periodic(20, 100, 0), Cells.CLEAR, false),
                        new TwinParameters(64, new Traffic.Periodic(20, 100, 0), Cells.CLEAR, false),
                        new TwinParameters(65, new Traffic.Periodic(20, 100, 0), Cells.CLEAR, false)),
                List.of());
        RanCell cell = new RanCell(parameters, Cells.profiles(4, 20), 3);
        cell.runWindow(1000);
        List<SliceReport> reports = cell.runWindow(1000).reports();
        assertThat(reports).extracting(SliceReport::packets).containsExactly(150, 10_000, 3200, 3250);
        assertThat(reports).extracting(SliceReport::latePackets).containsOnly(0);
        assertThat(reports).extracting(SliceReport::aoiPeakMillis).allMatch(peak -> peak <= 24);
    }
}
