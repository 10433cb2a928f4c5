package io.twinslice.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.RanCell;
import io.twinslice.ransim.TwinParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TwinCalibratorTest {
    private static final Scenario PRIOR = Scenarios.byName("quiet-shift");

    @Test
    void aHiddenCellWithMoreLoadAndLessSignalIsRecovered() {
        List<TwinParameters> hidden = new ArrayList<>();
        for (TwinParameters twin : PRIOR.parameters().twins()) {
            hidden.add(twin.scaled(1.3).withRadio(twin.radio().offset(-3)));
        }
        CalibrationResult result = new TwinCalibrator(5)
                .calibrate(PRIOR, observed(PRIOR.parameters().withTwins(hidden), 77, 60));
        double meanOffset = 0;
        for (TwinEstimate estimate : result.estimates()) {
            // Six seconds of a Poisson stream of 240 packets per second vary by 3 %.
            assertThat(estimate.loadFactor()).isCloseTo(1.3, within(0.1));
            // The few UEs of a twin differ by up to 2 dB each, so that their mean does too, by less.
            assertThat(estimate.snrOffsetDb()).isCloseTo(-3, within(2.0));
            meanOffset += estimate.snrOffsetDb() / result.estimates().size();
        }
        assertThat(meanOffset).isCloseTo(-3, within(1.0));
        assertThat(result.distanceAfter()).isLessThan(0.5 * result.distanceBefore());
        assertThat(result.entries()).hasSize(4 * Kpi.values().length);
        double sum = result.entries().stream()
                .mapToDouble(FidelityEntry::distanceAfter)
                .sum();
        assertThat(sum / result.entries().size()).isCloseTo(result.distanceAfter(), within(1e-9));
    }

    @Test
    void aCellThatIsAsBelievedIsLeftNearlyAsItIs() {
        CalibrationResult result = new TwinCalibrator(6).calibrate(PRIOR, observed(PRIOR.parameters(), 78, 20));
        assertThat(result.distanceAfter()).isLessThanOrEqualTo(result.distanceBefore());
        for (TwinEstimate estimate : result.estimates()) {
            assertThat(estimate.loadFactor()).isCloseTo(1, within(0.12));
            assertThat(estimate.snrOffsetDb()).isCloseTo(0, within(2.0));
        }
    }

    @Test
    void theSameSeedGivesTheSameResult() {
        List<TwinSnapshot> windows = observed(PRIOR.parameters(), 79, 12);
        assertThat(new TwinCalibrator(1).calibrate(PRIOR, windows))
                .isEqualTo(new TwinCalibrator(1).calibrate(PRIOR, windows));
    }

    @Test
    void tooFewWindowsAndWindowsOfOtherTwinsAreRefused() {
        List<TwinSnapshot> windows = observed(PRIOR.parameters(), 80, 12);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TwinCalibrator(1).calibrate(PRIOR, windows.subList(0, 9)))
                .withMessageContaining("at least 10 windows, not 9");
        TwinSnapshot other = windows.getFirst();
        List<TwinSnapshot> mixed = new ArrayList<>(windows);
        mixed.add(new TwinSnapshot(
                other.windowEndMillis(),
                other.windowMillis(),
                other.prbCount(),
                other.twins().reversed(),
                other.reports(),
                other.inForce()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TwinCalibrator(1).calibrate(PRIOR, mixed))
                .withMessageContaining("is not of the twins");
    }

    /** What a live cell reports while some policy tries plans on it. */
    private static List<TwinSnapshot> observed(CellParameters cell, long seed, int windows) {
        RanCell live = new RanCell(cell, PRIOR.twins(), seed);
        live.runWindow(2000);
        SplittableRandom random = new SplittableRandom(seed);
        List<TwinSnapshot> seen = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            int health = random.nextInt(8, 30);
            live.apply(new QuotaPlan(List.of(
                    new PrbQuota(4, 20, 100),
                    new PrbQuota(0, 26, 100),
                    new PrbQuota(0, health, 100),
                    new PrbQuota(0, 54 - health, 100))));
            seen.add(live.runWindow(100));
        }
        return seen;
    }
}
