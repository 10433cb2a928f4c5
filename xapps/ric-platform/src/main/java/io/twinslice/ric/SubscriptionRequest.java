package io.twinslice.ric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.rmr.Octets;
import java.util.List;
import java.util.Optional;

/**
 * What an xApp asks of the subscription manager (POST /ric/v1/subscriptions).
 *
 * @param subscriptionId the id of an earlier answer, to update or to send again
 * @param endpoint where notifications and indications go
 * @param meid RAN name of the E2 node
 * @param ranFunctionId RAN function, 0..4095
 * @param directives how the manager treats the E2 side
 * @param details the E2 subscriptions, one at least
 * @throws IllegalArgumentException if a field is out of range
 */
public record SubscriptionRequest(
        Optional<String> subscriptionId,
        ClientEndpoint endpoint,
        String meid,
        int ranFunctionId,
        Directives directives,
        List<Detail> details) {

    public SubscriptionRequest {
        details = List.copyOf(details);
        requireRange("RANFunctionID", ranFunctionId, 0, 4095);
        if (meid.isBlank() || details.isEmpty()) {
            throw new IllegalArgumentException("a subscription needs a Meid and at least one detail");
        }
    }

    /**
     * Where the manager reaches the xApp. The RMR endpoint is {@code host} with every "http" in it replaced by "rmr".
     *
     * @param host host name without port
     * @param httpPort port of the notifications
     * @param rmrPort port of the indications
     */
    public record ClientEndpoint(String host, int httpPort, int rmrPort) {
        public ClientEndpoint {
            requireRange("HTTPPort", httpPort, 1, 65_535);
            requireRange("RMRPort", rmrPort, 1, 65_535);
            if (host.isBlank()) {
                throw new IllegalArgumentException("ClientEndpoint needs a Host");
            }
        }
    }

    /**
     * How the manager treats the E2 side.
     *
     * @param timeoutSeconds wait for the node's answer, 1..10
     * @param retries further tries, 0..10
     * @param rmrRoutingNeeded whether the route manager makes a route for the indications
     */
    public record Directives(int timeoutSeconds, int retries, boolean rmrRoutingNeeded) {
        public Directives {
            requireRange("E2TimeoutTimerValue", timeoutSeconds, 1, 10);
            requireRange("E2RetryCount", retries, 0, 10);
        }

        /** 2 s, 2 further tries, with a route. */
        public static Directives standard() {
            return new Directives(2, 2, true);
        }
    }

    /**
     * One E2 subscription.
     *
     * @param xappEventInstanceId the xApp's own number for it, 0..65535; comes back in the notification
     * @param eventTrigger event trigger definition, E2SM octets
     * @param actions one at least, all of one type
     */
    public record Detail(int xappEventInstanceId, Octets eventTrigger, List<Action> actions) {
        public Detail {
            actions = List.copyOf(actions);
            requireRange("XappEventInstanceId", xappEventInstanceId, 0, 65_535);
            if (actions.stream().map(Action::type).distinct().count() != 1) {
                throw new IllegalArgumentException("a subscription needs actions of one type");
            }
        }
    }

    /** Kind of an action. */
    public enum ActionType {
        /** The node waits for a control. */
        INSERT,
        /** The node applies the definition itself. */
        POLICY,
        /** The node reports. */
        REPORT;

        private String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One action; after it the node continues.
     *
     * @param id 0..255
     * @param type insert, policy or report
     * @param definition action definition, E2SM octets
     */
    public record Action(int id, ActionType type, Octets definition) {
        public Action {
            requireRange("ActionID", id, 0, 255);
        }
    }

    /** The request as the manager's JSON. The same request gives the same text, as the manager compares its digest. */
    public String toJson() {
        ObjectNode root = StrictJson.MAPPER.createObjectNode();
        subscriptionId.ifPresent(id -> root.put("SubscriptionId", id));
        root.putObject("ClientEndpoint")
                .put("Host", endpoint.host())
                .put("HTTPPort", endpoint.httpPort())
                .put("RMRPort", endpoint.rmrPort());
        root.put("Meid", meid).put("RANFunctionID", ranFunctionId);
        root.putObject("E2SubscriptionDirectives")
                .put("E2TimeoutTimerValue", directives.timeoutSeconds())
                .put("E2RetryCount", directives.retries())
                .put("RMRRoutingNeeded", directives.rmrRoutingNeeded());
        ArrayNode list = root.putArray("SubscriptionDetails");
        details.forEach(detail -> append(list.addObject(), detail));
        try {
            return StrictJson.MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers and texts must be writable", e);
        }
    }

    private static void append(ObjectNode node, Detail detail) {
        node.put("XappEventInstanceId", detail.xappEventInstanceId());
        append(node.putArray("EventTriggers"), detail.eventTrigger());
        ArrayNode actions = node.putArray("ActionToBeSetupList");
        for (Action action : detail.actions()) {
            ObjectNode one = actions.addObject()
                    .put("ActionID", action.id())
                    .put("ActionType", action.type().wireName());
            append(one.putArray("ActionDefinition"), action.definition());
            one.putObject("SubsequentAction")
                    .put("SubsequentActionType", "continue")
                    .put("TimeToWait", "zero");
        }
    }

    private static void append(ArrayNode array, Octets octets) {
        for (int i = 0; i < octets.length(); i++) {
            array.add(octets.at(i));
        }
    }

    private static void requireRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + least + ".." + most + ", not " + value);
        }
    }
}
