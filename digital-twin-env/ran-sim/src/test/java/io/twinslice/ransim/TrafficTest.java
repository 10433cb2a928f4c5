package io.twinslice.ransim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrafficTest {
    private static final PacketTrace TRACE = new PacketTrace("t", new long[] {0, 400, 9000}, new int[] {700, 800, 900});

    static Stream<Traffic> sources() {
        return Stream.of(
                new Traffic.Periodic(10, 500, 2),
                new Traffic.Periodic(7.5, 300, 0, true),
                new Traffic.Poisson(200, 800),
                new Traffic.Video(60, 3000, 0.2),
                new Traffic.Bursts(10, 20_000, 0.3),
                new Traffic.Recorded(TRACE),
                new Traffic.Mixed(List.of(new Traffic.Poisson(50, 100), new Traffic.Periodic(20, 900, 1))));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void aSourceOffersTheRateThatItStates(Traffic traffic) {
        assertThat(offeredKbitPerSecond(traffic)).isCloseTo(traffic.kbitPerSecond(), Percentage.withPercentage(4));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void aScaledSourceOffersThatMuchMore(Traffic traffic) {
        Traffic scaled = traffic.scaled(1.5);
        assertThat(scaled.kbitPerSecond()).isCloseTo(1.5 * traffic.kbitPerSecond(), Percentage.withPercentage(1));
        assertThat(offeredKbitPerSecond(scaled)).isCloseTo(scaled.kbitPerSecond(), Percentage.withPercentage(4));
    }

    private static double offeredKbitPerSecond(Traffic traffic) {
        // 4 UEs, 60 s
        return Cells.one(traffic, Cells.CLEAR, 4, false, 10_000, 17)
                        .runWindow(60_000)
                        .reports()
                        .getFirst()
                        .offeredKbit()
                / 240.0;
    }

    @Test
    void cyclesInPhaseArriveTogether() {
        assertThat(largestHead(true)).isGreaterThan(largestHead(false));
    }

    /** Eight loops of 1500 byte every 20 ms: apart they fit into a slot each, together they wait for one another. */
    private static int largestHead(boolean inPhase) {
        return Cells.one(new Traffic.Periodic(20, 4000, 0, inPhase), Cells.CLEAR, 12, false, 100, 5)
                .runWindow(1000)
                .reports()
                .getFirst()
                .meanDelayTenthMillis();
    }

    @Test
    void impossibleSourcesAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Traffic.Poisson(Double.NaN, 10))
                .withMessageContaining("packetsPerSecond");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Traffic.Periodic(10, 0, 0))
                .withMessageContaining("bytes");
        assertThatIllegalArgumentException().isThrownBy(() -> new Traffic.Mixed(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Traffic.Video(60, 100, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PacketTrace("t", new long[] {5, 4}, new int[] {1, 1}))
                .withMessageContaining("packet 1");
    }

    @Test
    void aDisturbedLoadChangesTheOfferWhileItLasts() {
        CellParameters parameters = new CellParameters(
                52,
                1000,
                List.of(new TwinParameters(4, new Traffic.Video(60, 2000, 0.1), Cells.CLEAR, false)),
                List.of(new Disturbance(1000, 2000, 0, 2, 0, 1)));
        RanCell cell = new RanCell(parameters, Cells.profiles(1, 100), 1);
        assertThat(cell.runWindow(1000).reports().getFirst().offeredKbit()).isCloseTo(8000, within(300));
        assertThat(cell.runWindow(1000).reports().getFirst().offeredKbit()).isCloseTo(16_000, within(600));
        assertThat(cell.runWindow(1000).reports().getFirst().offeredKbit()).isCloseTo(8000, within(500));
    }
}
