package io.twinslice.rmr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RmrEndpointTest {
    private static final String HOST = "127.0.0.1";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final List<RmrEndpoint> opened = new ArrayList<>();
    private RmrEndpoint alice = open(RmrSettings.listening(HOST, 0));
    private RmrEndpoint bob = open(RmrSettings.listening(HOST, 0));

    @BeforeEach
    void theTwoListenOnDifferentPorts() {
        assertThat(alice.port()).isNotEqualTo(bob.port()).isPositive();
        assertThat(alice.name()).isEqualTo(HOST + ":" + alice.port());
    }

    @AfterEach
    void closeAll() {
        opened.forEach(RmrEndpoint::close);
    }

    @Test
    void aRoutedMessageArrivesAndItsAnswerComesBack() throws Exception {
        alice.install(table(alice, "mse|60010|7|" + bob.name()));
        RmrMessage question = RmrMessage.of(60010, Octets.utf8("{\"k\":1}"))
                .withSubscriptionId(7)
                .withMeid("gnb_001")
                .withXid("txn-0001");

        assertThat(alice.send(question)).isEqualTo(new SendResult.Accepted(1));
        RmrMessage received = next(bob);
        assertThat(received.payload()).isEqualTo(question.payload());
        assertThat(received.src()).isEqualTo(alice.name());
        assertThat(received.callId()).isZero();

        assertThat(bob.returnToSender(received.answer(60011, Octets.utf8("ok"))).isAccepted())
                .isTrue();
        RmrMessage answer = next(alice);
        assertThat(answer.messageType()).isEqualTo(60011);
        assertThat(answer.xidText()).isEqualTo("txn-0001");
        assertThat(answer.meid()).isEqualTo("gnb_001");
        assertThat(answer.subscriptionId()).isEqualTo(7);
        assertThat(answer.src()).isEqualTo(bob.name());
    }

    /** A native caller wakes up only if slot and transaction id come back and the call flag does not. */
    @Test
    void theAnswerToACallKeepsSlotAndTransactionAndClearsTheFlag() throws Exception {
        alice.callTo(
                bob.name(),
                RmrMessage.of(60000, Octets.utf8("call body")).withXid("call0").asCall(2));
        RmrMessage call = next(bob);
        assertThat(call.isCall()).isTrue();
        assertThat(call.callId()).isEqualTo(2);

        bob.returnToSender(call.answer(60001, Octets.empty()));

        RmrMessage answer = next(alice);
        assertThat(answer.isCall()).isFalse();
        assertThat(answer.callId()).isEqualTo(2);
        assertThat(answer.xid()).isEqualTo(call.xid());
    }

    /** A native peer would swallow an ordinary message with a slot. */
    @Test
    void anOrdinarySendCarriesNoSlotAndNoFlag() throws Exception {
        alice.sendTo(bob.name(), RmrMessage.of(1, Octets.empty()).asCall(3));

        RmrMessage received = next(bob);
        assertThat(received.callId()).isZero();
        assertThat(received.isCall()).isFalse();
    }

    @Test
    void aSenderWithoutAReachableNameGetsItsAnswerOverItsOwnConnection() throws Exception {
        RmrEndpoint carol = open(RmrSettings.listening(HOST, 0).withSourceHost("no such host"));
        carol.sendTo(bob.name(), RmrMessage.of(1, Octets.utf8("who am I")));
        RmrMessage received = next(bob);
        assertThat(received.src()).startsWith("no such host:");

        assertThat(bob.returnToSender(received.answer(2, Octets.empty())).isAccepted())
                .isTrue();

        assertThat(next(carol).messageType()).isEqualTo(2);
    }

    @Test
    void aMessageWithMeidGoesToTheOwnerOfTheElement() throws Exception {
        alice.install(RouteTable.parse(
                "newrt|start\nmse|12040|-1|%meid\nnewrt|end\nmeid_map|start\nmme_ar|" + bob.name()
                        + "|gnb_1\nmeid_map|end\n",
                alice.ownNames()));

        assertThat(alice.send(RmrMessage.of(12040, Octets.empty()).withMeid("gnb_1")))
                .isEqualTo(new SendResult.Accepted(1));
        assertThat(next(bob).meid()).isEqualTo("gnb_1");
        assertThat(alice.send(RmrMessage.of(12040, Octets.empty()).withMeid("gnb_2")))
                .isEqualTo(new SendResult.NoRoute(12040, -1, "gnb_2"));
    }

    @Test
    void groupsGetCopiesAndTheEndpointsOfAGroupTakeTurns() throws Exception {
        RmrEndpoint carol = open(RmrSettings.listening(HOST, 0));
        alice.install(table(
                alice, "mse|5|-1|" + bob.name() + "," + carol.name(), "mse|6|-1|" + bob.name() + ";" + carol.name()));

        for (int i = 0; i < 10; i++) {
            alice.send(RmrMessage.of(5, Octets.empty()));
        }
        assertThat(alice.send(RmrMessage.of(6, Octets.empty()))).isEqualTo(new SendResult.Accepted(2));

        assertThat(typesUntil(bob, 6)).hasSize(6).containsOnlyOnce(6);
        assertThat(typesUntil(carol, 6)).hasSize(6).containsOnlyOnce(6);
    }

    @Test
    void anEndpointThatIsDownPassesItsTurnOn() throws Exception {
        int deadPort = closedPort();
        alice.install(table(alice, "mse|5|-1|" + HOST + ":" + deadPort + "," + bob.name()));

        assertThat(alice.send(RmrMessage.of(5, Octets.empty()))).isEqualTo(new SendResult.Accepted(1));
        assertThat(alice.send(RmrMessage.of(5, Octets.empty()))).isEqualTo(new SendResult.Accepted(1));
        assertThat(alice.sendTo(HOST + ":" + deadPort, RmrMessage.of(5, Octets.empty())))
                .isInstanceOf(SendResult.Dropped.class);
        assertThat(alice.counters().droppedOutbound()).isEqualTo(1);
    }

    @Test
    void aSendWithoutRouteOrBeyondTheLongestFrameIsATypedResult() {
        RmrEndpoint small = open(RmrSettings.listening(HOST, 0).withMaxFrameBytes(400));

        assertThat(small.send(RmrMessage.of(9, Octets.empty()))).isEqualTo(new SendResult.NoRoute(9, -1, ""));
        assertThat(small.sendTo(bob.name(), RmrMessage.of(9, Octets.of(new byte[67]))))
                .isEqualTo(new SendResult.TooLong(401, 400));
        assertThat(small.sendTo("nonsense", RmrMessage.of(9, Octets.empty()))).isInstanceOf(SendResult.Dropped.class);
        assertThat(small.counters().noRoute()).isEqualTo(1);
        assertThat(small.counters().tooLong()).isEqualTo(1);
    }

    @Test
    void whatTheQueueCannotHoldIsDroppedAndCountedExactly() throws Exception {
        RmrEndpoint narrow = open(RmrSettings.listening(HOST, 0).withQueueCapacity(10));
        for (int i = 0; i < 100; i++) {
            assertThat(alice.sendTo(narrow.name(), RmrMessage.of(i, Octets.empty()))
                            .isAccepted())
                    .isTrue();
        }
        while (narrow.counters().received() < 100) {
            narrow.drain(message -> {}, 0);
        }
        List<Integer> types = new ArrayList<>();
        assertThat(narrow.drain(message -> types.add(message.messageType()), 7)).isEqualTo(7);
        assertThat(narrow.drain(message -> types.add(message.messageType()), 7)).isEqualTo(3);

        assertThat(types).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        RmrCounters counters = narrow.counters();
        assertThat(counters.received()).isEqualTo(100);
        assertThat(counters.droppedInbound()).isEqualTo(90);
        assertThat(counters.delivered()).isEqualTo(10);
    }

    /**
     * Nothing accepted is lost when the receiver is slow: the kernel's buffers fill and the sender is told to retry.
     */
    @Test
    void aFullConnectionAnswersRetryAndLosesNothingThatWasAccepted() throws Exception {
        RmrMessage large = RmrMessage.of(1, Octets.of(new byte[500_000]));
        int accepted = 0;
        SendResult result = alice.sendTo(bob.name(), large);
        while (result.isAccepted()) {
            accepted++;
            result = alice.sendTo(bob.name(), large);
        }
        assertThat(result).isEqualTo(new SendResult.Retry(bob.name()));

        List<Integer> lengths = new ArrayList<>();
        while (lengths.size() < accepted) {
            alice.drain(message -> {}, 1);
            bob.drain(message -> lengths.add(message.payload().length()), 10);
        }
        assertThat(lengths).containsOnly(500_000);
        assertThat(alice.counters().retries()).isEqualTo(1);
    }

    @Test
    void aFrameOfWrongLengthEndsItsConnectionOnly() throws Exception {
        try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), bob.port())) {
            stranger.getOutputStream().write(new byte[] {-1, -1, -1, -1});
            stranger.getOutputStream().flush();
            while (bob.counters().refusedFrames() == 0) {
                bob.awaitInbound(TimeUnit.MILLISECONDS.toNanos(50));
            }
            assertThat(stranger.getInputStream().read()).isEqualTo(-1);
        }
        alice.sendTo(bob.name(), RmrMessage.of(4, Octets.empty()));
        assertThat(next(bob).messageType()).isEqualTo(4);
    }

    @Test
    void aMalformedFrameOfRightLengthIsSkipped() throws Exception {
        byte[] bad = RmrFrame.encode(RmrMessage.of(1, Octets.empty()));
        ByteBuffer.wrap(bad).putInt(54, 99);
        try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), bob.port())) {
            OutputStream out = stranger.getOutputStream();
            out.write(bad);
            out.write(RmrFrame.encode(RmrMessage.of(2, Octets.empty())));
            out.flush();
            assertThat(next(bob).messageType()).isEqualTo(2);
        }
        assertThat(bob.counters().refusedFrames()).isEqualTo(1);
    }

    @Test
    void aPeerThatRestartsOnItsPortIsReachedAgain() throws Exception {
        alice.sendTo(bob.name(), RmrMessage.of(1, Octets.empty()));
        next(bob);
        int port = bob.port();
        bob.close();
        while (alice.drain(message -> {}, 1) == 0
                && alice.sendTo(HOST + ":" + port, RmrMessage.of(2, Octets.empty()))
                        .isAccepted()) {
            // Messages into the dead connection are accepted until the kernel has noticed.
            Thread.onSpinWait();
        }
        bob = open(new RmrSettings(HOST, port, HOST, 1 << 16, 16, 4, 4, 500, 0));
        SendResult result = alice.sendTo(bob.name(), RmrMessage.of(3, Octets.empty()));
        while (!result.isAccepted()) {
            result = alice.sendTo(bob.name(), RmrMessage.of(3, Octets.empty()));
        }
        assertThat(next(bob).messageType()).isEqualTo(3);
    }

    /** A sender that insists must not keep renewing the delay: the clock here moves a step with every look. */
    @Test
    void theDelayAfterAFailedConnectEndsHoweverOftenIsSent() throws Exception {
        AtomicLong nanos = new AtomicLong();
        RmrSettings settings = new RmrSettings(HOST, 0, HOST, 4096, 16, 4, 4, 500, 10);
        RmrEndpoint impatient = RmrEndpoint.open(settings, () -> nanos.addAndGet(1_000_000));
        opened.add(impatient);
        int port = closedPort();
        String destination = HOST + ":" + port;
        assertThat(impatient.sendTo(destination, RmrMessage.of(1, Octets.empty())))
                .isInstanceOf(SendResult.Dropped.class);
        open(new RmrSettings(HOST, port, HOST, 4096, 16, 4, 4, 500, 0));

        int dropped = 0;
        while (!impatient.sendTo(destination, RmrMessage.of(1, Octets.empty())).isAccepted()) {
            dropped++;
        }
        assertThat(dropped).isBetween(8, 10);
    }

    @Test
    void connectionsBeyondTheBoundAreClosed() throws Exception {
        RmrEndpoint lonely = open(new RmrSettings(HOST, 0, HOST, 4096, 16, 1, 4, 500, 0));
        try (Socket first = new Socket(InetAddress.getLoopbackAddress(), lonely.port());
                Socket second = new Socket(InetAddress.getLoopbackAddress(), lonely.port())) {
            while (lonely.counters().refusedConnections() == 0) {
                lonely.awaitInbound(TimeUnit.MILLISECONDS.toNanos(20));
            }
            assertThat(second.getInputStream().read()).isEqualTo(-1);
            first.getOutputStream().write(RmrFrame.encode(RmrMessage.of(8, Octets.empty())));
            assertThat(next(lonely).messageType()).isEqualTo(8);
        }
    }

    @Test
    void waitingEndsAtTheTimeoutAndWhenClosed() throws Exception {
        assertThat(bob.awaitInbound(TimeUnit.MILLISECONDS.toNanos(2))).isFalse();
        Thread closer = Thread.ofPlatform().start(bob::close);
        assertThat(bob.awaitInbound(PATIENCE_NANOS)).isFalse();
        closer.join();
        assertThat(bob.sendTo(alice.name(), RmrMessage.of(1, Octets.empty()))).isInstanceOf(SendResult.Dropped.class);
    }

    private RmrEndpoint open(RmrSettings settings) {
        try {
            RmrEndpoint endpoint = RmrEndpoint.open(settings, System::nanoTime);
            opened.add(endpoint);
            return endpoint;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RouteTable table(RmrEndpoint reader, String... records) throws RouteTableException {
        return RouteTable.parse("newrt|start\n" + String.join("\n", records) + "\nnewrt|end\n", reader.ownNames());
    }

    private static RmrMessage next(RmrEndpoint endpoint) throws InterruptedException {
        List<RmrMessage> received = new ArrayList<>();
        assertThat(endpoint.awaitInbound(PATIENCE_NANOS)).isTrue();
        endpoint.drain(received::add, 1);
        return received.getFirst();
    }

    private static List<Integer> typesUntil(RmrEndpoint endpoint, int lastType) throws InterruptedException {
        List<Integer> types = new ArrayList<>();
        while (!types.contains(lastType)) {
            types.add(next(endpoint).messageType());
        }
        return types;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
