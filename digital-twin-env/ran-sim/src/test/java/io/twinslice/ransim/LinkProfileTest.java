package io.twinslice.ransim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.model.SliceReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LinkProfileTest {
    @ParameterizedTest
    @CsvSource({
        "QAM64, 0.1, 0, 0",
        "QAM256, 0.1, 0, 0",
        "LOW_EFFICIENCY, 0.01, 0, 0",
        "QAM64, 0.03, 0, 0",
        "QAM64, 0.1, -2, 1.5",
        "QAM256, 0.1, -2, 1.5",
        "QAM64, 0.1, 2, -1",
    })
    void theOuterLoopHoldsItsTargetWithEachTableAndInSpiteOfBias(
            LinkTable table, double target, int cqiBias, double blerShiftDb) {
        LinkProfile profile = LinkProfile.USUAL.withTable(table, target).withModelShift(cqiBias, blerShiftDb);
        assertThat(failed(profile, Cells.FADED, 200_000)).isCloseTo(target, within(0.1 * target));
    }

    /** Too slow a loop to converge: what must hold is that it starts on the safe side. */
    @Test
    void ultraReliableLinksFailHardlyEverOnASteadyChannel() {
        assertThat(failed(LinkProfile.URLLC, new Radio(14, 0, 0.2, 1000), 300_000))
                .isLessThan(3e-5);
    }

    @ParameterizedTest
    @EnumSource
    void aClearCellCarriesThePeakRateOfItsTable(LinkTable table) {
        RanCell cell = cell(LinkProfile.USUAL.withTable(table, 0.1), Cells.CLEAR, new Traffic.Poisson(10_000, 1500), 4);
        cell.runWindow(1000);
        int highest = table.firstRow() + table.mcsCount() - 1;
        assertThat(cell.runWindow(1000).reports().getFirst().deliveredKbit())
                .isCloseTo(new TransportBlockSize(52).bits(highest, 52), within(60));
    }

    @Test
    void anOlderCqiAndALongerPeriodCostRateOnAFadingChannel() {
        double fresh = rate(LinkProfile.USUAL.withCqi(5, 0));
        double usual = rate(LinkProfile.USUAL);
        double old = rate(LinkProfile.USUAL.withCqi(80, 80));
        assertThat(usual).isLessThan(fresh);
        assertThat(old).isLessThan(0.97 * usual);
    }

    @Test
    void aModelShiftCostsRate() {
        assertThat(rate(LinkProfile.USUAL.withModelShift(-2, 1.5))).isLessThan(0.95 * rate(LinkProfile.USUAL));
    }

    @Test
    void theReportedCqiIsTheBiasedOneAndAsOldAsStated() {
        Links links = links(LinkProfile.USUAL.withCqi(20, 10), new Radio(14, 0, 4, 20));
        Links unbiased = links(LinkProfile.USUAL.withCqi(5, 0), new Radio(14, 0, 4, 20));
        Links biased = links(LinkProfile.USUAL.withCqi(5, 0).withModelShift(-3, 0), new Radio(14, 0, 4, 20));
        int[] heard = new int[400];
        int changes = 0;
        RadioConditions calm = new RadioConditions(1);
        for (int period = 0; period < heard.length; period++) {
            links.refresh(period, calm);
            unbiased.refresh(period, calm);
            biased.refresh(period, calm);
            heard[period] = unbiased.cqi(0);
            assertThat(biased.cqi(0)).isEqualTo(Math.max(0, heard[period] - 3));
            if (period >= 2) {
                // Measured every 4 periods, used 2 periods later.
                assertThat(links.cqi(0)).isEqualTo(heard[(period - 2) / 4 * 4]);
                changes += heard[period] != heard[period - 1] ? 1 : 0;
            }
        }
        assertThat(changes).isGreaterThan(100);
    }

    @Test
    void anInterfererOnHalfOfTheBandCostsLessThanOnAllOfIt() {
        double calm = rate(LinkProfile.USUAL);
        double half = rate(LinkProfile.USUAL, List.of(new Disturbance(0, 99_000, Disturbance.CELL, 1, -6, 1, 0.5)));
        double whole = rate(LinkProfile.USUAL, List.of(new Disturbance(0, 99_000, Disturbance.CELL, 1, -6, 1)));
        assertThat(half).isBetween(whole * 1.1, calm * 0.9);
    }

    private static double rate(LinkProfile profile) {
        return rate(profile, List.of());
    }

    private static double rate(LinkProfile profile, List<Disturbance> disturbances) {
        CellParameters parameters = new CellParameters(
                52,
                1000,
                List.of(new TwinParameters(4, new Traffic.Poisson(5000, 1500), Cells.FADED, false).withLink(profile)),
                disturbances);
        RanCell cell = new RanCell(parameters, Cells.profiles(1, 1000), 4);
        cell.runWindow(1000);
        return cell.runWindow(10_000).reports().getFirst().deliveredKbit();
    }

    /** Share of first transmissions of 5000 bits that fail. */
    private static double failed(LinkProfile profile, Radio radio, int blocks) {
        Links links = links(profile, radio);
        RadioConditions calm = new RadioConditions(1);
        int failed = 0;
        for (int i = 0; i < blocks; i++) {
            if (i % 5 == 0) {
                links.refresh(i / 5, calm);
            }
            boolean arrived = Chance.uniform(7, i) >= LinkTables.blockError(links.mcs(0), 5000, links.snrDb(0));
            links.learn(0, arrived);
            failed += arrived ? 0 : 1;
        }
        return (double) failed / blocks;
    }

    private static Links links(LinkProfile profile, Radio radio) {
        CellParameters parameters = new CellParameters(
                52,
                1000,
                List.of(new TwinParameters(1, new Traffic.Poisson(1, 1), radio, false).withLink(profile)),
                List.of());
        return new Links(parameters, Cells.profiles(1, 100), new Roster(parameters.twins()), 3);
    }

    @Test
    void incrementalRedundancyLosesLessThanChaseCombining() {
        // A link 9 dB below the lowest MCS: only combined transmissions get through.
        Radio poor = new Radio(-13, 0, 0.5, 50);
        long chase = arrived(LinkProfile.USUAL, poor);
        long redundancy = arrived(LinkProfile.USUAL.withHarq(Harq.CHASE.withRedundancyGain(1)), poor);
        long once = arrived(LinkProfile.USUAL.withHarq(new Harq(1, 8, 0, 0, 30)), poor);
        assertThat(once).isZero();
        assertThat(chase).isPositive();
        assertThat(redundancy).isGreaterThan(chase + chase / 10);
    }

    private static long arrived(LinkProfile profile, Radio radio) {
        return cell(profile, radio, new Traffic.Periodic(40, 20, 1), 1)
                .runWindow(20_000)
                .reports()
                .getFirst()
                .deliveredKbit();
    }

    @Test
    void acknowledgedModeDeliversLateWhatUnacknowledgedModeDrops() {
        LinkProfile dropping = LinkProfile.USUAL.withHarq(new Harq(1, 8, 0, 0, 30));
        SliceReport dropped = report(dropping);
        SliceReport redelivered = report(dropping.withHarq(dropping.harq().acknowledged(4, 30)));
        assertThat(dropped.latePackets()).isBetween(300, 1500);
        assertThat(redelivered.latePackets()).isLessThan(dropped.latePackets() / 20);
        // About a tenth of the packets waits for 30 ms and up to one CQI period.
        assertThat(redelivered.meanDelayTenthMillis()).isGreaterThan(dropped.meanDelayTenthMillis() + 20);
        assertThat(redelivered.packets()).isCloseTo(dropped.packets(), within(10));
    }

    private static SliceReport report(LinkProfile profile) {
        RanCell cell = cell(profile, Cells.FADED, new Traffic.Periodic(5, 300, 1), 2);
        return cell.runWindow(20_000).reports().getFirst();
    }

    private static RanCell cell(LinkProfile profile, Radio radio, Traffic traffic, int ues) {
        CellParameters parameters = new CellParameters(
                52, 1000, List.of(new TwinParameters(ues, traffic, radio, false).withLink(profile)), List.of());
        return new RanCell(parameters, Cells.profiles(1, 1000), 3);
    }

    @Test
    void anInterfererIsOnForItsShareOfTheTimeAndTheSameForASeed() {
        Interferer interferer = new Interferer(-6, 0.5, 300, 700);
        List<Disturbance> bursts = interferer.between(1000, 1_001_000, 5);
        long on =
                bursts.stream().mapToLong(b -> b.endMillis() - b.startMillis()).sum();
        assertThat(on / 1e6).isCloseTo(0.3, within(0.03));
        assertThat(bursts.size()).isBetween(900, 1100);
        assertThat(bursts).allSatisfy(burst -> {
            assertThat(burst.startMillis()).isGreaterThanOrEqualTo(1000);
            assertThat(burst.endMillis()).isLessThanOrEqualTo(1_001_000);
            assertThat(burst.bandShare()).isEqualTo(0.5);
            assertThat(burst.snrOffsetDb()).isEqualTo(-6);
        });
        assertThat(interferer.between(1000, 1_001_000, 5)).isEqualTo(bursts);
        assertThat(interferer.between(1000, 1_001_000, 6)).isNotEqualTo(bursts);
    }

    @Test
    void impossibleProfilesAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkProfile.USUAL.withCqi(7, 5))
                .withMessageContaining("multiples of 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinkProfile.USUAL.withCqi(10, 20))
                .withMessageContaining("cqiDelayMillis");
        assertThatIllegalArgumentException().isThrownBy(() -> LinkProfile.USUAL.withTable(LinkTable.QAM64, 0.9));
        assertThatIllegalArgumentException().isThrownBy(() -> LinkProfile.USUAL.withModelShift(0, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Harq(0, 8, 0, 0, 30));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interferer(3, 0.5, 100, 100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interferer(-3, 0.5, 10, 10).between(0, 100_000_000, 1))
                .withMessageContaining("10000");
        assertThatIllegalArgumentException().isThrownBy(() -> new Disturbance(0, 1, 0, 1, -6, 1, 0));
    }
}
