package io.twinslice.env.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import io.twinslice.env.ScenarioSuite;
import io.twinslice.env.Split;
import io.twinslice.env.Step;
import io.twinslice.env.grpc.v1.Plans;
import io.twinslice.env.grpc.v1.StepReply;
import io.twinslice.env.grpc.v1.StepRequest;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where reports are lost and late, the gym shows the reports and pays for what happened. */
@Timeout(30)
class TruthTest {
    private static final int WINDOWS = 80;
    private static final Scenario BLIND =
            ScenarioSuite.synthetic().scenario("kpm-blind", Split.TRAIN).withWindows(WINDOWS);

    @Test
    void aWindowThatWasNotReportedIsPaidForAllTheSame() throws IOException {
        int hidden = 0;
        try (TestGym gym = TestGym.start(ignored -> BLIND.environment(), 1);
                Environment local = BLIND.environment()) {
            String session = gym.playing(1, WINDOWS);
            local.reset(1);
            for (int i = 0; i < WINDOWS - 1; i++) {
                StepReply reply = gym.stub()
                        .step(StepRequest.newBuilder()
                                .setSession(session)
                                .setPlans(Plans.newBuilder()
                                        .addAllPercent(Collections.nCopies(4, List.of(0, 25, 100)).stream()
                                                .flatMap(List::stream)
                                                .toList()))
                                .build());
                TwinSnapshot reported = ((Step.Running) local.step(QuotaPlan.equalGuarantee(4))).snapshot();
                TwinSnapshot truth = local.truth().orElseThrow();
                assertThat(reply.getWindowEndMillis(0)).isEqualTo(reported.windowEndMillis());
                assertThat(reply.getRewards(0)).isEqualTo(Promises.reward(truth));
                assertThat(reply.getCosts(3)).isEqualTo(Promises.costs(truth, 1)[0]);
                hidden += Promises.reward(truth) == Promises.reward(reported) ? 0 : 1;
            }
        }
        assertThat(hidden)
                .as("windows whose report would have been paid otherwise")
                .isPositive();
    }
}
