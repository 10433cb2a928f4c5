package io.twinslice.lab.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.e2ap.Cause;
import io.twinslice.e2ap.E2apPdu;
import io.twinslice.e2ap.ErrorIndication;
import io.twinslice.e2ap.RicControl;
import io.twinslice.e2ap.RicIndication;
import io.twinslice.e2ap.RicRequestId;
import io.twinslice.e2ap.RicSubscription;
import io.twinslice.e2ap.RicSubscriptionDelete;
import io.twinslice.kpm.KpmIndicationHeader;
import io.twinslice.kpm.KpmIndicationMessage;
import io.twinslice.kpm.KpmVersion;
import io.twinslice.kpm.MeasurementInfo;
import io.twinslice.kpm.MeasurementLabel;
import io.twinslice.kpm.MeasurementType;
import io.twinslice.kpm.MeasurementValue;
import io.twinslice.lab.ric.NearRtRic;
import io.twinslice.lab.ric.NearRtRicSettings;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceMeasurement;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class E2NodeTest {
    private static final QuotaPlan EQUAL = QuotaPlan.equalSplit(4);

    private static void done(CompletableFuture<Void> run) throws Exception {
        run.get(20, TimeUnit.SECONDS);
    }

    @Test
    void theSetupThatItSendsDecodesAndEncodesToTheSameOctets() throws Exception {
        try (ScriptedRic ric = ScriptedRic.withNode(1)) {
            assertThat(Octets.of(ric.setup.encode())).isEqualTo(ric.received.getFirst());
            assertThat(ric.setup.ranFunctions())
                    .extracting(function -> function.id())
                    .containsExactly(2, 3);
            assertThat(ric.node.ranName()).isEqualTo("gnb_00101_00000001");
        }
    }

    @Test
    void everyWindowIsReportedAsItWasAndTheOctetsEncodeBack() throws Exception {
        List<TwinSnapshot> truth = new ArrayList<>();
        try (ScriptedRic ric = ScriptedRic.withNode(ScriptedRic.SCENARIO, 1, Duration.ofMillis(1))) {
            assertThat(ric.subscribe()).isInstanceOf(RicSubscription.Response.class);
            ric.node.run(3, truth::add);
            for (int window = 0; window < 3; window++) {
                RicIndication indication = (RicIndication) ric.receive();
                assertThat(Octets.of(indication.encode())).isEqualTo(ric.received.getLast());
                assertThat(indication.requestId()).isEqualTo(ScriptedRic.SUBSCRIPTION);
                assertThat(indication.sequenceNumber()).hasValue(window);
                KpmIndicationHeader header =
                        KpmIndicationHeader.decode(indication.header(), KpmVersion.V3_00, DecodeLimits.STANDARD);
                assertThat(header.encode()).isEqualTo(indication.header());
                long start = truth.get(window).windowEndMillis() - 100;
                assertThat(header.collectStartTime() >>> 32).isEqualTo(start / 1000);
                KpmIndicationMessage message = KpmIndicationMessage.decode(indication.message(), DecodeLimits.STANDARD);
                assertThat(message.encode()).isEqualTo(indication.message());
                assertThat(((KpmIndicationMessage.Format1) message)
                                .data()
                                .getFirst()
                                .values())
                        .isEqualTo(values(truth.get(window)));
            }
            assertThat(ric.node.counters()).isEqualTo(new NodeCounters(3, 0, 0, 3, 0));
        }
    }

    private static List<MeasurementValue> values(TwinSnapshot snapshot) {
        List<MeasurementValue> values = new ArrayList<>();
        for (SliceMeasurement measurement : SliceMeasurement.values()) {
            snapshot.reports().forEach(report -> values.add(new MeasurementValue.IntegerValue(measurement.of(report))));
        }
        return values;
    }

    @Test
    void inLockStepTheControlIsAcknowledgedBeforeTheWindowThatItGoverns() throws Exception {
        try (ScriptedRic ric = ScriptedRic.withNode(1)) {
            ric.subscribe();
            CompletableFuture<Void> run = ric.run(4);
            for (int window = 0; window < 4; window++) {
                assertThat(ric.receive()).isInstanceOf(RicIndication.class);
                RicControl.Request request = ScriptedRic.control(1000 + window, EQUAL);
                ric.send(request);
                assertThat(ric.receive())
                        .isEqualTo(
                                new RicControl.Acknowledge(request.requestId(), 3, Optional.empty(), Optional.empty()));
                assertThat(Octets.of(request.encode()))
                        .isEqualTo(Octets.of(E2apPdu.decode(request.encode(), DecodeLimits.STANDARD)
                                .encode()));
            }
            done(run);
            List<TwinSnapshot> next = new ArrayList<>();
            ric.send(ScriptedRic.control(2000, EQUAL));
            assertThat(ric.receive()).isInstanceOf(RicControl.Acknowledge.class);
            ric.send(new RicSubscriptionDelete.Request(ScriptedRic.SUBSCRIPTION, 2));
            assertThat(ric.receive()).isInstanceOf(RicSubscriptionDelete.Response.class);
            ric.node.run(1, next::add);
            assertThat(next.getFirst().inForce()).isEqualTo(EQUAL);
            assertThat(ric.node.counters()).isEqualTo(new NodeCounters(4, 5, 0, 0, 0));
        }
    }

    @Test
    void aRicThatDoesNotAnswerHoldsTheNodeNoLongerThanItsBound() throws Exception {
        try (ScriptedRic ric = ScriptedRic.withNode(ScriptedRic.SCENARIO, 1, Duration.ofMillis(5))) {
            ric.subscribe();
            done(ric.run(10));

            assertThat(ric.node.counters().windowsWithoutControl()).isEqualTo(10);
            assertThat(ric.node.counters().indications()).isEqualTo(10);
        }
    }

    @Test
    void withoutSubscriptionTheWindowsPassUnreportedAndNobodyIsWaitedFor() throws Exception {
        List<TwinSnapshot> truth = new ArrayList<>();
        try (ScriptedRic ric = ScriptedRic.withNode(1)) {
            ric.node.run(3, truth::add);

            assertThat(truth).hasSize(3);
            assertThat(ric.node.counters()).isEqualTo(new NodeCounters(0, 0, 0, 0, 0));
        }
    }

    @Test
    void anEpisodeFollowsTheOtherWithoutAGapInTheNodesTime() throws Exception {
        List<Long> ends = new ArrayList<>();
        try (ScriptedRic ric = ScriptedRic.withNode(ScriptedRic.SCENARIO.withWindows(5), 1, Duration.ofSeconds(20))) {
            ric.node.run(18, snapshot -> ends.add(snapshot.windowEndMillis()));
        }
        assertThat(ends.getFirst()).isEqualTo(2000);
        for (int i = 1; i < ends.size(); i++) {
            assertThat(ends.get(i)).isEqualTo(ends.get(i - 1) + 100);
        }
    }

    /** All octets of a run in which the RIC answers every report with a plan that depends on the window. */
    private static List<Octets> recording(long seed) throws Exception {
        try (ScriptedRic ric = ScriptedRic.withNode(seed)) {
            ric.subscribe();
            CompletableFuture<Void> run = ric.run(20);
            for (int window = 0; window < 20; window++) {
                ric.receive();
                List<PrbQuota> quotas = new ArrayList<>();
                for (int slice = 0; slice < 4; slice++) {
                    quotas.add(new PrbQuota(0, (window * 7 + slice * 5) % 25, 100));
                }
                ric.send(ScriptedRic.control(1000 + window, new QuotaPlan(quotas)));
                ric.receive();
            }
            done(run);
            return ric.received;
        }
    }

    @Test
    void twoRunsWithTheSameSeedGiveTheSameOctetsAndAnotherSeedOthers() throws Exception {
        List<Octets> first = recording(3);

        assertThat(first).hasSize(2 + 2 * 20);
        assertThat(recording(3)).isEqualTo(first);
        assertThat(recording(4)).isNotEqualTo(first);
    }

    @Test
    void aRicThatDiesMidRunIsAClearErrorAndNoHang() throws Exception {
        try (ScriptedRic ric = ScriptedRic.withNode(1)) {
            ric.subscribe();
            CompletableFuture<Void> run = ric.run(1000);
            ric.receive();
            ric.die();

            assertThatThrownBy(() -> done(run))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IOException.class)
                    .hasMessageContaining("the E2 connection is gone");
            assertThatThrownBy(() -> ric.node.run(1, snapshot -> {})).hasMessageContaining("connection is gone");
        }
    }

    @Test
    void aNearRtRicThatClosesMidRunIsAClearError() throws Exception {
        NearRtRic ric = NearRtRic.start(
                NearRtRicSettings.onLoopback(), Thread.ofPlatform().daemon(true).factory(), System::nanoTime);
        try (E2Node node = E2Node.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), ric.e2Port()),
                NodeSettings.lockStep(),
                ScriptedRic.SCENARIO,
                1,
                Thread.ofPlatform().daemon(true).factory(),
                System::nanoTime)) {
            assertThat(ric.nodes()).containsExactly(node.ranName());
            assertThatThrownBy(() -> node.awaitSubscription(Duration.ofMillis(1)))
                    .hasMessageContaining("waited 1 ms in vain for a subscription");
            ric.close();
            assertThatThrownBy(() -> node.awaitSubscription(Duration.ofSeconds(20)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("connection is gone");
        }
    }

    @Test
    void aFrameThatCannotBeEndsTheConnectionWithItsReason() throws Exception {
        try (ScriptedRic ric = ScriptedRic.withNode(1)) {
            ric.sendRaw((byte) 0x7f, (byte) 0, (byte) 0, (byte) 0);
            assertThatThrownBy(() -> ric.node.awaitSubscription(Duration.ofSeconds(20)))
                    .hasMessageContaining("a frame of 2130706432 octets is announced");
        }
    }

    @Test
    void octetsThatAreNoMessageAreAnsweredWithAnErrorIndicationAndCounted() throws Exception {
        try (ScriptedRic ric = ScriptedRic.withNode(1)) {
            ric.sendFrame((byte) 0x55, (byte) 0x66, (byte) 0x77);
            assertThat(ric.receive())
                    .isInstanceOfSatisfying(
                            ErrorIndication.class,
                            error -> assertThat(error.cause()).contains(Cause.Protocol.ABSTRACT_SYNTAX_ERROR_REJECT));
            // A message that no RIC sends to a node.
            ric.send(new RicControl.Acknowledge(new RicRequestId(1, 1), 3, Optional.empty(), Optional.empty()));
            assertThat(ric.subscribe()).isInstanceOf(RicSubscription.Response.class);
            assertThat(ric.node.counters().messagesRefused()).isEqualTo(2);
        }
    }

    @Test
    void aRefusedSetupIsAClearError() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.getLocalPort());
            CompletableFuture<Void> answered = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try (var socket = listener.accept()) {
                    E2Framing.read(new java.io.DataInputStream(socket.getInputStream()));
                    E2Framing.write(
                            socket.getOutputStream(),
                            new io.twinslice.e2ap.E2Setup.Failure(
                                            0,
                                            io.twinslice.e2ap.Cause.Misc.UNSPECIFIED,
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty())
                                    .encode());
                    answered.get(20, TimeUnit.SECONDS);
                } catch (Exception e) {
                    answered.completeExceptionally(e);
                }
            });
            assertThatThrownBy(() -> E2Node.connect(
                            address,
                            NodeSettings.lockStep(),
                            ScriptedRic.SCENARIO,
                            1,
                            Thread.ofPlatform().daemon(true).factory(),
                            System::nanoTime))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("E2 Setup was refused: UNSPECIFIED");
            assertThat(answered.complete(null)).isTrue();
        }
    }

    private static void refusedSubscription(io.twinslice.e2ap.RicSubscription.Request request, Cause.RicRequest cause)
            throws Exception {
        try (ScriptedRic ric = ScriptedRic.withNode(1)) {
            ric.send(request);
            assertThat(ric.receive())
                    .isEqualTo(new RicSubscription.Failure(
                            request.requestId(), request.ranFunctionId(), cause, Optional.empty()));
            assertThat(ric.subscribe()).isInstanceOf(RicSubscription.Response.class);
        }
    }

    @Test
    void aSubscriptionThatItCannotServeIsRefusedWithItsCause() throws Exception {
        List<TwinProfile> twins = ScriptedRic.SCENARIO.twins();
        refusedSubscription(
                ScriptedRic.subscription(3, 100, ScriptedRic.actions(twins)), Cause.RicRequest.RAN_FUNCTION_ID_INVALID);
        refusedSubscription(
                ScriptedRic.subscription(2, 1000, ScriptedRic.actions(twins)),
                Cause.RicRequest.EVENT_TRIGGER_NOT_SUPPORTED);
        refusedSubscription(
                ScriptedRic.subscription(
                        2,
                        100,
                        List.of(
                                ScriptedRic.actions(twins).getFirst(),
                                ScriptedRic.actions(twins).getFirst())),
                Cause.RicRequest.EXCESSIVE_ACTIONS);
        refusedSubscription(
                ScriptedRic.subscription(
                        2,
                        100,
                        ScriptedRic.actions(List.of(new TwinProfile(
                                "x", new Snssai(99, 1), twins.get(0).sla(), 1)))),
                Cause.RicRequest.ACTION_NOT_SUPPORTED);
        List<MeasurementInfo> unknown =
                List.of(new MeasurementInfo(MeasurementType.named("DRB.UEThpDl"), List.of(MeasurementLabel.NO_LABEL)));
        refusedSubscription(
                ScriptedRic.subscription(2, 100, List.of(ScriptedRic.action(1, unknown, 100))),
                Cause.RicRequest.ACTION_NOT_SUPPORTED);
        List<MeasurementInfo> unlabelled = List.of(
                new MeasurementInfo(MeasurementType.named("RRU.PrbUsedDl"), List.of(MeasurementLabel.NO_LABEL)));
        refusedSubscription(
                ScriptedRic.subscription(2, 100, List.of(ScriptedRic.action(1, unlabelled, 100))),
                Cause.RicRequest.ACTION_NOT_SUPPORTED);
    }

    @Test
    void aSubscriptionThatIsDeletedEndsTheReportsAndAnUnknownOneIsRefused() throws Exception {
        try (ScriptedRic ric = ScriptedRic.withNode(1)) {
            ric.subscribe();
            ric.send(new RicSubscriptionDelete.Request(new RicRequestId(9, 9), 2));
            assertThat(ric.receive())
                    .isInstanceOfSatisfying(
                            RicSubscriptionDelete.Failure.class,
                            failure -> assertThat(failure.cause()).isEqualTo(Cause.RicRequest.REQUEST_ID_UNKNOWN));
            ric.send(new RicSubscriptionDelete.Request(ScriptedRic.SUBSCRIPTION, 2));
            assertThat(ric.receive()).isInstanceOf(RicSubscriptionDelete.Response.class);
            ric.node.run(2, snapshot -> {});
            assertThat(ric.node.counters().indications()).isZero();
        }
    }

    @Test
    void aControlThatWantsNoAcknowledgementGetsNone() throws Exception {
        try (ScriptedRic ric = ScriptedRic.withNode(1)) {
            RicControl.Request loud = ScriptedRic.control(1000, EQUAL);
            ric.send(new RicControl.Request(
                    loud.requestId(),
                    loud.ranFunctionId(),
                    loud.callProcessId(),
                    loud.header(),
                    loud.message(),
                    Optional.of(RicControl.AckRequest.NO_ACK)));
            ric.send(ScriptedRic.control(1001, EQUAL));

            assertThat(ric.receive())
                    .isInstanceOfSatisfying(
                            RicControl.Acknowledge.class,
                            answer -> assertThat(answer.requestId())
                                    .isEqualTo(new RicRequestId(1001, ScriptedRic.SUBSCRIPTION.instanceId())));
            assertThat(ric.node.counters().controlsApplied()).isEqualTo(2);
        }
    }

    @Test
    void aControlForOneSliceLeavesTheOthersAsTheyWere() throws Exception {
        List<TwinSnapshot> truth = new ArrayList<>();
        try (ScriptedRic ric = ScriptedRic.withNode(1)) {
            ric.node.run(1, snapshot -> {});
            List<io.twinslice.slicing.PrbQuota> one = ScriptedRic.quotas(EQUAL).subList(2, 3);
            ric.send(ScriptedRic.control(1000, ScriptedRic.message(one)));
            assertThat(ric.receive()).isInstanceOf(RicControl.Acknowledge.class);
            ric.node.run(1, truth::add);
        }
        PrbQuota open = new PrbQuota(0, 0, 100);
        assertThat(truth.getFirst().inForce().quotas()).containsExactly(open, open, EQUAL.quota(2), open);
    }
}
