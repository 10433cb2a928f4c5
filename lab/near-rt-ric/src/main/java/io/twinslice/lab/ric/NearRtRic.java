package io.twinslice.lab.ric;

import io.twinslice.e2ap.E2apPdu;
import io.twinslice.e2ap.ErrorIndication;
import io.twinslice.e2ap.Reset;
import io.twinslice.e2ap.RicControl;
import io.twinslice.e2ap.RicIndication;
import io.twinslice.e2ap.RicSubscription;
import io.twinslice.e2ap.RicSubscriptionDelete;
import io.twinslice.rmr.MessageType;
import io.twinslice.rmr.RmrCounters;
import io.twinslice.rmr.RmrEndpoint;
import io.twinslice.rmr.RmrSettings;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/**
 * The stand-in near-RT RIC: a simulator of the platform for laptops and CI, in one process, in memory, without
 * security.
 *
 * <p>E2 nodes connect over TCP (a 4-octet big-endian length before each E2AP PDU), xApps use RMR and the REST
 * interfaces of subscription and application manager, rApps the A1 mediator. Thread-safe.
 */
public final class NearRtRic implements AutoCloseable {
    private final RicTally tally = new RicTally();
    private final XappRegistry registry = new XappRegistry();
    private final HttpNotifier notifier;
    private final RmrEndpoint rmr;
    private final RmrGateway gateway;
    private final SubscriptionManager subscriptions;
    private final A1Mediator mediator;
    private final E2Termination e2;
    private final HttpPort subscriptionRest;
    private final HttpPort a1Rest;
    private final HttpPort registrationRest;
    private final Deque<Opened> closeables;

    /** Something that was opened and closes without fail. */
    private interface Opened {
        void close();
    }

    private NearRtRic(NearRtRicSettings settings, Executor threads, LongSupplier nanoClock) throws IOException {
        Deque<Opened> opened = new ArrayDeque<>();
        try {
            notifier = new HttpNotifier(settings.notificationTries(), settings.notificationPauseMillis(), threads);
            opened.push(notifier::close);
            rmr = RmrEndpoint.open(RmrSettings.listening(settings.host(), settings.rmrPort()), nanoClock);
            opened.push(rmr::close);
            subscriptions = new SubscriptionManager(this::node, notifier::postUntilTaken, threads, tally);
            gateway = new RmrGateway(rmr, tally, this::node, subscriptions::endpointOf);
            mediator = new A1Mediator(new Outlet());
            e2 = E2Termination.open(settings.host(), settings.e2Port(), new NodeEvents(), threads, tally);
            opened.push(e2::close);
            subscriptionRest =
                    HttpPort.open(settings.host(), settings.subscriptionPort(), subscriptions::answer, threads);
            opened.push(subscriptionRest::close);
            a1Rest = HttpPort.open(settings.host(), settings.a1Port(), mediator::answer, threads);
            opened.push(a1Rest::close);
            registrationRest = HttpPort.open(settings.host(), settings.registrationPort(), registry::answer, threads);
            opened.push(registrationRest::close);
        } catch (IOException e) {
            closeAll(opened);
            throw e;
        }
        closeables = opened;
        threads.execute(() -> gateway.receive(mediator));
    }

    /**
     * Starts the RIC.
     *
     * @param threads makes the threads: one for each node, one for RMR, one for each HTTP request; daemon threads of
     *     the platform are the quickest
     * @param nanoClock monotonic time in nanoseconds, for timeouts only
     * @throws IOException if a port cannot be opened; then none stays open
     */
    public static NearRtRic start(NearRtRicSettings settings, ThreadFactory threads, LongSupplier nanoClock)
            throws IOException {
        return new NearRtRic(settings, task -> threads.newThread(task).start(), nanoClock);
    }

    /** The port for E2 nodes. */
    public int e2Port() {
        return e2.port();
    }

    /** The RMR name ("host:port") of E2 termination and A1 mediator. */
    public String rmrName() {
        return rmr.name();
    }

    /** The RMR port. */
    public int rmrPort() {
        return rmr.port();
    }

    /** The port of the subscription manager. */
    public int subscriptionPort() {
        return subscriptionRest.port();
    }

    /** The port of the A1 mediator. */
    public int a1Port() {
        return a1Rest.port();
    }

    /** The port of the application manager. */
    public int registrationPort() {
        return registrationRest.port();
    }

    /** The meids of the nodes that are set up. */
    public Set<String> nodes() {
        return e2.nodeNames();
    }

    /** What has been counted. */
    public RicCounters counters() {
        return tally.snapshot();
    }

    /** What the RMR endpoint has counted. */
    public RmrCounters rmrCounters() {
        return rmr.counters();
    }

    /** Closes all ports and connections. */
    @Override
    public void close() {
        closeAll(closeables);
    }

    private static void closeAll(Deque<Opened> opened) {
        opened.forEach(Opened::close);
    }

    private Optional<NodeLink> node(String meid) {
        return e2.node(meid);
    }

    private final class Outlet implements A1Mediator.Outlet {
        @Override
        public void toXapps(int typeId, String payload) {
            registry.endpointsOf(typeId).forEach(endpoint -> toXapp(endpoint, typeId, payload));
        }

        @Override
        public void toXapp(String endpoint, int typeId, String payload) {
            gateway.sendPolicyRequest(endpoint, typeId, payload);
        }

        @Override
        public void toNotificationDestination(URI destination, String body) {
            notifier.postOnce(destination, body);
        }
    }

    private final class NodeEvents implements E2Termination.Events {
        @Override
        public void onPdu(NodeLink node, E2apPdu pdu, byte[] octets) {
            switch (pdu) {
                case RicIndication indication -> gateway.forwardIndication(node.meid(), indication.requestId(), octets);
                case RicControl.Acknowledge answer ->
                    gateway.forwardControlAnswer(
                            MessageType.CONTROL_ACKNOWLEDGE,
                            RicTally.Event.ACKNOWLEDGE,
                            node.meid(),
                            answer.requestId(),
                            octets);
                case RicControl.Failure answer ->
                    gateway.forwardControlAnswer(
                            MessageType.CONTROL_FAILURE,
                            RicTally.Event.FAILURE,
                            node.meid(),
                            answer.requestId(),
                            octets);
                case RicSubscription.Response answer -> subscriptions.onAnswer(answer.requestId(), answer);
                case RicSubscription.Failure answer -> subscriptions.onAnswer(answer.requestId(), answer);
                // The xApp was told at once that the subscription is gone; the node's word changes nothing.
                case RicSubscriptionDelete.Response answer -> {}
                case RicSubscriptionDelete.Failure answer -> {}
                case ErrorIndication error -> tally.count(RicTally.Event.ERROR_INDICATION);
                case Reset.Request reset -> {
                    subscriptions.onNodeLost(node.meid());
                    node.send(new Reset.Response(reset.transactionId(), Optional.empty()).encode());
                }
                default -> tally.count(RicTally.Event.IGNORED_PDU);
            }
        }

        @Override
        public void onNodeLost(String meid) {
            subscriptions.onNodeLost(meid);
        }
    }
}
