package io.twinslice.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ransim.Disturbance;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenariosTest {
    /** A static plan that a person would write: every twin its need, all ceilings open. */
    private static final QuotaPlan SENSIBLE = new QuotaPlan(List.of(
            new PrbQuota(4, 20, 100), new PrbQuota(0, 26, 100), new PrbQuota(0, 10, 100), new PrbQuota(0, 44, 100)));

    private static final int BUILDING = 3;
    private static final int ANY = 4;

    @Test
    void everyScenarioIsFoundByItsNameAndAnUnknownNameListsThem() {
        for (Scenario scenario : Scenarios.all()) {
            assertThat(Scenarios.byName(scenario.name())).isEqualTo(scenario);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenarios.byName("quiet-shfit"))
                .withMessageContaining("quiet-shift, ");
        assertThat(Scenarios.all().getFirst().name()).isEqualTo(Scenarios.DEFAULT);
    }

    @Test
    void allScenariosShareTheTwinsAndTheCarrier() {
        Scenario first = Scenarios.all().getFirst();
        for (Scenario scenario : Scenarios.all()) {
            assertThat(scenario.twins()).isEqualTo(first.twins());
            assertThat(scenario.parameters().prbCount())
                    .isEqualTo(first.parameters().prbCount());
            assertThat(scenario.windowMillis()).isEqualTo(first.windowMillis());
        }
    }

    @Test
    void eachSeedDrawsItsOwnEventsAndAShortEpisodeKeepsThem() {
        Scenario floor = Scenarios.byName(Scenarios.DEFAULT);
        assertThat(floor.episode(1)).isEqualTo(floor.episode(1)).isNotEqualTo(floor.episode(2));
        List<Disturbance> whole = floor.episode(1).disturbances();
        List<Disturbance> tenth = floor.withWindows(60).episode(1).disturbances();
        assertThat(tenth).hasSameSizeAs(whole);
        for (Disturbance disturbance : tenth) {
            assertThat(disturbance.startMillis()).isBetween(2000L, 2000L + 6000L);
        }
    }

    @Test
    void aDriftReachesItsFullSizeInEqualSteps() {
        Scenario drift = Scenarios.byName("cell-edge-drift");
        List<Disturbance> steps = drift.episode(3).disturbances().stream()
                .filter(d -> d.twin() == 2)
                .toList();
        assertThat(steps).hasSize(12);
        double last = steps.getLast().snrOffsetDb();
        assertThat(last).isBetween(-8.0, -5.0);
        for (int i = 0; i < 12; i++) {
            assertThat(steps.get(i).snrOffsetDb()).isEqualTo(last * ((i + 1.0) / 12));
            if (i > 0) {
                assertThat(steps.get(i).startMillis())
                        .isEqualTo(steps.get(i - 1).endMillis());
            }
        }
    }

    /** Slicing has to matter on a quiet day: these shares are what the site was tuned for. */
    @Test
    void onAQuietDayTheHardSplitStarvesTheBuildingAndNoSlicingHurtsItAndASensiblePlanServesAll() {
        Scenario quiet = Scenarios.byName("quiet-shift").withWindows(150);
        assertThat(brokenShares(quiet, QuotaPlan.equalSplit(4))[BUILDING]).isGreaterThan(0.5);
        assertThat(brokenShares(quiet, QuotaPlan.unsliced(4))[BUILDING]).isGreaterThan(0.05);
        assertThat(brokenShares(quiet, SENSIBLE)[ANY]).isLessThan(0.02);
    }

    @Test
    void onAnEventfulDayEvenTheSensiblePlanBreaksPromises() {
        for (String name : List.of(Scenarios.DEFAULT, "flash-crowd", "cell-edge-drift", "model-shift")) {
            assertThat(brokenShares(Scenarios.byName(name).withWindows(150), SENSIBLE)[ANY])
                    .as(name)
                    .isGreaterThan(0.03);
        }
    }

    /** Broken windows of each twin and, last, of any twin, as shares, over a few seeds. */
    private static double[] brokenShares(Scenario scenario, QuotaPlan plan) {
        double[] broken = new double[5];
        int windows = 0;
        for (long seed = 100; seed < 108; seed++) {
            try (Environment environment = scenario.environment()) {
                environment.reset(seed);
                Step step;
                do {
                    step = environment.step(plan);
                    count(snapshotOf(step), broken);
                    windows++;
                } while (step instanceof Step.Running);
            }
        }
        for (int i = 0; i < broken.length; i++) {
            broken[i] /= windows;
        }
        return broken;
    }

    private static void count(TwinSnapshot snapshot, double[] broken) {
        boolean any = false;
        for (int twin = 0; twin < snapshot.slices(); twin++) {
            broken[twin] += snapshot.isBroken(twin) ? 1 : 0;
            any |= snapshot.isBroken(twin);
        }
        broken[ANY] += any ? 1 : 0;
    }

    private static TwinSnapshot snapshotOf(Step step) {
        return switch (step) {
            case Step.Running running -> running.snapshot();
            case Step.Terminated terminated -> terminated.snapshot();
            case Step.Truncated truncated -> truncated.snapshot();
            case Step.Failed failed -> throw new AssertionError(failed.reason());
        };
    }
}
