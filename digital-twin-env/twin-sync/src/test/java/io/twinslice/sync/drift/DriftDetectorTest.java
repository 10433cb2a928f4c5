package io.twinslice.sync.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.Disturbance;
import io.twinslice.ransim.RanCell;
import io.twinslice.sync.Fidelity;
import io.twinslice.sync.Kpi;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriftDetectorTest {
    private static DriftDetector pageHinkley() {
        return PageHinkley.forRelativeShift(0.2, PageHinkley.FALSE_ALARMS);
    }

    static Stream<Arguments> cases() {
        return Loads.all().keySet().stream()
                .flatMap(
                        name -> Stream.of("page-hinkley", "adwin", "moving-sum").map(each -> Arguments.of(name, each)));
    }

    private static Supplier<DriftDetector> detector(String name) {
        return switch (name) {
            case "adwin" -> Adwin::forLoads;
            case "moving-sum" -> MovingSum::forLoads;
            default -> DriftDetectorTest::pageHinkley;
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aShiftOfAFifthIsFoundWithinThirtyWindows(String stream, String detector) {
        var outcome = new DriftTrial(10_000, 60, 300, 30, 0.2).run(Loads.named(stream), detector(detector), 11);
        assertThat(outcome.falseAlarms()).isLessThanOrEqualTo(1);
        assertThat(outcome.medianDelay()).isLessThanOrEqualTo(30);
        assertThat(outcome.foundWithin()).isGreaterThanOrEqualTo(0.8);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("cases")
    void aMillionSteadyWindowsGiveAtMostTenAlarms(String stream, String detector) {
        var outcome = new DriftTrial(1_000_000, 300, 300, 30, 0.2).run(Loads.named(stream), detector(detector), 12);
        assertThat(outcome.falseAlarmsPer100000()).isLessThanOrEqualTo(1);
        assertThat(outcome.medianDelay()).isLessThanOrEqualTo(30);
        assertThat(outcome.foundWithin()).isGreaterThanOrEqualTo(detector.equals("moving-sum") ? 0.95 : 0.85);
    }

    /** The definition, computed with the whole history kept. */
    @Test
    void pageHinkleyIsTheDifferenceToTheSmallestSum() {
        SplittableRandom random = new SplittableRandom(3);
        PageHinkley test = new PageHinkley(0.3, 12);
        double total = 0;
        double up = 0;
        double lowest = 0;
        double down = 0;
        double highest = 0;
        for (int t = 1; t <= 2000; t++) {
            double x = (t > 1000 ? 1.5 : 0) + random.nextGaussian();
            total += x;
            double mean = total / t;
            up += x - mean - 0.3;
            lowest = Math.min(lowest, up);
            down += x - mean + 0.3;
            highest = Math.max(highest, down);
            boolean expected = up - lowest > 12 || highest - down > 12;
            assertThat(test.observe(x)).as("window %d", t).isEqualTo(expected);
            if (expected) {
                assertThat(t).isGreaterThan(1000);
                return;
            }
        }
        throw new AssertionError("the shift was not found");
    }

    /** The definition, computed with the whole history kept. */
    @Test
    void theMovingSumIsTheDifferenceOfTwoMeansInDeviations() {
        SplittableRandom random = new SplittableRandom(8);
        MovingSum test = new MovingSum(20, 4);
        List<Double> all = new ArrayList<>();
        for (int t = 1; t <= 2000; t++) {
            double x = (t > 1000 ? 0.8 : 0) + random.nextGaussian();
            all.add(x);
            boolean expected = false;
            if (t >= 20 + PageHinkley.LEARNING) {
                double[] older = all.subList(0, t - 20).stream()
                        .mapToDouble(each -> each)
                        .toArray();
                double before = Arrays.stream(older).average().orElseThrow();
                double now = all.subList(t - 20, t).stream()
                        .mapToDouble(each -> each)
                        .average()
                        .orElseThrow();
                double variance = Arrays.stream(older)
                                .map(each -> (each - before) * (each - before))
                                .sum()
                        / (older.length - 1);
                expected = Math.abs(now - before) > 4 * Math.sqrt(variance * (1.0 / 20 + 1.0 / older.length));
            }
            assertThat(test.observe(x)).as("window %d", t).isEqualTo(expected);
            if (expected) {
                assertThat(t).isGreaterThan(1000);
                assertThat(test.observations()).isZero();
                return;
            }
        }
        throw new AssertionError("the shift was not found");
    }

    @Test
    void adwinKeepsTheMomentsOfItsWindow() {
        SplittableRandom random = new SplittableRandom(4);
        Adwin adwin = new Adwin(1e-9, 0);
        List<Double> all = new ArrayList<>();
        for (int t = 0; t < 5000; t++) {
            double x = 7 + random.nextGaussian();
            all.add(x);
            assertThat(adwin.observe(x)).isFalse();
        }
        double mean = all.stream().mapToDouble(x -> x).average().orElseThrow();
        double variance = all.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum() / all.size();
        assertThat(adwin.observations()).isEqualTo(5000);
        assertThat(adwin.mean()).isCloseTo(mean, within(1e-9));
        assertThat(adwin.variance()).isCloseTo(variance, within(1e-9));
        assertThat(adwin.buckets()).isLessThanOrEqualTo(6 * 13);
    }

    @Test
    void adwinForgetsWhatWasBeforeTheDrift() {
        SplittableRandom random = new SplittableRandom(5);
        Adwin adwin = new Adwin(0.002, 1);
        int alarms = 0;
        for (int t = 0; t < 4000; t++) {
            double level = t < 2000 ? 0.3 : 0.6;
            alarms += adwin.observe(random.nextDouble() < level ? 1 : 0) ? 1 : 0;
        }
        assertThat(alarms).isPositive();
        assertThat(adwin.observations()).isBetween(1900L, 2300L);
        assertThat(adwin.mean()).isCloseTo(0.6, within(0.05));
    }

    @Test
    void anObservationAllocatesNothing() {
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (DriftDetector detector : List.of(pageHinkley(), Adwin.forLoads(), MovingSum.forLoads())) {
            SplittableRandom random = new SplittableRandom(6);
            feed(detector, random, 20_000);
            long before = memory.getCurrentThreadAllocatedBytes();
            feed(detector, random, 50_000);
            assertThat(memory.getCurrentThreadAllocatedBytes() - before)
                    .as("%s", detector)
                    .isLessThan(10_000);
        }
    }

    private static void feed(DriftDetector detector, SplittableRandom random, int windows) {
        for (int i = 0; i < windows; i++) {
            detector.observe(100 + random.nextInt(20) + (i > windows / 2 ? 30 : 0));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoNumberIsRefusedAndChangesNothing(double value) {
        for (DriftDetector detector : List.of(pageHinkley(), Adwin.forLoads(), MovingSum.forLoads())) {
            detector.observe(4);
            assertThatThrownBy(() -> detector.observe(value)).hasMessageContaining("finite");
            assertThat(detector.observations()).isEqualTo(1);
            assertThat(detector.mean()).isEqualTo(4);
        }
    }

    /** Pooled over cells: how often a frame falls into the next window depends on the phases that a cell drew. */
    @Test
    void theFastLoadIsThatOfTheSimulator() {
        int cells = 8;
        int windows = 150;
        int millis = Loads.QUIET.windowMillis();
        List<TwinSnapshot> simulated = new ArrayList<>();
        for (int seed = 0; seed < cells; seed++) {
            RanCell cell = new RanCell(Loads.QUIET.parameters(), Loads.QUIET.twins(), seed);
            cell.runWindow(1000);
            for (int i = 0; i < windows; i++) {
                simulated.add(cell.runWindow(millis));
            }
        }
        for (int twin = 0; twin < Loads.QUIET.twins().size(); twin++) {
            double[] drawn = new double[cells * windows * 5];
            for (int seed = 0; seed < 5 * cells; seed++) {
                OfferedLoad load =
                        new OfferedLoad(Loads.QUIET.parameters().twins().get(twin), millis, 100 + seed);
                for (int i = -10; i < windows; i++) {
                    drawn[seed * windows + Math.max(0, i)] = load.nextKbit();
                }
            }
            double[] seen = Fidelity.series(simulated, twin, Kpi.OFFERED_KBIT);
            assertThat(Fidelity.distance(Kpi.OFFERED_KBIT, seen, drawn))
                    .as(Loads.QUIET.twins().get(twin).name())
                    .isLessThan(0.15);
        }
    }

    /** The vehicle is the hardest of the twins: its load deviates by a sixth from window to window. */
    @Test
    void theSimulatorsOwnDriftIsFound() {
        int quiet = 150;
        int window = Loads.QUIET.windowMillis();
        CellParameters drifting = Loads.QUIET
                .parameters()
                .withDisturbances(List.of(
                        new Disturbance((long) quiet * window, Long.MAX_VALUE / 2000, Disturbance.CELL, 1.2, 0, 1)));
        int twins = Loads.QUIET.twins().size();
        int[] found = new int[twins];
        for (int seed = 40; seed < 43; seed++) {
            RanCell cell = new RanCell(drifting, Loads.QUIET.twins(), seed);
            List<TwinSnapshot> windows = new ArrayList<>();
            for (int i = 0; i < quiet + 30; i++) {
                windows.add(cell.runWindow(window));
            }
            for (int twin = 0; twin < twins; twin++) {
                int alarm = firstAlarm(pageHinkley(), Fidelity.series(windows, twin, Kpi.OFFERED_KBIT));
                assertThat(alarm).isGreaterThan(quiet);
                found[twin] += alarm <= quiet + 30 ? 1 : 0;
            }
        }
        assertThat(Arrays.stream(found).min().orElseThrow()).isGreaterThanOrEqualTo(2);
    }

    private static int firstAlarm(DriftDetector detector, double[] stream) {
        for (int i = 0; i < stream.length; i++) {
            if (detector.observe(stream[i])) {
                return i + 1;
            }
        }
        return Integer.MAX_VALUE;
    }
}
