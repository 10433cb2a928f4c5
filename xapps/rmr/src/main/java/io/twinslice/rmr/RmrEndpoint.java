package io.twinslice.rmr;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One RMR end: listens on one TCP port, connects to others when something is to be sent there.
 *
 * <p>Receiving: one application thread calls {@link #awaitInbound} and {@link #drain}; the sockets are read on that
 * very thread, into a bounded queue whose overflow is dropped (the newest first) and counted. The endpoint starts no
 * thread of its own, so the application has to come by regularly. Sending: from any thread, on the caller's, never
 * waiting for a full socket; only the first message to an endpoint waits for the connect.
 */
public final class RmrEndpoint implements AutoCloseable {
    private final RmrSettings settings;
    private final LongSupplier nanoClock;
    private final String name;
    private final String ip;
    private final int port;
    private final Tally tally;
    private final Receiver receiver;
    private final ConcurrentHashMap<String, Peer> peers = new ConcurrentHashMap<>();
    private volatile RouteTable routes = RouteTable.empty();

    private RmrEndpoint(RmrSettings settings, LongSupplier nanoClock, Tally tally, Receiver receiver)
            throws IOException {
        InetSocketAddress bound = receiver.address();
        this.settings = settings;
        this.nanoClock = nanoClock;
        this.tally = tally;
        this.receiver = receiver;
        this.port = bound.getPort();
        this.name = bracketed(settings.sourceHost()) + ":" + port;
        this.ip = bound.getAddress().isAnyLocalAddress()
                ? name
                : bracketed(bound.getAddress().getHostAddress()) + ":" + port;
    }

    /**
     * Opens the listening port.
     *
     * @param nanoClock monotonic time in nanoseconds, for timeouts only
     * @throws IOException if the port cannot be opened
     */
    public static RmrEndpoint open(RmrSettings settings, LongSupplier nanoClock) throws IOException {
        Tally tally = new Tally();
        return new RmrEndpoint(settings, nanoClock, tally, Receiver.open(settings, nanoClock, tally));
    }

    /** The port listened on. */
    public int port() {
        return port;
    }

    /** The "host:port" under which peers answer. */
    public String name() {
        return name;
    }

    /** Whether it has not been closed. */
    public boolean isOpen() {
        return receiver.isOpen();
    }

    /** The names by which a route table may mean this endpoint. */
    public Set<String> ownNames() {
        return name.equals(ip) ? Set.of(name) : Set.of(name, ip);
    }

    /** Puts a route table in force for the sends that begin from now on. */
    public void install(RouteTable table) {
        routes = table;
    }

    /** What has been counted. */
    public RmrCounters counters() {
        return tally.snapshot();
    }

    /** Sends by the route of (message type, subscription id): a copy to each group, or to the owner of the meid. */
    public SendResult send(RmrMessage message) {
        Optional<Route> route = routes.route(message.messageType(), message.subscriptionId());
        if (route.isEmpty()) {
            return noRoute(message);
        }
        return switch (route.get()) {
            case Route.MeidOwner owner ->
                routes.ownerOf(message.meid())
                        .map(destination -> sendTo(destination, message))
                        .orElseGet(() -> noRoute(message));
            case Route.Copies copies ->
                copies.groups().isEmpty() ? noRoute(message) : sendCopies(copies.groups(), message);
        };
    }

    /** Sends to an endpoint by its "host:port" (a wormhole). */
    public SendResult sendTo(String destination, RmrMessage message) {
        return withFrame(message.sentBy(name, ip, 0, 0), frame -> transmit(destination, frame));
    }

    /**
     * Calls an endpoint by its "host:port": as {@link #sendTo}, but keeps the call slot of {@link RmrMessage#asCall}.
     * The answer comes as an ordinary inbound message with that slot and the transaction id.
     */
    public SendResult callTo(String destination, RmrMessage message) {
        RmrMessage call = message.sentBy(name, ip, message.callId(), message.flags());
        return withFrame(call, frame -> transmit(destination, frame));
    }

    /**
     * Sends an {@link RmrMessage#answer answer} back: to the sender's src; if that cannot be reached, over the
     * connection its last message came on; if that is gone, to its srcIp. Call slot, transaction id, meid, subscription
     * id and trace go back as they came.
     */
    public SendResult returnToSender(RmrMessage answer) {
        RmrMessage outbound = answer.sentBy(name, ip, answer.callId(), answer.flags() & ~RmrMessage.CALL_FLAG);
        return withFrame(outbound, frame -> {
            SendResult direct = transmit(answer.src(), frame);
            if (!(direct instanceof SendResult.Dropped)) {
                return direct;
            }
            SendResult back = overInbound(answer.src(), frame);
            return back instanceof SendResult.Dropped ? transmit(answer.srcIp(), frame) : back;
        });
    }

    /**
     * Waits until a message is there.
     *
     * @param timeoutNanos longest wait, kept to the millisecond above; 0 or less only looks
     * @return whether one is there; false at the timeout and when closed
     */
    public boolean awaitInbound(long timeoutNanos) throws InterruptedException {
        return receiver.awaitInbound(timeoutNanos);
    }

    /**
     * Reads what the sockets hold and hands over messages in the order they came.
     *
     * @param handler may send through this endpoint
     * @param limit most messages to hand over
     * @return how many were handed over
     */
    public int drain(Consumer<RmrMessage> handler, int limit) {
        return receiver.drain(handler, limit);
    }

    /** Closes the port and all connections; messages that wait are given up. */
    @Override
    public void close() {
        receiver.close();
    }

    private SendResult sendCopies(List<EndpointGroup> groups, RmrMessage message) {
        return withFrame(message.sentBy(name, ip, 0, 0), frame -> {
            int copies = 0;
            SendResult worst = new SendResult.Accepted(0);
            for (EndpointGroup group : groups) {
                SendResult result = sendToOneOf(group, frame);
                if (result instanceof SendResult.Accepted accepted) {
                    copies += accepted.copies();
                } else {
                    worst = result;
                }
            }
            return copies > 0 ? new SendResult.Accepted(copies) : worst;
        });
    }

    /** The next endpoint in turn, or the first behind it that can be reached. */
    private SendResult sendToOneOf(EndpointGroup group, byte[] frame) {
        List<String> endpoints = group.endpoints();
        int turn = group.nextTurn();
        SendResult result = transmit(endpoints.get(turn), frame);
        for (int i = 1; i < endpoints.size() && result instanceof SendResult.Dropped; i++) {
            result = transmit(endpoints.get((turn + i) % endpoints.size()), frame);
        }
        return result;
    }

    private interface Transmission {
        SendResult of(byte[] frame);
    }

    private SendResult withFrame(RmrMessage outbound, Transmission transmission) {
        long frameBytes = RmrFrame.encodedBytes(outbound);
        if (frameBytes > settings.maxFrameBytes()) {
            tally.tooLong.increment();
            return new SendResult.TooLong(frameBytes, settings.maxFrameBytes());
        }
        SendResult result = transmission.of(RmrFrame.encode(outbound));
        switch (result) {
            case SendResult.Accepted accepted -> tally.accepted.add(accepted.copies());
            case SendResult.Retry retry -> tally.retries.increment();
            case SendResult.Dropped dropped -> tally.droppedOutbound.increment();
            case SendResult.NoRoute noRoute -> tally.noRoute.increment();
            case SendResult.TooLong tooLong -> tally.tooLong.increment();
        }
        return result;
    }

    private SendResult transmit(String destination, byte[] frame) {
        if (!receiver.isOpen()) {
            return new SendResult.Dropped(destination, "this endpoint is closed");
        }
        Peer peer = peers.get(destination);
        if (peer == null) {
            Optional<HostPort> target = HostPort.parse(destination);
            if (target.isEmpty() || peers.size() >= settings.maxPeers()) {
                String reason = target.isEmpty()
                        ? "no host:port"
                        : "already " + peers.size() + " peers are known, the bound of the settings";
                return new SendResult.Dropped(destination, reason);
            }
            peer = peers.computeIfAbsent(
                    destination,
                    key -> new Peer(key, target.get(), this::connect, nanoClock, settings.reconnectDelayMillis()));
        }
        return peer.send(frame);
    }

    private SendResult overInbound(String source, byte[] frame) {
        Optional<Connection> connection = receiver.connectionOf(source);
        if (connection.isEmpty()) {
            return new SendResult.Dropped(source, "its connection is gone");
        }
        try {
            return connection.get().write(frame) ? new SendResult.Accepted(1) : new SendResult.Retry(source);
        } catch (IOException e) {
            return new SendResult.Dropped(source, String.valueOf(e.getMessage()));
        }
    }

    /** Blocks for at most the connect timeout. */
    private Connection connect(HostPort target) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.socket()
                    .connect(new InetSocketAddress(target.host(), target.port()), settings.connectTimeoutMillis());
            // An ephemeral port may be the very port that is connected to: the system then joins the socket with
            // itself.
            if (channel.getLocalAddress().equals(channel.getRemoteAddress())) {
                throw new IOException("the socket connected to itself; nobody listens there");
            }
            return receiver.adopt(channel);
        } catch (IOException | ClosedSelectorException e) {
            channel.close();
            throw new IOException("cannot connect: " + e.getMessage(), e);
        }
    }

    private SendResult noRoute(RmrMessage message) {
        tally.noRoute.increment();
        return new SendResult.NoRoute(message.messageType(), message.subscriptionId(), message.meid());
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
