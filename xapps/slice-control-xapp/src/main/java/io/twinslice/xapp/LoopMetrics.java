package io.twinslice.xapp;

import io.twinslice.ric.XappMetrics;
import io.twinslice.slicecontrol.LoopCounters;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** The loop's counts under the names by which they are scraped. */
final class LoopMetrics {
    private final XappMetrics metrics;
    private final Supplier<LoopCounters> counters;

    private LoopMetrics(XappMetrics metrics, Supplier<LoopCounters> counters) {
        this.metrics = metrics;
        this.counters = counters;
    }

    static void publish(XappMetrics metrics, Supplier<LoopCounters> counters) {
        LoopMetrics names = new LoopMetrics(metrics, counters);
        names.count("indications", "KPM indications folded", LoopCounters::indications);
        names.count("indications_refused", "Messages that could not be true", LoopCounters::indicationsRefused);
        names.count("messages_dropped", "Messages that found the inbox full", LoopCounters::messagesDropped);
        names.count("controls_sent", "RC controls sent", LoopCounters::controlsSent);
        names.count("controls_acknowledged", "RC controls acknowledged", LoopCounters::controlsAcknowledged);
        names.count("controls_refused", "RC controls refused", LoopCounters::controlsRefused);
        names.count("controls_timed_out", "RC controls without an answer", LoopCounters::controlsTimedOut);
        names.count("answers_unknown", "Answers to no open control", LoopCounters::answersUnknown);
        names.count("decisions_held", "Reports not acted upon", LoopCounters::decisionsHeld);
        names.count("shield_altered", "Decisions the shield changed", LoopCounters::shieldAltered);
        names.count("policy_activations", "Policies put in charge", LoopCounters::activations);
        names.count("policies_expired", "Policies that ran out in charge", LoopCounters::policiesExpired);
    }

    private void count(String name, String help, ToLongFunction<LoopCounters> count) {
        metrics.counterFrom(name, help, () -> count.applyAsLong(counters.get()));
    }
}
