package io.twinslice.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.env.Step;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ransim.RanCell;
import io.twinslice.ransim.TwinParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TwinKeeperTest {
    private static final Scenario PRIOR = Scenarios.byName(Scenarios.DEFAULT);

    @Test
    void itRemembersTheLatestWindowsOnly() {
        TwinKeeper keeper = new TwinKeeper(PRIOR, 10, 1);
        List<TwinSnapshot> windows = live(1, 25);
        windows.forEach(window -> assertThat(keeper.observe(window)).isTrue());
        assertThat(keeper.windows()).isEqualTo(10);
        Mirror mirror = keeper.calibrate().orElseThrow();
        assertThat(mirror.windows()).isEqualTo(10);
        assertThat(mirror.observedFromMillis()).isEqualTo(windows.get(15).windowEndMillis());
        assertThat(mirror.observedUntilMillis()).isEqualTo(windows.get(24).windowEndMillis());
        assertThat(mirror.ageMillis(mirror.observedUntilMillis() + 300)).isEqualTo(300);
    }

    @Test
    void repeatedLateAndForeignWindowsAreRefused() {
        TwinKeeper keeper = new TwinKeeper(PRIOR, 10, 1);
        List<TwinSnapshot> windows = live(1, 3);
        TwinSnapshot second = windows.get(1);
        assertThat(keeper.observe(second)).isTrue();
        assertThat(keeper.observe(second)).isFalse();
        assertThat(keeper.observe(windows.getFirst())).isFalse();
        TwinSnapshot third = windows.get(2);
        assertThat(keeper.observe(new TwinSnapshot(
                        third.windowEndMillis(), 100, 106, third.twins(), third.reports(), third.inForce())))
                .isFalse();
        assertThat(keeper.windows()).isEqualTo(1);
        assertThat(keeper.refused()).isEqualTo(3);
    }

    @Test
    void freshnessIsTheAgeOfTheNewestWindow() {
        TwinKeeper keeper = new TwinKeeper(PRIOR, 10, 1);
        assertThat(keeper.freshnessMillis(5000)).isEmpty();
        TwinSnapshot window = live(1, 1).getFirst();
        keeper.observe(window);
        assertThat(keeper.freshnessMillis(window.windowEndMillis() + 250)).hasValue(250);
        assertThat(keeper.freshnessMillis(0)).hasValue(0);
    }

    @Test
    void tooLittleIsNotCalibratedOn() {
        TwinKeeper keeper = new TwinKeeper(PRIOR, 20, 1);
        live(1, 9).forEach(keeper::observe);
        assertThat(keeper.calibrate()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new TwinKeeper(PRIOR, 9, 1));
    }

    @Test
    void theMirrorOfABusierCellIsBusierAndCanBePlayed() {
        TwinKeeper keeper = new TwinKeeper(PRIOR, 40, 3);
        live(1.4, 20).forEach(keeper::observe);
        Optional<Mirror> mirror = keeper.calibrate();
        assertThat(mirror).isPresent();
        Scenario scenario = mirror.orElseThrow().scenario();
        assertThat(scenario.events()).isEqualTo(PRIOR.events());
        for (int twin = 0; twin < 4; twin++) {
            double before = PRIOR.parameters().twins().get(twin).traffic().kbitPerSecond();
            double after = scenario.parameters().twins().get(twin).traffic().kbitPerSecond();
            assertThat(after / before).isBetween(1.25, 1.55);
        }
        try (Environment environment = scenario.environment()) {
            environment.reset(1);
            assertThat(environment.step(QuotaPlan.equalSplit(4))).isInstanceOf(Step.Running.class);
        }
    }

    private static List<TwinSnapshot> live(double load, int windows) {
        List<TwinParameters> twins = new ArrayList<>();
        PRIOR.parameters().twins().forEach(twin -> twins.add(twin.scaled(load)));
        RanCell cell = new RanCell(PRIOR.parameters().withTwins(twins), PRIOR.twins(), 4);
        cell.runWindow(2000);
        List<TwinSnapshot> seen = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            seen.add(cell.runWindow(100));
        }
        return seen;
    }
}
