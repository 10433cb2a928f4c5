package io.twinslice.sync.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ransim.Disturbance;
import io.twinslice.ransim.RanCell;
import io.twinslice.ransim.TwinParameters;
import io.twinslice.sync.TwinEstimate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LiveMirrorTest {
    private static final Scenario QUIET = Scenarios.byName("quiet-shift");
    private static final int VEHICLE = 1;
    private static final int BUILDING = 3;

    /** Windows of a cell that differs from the prior one. */
    private static List<TwinSnapshot> windows(
            List<TwinEstimate> truth, List<Disturbance> disturbances, int count, long seed) {
        List<TwinParameters> twins = new ArrayList<>();
        for (int i = 0; i < truth.size(); i++) {
            twins.add(truth.get(i).applyTo(QUIET.parameters().twins().get(i)));
        }
        RanCell cell =
                new RanCell(QUIET.parameters().withTwins(twins).withDisturbances(disturbances), QUIET.twins(), seed);
        List<TwinSnapshot> windows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            windows.add(cell.runWindow(QUIET.windowMillis()));
        }
        return windows;
    }

    private static LiveMirror mirrored(List<TwinSnapshot> windows, ReportQuality quality, long seed) {
        LiveMirror mirror = new LiveMirror(QUIET, MirrorSettings.of(quality, seed));
        ReportLink link = new ReportLink(quality, seed);
        for (TwinSnapshot window : windows) {
            link.send(window);
            link.receive(window.windowEndMillis()).forEach(mirror::accept);
            mirror.advance(window.windowEndMillis());
        }
        return mirror;
    }

    private static List<TwinEstimate> drawn(SplittableRandom random) {
        List<TwinEstimate> truth = new ArrayList<>();
        for (int i = 0; i < QUIET.twins().size(); i++) {
            truth.add(new TwinEstimate(0.75 + 0.5 * random.nextDouble(), -3 + 6 * random.nextDouble(), 1, 1));
        }
        return truth;
    }

    /** 24 credible intervals of 90 % each for load and SNR; fewer than 19 hold with a probability of 3 %. */
    @Test
    void thePosteriorHoldsTheTruthThoughReportsAreLateLostAndRounded() {
        SplittableRandom random = new SplittableRandom(1);
        int loads = 0;
        int snrs = 0;
        for (int trial = 0; trial < 6; trial++) {
            List<TwinEstimate> truth = drawn(random);
            LiveMirror mirror = mirrored(windows(truth, List.of(), 150, trial), ReportQuality.POOR, trial);
            assertThat(mirror.resyncs()).isEmpty();
            for (var parameter : mirror.posterior().parameters(0.9)) {
                TwinEstimate twin = truth.get(QUIET.twins().stream()
                        .map(profile -> profile.name())
                        .toList()
                        .indexOf(parameter.twin()));
                switch (parameter.name()) {
                    case "load" -> {
                        loads += parameter.covers(twin.loadFactor()) ? 1 : 0;
                        assertThat(parameter.mean()).isCloseTo(twin.loadFactor(), within(0.08));
                    }
                    case "snr" -> {
                        snrs += parameter.covers(twin.snrOffsetDb()) ? 1 : 0;
                        assertThat(parameter.mean()).isCloseTo(twin.snrOffsetDb(), within(3.0));
                    }
                    default -> assertThat(parameter.mean()).isBetween(0.6, 1.6);
                }
            }
        }
        assertThat(loads).isGreaterThanOrEqualTo(19);
        assertThat(snrs).isGreaterThanOrEqualTo(19);
    }

    @Test
    void theSameReportsGiveTheSameMirrorHoweverOftenItIsAsked() {
        List<TwinSnapshot> windows = windows(Collections.nCopies(4, new TwinEstimate(1.1, -1, 1, 1)), List.of(), 60, 5);
        LiveMirror once = mirrored(windows, ReportQuality.POOR, 3);
        LiveMirror asked = new LiveMirror(QUIET, MirrorSettings.of(ReportQuality.POOR, 3));
        ReportLink link = new ReportLink(ReportQuality.POOR, 3);
        for (TwinSnapshot window : windows) {
            link.send(window);
            link.receive(window.windowEndMillis()).forEach(asked::accept);
            asked.advance(window.windowEndMillis());
            asked.posterior().draw(3);
            asked.estimates(window.windowEndMillis());
            asked.forecast(0, Quantity.LOAD, 2);
        }
        assertThat(asked.posterior().draw(20)).isEqualTo(once.posterior().draw(20));
        assertThat(asked.posterior().draw(20)).isEqualTo(asked.posterior().draw(20));
        assertThat(asked.posterior().parameters(0.9)).isEqualTo(once.posterior().parameters(0.9));
        assertThat(asked.link()).isEqualTo(once.link());
    }

    @Test
    void drawsSpreadAsThePosteriorDoes() {
        LiveMirror mirror = mirrored(
                windows(Collections.nCopies(4, new TwinEstimate(1.2, 1, 1, 1)), List.of(), 100, 6),
                ReportQuality.PERFECT,
                6);
        TwinPosterior posterior = mirror.posterior();
        List<List<TwinEstimate>> draws = posterior.draw(400);
        var parameters = posterior.parameters(0.9);
        for (int i = 0; i < 4; i++) {
            int twin = i;
            long inside = draws.stream()
                    .filter(draw ->
                            parameters.get(3 * twin).covers(draw.get(twin).loadFactor()))
                    .count();
            assertThat(inside / 400.0).isCloseTo(0.9, within(0.03));
        }
        assertThat(posterior.scenarios(2))
                .hasSize(2)
                .allMatch(cell -> cell.twins().equals(QUIET.twins()));
        assertThat(posterior.effectiveSizes()).allMatch(size -> size > 100);
        assertThatThrownBy(() -> posterior.draw(0)).hasMessageContaining("count");
    }

    @Test
    void aJumpOfLoadAndAFallOfSnrAreFoundAndThePosteriorBeginsAnew() {
        int quiet = 120;
        List<Disturbance> jump = List.of(
                new Disturbance(quiet * 100L, 1_000_000, BUILDING, 1.5, 0, 1),
                new Disturbance(quiet * 100L, 1_000_000, VEHICLE, 1, -5, 1));
        LiveMirror mirror = mirrored(
                windows(Collections.nCopies(4, new TwinEstimate(1, 0, 1, 1)), jump, quiet + 80, 7),
                ReportQuality.POOR,
                7);
        assertThat(mirror.resyncs())
                .anySatisfy(resync -> {
                    assertThat(resync.twin()).isEqualTo("building");
                    assertThat(resync.quantity()).isEqualTo(Quantity.LOAD);
                    assertThat(resync.atMillis()).isBetween(quiet * 100L, (quiet + 30) * 100L);
                    assertThat(resync.after()).isGreaterThan(resync.before());
                })
                .anySatisfy(resync -> {
                    assertThat(resync.twin()).isEqualTo("vehicle");
                    assertThat(resync.quantity()).isEqualTo(Quantity.CQI);
                    assertThat(resync.after()).isLessThan(resync.before());
                })
                .allSatisfy(resync -> assertThat(resync.atMillis()).isGreaterThan(quiet * 100L));
        for (var parameter : mirror.posterior().parameters(0.99)) {
            if (parameter.name().equals("load")) {
                assertThat(parameter.mean())
                        .as(parameter.twin())
                        .isCloseTo(parameter.twin().equals("building") ? 1.5 : 1, within(0.08));
            }
        }
    }

    @Test
    void everyValueSaysHowOldItIsAndHowManyReportsWereLost() {
        List<TwinSnapshot> windows = windows(Collections.nCopies(4, new TwinEstimate(1, 0, 1, 1)), List.of(), 30, 8);
        LiveMirror mirror = new LiveMirror(QUIET, new MirrorSettings(250, 128, 1, 1, 0.9, 8));
        assertThat(mirror.estimates(0)).allSatisfy(value -> {
            assertThat(value.ageMillis()).isEqualTo(-1);
            assertThat(value.measured()).isFalse();
        });
        for (int i = 0; i < 30; i++) {
            long end = windows.get(i).windowEndMillis();
            if (i < 20 || i == 25) {
                assertThat(mirror.accept(windows.get(i))).isTrue();
                assertThat(mirror.accept(windows.get(i))).isTrue();
            }
            mirror.advance(end);
        }
        long now = windows.get(25).windowEndMillis() + 400;
        mirror.advance(now);
        assertThat(mirror.estimates(now))
                .filteredOn(value -> value.quantity() == Quantity.LOAD)
                .hasSize(4)
                .allSatisfy(value -> {
                    assertThat(value.ageMillis()).isEqualTo(400);
                    assertThat(value.lost()).isEqualTo(5);
                    assertThat(value.measured()).isFalse();
                    assertThat(value.low()).isLessThan(value.value());
                });
        assertThat(mirror.link().lost()).isEqualTo(5);
        assertThat(mirror.link().duplicates() + mirror.link().tooLate()).isEqualTo(21);
        assertThat(mirror.windows()).isEqualTo(21);
    }

    @Test
    void theOrderOfArrivalMakesNoDifferenceWithinThePatience() {
        List<TwinSnapshot> windows = windows(Collections.nCopies(4, new TwinEstimate(1, 0, 1, 1)), List.of(), 40, 9);
        MirrorSettings settings = new MirrorSettings(1000, 128, 1, 1, 0.9, 9);
        LiveMirror straight = new LiveMirror(QUIET, settings);
        LiveMirror crooked = new LiveMirror(QUIET, settings);
        windows.forEach(straight::accept);
        straight.advance(10_000);
        SplittableRandom random = new SplittableRandom(9);
        for (int begin = 0; begin < 40; begin += 5) {
            List<TwinSnapshot> few = new ArrayList<>(windows.subList(begin, begin + 5));
            Collections.shuffle(few, new Random(random.nextInt()));
            few.forEach(crooked::accept);
            crooked.advance(windows.get(begin + 4).windowEndMillis());
        }
        crooked.advance(10_000);
        assertThat(crooked.posterior().parameters(0.9))
                .isEqualTo(straight.posterior().parameters(0.9));
        assertThat(crooked.windows()).isEqualTo(40);
    }

    @Test
    void reportsOfAnotherCellAreRefused() {
        LiveMirror mirror = new LiveMirror(QUIET, MirrorSettings.of(ReportQuality.PERFECT, 1));
        TwinSnapshot window = windows(Collections.nCopies(4, new TwinEstimate(1, 0, 1, 1)), List.of(), 1, 1)
                .getFirst();
        assertThat(mirror.accept(new TwinSnapshot(
                        100, 200, window.prbCount(), window.twins(), window.reports(), window.inForce())))
                .isFalse();
        assertThat(mirror.accept(new TwinSnapshot(100, 100, 51, window.twins(), window.reports(), window.inForce())))
                .isFalse();
        assertThat(mirror.link().refused()).isEqualTo(2);
        assertThatThrownBy(() -> new ReportQuality(1, 0, 0, 0, 1, 1)).hasMessageContaining("loss");
    }

    @Test
    void theNormalQuantileInvertsTheNormalDistribution() {
        assertThat(NormalQuantile.of(0.975)).isCloseTo(1.959963985, within(1e-8));
        assertThat(NormalQuantile.of(0.001)).isCloseTo(-3.090232306, within(1e-8));
        assertThat(NormalQuantile.of(0.5)).isCloseTo(0, within(1e-12));
        assertThat(NormalQuantile.of(0)).isLessThan(-6).isGreaterThan(-8);
    }
}
