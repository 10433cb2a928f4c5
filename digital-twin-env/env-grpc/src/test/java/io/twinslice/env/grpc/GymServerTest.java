package io.twinslice.env.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.env.Step;
import io.twinslice.env.grpc.v1.CloseRequest;
import io.twinslice.env.grpc.v1.ListRequest;
import io.twinslice.env.grpc.v1.OpenRequest;
import io.twinslice.env.grpc.v1.Outcome;
import io.twinslice.env.grpc.v1.Plans;
import io.twinslice.env.grpc.v1.ResetRequest;
import io.twinslice.env.grpc.v1.Shares;
import io.twinslice.env.grpc.v1.StepReply;
import io.twinslice.env.grpc.v1.StepRequest;
import io.twinslice.model.QuotaPlan;
import java.io.IOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The service over real sockets: what it answers, and what it refuses without doing anything. */
@Timeout(30)
class GymServerTest {
    private static final int SLICES = 4;

    @Test
    void itListsTheScenarios() throws IOException {
        try (TestGym gym = TestGym.start()) {
            assertThat(gym.stub().list(ListRequest.getDefaultInstance()).getScenariosList())
                    .extracting(scenario -> scenario.getName())
                    .containsExactlyElementsOf(
                            Scenarios.all().stream().map(Scenario::name).toList());
        }
    }

    @Test
    void theNumberOfWorkersChangesNothing() throws IOException {
        List<StepReply> alone = replies(1);
        assertThat(alone).hasSize(12);
        assertThat(replies(3)).isEqualTo(alone);
    }

