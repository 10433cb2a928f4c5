package io.twinslice.rmr;

import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * Takes route tables that a route manager pushes to a control port, puts them in force and acknowledges each.
 *
 * <p>The messages carry no proof of their sender, so only tables from the named managers count; the network has to keep
 * others from using those names. A manager waits 200 ms for the acknowledgement: {@link #poll} has to run on a thread
 * that comes by more often. Confined to one thread, apart from {@link #refusedSenders}.
 */
public final class RouteListener {
    private final RmrEndpoint control;
    private final RmrEndpoint data;
    private final Set<String> managers;
    private final RouteTableAssembler assembler;
    private final LongAdder refusedSenders = new LongAdder();

    /**
     * @param control endpoint on the control port (4561 in a cluster)
     * @param data endpoint whose routes are set
     * @param managers the src names ("host:port") from which tables are taken
     */
    public RouteListener(RmrEndpoint control, RmrEndpoint data, Set<String> managers) {
        this.control = control;
        this.data = data;
        this.managers = Set.copyOf(managers);
        this.assembler = new RouteTableAssembler(data.ownNames());
    }

    /**
     * Asks a manager for the table.
     *
     * @param epochSeconds the time of day, for the manager's log
     */
    public SendResult request(String manager, long epochSeconds) {
        Octets payload = Octets.utf8(data.name() + " ts=" + epochSeconds + "\n\0");
        return control.sendTo(
                manager, RmrMessage.of(MessageType.REQUEST_TABLE, payload).withSubscriptionId(0));
    }

    /** Handles the messages that wait on the control port; returns how many. */
    public int poll(int limit) {
        return control.drain(this::onMessage, limit);
    }

    /** Messages that came from a sender that is no named manager. */
    public long refusedSenders() {
        return refusedSenders.sum();
    }

    private void onMessage(RmrMessage message) {
        if (!managers.contains(message.src())) {
            refusedSenders.increment();
        } else if (message.messageType() == MessageType.TABLE_DATA) {
            for (RouteTableAssembler.Answer answer :
                    assembler.accept(message.payload().toUtf8())) {
                data.install(assembler.live());
                control.returnToSender(message.answer(MessageType.TABLE_STATE, answer.payload())
                        .withSubscriptionId(RmrMessage.UNSET));
            }
        }
    }
}
