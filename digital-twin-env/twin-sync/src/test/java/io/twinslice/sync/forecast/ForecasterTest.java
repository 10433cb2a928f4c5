package io.twinslice.sync.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ransim.RanCell;
import io.twinslice.sync.Fidelity;
import io.twinslice.sync.Kpi;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecasterTest {
    private static final int[] HORIZONS = {1, 2, 5, 10};

    /** On both sides of the promise of 0.9. */
    private static final double MARGIN = 0.03;

    private static Coverage coverage(List<double[]> series, int horizon) {
        Coverage all = Coverage.NONE;
        for (double[] values : series) {
            Forecaster forecaster = new Forecaster(0.9);
            for (double value : values) {
                forecaster.observe(value);
            }
            all = all.plus(forecaster.coverage(horizon));
        }
        return all;
    }

    private static void covers(String what, List<double[]> series) {
        assertThat(series).as(what).isNotEmpty();
        for (int horizon : HORIZONS) {
            assertThat(coverage(series, horizon).share())
                    .as("%s, %d windows ahead", what, horizon)
                    .isCloseTo(0.9, within(MARGIN));
        }
    }

    /** The factory's load repeats one value in most windows; an interval that holds it holds more than it promised. */
    @ParameterizedTest
    @ValueSource(strings = {"quiet-shift", "factory-floor", "flash-crowd"})
    void intervalsHoldOnTheTwinEnvironmentWithAndWithoutDrift(String name) {
        Scenario scenario = Scenarios.byName(name);
        List<List<TwinSnapshot>> episodes = new ArrayList<>();
        for (int seed = 0; seed < 2; seed++) {
            RanCell cell = new RanCell(scenario.episode(seed), scenario.twins(), seed);
            List<TwinSnapshot> windows = new ArrayList<>();
            for (int i = 0; i < scenario.windows(); i++) {
                windows.add(cell.runWindow(scenario.windowMillis()));
            }
            episodes.add(windows);
        }
        for (int i = 0; i < scenario.twins().size(); i++) {
            int twin = i;
            String of = name + ", " + scenario.twins().get(twin).name();
            covers(of + " CQI", series(episodes, twin, Kpi.CQI_MEAN_TENTH));
            if (!scenario.twins().get(twin).name().equals("factory")) {
                covers(of + " load", series(episodes, twin, Kpi.OFFERED_KBIT));
            } else {
                assertThat(coverage(series(episodes, twin, Kpi.OFFERED_KBIT), 1).share())
                        .isGreaterThan(0.87);
            }
        }
    }

    private static List<double[]> series(List<List<TwinSnapshot>> episodes, int twin, Kpi kpi) {
        return episodes.stream()
                .map(windows -> Fidelity.series(windows, twin, kpi))
                .toList();
    }

    @Test
    void intervalsHoldInTheWindowsAfterADrift() {
        SplittableRandom random = new SplittableRandom(9);
        Coverage after = Coverage.NONE;
        for (int trial = 0; trial < 40; trial++) {
            Forecaster forecaster = new Forecaster(0.9);
            for (int i = 0; i < 300; i++) {
                forecaster.observe(100 + 12 * random.nextGaussian());
            }
            Coverage before = forecaster.coverage(1);
            for (int i = 0; i < 100; i++) {
                forecaster.observe(160 + 19 * random.nextGaussian());
                if (i == 4) {
                    forecaster.restart();
                }
            }
            Coverage all = forecaster.coverage(1);
            after = after.plus(new Coverage(all.intervals() - before.intervals(), all.covered() - before.covered()));
        }
        assertThat(after.share()).isCloseTo(0.9, within(MARGIN));
    }

    @Test
    void intervalsAreNotMuchWiderThanTheyMustBe() {
        SplittableRandom random = new SplittableRandom(10);
        Forecaster forecaster = new Forecaster(0.9);
        double width = 0;
        for (int i = 0; i < 3000; i++) {
            forecaster.observe(50 + random.nextGaussian());
            width +=
                    i >= 1000 ? forecaster.ahead(1).high() - forecaster.ahead(1).low() : 0;
        }
        // 3.29 deviations hold 90 % of a Gaussian with a known mean.
        assertThat(width / 2000).isBetween(3.1, 3.8);
    }

    @Test
    void intervalsHoldOnRecordedRatesOfTheTestbed() throws IOException {
        for (String slice : List.of("0", "1", "2")) {
            covers(
                    "explora slice " + slice,
                    Recordings.series(
                            "explora_kpi.csv.gz",
                            row -> row.of("slice_id").equals(slice) ? row.of("exp") : "",
                            row -> row.of("report"),
                            "tx_brate_mbps",
                            4));
        }
    }

    @Test
    void intervalsHoldOnRecordedPhoneTraffic() throws IOException {
        covers(
                "tractor rate",
                Recordings.series(
                        "tractor_kpi.csv.gz",
                        row -> row.of("run") + row.of("ue"),
                        row -> row.of("t_ms"),
                        "tx_mbps",
                        12));
    }

    @Test
    void intervalsHoldOnRecordedCqi() throws IOException {
        covers(
                "ucc5g CQI",
                Recordings.series("ucc5g_channel.csv.gz", row -> row.of("trace"), row -> row.of("t_s"), "cqi", 12));
    }

    @Tag("nightly")
    @Test
    void intervalsHoldOnAllRecordings() throws IOException {
        covers(
                "tractor rate",
                Recordings.series(
                        "tractor_kpi.csv.gz",
                        row -> row.of("run") + row.of("ue"),
                        row -> row.of("t_ms"),
                        "tx_mbps",
                        1000));
        covers(
                "ucc5g CQI",
                Recordings.series("ucc5g_channel.csv.gz", row -> row.of("trace"), row -> row.of("t_s"), "cqi", 1000));
        covers(
                "explora rate",
                Recordings.series(
                        "explora_kpi.csv.gz",
                        row -> row.of("exp") + row.of("slice_id"),
                        row -> row.of("report"),
                        "tx_brate_mbps",
                        1000));
    }

    @Test
    void missedWindowsMoveTheForecastFurtherAhead() {
        Forecaster forecaster = new Forecaster(0.9);
        double value = 0;
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 2000; i++) {
            value = 0.95 * value + random.nextGaussian();
            forecaster.observe(value);
        }
        Forecast third = forecaster.ahead(3);
        forecaster.miss();
        forecaster.miss();
        assertThat(forecaster.ahead(1)).isEqualTo(third);
        assertThat(third.high() - third.low()).isGreaterThan(forecaster.ahead(1).low() - third.low());
        for (int i = 0; i < 50; i++) {
            forecaster.miss();
        }
        assertThat(forecaster.ahead(1).covers(value + 1000)).isTrue();
    }

    @Test
    void aStreamThatNeverChangesIsHeldByAPoint() {
        Forecaster forecaster = new Forecaster(0.9);
        for (int i = 0; i < 500; i++) {
            forecaster.observe(1840.1);
        }
        assertThat(forecaster.coverage(1).share()).isEqualTo(1);
        assertThat(forecaster.ahead(1).high() - forecaster.ahead(1).low()).isLessThan(1e-4);
    }

    @Test
    void beforeAnythingIsKnownEverythingIsPossible() {
        Forecaster forecaster = new Forecaster(0.9);
        assertThat(forecaster.ahead(1).covers(1e12)).isTrue();
        assertThat(forecaster.coverage(1)).isEqualTo(Coverage.NONE);
        assertThatThrownBy(() -> forecaster.ahead(11)).hasMessageContaining("1..10");
        assertThatThrownBy(() -> forecaster.observe(Double.NaN)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new Forecaster(1)).hasMessageContaining("coverage");
    }

    @Test
    void anObservationAllocatesNothing() {
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Forecaster forecaster = new Forecaster(0.9);
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < 5000; i++) {
            forecaster.observe(random.nextDouble());
        }
        long before = memory.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 5000; i++) {
            forecaster.observe(random.nextDouble());
        }
        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }
}