    /** Seven environments over two short episodes each. */
    private static List<StepReply> replies(int workers) throws IOException {
        try (TestGym gym = TestGym.start(Scenario::environment, workers)) {
            String session = gym.playing(7, 5);
            List<StepReply> replies = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                replies.add(gym.stub()
                        .step(shares(session, 7, i / 12f).setAutoreset(true).build()));
            }
            return replies;
        }
    }

    @Test
    void anEndedEpisodeIsFollowedByTheNextOneWhoseSeedFollowsFromIt() throws IOException {
        try (TestGym gym = TestGym.start()) {
            String session = gym.playing(1, 2);
            StepRequest step = shares(session, 1, 0).setAutoreset(true).build();
            assertThat(gym.stub().step(step).getOutcomesList()).containsExactly(Outcome.RUNNING);
            assertThat(gym.stub().step(step).getOutcomesList()).containsExactly(Outcome.TRUNCATED);
            StepReply begins = gym.stub().step(step);
            assertThat(begins.getOutcomesList()).containsExactly(Outcome.RESET);
            assertThat(begins.getRewardsList()).containsExactly(0.0);
            StepReply asked = gym.stub()
                    .reset(ResetRequest.newBuilder()
                            .setSession(session)
                            .addSeeds(Member.successor(1))
                            .build());
            assertThat(begins).isEqualTo(asked);
        }
    }

    @Test
    void onlyTheEnvironmentsNamedAreReset() throws IOException {
        try (TestGym gym = TestGym.start()) {
            String session = gym.playing(3, 1);
            gym.stub().step(shares(session, 3, 0).build());
            StepReply reply = gym.stub()
                    .reset(ResetRequest.newBuilder()
                            .setSession(session)
                            .addEnvironments(2)
                            .addSeeds(9)
                            .build());
            assertThat(reply.getOutcomesList()).containsExactly(Outcome.RESET);
            refused(
                    Status.Code.FAILED_PRECONDITION,
                    "environment 0 has no running episode",
                    () -> gym.stub().step(shares(session, 3, 0).build()));
        }
    }

    @Test
    void whatCannotBeIsRefusedWithWordsAndTheEpisodeGoesOn() throws IOException {
        try (TestGym gym = TestGym.start()) {
            String session = gym.playing(2, 10);
            StepRequest.Builder none = StepRequest.newBuilder().setSession(session);
            ResetRequest.Builder reset = ResetRequest.newBuilder().setSession(session);
            invalid("no action", () -> gym.stub().step(none.build()));
            invalid(
                    "4 numbers are not 2 environments x 4 slices x 3",
                    () -> gym.stub().step(plans(session, 0, 50, 100, 1).build()));
            invalid(
                    "environment 1: the minimum ratios add up to 104",
                    () -> gym.stub()
                            .step(plans(session, List.of(repeated(4, 0, 25, 100), repeated(4, 0, 26, 100)))
                                    .build()));
            invalid(
                    "environment 0: slice 0: a quota needs 0 <= dedicated",
                    () -> gym.stub()
                            .step(plans(session, List.of(repeated(4, 30, 20, 100), repeated(4, 0, 0, 100)))
                                    .build()));
            invalid(
                    "environment 0: number 0 is NaN",
                    () -> gym.stub().step(shares(session, 2, Float.NaN).build()));
            invalid(
                    "environment 2 is not one of 0..1",
                    () -> gym.stub()
                            .reset(reset.clone().addEnvironments(2).addSeeds(1).build()));
            invalid(
                    "environment 1 is named twice",
                    () -> gym.stub()
                            .reset(reset.clone()
                                    .addEnvironments(1)
                                    .addEnvironments(1)
                                    .build()));
            invalid("0 seeds for 2 environments", () -> gym.stub().reset(reset.build()));
            invalid(
                    "from 0, not -1",
                    () -> gym.stub()
                            .reset(reset.clone().addSeeds(1).addSeeds(-1).build()));
            long end = gym.stub().step(shares(session, 2, 0).build()).getWindowEndMillis(0);
            assertThat(end).as("the first window after the warm-up").isEqualTo((Scenario.WARM_UP_WINDOWS + 1) * 100L);
        }
    }

    @Test
    void bytesThatAreNoMessageAndMessagesThatAreTooLongDoNotStopTheGym() throws IOException {
        try (TestGym gym = TestGym.start()) {
            String session = gym.playing(1, 0);
            SplittableRandom random = new SplittableRandom(8);
            for (int i = 0; i < 200; i++) {
                byte[] noise = new byte[random.nextInt(1, 200)];
                random.nextBytes(noise);
                // Some noise is a message of unknown fields, and then has no action.
                refused(Status.Code.INVALID_ARGUMENT, "the request ", () -> gym.raw("Step", noise));
            }
            refused(Status.Code.RESOURCE_EXHAUSTED, "exceeds maximum size", () -> gym.raw("Step", new byte[2 << 20]));
            assertThat(gym.stub().step(shares(session, 1, 0).build()).getOutcomesList())
                    .containsExactly(Outcome.RUNNING);
        }
    }

    @Test
    void aSessionThatCannotBeIsNotOpened() throws IOException {
        try (TestGym gym = TestGym.start()) {
            OpenRequest.Builder open =
                    OpenRequest.newBuilder().setScenario(Scenarios.DEFAULT).setCount(1);
            invalid(
                    "count must be 1..8, not 0",
                    () -> gym.stub().open(open.clone().setCount(0).build()));
            invalid(
                    "count must be 1..8, not 2147483647",
                    () -> gym.stub()
                            .open(open.clone().setCount(Integer.MAX_VALUE).build()));
            invalid(
                    "windows must be 0..100000, not -1",
                    () -> gym.stub().open(open.clone().setWindows(-1).build()));
            invalid(
                    "no scenario is named \"\"",
                    () -> gym.stub().open(open.clone().setScenario("").build()));
            invalid(
                    "at most 64 characters",
                    () -> gym.stub()
                            .open(open.clone().setScenario("x".repeat(70_000)).build()));
        }
    }

    @Test
    void sessionsAndEnvironmentsAreBounded() throws IOException {
        try (TestGym gym = TestGym.start()) {
            String first = gym.open(5, 0);
            refused(Status.Code.RESOURCE_EXHAUSTED, "5 of 8 environments", () -> gym.open(4, 0));
            gym.open(1, 0);
            gym.open(1, 0);
            refused(Status.Code.RESOURCE_EXHAUSTED, "3 of 3 sessions", () -> gym.open(1, 0));
            gym.stub().close(CloseRequest.newBuilder().setSession(first).build());
            assertThat(gym.open(6, 0)).isNotEqualTo(first);
        }
    }

    @Test
    void anIdleSessionEndsAndABusyOneDoesNot() throws IOException {
        try (TestGym gym = TestGym.start()) {
            String idle = gym.playing(1, 0);
            String used = gym.playing(1, 0);
            gym.nanos.addAndGet(TestGym.IDLE.toNanos());
            gym.stub().step(shares(used, 1, 0).build());
            gym.nanos.addAndGet(1);
            gym.stub().step(shares(used, 1, 0).build());
            refused(
                    Status.Code.NOT_FOUND,
                    "idle for more than 60 s",
                    () -> gym.stub().step(shares(idle, 1, 0).build()));
        }
    }

    @Test
    void aSessionThatWasClosedIsGone() throws IOException {
        try (TestGym gym = TestGym.start()) {
            String session = gym.playing(1, 0);
            gym.stub().close(CloseRequest.newBuilder().setSession(session).build());
            gym.stub().close(CloseRequest.newBuilder().setSession(session).build());
            refused(
                    Status.Code.NOT_FOUND,
                    "no such session",
                    () -> gym.stub().step(shares(session, 1, 0).build()));
        }
    }

    @Test
    void aSecondCallOfABusySessionIsRefusedAndACloseWaitsForNobody() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Environment slow = new Environment() {
            @Override
            public Step reset(long seed) {
                entered.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new Step.Failed("slow");
            }

            @Override
            public Step step(QuotaPlan plan) {
                return new Step.Failed("never begun");
            }

            @Override
            public void close() {
                released.countDown();
            }
        };
        try (TestGym gym = TestGym.start(_ -> slow, 1)) {
            String session = gym.open(1, 0);
            ResetRequest reset =
                    ResetRequest.newBuilder().setSession(session).addSeeds(1).build();
            CompletableFuture<StepReply> first =
                    CompletableFuture.supplyAsync(() -> gym.stub().reset(reset));
            entered.await();
            refused(Status.Code.ABORTED, "still running", () -> gym.stub().reset(reset));
            gym.stub().close(CloseRequest.newBuilder().setSession(session).build());
            assertThat(released.getCount())
                    .as("not closed under the running call")
                    .isEqualTo(1);
            goOn.countDown();
            assertThat(first.get().getOutcomesList()).containsExactly(Outcome.FAILED);
            released.await();
        }
    }

    @Test
    void anEnvironmentThatBreaksDoesNotStopTheOthers() throws IOException {
        AtomicInteger made = new AtomicInteger();
        try (TestGym gym = TestGym.start(
                scenario -> made.getAndIncrement() == 1 ? new Broken(scenario.environment()) : scenario.environment(),
                2)) {
            String session = gym.playing(3, 5);
            StepRequest step = shares(session, 3, 0).setAutoreset(true).build();
            StepReply reply = gym.stub().step(step);
            assertThat(reply.getOutcomesList()).containsExactly(Outcome.RUNNING, Outcome.FAILED, Outcome.RUNNING);
            assertThat(reply.getFailuresList()).containsExactly("ArithmeticException: planted");
            assertThat(reply.getMeasurementsCount()).isEqualTo(3 * SLICES * 14);
            assertThat(gym.stub().step(step).getOutcomesList())
                    .containsExactly(Outcome.RUNNING, Outcome.RESET, Outcome.RUNNING);
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (TestGym gym = TestGym.start()) {
            assertThatExceptionOfType(BindException.class)
                    .isThrownBy(() -> GymServer.start(
                            GymSettings.at(TestGym.HOST, gym.port()),
                            Scenarios.all(),
                            new GymServer.Surroundings(
                                    Runnable::run, ForkJoinPool.commonPool(), 1, () -> 0, new SplittableRandom(1))))
                    .withMessageContaining(TestGym.HOST + ":" + gym.port());
        }
    }

    /** Resets, and breaks at the first step. */
    private record Broken(Environment inner) implements Environment {
        @Override
        public Step reset(long seed) {
            return inner.reset(seed);
        }

        @Override
        public Step step(QuotaPlan plan) {
            throw new ArithmeticException("planted");
        }
    }

    private static StepRequest.Builder shares(String session, int environments, float value) {
        return StepRequest.newBuilder()
                .setSession(session)
                .setShares(Shares.newBuilder()
                        .addAllValues(Collections.nCopies(environments * SLICES * ShareAction.PER_SLICE, value)));
    }

    private static StepRequest.Builder plans(String session, List<List<Integer>> cells) {
        Plans.Builder plans = Plans.newBuilder();
        cells.forEach(plans::addAllPercent);
        return StepRequest.newBuilder().setSession(session).setPlans(plans);
    }

    private static StepRequest.Builder plans(String session, Integer... percent) {
        return plans(session, List.of(List.of(percent)));
    }

    private static List<Integer> repeated(int times, int dedicated, int min, int max) {
        List<Integer> cell = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            cell.addAll(List.of(dedicated, min, max));
        }
        return cell;
    }

    private static void invalid(String words, ThrowingCallable call) {
        refused(Status.Code.INVALID_ARGUMENT, words, call);
    }

    private static void refused(Status.Code code, String words, ThrowingCallable call) {
        assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(call).satisfies(e -> {
            assertThat(e.getStatus().getCode()).isEqualTo(code);
            assertThat(e.getStatus().getDescription()).contains(words);
        });
    }
}
