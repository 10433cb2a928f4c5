package io.twinslice.sync.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.env.Step;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ransim.RanCell;
import io.twinslice.sync.Kpi;
import io.twinslice.sync.fidelity.ActionResponse.Case;
import io.twinslice.sync.fidelity.ActionResponse.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FidelityVectorTest {
    private static final Scenario QUIET = Scenarios.byName("quiet-shift");
    private static final Effort EFFORT = new Effort(3, 25);

    private static List<TwinSnapshot> windows(Scenario scenario, long seed, int count) {
        RanCell cell = new RanCell(scenario.parameters(), scenario.twins(), seed);
        List<TwinSnapshot> windows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            windows.add(cell.runWindow(scenario.windowMillis()));
        }
        return windows;
    }

    /** A mirror that does something else with a plan than it was told. */
    private static Environment twisted(UnaryOperator<QuotaPlan> twist) {
        Environment cell = QUIET.environment();
        return new Environment() {
            @Override
            public Step reset(long seed) {
                return cell.reset(seed);
            }

            @Override
            public Step step(QuotaPlan plan) {
                return cell.step(twist.apply(plan));
            }
        };
    }

    private static ActionResponse response(Environment mirror) {
        return ActionResponse.of(QUIET.environment(), List.of(mirror), EFFORT, 4, () -> {});
    }

    @Test
    void aCellIsAPerfectMirrorOfItself() {
        List<TwinSnapshot> windows = windows(QUIET, 1, 100);
        assertThat(FidelityVector.compared(windows, windows))
                .hasSize(24)
                .allSatisfy(score -> assertThat(score.value()).isZero());
    }

    @Test
    void aMirrorWithMoreLoadIsNowhereGreenOnItsRates() {
        Scenario heavy = QUIET.withParameters(QUIET.parameters()
                .withTwins(QUIET.parameters().twins().stream()
                        .map(twin -> twin.scaled(1.4))
                        .toList()));
        var scores = FidelityVector.compared(windows(QUIET, 1, 100), windows(heavy, 2, 200));
        assertThat(scores)
                .filteredOn(score -> score.axis() == Axis.RATE_W1 || score.axis() == Axis.THROUGHPUT_NRMSE)
                .hasSize(8)
                .allSatisfy(score -> assertThat(score.light()).isIn(Light.AMBER, Light.RED));
        assertThat(new FidelityVector(scores).passes()).isFalse();
    }

    @Test
    void theSameCellWithOtherLuckAnswersQuotasAlike() {
        ActionResponse response = response(QUIET.environment());
        assertThat(response.cases()).hasSizeGreaterThan(10);
        assertThat(response.signAgreement()).isGreaterThanOrEqualTo(0.95);
        assertThat(response.slope()).isBetween(0.8, 1.25);
        assertThat(response.scores())
                .allSatisfy(score -> assertThat(score.light()).isEqualTo(Light.GREEN));
    }

    @Test
    void aMirrorThatIgnoresQuotasIsFound() {
        ActionResponse response = response(twisted(plan -> QuotaPlan.equalSplit(plan.slices())));
        assertThat(response.slope()).isCloseTo(0, within(0.1));
        assertThat(response.signAgreement()).isLessThan(0.85);
    }

    @Test
    void aMirrorThatAnswersTheWrongWayRoundIsFound() {
        ActionResponse response = response(twisted(plan -> new QuotaPlan(plan.quotas().stream()
                .map(quota -> new PrbQuota(0, (50 - quota.minPercent()) / 2, (50 - quota.minPercent()) / 2))
                .toList())));
        assertThat(response.signAgreement()).isLessThan(0.85);
        assertThat(response.scores().getFirst().light()).isEqualTo(Light.RED);
    }

    @Test
    void withoutAnyResponseTheAxisIsUnknownAndTheVectorDoesNotPass() {
        ActionResponse none = ActionResponse.of(List.of());
        assertThat(none.scores()).allSatisfy(score -> assertThat(score.light()).isEqualTo(Light.UNKNOWN));
        assertThat(new FidelityVector(none.scores()).passes()).isFalse();
    }

    @Test
    void theSlopeWeighsEveryKpiAlike() {
        ActionResponse response = ActionResponse.of(List.of(
                new Case("a", Kpi.DELIVERED_KBIT, 10, 25, 1000, 1000),
                new Case("a", Kpi.LATE_SHARE, 10, 25, -0.1, -0.05)));
        assertThat(response.slope()).isCloseTo(0.75, within(1e-12));
        assertThat(response.signAgreement()).isEqualTo(1);
    }

    @Test
    void aFailedEnvironmentIsNoResponse() {
        Environment broken = new Environment() {
            @Override
            public Step reset(long seed) {
                return new Step.Failed("no cell");
            }

            @Override
            public Step step(QuotaPlan plan) {
                return new Step.Failed("no cell");
            }
        };
        assertThatThrownBy(() -> response(broken)).hasMessageContaining("no cell");
        assertThatThrownBy(() -> new Effort(1, 10)).hasMessageContaining("seeds");
    }

    @ParameterizedTest
    @CsvSource({
        "COVERAGE, 0.90, GREEN",
        "COVERAGE, 0.94, AMBER",
        "COVERAGE, 0.99, RED",
        "COVERAGE, 0.79, RED",
        "SIGN_AGREEMENT, 0.95, GREEN",
        "SIGN_AGREEMENT, 0.84, RED",
        "RESPONSE_SLOPE, 0.7, AMBER",
        "SKILL, -0.01, AMBER",
        "FRESHNESS, NaN, UNKNOWN"
    })
    void aGateHasALimitForGoodAndOneForBad(Axis axis, double value, Light light) {
        assertThat(axis.judge(value)).isEqualTo(light);
    }

    @Test
    void runsOfOtherLengthsAreRefused() {
        List<TwinSnapshot> windows = windows(QUIET, 1, 20);
        assertThatThrownBy(() -> FidelityVector.compared(windows, windows.subList(0, 15)))
                .hasMessageContaining("whole number");
        assertThatThrownBy(() -> new FidelityVector(List.of())).hasMessageContaining("at least one");
    }
}
