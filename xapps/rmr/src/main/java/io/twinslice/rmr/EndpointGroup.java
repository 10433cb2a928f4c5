package io.twinslice.rmr;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Endpoints that share the messages of a route in turn. The turn is its only state. */
final class EndpointGroup {
    private final List<String> endpoints;
    private final AtomicInteger turn = new AtomicInteger();

    EndpointGroup(List<String> endpoints) {
        this.endpoints = List.copyOf(endpoints);
    }

    List<String> endpoints() {
        return endpoints;
    }

    /** The place at which the next message starts. */
    int nextTurn() {
        return endpoints.size() == 1 ? 0 : Math.floorMod(turn.getAndIncrement(), endpoints.size());
    }
}
