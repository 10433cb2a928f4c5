package io.twinslice.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.Disturbance;
import io.twinslice.ransim.PacketTrace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioSuiteTest {
    private static final ScenarioSuite SUITE = ScenarioSuite.synthetic();
    private static final int FACTORY = 0;
    private static final int VEHICLE = 1;
    private static final int HEALTH = 2;
    private static final int BUILDING = 3;

    static List<String> names() {
        return ScenarioSuite.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void anEpisodeIsTheSameEachTimeAndAnotherOneForAnotherSeed(String name) {
        Scenario scenario = SUITE.scenario(name, Split.TEST).withWindows(4);
        assertThat(scenario.name()).isEqualTo(name);
        assertThat(scenario.description()).isNotEmpty();
        assertThat(played(scenario, 5)).isEqualTo(played(scenario, 5)).isNotEqualTo(played(scenario, 6));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSplitsShareNoParameterOfAnEpisode(String name) {
        Set<Disturbance> seen = new HashSet<>();
        for (Split split : List.of(Split.TRAIN, Split.VALIDATION, Split.TEST)) {
            Scenario scenario = SUITE.scenario(name, split);
            Set<Disturbance> own = new HashSet<>();
            for (long seed : split.seeds(30)) {
                own.addAll(scenario.episode(seed).disturbances());
            }
            assertThat(own).isNotEmpty();
            assertThat(Collections.disjoint(own, seen)).isTrue();
            seen.addAll(own);
        }
    }

    @Test
    void theSplitsShareNoSeed() {
        Set<Long> seeds = new HashSet<>();
        for (Split split : Split.values()) {
            seeds.addAll(split.seeds(1000));
        }
        assertThat(seeds).hasSize(Split.values().length * 1000);
        assertThatIllegalArgumentException().isThrownBy(() -> Split.TEST.seeds(0));
    }

    @Test
    void aSplitSpreadsOverTheWholeIntervalAndLeavesTheRestToTheOthers() {
        boolean[][] hit = new boolean[Split.values().length][10];
        int row = 0;
        for (Split split : List.of(Split.TRAIN, Split.VALIDATION, Split.TEST)) {
            for (int i = 0; i < 1000; i++) {
                hit[row][(int) (10 * split.share(i / 1000.0))] = true;
            }
            row++;
        }
        for (int tenth = 0; tenth < 10; tenth++) {
            int owners = 0;
            for (boolean[] split : hit) {
                owners += split[tenth] ? 1 : 0;
            }
            assertThat(owners).as("owners of tenth " + tenth).isEqualTo(1);
        }
        assertThat(Split.WHOLE.share(0.123)).isEqualTo(0.123);
    }

    @Test
    void anUnknownNameListsTheSuite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SUITE.scenario("flash-corwd", Split.TEST))
                .withMessageContaining("flash-crowd, ");
        assertThat(SUITE.all(Split.TRAIN)).hasSize(16);
    }

    @Test
    void inTheFlashCrowdFourTimesTheVideoComesForFifteenSeconds() {
        Disturbance crowd = only(SUITE.scenario("flash-crowd", Split.TEST).episode(1), BUILDING);
        assertThat(crowd.loadFactor()).isBetween(3.8, 4.2);
        assertThat(crowd.endMillis() - crowd.startMillis()).isEqualTo(15_000);
    }

    @Test
    void twentyTwinsAttachWithinASecond() {
        List<TwinSnapshot> windows = played(SUITE.scenario("twin-join-storm", Split.TEST), 2);
        int most = 0;
        int rise = 0;
        for (int i = 11; i < windows.size(); i++) {
            most = Math.max(most, ues(windows.get(i)));
            rise = Math.max(rise, ues(windows.get(i)) - ues(windows.get(i - 11)));
        }
        assertThat(ues(windows.getFirst())).isEqualTo(23);
        assertThat(most).isEqualTo(43);
        assertThat(rise).isEqualTo(20);
    }

    @Test
    void thePlatoonComesAndGoes() {
        List<TwinSnapshot> windows = played(SUITE.scenario("platoon-passing", Split.TEST), 2);
        int most = windows.stream()
                .mapToInt(window -> window.reports().get(VEHICLE).activeUes())
                .max()
                .orElseThrow();
        assertThat(most).isGreaterThan(12);
        assertThat(windows.getFirst().reports().get(VEHICLE).activeUes()).isEqualTo(6);
        assertThat(windows.getLast().reports().get(VEHICLE).activeUes()).isEqualTo(6);
    }

    @Test
    void theInterfererTakesSixDbOnHalfOfTheBandAndIsOftenAbsent() {
        List<Disturbance> bursts = SUITE.scenario("interferer", Split.TEST).episode(3).disturbances().stream()
                .filter(each -> each.snrOffsetDb() < -3)
                .toList();
        assertThat(bursts).hasSizeGreaterThan(3);
        long on = bursts.stream()
                .mapToLong(each -> each.endMillis() - each.startMillis())
                .sum();
        assertThat(on).isBetween(5_000L, 50_000L);
        assertThat(bursts).allSatisfy(each -> {
            assertThat(each.snrOffsetDb()).isBetween(-6.5, -5.5);
            assertThat(each.bandShare()).isBetween(0.45, 0.55);
        });
    }

    @Test
    void maintenanceTakesHalfOfThePrbsForTenSeconds() {
        Disturbance loss = SUITE.scenario("slot-loss", Split.TEST).episode(1).disturbances().stream()
                .filter(each -> each.prbFactor() < 1)
                .findFirst()
                .orElseThrow();
        assertThat(loss.prbFactor()).isBetween(0.48, 0.52);
        assertThat(loss.endMillis() - loss.startMillis()).isEqualTo(10_000);
    }

    @Test
    void aDeadlineIsTightenedInTheMiddleAndTheSplitsShareNone() {
        Set<Integer> seen = new HashSet<>();
        for (Split split : List.of(Split.TRAIN, Split.VALIDATION, Split.TEST)) {
            Set<Integer> own = new HashSet<>();
            for (long seed : split.seeds(40)) {
                var promises = SUITE.scenario("sla-flip", split).promises(seed);
                assertThat(promises).hasSize(2);
                assertThat(promises.lastKey()).isBetween(20_000L, 38_000L);
                own.add(List.copyOf(promises.values())
                        .getLast()
                        .get(VEHICLE)
                        .sla()
                        .deadlineMillis());
            }
            assertThat(own).allMatch(deadline -> deadline >= 10 && deadline <= 19);
            assertThat(Collections.disjoint(own, seen)).isTrue();
            seen.addAll(own);
        }
        List<TwinSnapshot> windows = played(SUITE.scenario("sla-flip", Split.TEST), 1);
        assertThat(windows.getFirst().twins().get(VEHICLE).sla().deadlineMillis())
                .isEqualTo(40);
        assertThat(windows.getLast().twins().get(VEHICLE).sla().deadlineMillis())
                .isLessThan(20);
        assertThat(windows.getLast().twins().get(FACTORY))
                .isEqualTo(windows.getFirst().twins().get(FACTORY));
    }

    @Test
    void cyclesThatDifferFallIntoPhaseWhenEachHasGainedOneOnItsNeighbour() {
        List<TwinSnapshot> windows = played(SUITE.scenario("cycle-align", Split.TEST), 1);
        // Aligned 37 s after the start of the cell, 35 s into the episode: then the worst wait is longest.
        double aligned = meanDelay(windows, 348, 352);
        double spread = meanDelay(windows, 206, 212);
        assertThat(aligned).isGreaterThan(1.3 * spread);
    }

    @Test
    void aDayWithoutRecordingsSaysThatItIsSynthetic() {
        assertThat(SUITE.scenario("diurnal-replay", Split.TEST).description()).contains("SYNTHETIC");
    }

    @Test
    void everySplitReplaysCapturesOfItsOwn() {
        Map<String, PacketTrace> recordings = new TreeMap<>();
        for (String name : List.of("embb_1", "embb_2", "embb_3", "urll_1", "urll_2", "urll_3", "mmtc")) {
            recordings.put(name, new PacketTrace(name, new long[] {0, 5_000, 20_000}, new int[] {900, 1400, 300}));
        }
        ScenarioSuite suite = ScenarioSuite.replaying(recordings);
        Scenario test = suite.scenario("diurnal-replay", Split.TEST);
        assertThat(test.description()).contains("embb_3", "urll_3").doesNotContain("SYNTHETIC", "embb_1", "embb_2");
        assertThat(suite.scenario("diurnal-replay", Split.TRAIN).description()).contains("embb_1", "urll_1");
        assertThat(played(test.withWindows(3), 1)
                        .getLast()
                        .reports()
                        .get(BUILDING)
                        .offeredKbit())
                .isPositive();
        recordings.remove("urll_2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScenarioSuite.replaying(recordings))
                .withMessageContaining("urll");
    }

    @Test
    void theRecordedTestbedLendsNothing() {
        Scenario testbed = SUITE.scenario("colosseum-trf1", Split.TEST).withWindows(30);
        try (Environment environment = testbed.environment()) {
            environment.reset(1);
            TwinSnapshot last = snapshot(environment.step(QuotaPlan.equalGuarantee(3)));
            for (int i = 0; i < 20; i++) {
                last = snapshot(environment.step(QuotaPlan.equalGuarantee(3)));
            }
            // A third of 50 PRBs, although the two other slices hardly use theirs.
            assertThat(last.reports().getFirst().prbUsed()).isBetween(15, 17);
            assertThat(last.reports().getFirst().bufferedKbit()).isPositive();
        }
    }

    @Test
    void theStoryOfHealthEventsNeedsAFifthTwin() {
        Scenario surgery = SUITE.scenario("surgery-burst", Split.TEST);
        assertThat(surgery.twins()).hasSize(5);
        assertThat(surgery.episode(1).disturbances().stream()
                        .filter(each -> each.twin() == HEALTH)
                        .toList())
                .allMatch(each -> each.loadFactor() >= 4);
    }

    private static Disturbance only(CellParameters cell, int twin) {
        List<Disturbance> own =
                cell.disturbances().stream().filter(each -> each.twin() == twin).toList();
        assertThat(own).hasSize(1);
        return own.getFirst();
    }

    private static int ues(TwinSnapshot window) {
        return window.reports().stream().mapToInt(report -> report.activeUes()).sum();
    }

    private static double meanDelay(List<TwinSnapshot> windows, int from, int to) {
        return windows.subList(from, to).stream()
                .mapToInt(window -> window.reports().get(FACTORY).meanDelayTenthMillis())
                .average()
                .orElseThrow();
    }

    private static List<TwinSnapshot> played(Scenario scenario, long seed) {
        List<TwinSnapshot> windows = new ArrayList<>();
        try (Environment environment = scenario.environment()) {
            windows.add(snapshot(environment.reset(seed)));
            Step step;
            do {
                step = environment.step(
                        QuotaPlan.equalGuarantee(scenario.twins().size()));
                windows.add(snapshot(step));
            } while (step instanceof Step.Running);
        }
        return windows;
    }

    private static TwinSnapshot snapshot(Step step) {
        return switch (step) {
            case Step.Running(TwinSnapshot window) -> window;
            case Step.Terminated(TwinSnapshot window) -> window;
            case Step.Truncated(TwinSnapshot window) -> window;
            case Step.Failed(String reason) -> throw new AssertionError(reason);
        };
    }
}
