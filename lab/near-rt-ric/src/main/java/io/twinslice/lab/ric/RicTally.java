package io.twinslice.lab.ric;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** The counters of the stand-in RIC while they run. */
final class RicTally {
    /** What is counted; see {@link RicCounters}. */
    enum Event {
        SETUP,
        REFUSED_SETUP,
        REFUSED_PDU,
        IGNORED_PDU,
        ERROR_INDICATION,
        INDICATION,
        INDICATION_WITHOUT_ROUTE,
        CONTROL,
        CONTROL_WITHOUT_NODE,
        ACKNOWLEDGE,
        FAILURE,
        ANSWER_WITHOUT_ROUTE,
        REFUSED_MESSAGE,
        FAILED_SEND,
        SUBSCRIPTION,
        FAILED_SUBSCRIPTION,
        POLICY_REQUEST,
        POLICY_ANSWER
    }

    private final Map<Event, LongAdder> counts = new EnumMap<>(Event.class);

    RicTally() {
        for (Event event : Event.values()) {
            counts.put(event, new LongAdder());
        }
    }

    void count(Event event) {
        adder(event).increment();
    }

    RicCounters snapshot() {
        return new RicCounters(
                sum(Event.SETUP),
                sum(Event.REFUSED_SETUP),
                sum(Event.REFUSED_PDU),
                sum(Event.IGNORED_PDU),
                sum(Event.ERROR_INDICATION),
                sum(Event.INDICATION),
                sum(Event.INDICATION_WITHOUT_ROUTE),
                sum(Event.CONTROL),
                sum(Event.CONTROL_WITHOUT_NODE),
                sum(Event.ACKNOWLEDGE),
                sum(Event.FAILURE),
                sum(Event.ANSWER_WITHOUT_ROUTE),
                sum(Event.REFUSED_MESSAGE),
                sum(Event.FAILED_SEND),
                sum(Event.SUBSCRIPTION),
                sum(Event.FAILED_SUBSCRIPTION),
                sum(Event.POLICY_REQUEST),
                sum(Event.POLICY_ANSWER));
    }

    private long sum(Event event) {
        return adder(event).sum();
    }

    private LongAdder adder(Event event) {
        LongAdder adder = counts.get(event);
        if (adder == null) {
            throw new IllegalStateException("every event has its counter from the start");
        }
        return adder;
    }
}
