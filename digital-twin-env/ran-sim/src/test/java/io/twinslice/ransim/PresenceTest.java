package io.twinslice.ransim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinSnapshot;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private static final Traffic LOOP = new Traffic.Periodic(10, 200, 1);

    @Test
    void twentyUesThatJoinWithinASecondAreCountedAndServedFromThenOn() {
        RanCell cell = cell(24, Presence.joining(0, 4, 20, 500, 1000));
        assertThat(ues(cell.runWindow(500))).isEqualTo(4);
        assertThat(ues(cell.runWindow(500))).isEqualTo(14);
        assertThat(ues(cell.runWindow(500))).isEqualTo(24);
        SliceReport after = cell.runWindow(1000).reports().getFirst();
        // 24 loops of 100 messages of 200 byte.
        assertThat(after.offeredKbit()).isBetween(3820, 3860);
        assertThat(after.packets()).isBetween(2380, 2410);
    }

    @Test
    void aPlatoonPassesInARow() {
        RanCell cell = cell(10, Presence.passing(0, 0, 10, 1000, 200, 1000));
        int[] seen = IntStream.range(0, 20).map(i -> ues(cell.runWindow(200))).toArray();
        assertThat(seen).containsExactly(0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 5, 5, 5, 5, 5, 4, 3, 2, 1, 0);
    }

    @Test
    void anEmptySliceReportsNothingAndAsksForNothing() {
        RanCell cell = cell(3, Presence.joining(0, 0, 3, 5000, 0));
        SliceReport report = cell.runWindow(1000).reports().getFirst();
        assertThat(report).isEqualTo(new SliceReport(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void theAgeOfInformationStartsAnewWithAStay() {
        RanCell cell = cell(1, List.of(new Presence(0, 0, 0, 1000), new Presence(0, 0, 60_000, 70_000)));
        cell.runWindow(1000);
        cell.runWindow(59_000);
        SliceReport report = cell.runWindow(1000).reports().getFirst();
        assertThat(report.activeUes()).isOne();
        assertThat(report.aoiPeakMillis()).isLessThan(40);
        assertThat(report.aoiMeanMillis()).isBetween(4, 12);
    }

    @Test
    void halfAWindowOfPresenceIsHalfTheUeTime() {
        // Nothing is delivered: the age grows from attaching on, 500 ms long, mean 250 ms.
        CellParameters parameters = new CellParameters(
                        52,
                        1000,
                        List.of(new TwinParameters(2, new Traffic.Periodic(500_000, 1, 0), Cells.CLEAR, true)),
                        List.of())
                .withPresences(Presence.joining(0, 0, 2, 500, 0));
        SliceReport report = new RanCell(parameters, Cells.profiles(1, 20), 3)
                .runWindow(1000)
                .reports()
                .getFirst();
        assertThat(report.aoiMeanMillis()).isEqualTo(250);
        assertThat(report.aoiPeakMillis()).isEqualTo(500);
        // The limit of the profile is 50 ms: 450 of 500.
        assertThat(report.aoiOverLimitPermille()).isEqualTo(900);
    }

    @Test
    void whatWaitedForAUeThatLeftIsNeitherDeliveredNorLate() {
        CellParameters parameters = new CellParameters(
                        52,
                        1000,
                        List.of(new TwinParameters(
                                3, new Traffic.Poisson(2000, 1500), new Radio(-20, 0, 0, 10), false)),
                        List.of())
                .withPresences(
                        List.of(new Presence(0, 0, 0, 50), new Presence(0, 1, 0, 50), new Presence(0, 2, 0, 50)));
        RanCell cell = new RanCell(parameters, Cells.profiles(1, 60_000), 3);
        assertThat(cell.runWindow(50).reports().getFirst().bufferedKbit()).isPositive();
        SliceReport after = cell.runWindow(1000).reports().getFirst();
        assertThat(after.bufferedKbit()).isZero();
        assertThat(after.packets()).isZero();
        assertThat(after.prbUsed()).isZero();
    }

    @Test
    void staysThatTouchOrOverlapAreOne() {
        List<Presence> cut =
                List.of(new Presence(0, 1, 300, 700), new Presence(0, 1, 500, 900), new Presence(0, 1, 900, 1500));
        RanCell one = cell(2, List.of(new Presence(0, 1, 300, 1500)));
        RanCell many = cell(2, cut);
        for (int i = 0; i < 20; i++) {
            assertThat(many.runWindow(100)).isEqualTo(one.runWindow(100));
        }
    }

    @Test
    void aStayFromTheStartForEverIsNoStayAtAll() {
        RanCell always = cell(2, List.of());
        RanCell stated = cell(2, Presence.joining(0, 0, 2, 0, 0));
        for (int i = 0; i < 10; i++) {
            assertThat(stated.runWindow(100)).isEqualTo(always.runWindow(100));
        }
    }

    @Test
    void aUeThatJoinsChangesNothingOfWhatTheOthersMeet() {
        RanCell few = cell(4, Presence.joining(0, 3, 1, 50_000, 0));
        RanCell all = cell(4, Presence.joining(0, 3, 1, 200, 0));
        few.runWindow(1000);
        all.runWindow(1000);
        SliceReport three = few.runWindow(1000).reports().getFirst();
        SliceReport four = all.runWindow(1000).reports().getFirst();
        assertThat(four.offeredKbit() - three.offeredKbit()).isBetween(158, 162);
        assertThat(four.cqiLowTenth()).isEqualTo(three.cqiLowTenth());
    }

    @Test
    void staysOfUesThatTheCellDoesNotHaveAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cell(3, Presence.joining(0, 1, 3, 0, 0)))
                .withMessageContaining("UE 3 of twin 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Presence(0, 0, 10, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new Presence(0, -1, 0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> cell(3, Presence.joining(1, 0, 1, 0, 0)));
    }

    private static int ues(TwinSnapshot snapshot) {
        return snapshot.reports().getFirst().activeUes();
    }

    private static RanCell cell(int ues, List<Presence> stays) {
        CellParameters parameters = new CellParameters(
                        52, 1000, List.of(new TwinParameters(ues, LOOP, Cells.CLEAR, true)), List.of())
                .withPresences(stays);
        return new RanCell(parameters, Cells.profiles(1, 20), 3);
    }
}
