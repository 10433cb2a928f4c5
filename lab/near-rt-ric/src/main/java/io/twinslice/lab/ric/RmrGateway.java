package io.twinslice.lab.ric;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.e2ap.E2apPdu;
import io.twinslice.e2ap.RicControl;
import io.twinslice.e2ap.RicRequestId;
import io.twinslice.rmr.MessageType;
import io.twinslice.rmr.Octets;
import io.twinslice.rmr.RmrEndpoint;
import io.twinslice.rmr.RmrMessage;
import io.twinslice.rmr.SendResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * The RMR side of the stand-in: what E2 termination and A1 mediator send to xApps and take from them.
 *
 * <p>Control requests go from the receiving thread straight to the node, indications and control answers from the
 * node's thread straight to the xApp: no message changes threads inside the RIC.
 */
final class RmrGateway {
    /** E2 termination sends a trace area of this size with every message. */
    private static final Octets TRACE = Octets.of(new byte[200]);

    private static final int XID_DIGITS = 15;
    private static final int DRAIN_LIMIT = 64;
    private static final int SEND_TRIES = 1000;
    private static final int MAX_REQUESTERS = 4096;
    private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RmrEndpoint rmr;
    private final RicTally tally;
    private final Function<String, Optional<NodeLink>> nodes;
    private final Function<Integer, Optional<String>> instanceOwners;
    private final AtomicLong lastXid = new AtomicLong();
    private final Map<Requester, String> requesters = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Requester, String> eldest) {
            return size() > MAX_REQUESTERS;
        }
    };

    /** A control request that nobody's subscription claims. */
    private record Requester(String meid, RicRequestId requestId) {}

    RmrGateway(
            RmrEndpoint rmr,
            RicTally tally,
            Function<String, Optional<NodeLink>> nodes,
            Function<Integer, Optional<String>> instanceOwners) {
        this.rmr = rmr;
        this.tally = tally;
        this.nodes = nodes;
        this.instanceOwners = instanceOwners;
    }

    /** Receives until the endpoint is closed or the thread interrupted. */
    void receive(A1Mediator mediator) {
        try {
            while (rmr.isOpen()) {
                if (rmr.awaitInbound(WAIT_NANOS)) {
                    rmr.drain(message -> onAnyMessage(message, mediator), DRAIN_LIMIT);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An indication, to the owner of its instance. */
    void forwardIndication(String meid, RicRequestId requestId, byte[] pdu) {
        Optional<String> owner = instanceOwners.apply(requestId.instanceId());
        if (owner.isEmpty()) {
            tally.count(RicTally.Event.INDICATION_WITHOUT_ROUTE);
        } else if (send(owner.get(), fromNode(MessageType.INDICATION, meid, requestId, pdu))) {
            tally.count(RicTally.Event.INDICATION);
        }
    }

    /**
     * A control answer: to the owner of its instance, as the routes of subscriptions have it, else to the requester.
     */
    void forwardControlAnswer(int messageType, RicTally.Event event, String meid, RicRequestId requestId, byte[] pdu) {
        Optional<String> destination = instanceOwners.apply(requestId.instanceId());
        if (destination.isEmpty()) {
            synchronized (requesters) {
                destination = Optional.ofNullable(requesters.remove(new Requester(meid, requestId)));
            }
        }
        if (destination.isEmpty()) {
            tally.count(RicTally.Event.ANSWER_WITHOUT_ROUTE);
        } else if (send(destination.get(), fromNode(messageType, meid, requestId, pdu))) {
            tally.count(event);
        }
    }

    /** A policy request to one xApp. */
    void sendPolicyRequest(String endpoint, int typeId, String payload) {
        RmrMessage message = RmrMessage.of(MessageType.A1_POLICY_REQUEST, Octets.utf8(payload))
                .withSubscriptionId(typeId);
        if (send(endpoint, message)) {
            tally.count(RicTally.Event.POLICY_REQUEST);
        }
    }

    /** One message, however odd, must not end the thread that receives all of them. */
    private void onAnyMessage(RmrMessage message, A1Mediator mediator) {
        try {
            onMessage(message, mediator);
        } catch (RuntimeException e) {
            tally.count(RicTally.Event.REFUSED_MESSAGE);
        }
    }

    private void onMessage(RmrMessage message, A1Mediator mediator) {
        switch (message.messageType()) {
            case MessageType.CONTROL_REQUEST -> onControl(message);
            case MessageType.A1_POLICY_RESPONSE -> {
                boolean taken = mediator.onPolicyResponse(message.payload().toByteArray());
                tally.count(taken ? RicTally.Event.POLICY_ANSWER : RicTally.Event.REFUSED_MESSAGE);
            }
            case MessageType.A1_POLICY_QUERY -> {
                if (!mediator.onPolicyQuery(message.payload().toByteArray(), message.src())) {
                    tally.count(RicTally.Event.REFUSED_MESSAGE);
                }
            }
            case MessageType.HEALTH_CHECK_REQUEST ->
                rmr.returnToSender(message.answer(MessageType.HEALTH_CHECK_RESPONSE, Octets.utf8("OK")));
            default -> tally.count(RicTally.Event.REFUSED_MESSAGE);
        }
    }

    private void onControl(RmrMessage message) {
        byte[] pdu = message.payload().toByteArray();
        RicRequestId requestId;
        try {
            if (!(E2apPdu.decode(pdu, DecodeLimits.STANDARD) instanceof RicControl.Request request)) {
                tally.count(RicTally.Event.REFUSED_MESSAGE);
                return;
            }
            requestId = request.requestId();
        } catch (DecodeException e) {
            tally.count(RicTally.Event.REFUSED_MESSAGE);
            return;
        }
        Optional<NodeLink> node = nodes.apply(message.meid());
        if (node.isEmpty()) {
            tally.count(RicTally.Event.CONTROL_WITHOUT_NODE);
            return;
        }
        if (instanceOwners.apply(requestId.instanceId()).isEmpty()) {
            synchronized (requesters) {
                requesters.put(new Requester(message.meid(), requestId), message.src());
            }
        }
        tally.count(node.get().send(pdu) ? RicTally.Event.CONTROL : RicTally.Event.CONTROL_WITHOUT_NODE);
    }

    private RmrMessage fromNode(int messageType, String meid, RicRequestId requestId, byte[] pdu) {
        return RmrMessage.of(messageType, Octets.of(pdu))
                .withSubscriptionId(requestId.instanceId())
                .withMeid(meid)
                .withXid(xid(lastXid.incrementAndGet()))
                .withTrace(TRACE);
    }

    /** A full connection is tried again for a moment, as the native library does; then the message is lost. */
    private boolean send(String endpoint, RmrMessage message) {
        SendResult result = rmr.sendTo(endpoint, message);
        for (int attempt = 1; attempt < SEND_TRIES && result instanceof SendResult.Retry; attempt++) {
            Thread.onSpinWait();
            result = rmr.sendTo(endpoint, message);
        }
        if (!result.isAccepted()) {
            tally.count(RicTally.Event.FAILED_SEND);
        }
        return result.isAccepted();
    }

    /** E2 termination numbers its messages, right-aligned with leading blanks. */
    private static String xid(long number) {
        String digits = Long.toString(number);
        return " ".repeat(Math.max(0, XID_DIGITS - digits.length())) + digits;
    }
}
