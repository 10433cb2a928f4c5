package io.twinslice.env;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportedEnvironmentTest {
    private static final QuotaPlan PLAN = QuotaPlan.equalGuarantee(4);
    private static final int WINDOWS = 300;

    private record Seen(TwinSnapshot reported, TwinSnapshot truth) {}

    @Test
    void aTrueReportNeedsNoTruthBesideIt() {
        try (Environment environment = ScenarioSuite.synthetic()
                .scenario("quiet-shift", Split.TEST)
                .withWindows(2)
                .environment()) {
            environment.reset(1);
            environment.step(PLAN);
            assertThat(environment.truth()).isEmpty();
        }
    }

    @Test
    void reportsAreHalfASecondLateAFifthIsLostAndForFiveSecondsNoneArrives() {
        List<Seen> all = play("kpm-blind", 3);
        int arrived = 0;
        int silence = 0;
        int longest = 0;
        for (int i = 1; i < all.size(); i++) {
            TwinSnapshot now = all.get(i).reported();
            if (now.windowEndMillis() == all.get(i - 1).reported().windowEndMillis()) {
                silence++;
                longest = Math.max(longest, silence);
                assertThat(now).isEqualTo(all.get(i - 1).reported());
                continue;
            }
            silence = 0;
            arrived++;
            assertThat(all.get(i).truth().windowEndMillis() - now.windowEndMillis())
                    .isEqualTo(500);
            assertThat(now).isEqualTo(all.get(i - 5).truth());
        }
        assertThat(longest).isBetween(50, 56);
        assertThat(arrived / (double) (WINDOWS - 50 - 5)).isBetween(0.7, 0.9);
    }

    @Test
    void theBuildingInflatesItsBufferTenfoldAndNothingElseIsChanged() {
        int lies = 0;
        for (Seen seen : play("liar-slice", 3)) {
            for (int twin = 0; twin < 4; twin++) {
                int said = seen.reported().reports().get(twin).bufferedKbit();
                int is = seen.truth().reports().get(twin).bufferedKbit();
                if (twin == 3 && is > 20) {
                    lies++;
                    assertThat(said / (double) is).isBetween(7.9, 12.1);
                } else if (twin != 3) {
                    assertThat(seen.reported().reports().get(twin))
                            .isEqualTo(seen.truth().reports().get(twin));
                }
            }
            assertThat(seen.reported().windowEndMillis()).isEqualTo(seen.truth().windowEndMillis());
        }
        assertThat(lies).isGreaterThan(100);
    }

    @Test
    void whatIsSeenDoesNotChangeWhatHappens() {
        Scenario blind =
                ScenarioSuite.synthetic().scenario("kpm-blind", Split.TEST).withWindows(20);
        Scenario clear = blind.withTwist(Twist.NONE.of(Split.TEST));
        try (Environment one = blind.environment();
                Environment other = clear.environment()) {
            one.reset(1);
            other.reset(1);
            for (int i = 0; i < 10; i++) {
                one.step(PLAN);
                assertThat(other.step(PLAN))
                        .isEqualTo(new Step.Running(one.truth().orElseThrow()));
            }
        }
    }

    private static List<Seen> play(String name, long seed) {
        List<Seen> all = new ArrayList<>();
        try (Environment environment = ScenarioSuite.synthetic()
                .scenario(name, Split.TEST)
                .withWindows(WINDOWS)
                .environment()) {
            Step step = environment.reset(seed);
            while (step instanceof Step.Running(TwinSnapshot reported)) {
                all.add(new Seen(reported, environment.truth().orElseThrow()));
                step = environment.step(PLAN);
            }
        }
        return all;
    }
}
