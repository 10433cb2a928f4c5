package io.twinslice.env.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.twinslice.env.Environment;
import io.twinslice.env.EnvironmentContract;
import io.twinslice.env.Scenarios;
import io.twinslice.env.Step;
import io.twinslice.model.QuotaPlan;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An environment over a real socket keeps the contract of one in memory. */
@Timeout(30)
class RemoteEnvironmentTest extends EnvironmentContract {
    private static final int WINDOWS = 12;
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private static TestGym gym;

    @BeforeAll
    static void aGym() throws IOException {
        gym = TestGym.start();
    }

    @AfterAll
    static void closes() {
        gym.close();
    }

    @Override
    protected Environment environment() {
        return gym.environment(WINDOWS, DEADLINE);
    }

    @Override
    protected int windows() {
        return WINDOWS;
    }

    @Test
    void itsStepsAreThoseOfTheTwinInMemory() {
        try (Environment remote = environment();
                Environment local =
                        Scenarios.byName(Scenarios.DEFAULT).withWindows(WINDOWS).environment()) {
            assertThat(remote.reset(5)).isEqualTo(local.reset(5));
            for (int i = 0; i < WINDOWS; i++) {
                assertThat(remote.step(QuotaPlan.equalGuarantee(4))).isEqualTo(local.step(QuotaPlan.equalGuarantee(4)));
            }
        }
    }

    @Test
    void aScenarioThatTheGymDoesNotHaveIsRefusedWithTheNamesOfThoseItHas() {
        try (RemoteEnvironment environment = RemoteEnvironment.at(TestGym.HOST, gym.port(), "moon", 0, DEADLINE)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> environment.reset(1))
                    .withMessageContaining("\"moon\"")
                    .withMessageContaining(Scenarios.DEFAULT);
        }
    }

    @Test
    void aGymThatDiesIsAFailedStepAndTheNextResetTriesAgain() throws IOException {
        try (TestGym dying = TestGym.start();
                RemoteEnvironment environment = dying.environment(WINDOWS, DEADLINE)) {
            assertThat(environment.reset(1)).isInstanceOf(Step.Running.class);
            dying.stopServer();
            assertThat(environment.step(QuotaPlan.unsliced(4))).isInstanceOf(Step.Failed.class);
            assertThatIllegalStateException().isThrownBy(() -> environment.step(QuotaPlan.unsliced(4)));
            assertThat(environment.reset(2)).isInstanceOf(Step.Failed.class);
        }
    }

    @Test
    void aPeerThatAcceptsAndNeverAnswersIsAFailedStepAfterTheDeadline() throws IOException {
        try (ServerSocket mute = new ServerSocket(0);
                RemoteEnvironment environment = RemoteEnvironment.at(
                        TestGym.HOST, mute.getLocalPort(), Scenarios.DEFAULT, 0, Duration.ofMillis(300))) {
            assertThat(environment.reset(1))
                    .isInstanceOfSatisfying(
                            Step.Failed.class,
                            failed -> assertThat(failed.reason()).contains("DEADLINE_EXCEEDED"));
        }
    }
}
