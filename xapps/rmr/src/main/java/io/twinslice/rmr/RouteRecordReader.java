package io.twinslice.rmr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads single records of a route table, already split into fields. */
final class RouteRecordReader {
    static final int MAX_ROUTES = 20_000;
    static final int MAX_MEIDS = 20_000;

    private static final int MAX_GROUPS = 64;
    private static final int MAX_GROUP_ENDPOINTS = 32;
    private static final int MAX_SENDERS = 256;

    private final Set<String> ownNames;

    RouteRecordReader(Set<String> ownNames) {
        this.ownNames = Set.copyOf(ownNames);
    }

    /** A route that applies to the reader. */
    record Entry(RouteTable.Key key, Route route) {}

    /** {@code rte|TYPE[,sender...]|groups[|SUBID]}; empty if it is another sender's. */
    Optional<Entry> rte(List<String> fields) throws RouteTableException {
        requireFields(fields, 3, 4, "rte|TYPE[,sender]|groups[|SUBID]");
        int subscriptionId = fields.size() < 4 ? RmrMessage.UNSET : subscriptionId(fields.get(3));
        return entry(fields.get(1), subscriptionId, fields.get(2));
    }

    /** {@code mse|TYPE[,sender...]|SUBID|groups}; empty if it is another sender's. */
    Optional<Entry> mse(List<String> fields) throws RouteTableException {
        requireFields(fields, 4, 4, "mse|TYPE[,sender]|SUBID|groups");
        return entry(fields.get(1), subscriptionId(fields.get(2)), fields.get(3));
    }

    /** {@code del|TYPE[,sender...]|SUBID}; empty if it is another sender's. */
    Optional<RouteTable.Key> deletedRoute(List<String> fields) throws RouteTableException {
        requireFields(fields, 3, 3, "del|TYPE[,sender]|SUBID");
        List<String> typeAndSenders = typeAndSenders(fields.get(1));
        RouteTable.Key key =
                new RouteTable.Key(number(typeAndSenders.getFirst(), "message type"), subscriptionId(fields.get(2)));
        return isOurs(typeAndSenders) ? Optional.of(key) : Optional.empty();
    }

    /** {@code mme_ar|owner|meid meid ...}: adds or replaces owners. */
    void meids(List<String> fields, Map<String, String> owners) throws RouteTableException {
        requireFields(fields, 3, 3, "mme_ar|HOST:PORT|meid meid");
        requireEndpoint(fields.get(1));
        for (String meid : meidNames(fields.get(2))) {
            owners.put(meid, fields.get(1));
        }
        if (owners.size() > MAX_MEIDS) {
            throw new RouteTableException("more than " + MAX_MEIDS + " meids");
        }
    }

    /** {@code mme_del|meid meid ...}. */
    void deletedMeids(List<String> fields, Map<String, String> owners) throws RouteTableException {
        requireFields(fields, 2, 2, "mme_del|meid meid");
        meidNames(fields.get(1)).forEach(owners::remove);
    }

    private Optional<Entry> entry(String typeAndSenders, int subscriptionId, String target) throws RouteTableException {
        List<String> tokens = typeAndSenders(typeAndSenders);
        RouteTable.Key key = new RouteTable.Key(number(tokens.getFirst(), "message type"), subscriptionId);
        Route route = target.equals("%meid") ? new Route.MeidOwner() : new Route.Copies(groups(target));
        return isOurs(tokens) ? Optional.of(new Entry(key, route)) : Optional.empty();
    }

    private List<EndpointGroup> groups(String text) throws RouteTableException {
        List<EndpointGroup> groups = new ArrayList<>();
        List<String> parts = split(text, ";", MAX_GROUPS, "groups");
        for (String part : parts) {
            List<String> endpoints = new ArrayList<>();
            for (String endpoint : split(part, ",", MAX_GROUP_ENDPOINTS, "endpoints in a group")) {
                requireEndpoint(endpoint);
                if (!ownNames.contains(endpoint)) {
                    endpoints.add(endpoint);
                }
            }
            if (!endpoints.isEmpty()) {
                groups.add(new EndpointGroup(endpoints));
            }
        }
        return groups;
    }

    private static List<String> typeAndSenders(String text) throws RouteTableException {
        return split(text, ",", MAX_SENDERS + 1, "senders");
    }

    private boolean isOurs(List<String> typeAndSenders) {
        List<String> senders = typeAndSenders.subList(1, typeAndSenders.size());
        return senders.isEmpty() || senders.stream().anyMatch(ownNames::contains);
    }

    private static List<String> meidNames(String text) throws RouteTableException {
        List<String> names = split(text, "\\s+", MAX_MEIDS, "meids");
        for (String name : names) {
            if (name.length() > RmrMessage.MEID_CHARS || !name.chars().allMatch(RmrMessage::isPrintable)) {
                throw new RouteTableException("'" + RouteTableAssembler.shown(name) + "' is no meid; it has 1.."
                        + RmrMessage.MEID_CHARS + " printable characters");
            }
        }
        return names;
    }

    private static List<String> split(String text, String separator, int limit, String what)
            throws RouteTableException {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(separator, -1)) {
            String stripped = part.strip();
            if (!stripped.isEmpty()) {
                parts.add(stripped);
            }
        }
        if (parts.isEmpty() || parts.size() > limit) {
            throw new RouteTableException(parts.size() + " " + what + " in '" + RouteTableAssembler.shown(text)
                    + "'; 1.." + limit + " are accepted");
        }
        return parts;
    }

    private static int subscriptionId(String text) throws RouteTableException {
        return text.equals("-1") ? RmrMessage.UNSET : number(text, "subscription id");
    }

    private static int number(String text, String what) throws RouteTableException {
        boolean digits = !text.isEmpty() && text.length() <= 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        long value = digits ? Long.parseLong(text) : -1;
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new RouteTableException("'" + RouteTableAssembler.shown(text) + "' is no " + what);
        }
        return (int) value;
    }

    private static void requireEndpoint(String text) throws RouteTableException {
        if (HostPort.parse(text).isEmpty()) {
            throw new RouteTableException("'" + RouteTableAssembler.shown(text) + "' is no host:port");
        }
    }

    private static void requireFields(List<String> fields, int least, int most, String form)
            throws RouteTableException {
        if (fields.size() < least || fields.size() > most) {
            throw new RouteTableException("a record of " + fields.size() + " fields; the form is " + form);
        }
    }
}
