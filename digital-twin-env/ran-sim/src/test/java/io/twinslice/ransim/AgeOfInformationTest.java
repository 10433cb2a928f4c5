package io.twinslice.ransim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.model.SliceReport;
import org.junit.jupiter.api.Test;

/** The age of information of a whole cell; single queues are in {@link QueueAgeTest}. */
class AgeOfInformationTest {
    @Test
    void aPeriodicUpdateOnAClearChannelAgesByItsDelayPlusHalfACycle() {
        // Cycle 20 ms, jitter 0: arrives between two slots, is sent in the next one: delay = wait + 1 ms, all cycles
        // alike.
        RanCell cell = Cells.one(new Traffic.Periodic(20, 100, 0), Cells.CLEAR, 1, true, 5, 11);
        cell.runWindow(1000);
        SliceReport report = cell.runWindow(10_000).reports().getFirst();
        double delay = report.meanDelayTenthMillis() / 10.0;
        assertThat(delay).isBetween(1.0, 2.0);
        assertThat(cell.statistics().meanAgeMicros(0) / 1000).isCloseTo(delay + 10, within(0.06));
        assertThat(report.aoiPeakMillis()).isEqualTo((int) Math.round(delay + 20));
        assertThat(report.aoiOverLimitPermille()).isZero();
        assertThat(report.latePackets()).isZero();
        assertThat(report.packets()).isEqualTo(500);
    }

    @Test
    void theShareOfTimeAboveTheLimitIsExact() {
        // Cycle 100 ms against a limit of 50 ms: the age runs from d to 100 + d and is above 50 for 50 + d of 100 ms.
        RanCell cell = Cells.one(new Traffic.Periodic(100, 100, 0), Cells.CLEAR, 1, true, 5, 12);
        cell.runWindow(1000);
        SliceReport report = cell.runWindow(10_000).reports().getFirst();
        double delay = report.meanDelayTenthMillis() / 10.0;
        assertThat(report.aoiOverLimitPermille()).isCloseTo((int) Math.round(500 + 10 * delay), within(1));
    }

    @Test
    void underOverloadTheFreshestUpdateIsYoungerThanTheHeadOfAQueue() {
        // 60 kbyte every 10 ms are 48 Mbit/s, more than the cell carries.
        Traffic traffic = new Traffic.Periodic(10, 60_000, 0);
        SliceReport fresh = settled(Cells.one(traffic, Cells.CLEAR, 1, true, 100, 13));
        SliceReport queued = settled(Cells.one(traffic, Cells.CLEAR, 1, false, 100, 13));
        assertThat(fresh.aoiMeanMillis() * 3).isLessThan(queued.aoiMeanMillis());
    }

    private static SliceReport settled(RanCell cell) {
        cell.runWindow(2000);
        return cell.runWindow(2000).reports().getFirst();
    }
}
