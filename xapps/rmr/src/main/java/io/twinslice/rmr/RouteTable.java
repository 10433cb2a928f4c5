package io.twinslice.rmr;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which endpoint gets which message: routes by (message type, subscription id) and owners of meids. Immutable apart
 * from the turn within each group; thread-safe.
 */
public final class RouteTable {
    private static final RouteTable EMPTY = new RouteTable(Map.of(), Map.of());

    /** The key of a route. */
    record Key(int messageType, int subscriptionId) {}

    private final Map<Key, Route> routes;
    private final Map<String, String> meidOwners;

    RouteTable(Map<Key, Route> routes, Map<String, String> meidOwners) {
        this.routes = Map.copyOf(routes);
        this.meidOwners = Map.copyOf(meidOwners);
    }

    /** A table without routes. */
    public static RouteTable empty() {
        return EMPTY;
    }

    /**
     * Reads a static table, as it stands in a seed file.
     *
     * @param text records, one a line; at most {@value RouteTableAssembler#MAX_TEXT_CHARS} characters
     * @param ownNames the "host:port" names of the reader: records of other senders are left out, and so are these
     *     names as destinations
     * @throws RouteTableException if any record is malformed, a table does not end, or none is complete
     */
    public static RouteTable parse(String text, Set<String> ownNames) throws RouteTableException {
        RouteTableAssembler assembler = new RouteTableAssembler(ownNames);
        List<RouteTableAssembler.Answer> answers = assembler.accept(text);
        for (RouteTableAssembler.Answer answer : answers) {
            if (!answer.accepted()) {
                throw new RouteTableException(answer.reason());
            }
        }
        if (assembler.isInsideTable()) {
            throw new RouteTableException("the text ends inside a table; close it with newrt|end or meid_map|end");
        }
        if (answers.isEmpty()) {
            throw new RouteTableException("the text holds no table; begin one with newrt|start and close it");
        }
        return assembler.live();
    }

    /** The number of routes. */
    public int routeCount() {
        return routes.size();
    }

    /** The "host:port" that owns a meid. */
    public Optional<String> ownerOf(String meid) {
        return Optional.ofNullable(meidOwners.get(meid));
    }

    /** The route of a key; a subscription id without an own entry falls back to the entry for any id. */
    Optional<Route> route(int messageType, int subscriptionId) {
        Route exact = routes.get(new Key(messageType, subscriptionId));
        return exact != null || subscriptionId == RmrMessage.UNSET
                ? Optional.ofNullable(exact)
                : Optional.ofNullable(routes.get(new Key(messageType, RmrMessage.UNSET)));
    }

    Map<Key, Route> routes() {
        return routes;
    }

    Map<String, String> meidOwners() {
        return meidOwners;
    }
}
