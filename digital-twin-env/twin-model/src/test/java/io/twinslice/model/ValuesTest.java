package io.twinslice.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    private static final SliceReport IDLE = new SliceReport(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    @ParameterizedTest
    @CsvSource({"-1, 0, 0", "5, 4, 100", "0, 50, 49", "0, 0, 101", "0, -1, 5"})
    void aQuotaOutOfOrderIsRefused(int dedicated, int min, int max) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PrbQuota(dedicated, min, max))
                .withMessageContaining(dedicated + "/" + min + "/" + max);
    }

    @Test
    void aPlanThatExceedsTheCellIsRefused() {
        PrbQuota half = new PrbQuota(0, 51, 100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuotaPlan(List.of(half, half)))
                .withMessageContaining("102 percent");
        assertThatIllegalArgumentException().isThrownBy(() -> new QuotaPlan(List.of()));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "7", "16"})
    void anEqualSplitUsesTheWholeCellAndDiffersByAtMostOnePercent(int slices) {
        QuotaPlan plan = QuotaPlan.equalSplit(slices);
        int sum = 0;
        for (int i = 0; i < slices; i++) {
            PrbQuota quota = plan.quota(i);
            assertThat(quota.minPercent()).isEqualTo(quota.maxPercent()).isBetween(100 / slices, 100 / slices + 1);
            sum += quota.minPercent();
        }
        assertThat(sum).isEqualTo(100);
    }

    @Test
    void aWindowIsBrokenByTooManyLatePackets() {
        Sla sla = new Sla(10, 0.9, Integer.MAX_VALUE, 0);
        assertThat(sla.isBrokenBy(packets(20, 2), 100)).isFalse();
        assertThat(sla.isBrokenBy(packets(20, 3), 100)).isTrue();
        assertThat(sla.lateExcess(packets(20, 3))).isCloseTo(0.05, within(1e-12));
        assertThat(sla.isBrokenBy(IDLE, 100)).isFalse();
        assertThat(new Sla(10, 0, Integer.MAX_VALUE, 0).isBrokenBy(packets(20, 20), 100))
                .isFalse();
    }

    @Test
    void aWindowIsBrokenByAgeBeyondTheTolerance() {
        Sla sla = new Sla(10, 0, 30, 0);
        assertThat(sla.isBrokenBy(aged(Sla.AOI_TOLERANCE_PERMILLE), 100)).isFalse();
        assertThat(sla.isBrokenBy(aged(Sla.AOI_TOLERANCE_PERMILLE + 1), 100)).isTrue();
        assertThat(new Sla(10, 0, Integer.MAX_VALUE, 0).isBrokenBy(aged(1000), 100))
                .isFalse();
    }

    @Test
    void aWindowIsBrokenByLessThanThePromisedRateOnlyWhileMoreWaits() {
        Sla sla = new Sla(10, 0, Integer.MAX_VALUE, 4000);
        assertThat(sla.isBrokenBy(volume(399, 10), 100)).isTrue();
        assertThat(sla.isBrokenBy(volume(400, 10_000), 100)).isFalse();
        assertThat(sla.isBrokenBy(volume(100, 0), 100)).isFalse();
        assertThat(sla.rateShortfall(volume(100, 300), 100)).isCloseTo(0.75, within(1e-12));
        assertThat(sla.rateShortfall(volume(100, 100), 100)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void impossiblePromisesAndReportsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sla(0, 0, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sla(1, Double.NaN, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sla(1, 1.1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sla(1, 1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Sla(1, 1, 1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> packets(2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> packets(-1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> aged(1001));
    }

    @Test
    void aSliceIsWrittenAsOperatorsWriteIt() {
        assertThat(new Snssai(2, 1)).hasToString("2-000001");
        assertThat(new Snssai(1, Snssai.NO_SD)).hasToString("1");
        assertThat(new Snssai(1, 5)).isLessThan(new Snssai(1, 6)).isLessThan(new Snssai(2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Snssai(256, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Snssai(0, 0x1000000));
    }

    @Test
    void aSnapshotNeedsOneReportAndOneQuotaForEachTwin() {
        TwinProfile twin = new TwinProfile("factory", new Snssai(2, 1), new Sla(10, 0.9, 50, 0), 1);
        TwinSnapshot snapshot =
                new TwinSnapshot(100, 100, 52, List.of(twin), List.of(packets(10, 5)), QuotaPlan.unsliced(1));
        assertThat(snapshot.isBroken(0)).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TwinSnapshot(0, 100, 52, List.of(twin), List.of(), QuotaPlan.unsliced(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TwinSnapshot(0, 100, 276, List.of(), List.of(), QuotaPlan.unsliced(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TwinProfile("Factory", new Snssai(2, 1), new Sla(10, 0.9, 50, 0), 1));
    }

    private static SliceReport packets(int packets, int late) {
        return new SliceReport(0, 0, 0, 0, packets, late, 0, 0, 0, 0, 0, 0, 0, 1);
    }

    private static SliceReport aged(int permille) {
        return new SliceReport(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, permille, 0, 0, 1);
    }

    private static SliceReport volume(int delivered, int buffered) {
        return new SliceReport(0, delivered, buffered, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    }
}
