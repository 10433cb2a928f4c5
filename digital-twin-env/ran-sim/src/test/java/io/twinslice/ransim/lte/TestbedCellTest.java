package io.twinslice.ransim.lte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TestbedCellTest {
    private static final TestbedUe STREAM = new TestbedUe(0, 357.15, 1400, true);
    private static final TestbedUe METER = new TestbedUe(1, 44.64, 125, false);

    /** A radio without any variation. */
    private static TestbedRadio steady(double cqi) {
        return new TestbedRadio(cqi, 0, 0, 0, 0, -15, 0, 1, 1, 0);
    }

    private static TestbedCell cell(double cqi, Discipline discipline, TestbedUe... ues) {
        TestbedCell cell = new TestbedCell(List.of(ues), steady(cqi), 7);
        cell.apply(new int[] {6, 9, 35}, discipline, discipline, discipline);
        return cell;
    }

    private static void run(TestbedCell cell, int windows) {
        for (int i = 0; i < windows; i++) {
            cell.runWindow();
        }
    }

    @Test
    void twoGroupsAtTheBestCqiCarryFourMegabitsAndAreGrantedAnEighthOfWhatIsAskedFor() {
        TestbedCell cell = cell(15, Discipline.ROUND_ROBIN, STREAM, STREAM);
        cell.attach(1, false);
        run(cell, 40);
        assertThat(cell.rateMbps(0)).isCloseTo(4.1, within(0.06));
        cell = cell(11, Discipline.ROUND_ROBIN, STREAM);
        run(cell, 40);
        assertThat(cell.rateMbps(0)).isCloseTo(2.61, within(0.05));
        assertThat(cell.grantedRatio(0)).isEqualTo(0.12);
    }

    @Test
    void aQueueHoldsNoMoreThanItsPackets() {
        TestbedCell cell = cell(5, Discipline.PROPORTIONAL_FAIR, STREAM, STREAM);
        run(cell, 40);
        int most = TestbedCell.QUEUE_PACKETS * (1400 + TestbedCell.SDU_OVERHEAD);
        assertThat(cell.bufferBytes(0)).isBetween(most - 1433, most);
    }

    @Test
    void twoStreamsShareASliceInHalvesUnderEveryDiscipline() {
        for (Discipline discipline : Discipline.values()) {
            TestbedCell cell = cell(11, discipline, STREAM, STREAM);
            run(cell, 40);
            assertThat(cell.rateMbps(0)).isCloseTo(cell.rateMbps(1), within(0.2));
            assertThat(cell.grantedRatio(0)).isCloseTo(0.06, within(0.01));
        }
    }

    @Test
    void smallPacketsArriveAtTheRateTheyAreSent() {
        TestbedCell cell = cell(15, Discipline.ROUND_ROBIN, METER);
        double sum = 0;
        for (int i = 0; i < 400; i++) {
            cell.runWindow();
            sum += cell.rateMbps(0);
        }
        assertThat(sum / 400).isCloseTo(44.64 * 161 * 8 / 1e6, within(0.003));
    }

    @Test
    void aUeThatLeftReportsNothing() {
        TestbedCell cell = cell(11, Discipline.ROUND_ROBIN, STREAM, STREAM);
        run(cell, 8);
        cell.attach(0, false);
        cell.runWindow();
        assertThat(cell.transportBlocks(0)).isZero();
        assertThat(cell.bufferBytes(0)).isZero();
        assertThat(cell.rateMbps(1)).isGreaterThan(2.4);
    }

    @Test
    void theSameSeedGivesTheSameReports() {
        TestbedRadio radio = new TestbedRadio(12, 1, 1, 0.5, 0.5, -3, 1, 3, 2, 0);
        TestbedCell one = new TestbedCell(List.of(STREAM, METER), radio, 3);
        TestbedCell other = new TestbedCell(List.of(STREAM, METER), radio, 3);
        for (int i = 0; i < 40; i++) {
            one.runWindow();
            other.runWindow();
            assertThat(one.bufferBytes(0)).isEqualTo(other.bufferBytes(0));
            assertThat(one.rateMbps(1)).isEqualTo(other.rateMbps(1));
        }
    }

    @Test
    void aSplitOfMoreGroupsThanThereAreIsRefused() {
        TestbedCell cell = cell(11, Discipline.ROUND_ROBIN, STREAM);
        Discipline each = Discipline.ROUND_ROBIN;
        assertThatThrownBy(() -> cell.apply(new int[] {36, 9, 9}, each, each, each))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("18 groups");
    }
}
