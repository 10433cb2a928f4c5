package io.twinslice.lab.ric;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.e2ap.Cause;
import io.twinslice.e2ap.E2Setup;
import io.twinslice.e2ap.E2apPdu;
import io.twinslice.e2ap.ErrorIndication;
import io.twinslice.e2ap.RanFunctionItem;
import io.twinslice.e2ap.Reset;
import io.twinslice.e2ap.RicControl;
import io.twinslice.e2ap.RicIndication;
import io.twinslice.e2ap.RicRequestId;
import io.twinslice.e2ap.RicSubscription;
import io.twinslice.e2ap.RicSubscriptionDelete;
import io.twinslice.ric.A1Answer;
import io.twinslice.ric.A1Intake;
import io.twinslice.ric.SubscriptionNotification;
import io.twinslice.ric.SubscriptionOutcome;
import io.twinslice.rmr.MessageType;
import io.twinslice.rmr.RmrMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NearRtRicTest {
    private static final String TYPE = """
        {"name":"Quota","description":"a quota","policy_type_id":30101,"create_schema":
         {"$schema":"http://json-schema.org/draft-07/schema#","type":"object","required":["ratio"],
          "properties":{"ratio":{"type":"integer","maximum":100}}}}\
        """;

    private final NearRtRic ric;
    private final TestXapp xapp;

    NearRtRicTest() throws Exception {
        ric = RicFixture.start();
        xapp = new TestXapp(ric);
    }

    @AfterEach
    void stop() {
        xapp.close();
        ric.close();
    }

    @Test
    void aNodeIsSetUpUnderItsInventoryName() throws Exception {
        try (TestNode node = new TestNode(ric.e2Port())) {
            node.send(TestNode.setup(2, 3));

            assertThat(node.receive()).isInstanceOfSatisfying(E2Setup.Response.class, response -> {
                assertThat(response.transactionId()).isEqualTo(7);
                assertThat(response.accepted())
                        .containsExactly(new RanFunctionItem.Id(2, 1), new RanFunctionItem.Id(3, 1));
                assertThat(response.components()).hasSize(1);
            });
            assertThat(ric.nodes()).containsExactly(TestNode.MEID);
        }
        await(() -> ric.nodes().isEmpty());
    }

    /** The whole way of a control loop: subscribe, be notified, indication, control, acknowledgement. */
    @Test
    void anXappSubscribesSeesIndicationsAndControlsTheNode() throws Exception {
        try (TestNode node = TestNode.connected(ric.e2Port())) {
            int instanceId = subscribe(node, 4711);
            E2apPdu indication = TestNode.indication(instanceId, 1);
            node.send(indication);

            RmrMessage report = xapp.next();
            assertThat(report.messageType()).isEqualTo(MessageType.INDICATION);
            assertThat(report.subscriptionId()).isEqualTo(instanceId);
            assertThat(report.meid()).isEqualTo(TestNode.MEID);
            assertThat(report.trace().length()).isEqualTo(200);
            assertThat(report.xidText()).isEqualTo("              1");
            assertThat(report.payload().toByteArray()).isEqualTo(indication.encode());

            byte[] control = control(instanceId).encode();
            sendControl(TestNode.MEID, control);
            assertThat(node.receiveFrame()).isEqualTo(control);
            node.send(new RicControl.Acknowledge(
                    new RicRequestId(1, instanceId), 3, Optional.empty(), Optional.of(Octets.of((byte) 9))));
            RmrMessage acknowledge = xapp.next();
            assertThat(acknowledge.messageType()).isEqualTo(MessageType.CONTROL_ACKNOWLEDGE);
            assertThat(acknowledge.subscriptionId()).isEqualTo(instanceId);
            // The wire may be ahead of the counters.
            await(() -> {
                RicCounters counters = ric.counters();
                return counters.setups() == 1
                        && counters.subscriptions() == 1
                        && counters.controls() == 1
                        && counters.indications() == 1
                        && counters.acknowledges() == 1;
            });
        }
    }

    @Test
    void manyRoundTripsInLockStepLoseNothing() throws Exception {
        try (TestNode node = TestNode.connected(ric.e2Port())) {
            int instanceId = subscribe(node, 1);
            byte[] control = control(instanceId).encode();
            for (int i = 0; i < 2_000; i++) {
                node.send(TestNode.indication(instanceId, i));
                RmrMessage report = xapp.next();
                RicIndication read =
                        (RicIndication) E2apPdu.decode(report.payload().toByteArray(), DecodeLimits.STANDARD);
                assertThat(read.sequenceNumber()).hasValue(i);
                sendControl(TestNode.MEID, control);
                assertThat(node.receiveFrame()).isEqualTo(control);
            }
            assertThat(ric.rmrCounters().droppedInbound()).isZero();
            assertThat(ric.counters().failedSends()).isZero();
        }
    }

    @Test
    void aSubscriptionThatTheNodeRefusesIsNotifiedWithItsCause() throws Exception {
        try (TestNode node = TestNode.connected(ric.e2Port())) {
            xapp.subscriptions.subscribe(xapp.subscription(TestNode.MEID, 8));
            RicSubscription.Request request = (RicSubscription.Request) node.receive();
            node.send(new RicSubscription.Failure(
                    request.requestId(), 2, Cause.RicRequest.EVENT_TRIGGER_NOT_SUPPORTED, Optional.empty()));

            SubscriptionNotification.Instance notified = xapp.notified();
            assertThat(notified.isEstablished()).isFalse();
            assertThat(notified.xappEventInstanceId()).isEqualTo(8);
            assertThat(notified.e2EventInstanceId()).isZero();
            assertThat(notified.errorCause()).contains("EVENT_TRIGGER_NOT_SUPPORTED");
            assertThat(notified.errorSource()).isEqualTo("E2Node");
            await(() -> ric.counters().failedSubscriptions() == 1);
        }
    }

    @Test
    void aNodeThatDoesNotAnswerIsNotifiedAsTimeout() throws Exception {
        try (TestNode node = TestNode.connected(ric.e2Port())) {
            xapp.subscriptions.subscribe(xapp.subscription(TestNode.MEID, 8));
            assertThat(node.receive()).isInstanceOf(RicSubscription.Request.class);

            assertThat(xapp.notified().timeoutType()).isEqualTo("E2-Timeout");
        }
    }

    @Test
    void theSameOrderAgainGivesTheSameIdAndNotification() throws Exception {
        try (TestNode node = TestNode.connected(ric.e2Port())) {
            int instanceId = subscribe(node, 5);

            SubscriptionOutcome again = xapp.subscriptions.subscribe(xapp.subscription(TestNode.MEID, 5));

            assertThat(again).isEqualTo(new SubscriptionOutcome.Accepted("lab" + "0".repeat(23) + "1"));
            assertThat(xapp.notified().e2EventInstanceId()).isEqualTo(instanceId);
        }
    }

    @Test
    void aSubscriptionThatIsDeletedEndsAtTheNodeAndInTheList() throws Exception {
        try (TestNode node = TestNode.connected(ric.e2Port())) {
            int instanceId = subscribe(node, 5);
            assertThat(get(ric.subscriptionPort(), "/ric/v1/subscriptions").body())
                    .contains("\"SubscriptionId\":" + instanceId)
                    .contains(xapp.rmr.name());

            xapp.subscriptions.unsubscribe("lab" + "0".repeat(23) + "1");

            assertThat(node.receive())
                    .isEqualTo(new RicSubscriptionDelete.Request(new RicRequestId(123, instanceId), TestNode.FUNCTION));
            assertThat(get(ric.subscriptionPort(), "/ric/v1/subscriptions").body())
                    .isEqualTo("[]");
            node.send(TestNode.indication(instanceId, 1));
            await(() -> ric.counters().indicationsWithoutRoute() == 1);
            assertThat(xapp.subscriptions.unsubscribe("unknown"))
                    .isEqualTo(new SubscriptionOutcome.Accepted("unknown"));
        }
    }

    @Test
    void ordersThatCannotBeAreRefused() throws Exception {
        assertThat(xapp.subscriptions.subscribe(xapp.subscription("gnb_nowhere", 1)))
                .isInstanceOfSatisfying(
                        SubscriptionOutcome.Unavailable.class,
                        outcome -> assertThat(outcome.reason()).startsWith("HTTP 503"));
        assertThat(xapp.post(ric.subscriptionPort(), "/ric/v1/subscriptions", "junk"))
                .isEqualTo(400);
        assertThat(xapp.post(ric.subscriptionPort(), "/ric/v1/subscriptions", "{}"))
                .isEqualTo(400);
        String order = xapp.subscription(TestNode.MEID, 1).toJson();
        assertThat(xapp.post(ric.subscriptionPort(), "/ric/v1/subscriptions", order.replace("[8,39,15]", "[8,256]")))
                .isEqualTo(400);
        assertThat(xapp.post(ric.subscriptionPort(), "/ric/v1/subscriptions", order.replace("report", "Report")))
                .isEqualTo(400);
        assertThat(xapp.post(
                        ric.subscriptionPort(),
                        "/ric/v1/subscriptions",
                        order.replaceFirst("\\{", "{\"SubscriptionId\":\"nobody\",")))
                .isEqualTo(404);
        assertThat(xapp.post(ric.subscriptionPort(), "/ric/v1/other", "{}")).isEqualTo(404);
    }

    /** The manager forgets without a word to the xApp; a new subscription is the xApp's business. */
    @Test
    void aNodeThatIsLostTakesItsSubscriptionsAlong() throws Exception {
        try (TestNode node = TestNode.connected(ric.e2Port())) {
            subscribe(node, 5);
        }
        await(() -> ric.nodes().isEmpty());
        await(() -> body(ric.subscriptionPort(), "/ric/v1/subscriptions").equals("[]"));
        try (TestNode node = TestNode.connected(ric.e2Port())) {
            assertThat(subscribe(node, 5)).isEqualTo(2);
        }
    }

    @Test
    void aResetForgetsTheSubscriptionsAndIsAnswered() throws Exception {
        try (TestNode node = TestNode.connected(ric.e2Port())) {
            subscribe(node, 5);
            node.send(new Reset.Request(9, Cause.Misc.OM_INTERVENTION));

            assertThat(node.receive()).isEqualTo(new Reset.Response(9, Optional.empty()));
            assertThat(get(ric.subscriptionPort(), "/ric/v1/subscriptions").body())
                    .isEqualTo("[]");
        }
    }

    @Test
    void setupsThatAreWrongAreRefused() throws Exception {
        try (TestNode node = new TestNode(ric.e2Port())) {
            node.send(TestNode.setup(2, 2));

            assertThat(node.receive()).isInstanceOfSatisfying(E2Setup.Failure.class, failure -> {
                assertThat(failure.transactionId()).isEqualTo(7);
                assertThat(failure.cause()).isEqualTo(Cause.Protocol.SEMANTIC_ERROR);
            });
            node.send(TestNode.setup(2));
            assertThat(node.receive()).isInstanceOf(E2Setup.Response.class);
        }
        assertThat(ric.counters().refusedSetups()).isEqualTo(1);
    }

    @Test
    void pdusThatCannotBeReadOrComeTooEarlyAreAnsweredWithAnErrorIndication() throws Exception {
        try (TestNode node = new TestNode(ric.e2Port())) {
            node.sendFrame(new byte[] {1, 2, 3});
            assertThat(causeOf(node.receive())).contains(Cause.Protocol.TRANSFER_SYNTAX_ERROR);
            node.send(TestNode.indication(1, 1));
            assertThat(causeOf(node.receive())).contains(Cause.Protocol.MESSAGE_NOT_COMPATIBLE_WITH_RECEIVER_STATE);
            node.send(TestNode.setup(2));
            assertThat(node.receive()).isInstanceOf(E2Setup.Response.class);
        }
        assertThat(ric.counters().refusedPdus()).isEqualTo(2);
    }

    @Test
    void aFrameBeyondTheBoundEndsItsConnectionOnly() throws Exception {
        try (TestNode bad = new TestNode(ric.e2Port());
                TestNode good = TestNode.connected(ric.e2Port())) {
            bad.sendRaw((byte) 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff);
            assertThat(bad.readOctet()).isEqualTo(-1);
            assertThat(subscribe(good, 3)).isEqualTo(1);
        }
    }

    /** Without an own subscription the answer goes to whoever asked. */
    @Test
    void aControlFailureWithoutSubscriptionGoesToTheRequester() throws Exception {
        try (TestNode node = TestNode.connected(ric.e2Port())) {
            sendControl(TestNode.MEID, control(77).encode());
            assertThat(node.receive()).isInstanceOf(RicControl.Request.class);
            RicControl.Failure failure = new RicControl.Failure(
                    new RicRequestId(1, 77),
                    3,
                    Optional.empty(),
                    Cause.RicRequest.CONTROL_FAILED_TO_EXECUTE,
                    Optional.empty(),
                    Optional.empty());
            node.send(failure);

            RmrMessage answer = xapp.next();
            assertThat(answer.messageType()).isEqualTo(MessageType.CONTROL_FAILURE);
            assertThat(answer.payload().toByteArray()).isEqualTo(failure.encode());

            node.send(failure);
            await(() -> ric.counters().answersWithoutRoute() == 1);
            await(() -> ric.counters().failures() == 1);
        }
    }

    @Test
    void controlsThatReachNobodyOrAreNoneAreCounted() throws Exception {
        sendControl("gnb_nowhere", control(1).encode());
        await(() -> ric.counters().controlsWithoutNode() == 1);
        sendControl(TestNode.MEID, new byte[] {9, 9});
        sendControl(TestNode.MEID, TestNode.indication(1, 1).encode());
        xapp.rmr.sendTo(ric.rmrName(), RmrMessage.of(31_000, io.twinslice.rmr.Octets.empty()));
        await(() -> ric.counters().refusedMessages() == 3);
    }

    @Test
    void theHealthCheckIsAnswered() throws Exception {
        xapp.rmr.sendTo(
                ric.rmrName(), RmrMessage.of(MessageType.HEALTH_CHECK_REQUEST, io.twinslice.rmr.Octets.empty()));

        RmrMessage answer = xapp.next();
        assertThat(answer.messageType()).isEqualTo(MessageType.HEALTH_CHECK_RESPONSE);
        assertThat(answer.payload().toUtf8()).isEqualTo("OK");
    }

    /** An xApp that starts late asks for its policies; the answer makes the policy enforced and tells the rApp. */
    @Test
    void aQueryBringsThePolicyAndTheAnswerReachesTheRapp() throws Exception {
        BlockingQueue<String> callbacks = new LinkedBlockingQueue<>();
        HttpServer rapp = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        rapp.createContext("/", exchange -> {
            try (exchange) {
                callbacks.add(exchange.getRequestURI() + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        rapp.start();
        String policy = "/A1-P/v2/policytypes/30101/policies/p1";
        assertThat(put("/A1-P/v2/policytypes/30101", TYPE)).isEqualTo(201);
        assertThat(put(
                        policy + "?notificationDestination=http://127.0.0.1:"
                                + rapp.getAddress().getPort() + "/status/p1",
                        "{\"ratio\":40}"))
                .isEqualTo(202);
        assertThat(body(ric.a1Port(), policy + "/status")).contains("NOT_ENFORCED");

        xapp.rmr.sendTo(ric.rmrName(), RmrMessage.of(MessageType.A1_POLICY_QUERY, A1Intake.query(30101)));
        RmrMessage request = xapp.next();
        assertThat(request.payload().toUtf8()).contains("CREATE").contains("p1");
        xapp.rmr.sendTo(
                ric.rmrName(),
                RmrMessage.of(
                        MessageType.A1_POLICY_RESPONSE,
                        A1Intake.write(new A1Answer(30101, "p1", "slices", A1Answer.Status.OK))));

        assertThat(callbacks.poll(20, TimeUnit.SECONDS)).isEqualTo("/status/p1 {\"enforceStatus\":\"ENFORCED\"}");
        assertThat(body(ric.a1Port(), policy + "/status")).isEqualTo("{\"enforceStatus\":\"ENFORCED\"}");
        rapp.stop(0);
    }

    @Test
    void a1RequestsThatAreWrongChangeNothing() throws Exception {
        assertThat(put("/A1-P/v2/policytypes/0", TYPE)).isEqualTo(400);
        assertThat(put("/A1-P/v2/policytypes/x", TYPE)).isEqualTo(400);
        assertThat(put("/A1-P/v2/policytypes/30101", TYPE.replaceFirst("\\{", "{\"more\":1,")))
                .isEqualTo(400);
        assertThat(put("/A1-P/v2/policytypes/30101", "{")).isEqualTo(400);
        assertThat(put("/A1-P/v2/policytypes/30101", TYPE)).isEqualTo(201);
        assertThat(put("/A1-P/v2/policytypes/30101/policies/p?notificationDestination=ftp://x/", "{\"ratio\":1}"))
                .isEqualTo(400);
        assertThat(put("/A1-P/v2/policytypes/30101/policies/p", "x".repeat(300_000)))
                .isEqualTo(413);
        assertThat(body(ric.a1Port(), "/A1-P/v2/policytypes/30101/policies")).isEqualTo("[]");
        for (String payload : List.of("{", "{\"policy_type_id\":\"30101\"}", "[]", "{\"policy_type_id\":1e99}")) {
            xapp.rmr.sendTo(
                    ric.rmrName(),
                    RmrMessage.of(MessageType.A1_POLICY_RESPONSE, io.twinslice.rmr.Octets.utf8(payload)));
            xapp.rmr.sendTo(
                    ric.rmrName(), RmrMessage.of(MessageType.A1_POLICY_QUERY, io.twinslice.rmr.Octets.utf8(payload)));
        }
        await(() -> ric.counters().refusedMessages() == 8);
    }

    @Test
    void anXappThatDeregistersGetsNoPoliciesAnyMore() throws Exception {
        xapp.register(30101);
        assertThat(put("/A1-P/v2/policytypes/30101", TYPE)).isEqualTo(201);
        put("/A1-P/v2/policytypes/30101/policies/p", "{\"ratio\":1}");
        assertThat(xapp.next().subscriptionId()).isEqualTo(30101);

        xapp.deregister();
        put("/A1-P/v2/policytypes/30101/policies/p", "{\"ratio\":2}");

        assertThat(ric.counters().policyRequests()).isEqualTo(1);
        assertThat(xapp.post(ric.registrationPort(), "/ric/v1/register", "{}")).isEqualTo(400);
    }

    private int subscribe(TestNode node, int xappEventInstanceId) throws Exception {
        assertThat(xapp.subscriptions.subscribe(xapp.subscription(TestNode.MEID, xappEventInstanceId)))
                .isInstanceOf(SubscriptionOutcome.Accepted.class);
        RicSubscription.Request request = (RicSubscription.Request) node.receive();
        assertThat(request.requestId().requestorId()).isEqualTo(123);
        assertThat(request.details().eventTrigger()).isEqualTo(Octets.of((byte) 8, (byte) 39, (byte) 15));
        assertThat(request.details().actions())
                .singleElement()
                .satisfies(action -> assertThat(action.definition()).contains(Octets.of((byte) 5, (byte) -1)));
        node.send(new RicSubscription.Response(request.requestId(), TestNode.FUNCTION, List.of(1), Optional.empty()));
        SubscriptionNotification.Instance notified = xapp.notified();
        assertThat(notified.isEstablished()).isTrue();
        assertThat(notified.xappEventInstanceId()).isEqualTo(xappEventInstanceId);
        assertThat(notified.e2EventInstanceId()).isEqualTo(request.requestId().instanceId());
        return notified.e2EventInstanceId();
    }

    private void sendControl(String meid, byte[] pdu) {
        RmrMessage message = RmrMessage.of(MessageType.CONTROL_REQUEST, io.twinslice.rmr.Octets.of(pdu))
                .withMeid(meid);
        assertThat(xapp.rmr.sendTo(ric.rmrName(), message).isAccepted()).isTrue();
    }

    private static RicControl.Request control(int instanceId) {
        return new RicControl.Request(
                new RicRequestId(1, instanceId),
                3,
                Optional.empty(),
                Octets.of((byte) 1),
                Octets.of(new byte[60]),
                Optional.of(RicControl.AckRequest.ACK));
    }

    private static Optional<io.twinslice.e2ap.Cause> causeOf(E2apPdu pdu) {
        assertThat(pdu).isInstanceOf(ErrorIndication.class);
        return ((ErrorIndication) pdu).cause();
    }

    private int put(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ric.a1Port() + path))
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return xapp.client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        return xapp.client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String body(int port, String path) {
        try {
            return get(port, path).body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Spins until the RIC's threads are there; the class's time limit ends a wait in vain. */
    private static void await(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
