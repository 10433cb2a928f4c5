package io.twinslice.lab.ric;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.e2ap.Cause;
import io.twinslice.e2ap.ComponentConfig;
import io.twinslice.e2ap.E2Setup;
import io.twinslice.e2ap.E2apPdu;
import io.twinslice.e2ap.ErrorIndication;
import io.twinslice.e2ap.GlobalRicId;
import io.twinslice.e2ap.RanFunctionItem;
import io.twinslice.e2ap.TimeToWait;
import io.twinslice.e2sm.PlmnIdentity;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The E2 termination of the stand-in, over TCP. Each node has a thread that reads, decodes and hands on; setups are
 * answered here. Whatever a node sends, at most its own connection ends.
 */
final class E2Termination implements AutoCloseable {
    private static final int MAX_NODES = 64;
    private static final GlobalRicId RIC_ID = new GlobalRicId(PlmnIdentity.of("001", "01"), 1);

    private final ServerSocket listener;
    private final Events events;
    private final Executor threads;
    private final RicTally tally;
    private final ConcurrentHashMap<String, NodeLink> nodes = new ConcurrentHashMap<>();
    private final Set<NodeLink> links = ConcurrentHashMap.newKeySet();

    private E2Termination(ServerSocket listener, Events events, Executor threads, RicTally tally) {
        this.listener = listener;
        this.events = events;
        this.threads = threads;
        this.tally = tally;
    }

    /** What the rest of the RIC hears of nodes; called on the node's thread. */
    interface Events {
        /** A PDU of a node that is set up, other than a setup; {@code octets} is what it was decoded from. */
        void onPdu(NodeLink node, E2apPdu pdu, byte[] octets);

        /** The node is gone or begins anew. */
        void onNodeLost(String meid);
    }

    static E2Termination open(String host, int port, Events events, Executor threads, RicTally tally)
            throws IOException {
        ServerSocket listener = new ServerSocket();
        try {
            listener.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            listener.close();
            throw new IOException("cannot listen for E2 nodes on " + host + ":" + port + ": " + e.getMessage(), e);
        }
        E2Termination termination = new E2Termination(listener, events, threads, tally);
        threads.execute(termination::accept);
        return termination;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The connected node of this name. */
    Optional<NodeLink> node(String meid) {
        return Optional.ofNullable(nodes.get(meid));
    }

    Set<String> nodeNames() {
        return new TreeSet<>(nodes.keySet());
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            // Nothing listens any more, which is what was wanted.
        }
        links.forEach(NodeLink::close);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                if (links.size() >= MAX_NODES) {
                    socket.close();
                    continue;
                }
                NodeLink link = new NodeLink(socket);
                links.add(link);
                if (listener.isClosed()) {
                    link.close();
                }
                threads.execute(() -> serve(link));
            } catch (IOException e) {
                // Closing ends the wait this way; a connection that broke while it opened is the node's to repeat.
            }
        }
    }

    private void serve(NodeLink link) {
        try {
            Optional<byte[]> octets = link.read();
            while (octets.isPresent()) {
                onFrame(link, octets.get());
                octets = link.read();
            }
        } catch (IOException | RuntimeException e) {
            // A frame length that cannot be, a broken connection, or a PDU that we handle wrongly: the link ends.
            if (!listener.isClosed()) {
                tally.count(RicTally.Event.REFUSED_PDU);
            }
        } finally {
            link.close();
            links.remove(link);
            if (nodes.remove(link.meid(), link)) {
                events.onNodeLost(link.meid());
            }
        }
    }

    private void onFrame(NodeLink link, byte[] octets) {
        E2apPdu pdu;
        try {
            pdu = E2apPdu.decode(octets, DecodeLimits.STANDARD);
        } catch (DecodeException e) {
            refuse(link, Cause.Protocol.TRANSFER_SYNTAX_ERROR);
            return;
        }
        if (pdu instanceof E2Setup.Request request) {
            onSetup(link, request);
        } else if (link.meid().isEmpty()) {
            refuse(link, Cause.Protocol.MESSAGE_NOT_COMPATIBLE_WITH_RECEIVER_STATE);
        } else {
            events.onPdu(link, pdu, octets);
        }
    }

    private void onSetup(NodeLink link, E2Setup.Request request) {
        Optional<String> name = RanName.of(request.nodeId());
        long functions = request.ranFunctions().stream()
                .map(RanFunctionItem::id)
                .distinct()
                .count();
        if (name.isEmpty()) {
            refuseSetup(link, request, Cause.Misc.UNSPECIFIED);
        } else if (functions != request.ranFunctions().size()) {
            refuseSetup(link, request, Cause.Protocol.SEMANTIC_ERROR);
        } else if (!link.meid().isEmpty() && !link.meid().equals(name.get())) {
            refuseSetup(link, request, Cause.Protocol.MESSAGE_NOT_COMPATIBLE_WITH_RECEIVER_STATE);
        } else {
            acceptSetup(link, request, name.get());
        }
    }

    private void acceptSetup(NodeLink link, E2Setup.Request request, String name) {
        link.named(name);
        NodeLink former = nodes.put(name, link);
        if (former != null) {
            events.onNodeLost(name);
            if (former != link) {
                former.close();
            }
        }
        tally.count(RicTally.Event.SETUP);
        List<RanFunctionItem.Id> accepted = request.ranFunctions().stream()
                .map(function -> new RanFunctionItem.Id(function.id(), function.revision()))
                .toList();
        List<ComponentConfig.Ack> components = request.components().stream()
                .map(component -> new ComponentConfig.Ack(
                        component.interfaceType(), component.id(), ComponentConfig.Outcome.SUCCESS, Optional.empty()))
                .toList();
        link.send(new E2Setup.Response(request.transactionId(), RIC_ID, accepted, List.of(), components).encode());
    }

    private void refuseSetup(NodeLink link, E2Setup.Request request, Cause cause) {
        tally.count(RicTally.Event.REFUSED_SETUP);
        link.send(new E2Setup.Failure(
                        request.transactionId(),
                        cause,
                        Optional.of(TimeToWait.V10S),
                        Optional.empty(),
                        Optional.empty())
                .encode());
    }

    private void refuse(NodeLink link, Cause cause) {
        tally.count(RicTally.Event.REFUSED_PDU);
        link.send(new ErrorIndication(
                        Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.of(cause), Optional.empty())
                .encode());
    }
}
