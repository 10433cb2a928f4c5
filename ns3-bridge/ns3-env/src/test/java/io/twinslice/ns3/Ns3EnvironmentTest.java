package io.twinslice.ns3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.twinslice.env.Environment;
import io.twinslice.env.EnvironmentContract;
import io.twinslice.env.Scenario;
import io.twinslice.env.Step;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.Sla;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.ransim.CellParameters;
import io.twinslice.ransim.Radio;
import io.twinslice.ransim.Traffic;
import io.twinslice.ransim.TwinParameters;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A cell of ns-3 keeps the contract of the twin. */
@Timeout(120)
class Ns3EnvironmentTest extends EnvironmentContract {
    private static final int WINDOWS = 4;
    private static final int WINDOW_MILLIS = 10;
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private static @Nullable TestServer server;

    private int environments;

    @BeforeAll
    static void aServer() throws Exception {
        server = TestServer.start();
    }

    @AfterAll
    static void ends() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    /** Environments of one test are open together. */
    @Override
    protected Environment environment() {
        return environment("contract-" + ++environments);
    }

    @Override
    protected int windows() {
        return WINDOWS;
    }

    private static TestServer running() {
        TestServer started = server;
        if (started == null) {
            throw new IllegalStateException("no server");
        }
        return started;
    }

    private static Environment environment(String name) {
        return Ns3Environment.at("127.0.0.1", running().port(), name, scenario(), DEADLINE);
    }

    private static Ns3Scenario scenario() {
        Radio radio = new Radio(17, 1, 1, 100);
        CellParameters cell = new CellParameters(
                24,
                1000,
                List.of(
                        new TwinParameters(1, new Traffic.Poisson(400, 300), radio, false),
                        new TwinParameters(1, new Traffic.Periodic(5, 200, 0.5), radio, false)),
                List.of());
        List<TwinProfile> twins = List.of(
                new TwinProfile("camera", new Snssai(1, 1), new Sla(20, 0.9, Integer.MAX_VALUE, 0), 1),
                new TwinProfile("arm", new Snssai(2, 1), new Sla(10, 0.9, 30, 0), 1));
        return new Ns3Scenario(
                new Scenario("pair", twins, cell, List.of(), WINDOW_MILLIS, WINDOWS, "Two."),
                new Ns3Radio(25, Ns3Radio.Fading.NONE, false));
    }

    @Test
    void whatIsReportedIsWhatTheTwinsWereSent() {
        try (Environment environment = environment("report")) {
            assertThat(environment.reset(1)).isInstanceOfSatisfying(Step.Running.class, step -> {
                var snapshot = step.snapshot();
                assertThat(snapshot.prbCount()).isEqualTo(24);
                assertThat(snapshot.windowEndMillis()).isEqualTo(Scenario.WARM_UP_WINDOWS * WINDOW_MILLIS);
                var arm = snapshot.reports().get(1);
                assertThat(arm.packets()).isBetween(1, 3);
                assertThat(arm.meanDelayTenthMillis()).isBetween(30, 60);
                assertThat(arm.aoiPeakMillis()).isBetween(5, 15);
                assertThat(arm.cqiMeanTenth()).isBetween(70, 150);
                assertThat(arm.activeUes()).isEqualTo(1);
            });
        }
    }

    @Test
    void aKilledWorkerIsAFailedStepAndTheNextResetWorks() {
        try (Environment environment = environment("killed")) {
            assertThat(environment.reset(1)).isInstanceOf(Step.Running.class);
            running().killWorkers();
            assertThat(environment.step(QuotaPlan.unsliced(2)))
                    .isInstanceOfSatisfying(
                            Step.Failed.class,
                            failed -> assertThat(failed.reason()).contains("ABORTED", "SIGKILL"));
            assertThatIllegalStateException().isThrownBy(() -> environment.step(QuotaPlan.unsliced(2)));
            assertThat(environment.reset(1)).isInstanceOf(Step.Running.class);
        }
    }

    @Test
    void aServerThatIsGoneIsAFailedStep() throws Exception {
        try (TestServer leaving = TestServer.start();
                Environment environment =
                        Ns3Environment.at("127.0.0.1", leaving.port(), "orphan", scenario(), DEADLINE)) {
            assertThat(environment.reset(1)).isInstanceOf(Step.Running.class);
            leaving.kill();
            assertThat(environment.step(QuotaPlan.unsliced(2))).isInstanceOf(Step.Failed.class);
            assertThat(environment.reset(1)).isInstanceOf(Step.Failed.class);
        }
    }
}
