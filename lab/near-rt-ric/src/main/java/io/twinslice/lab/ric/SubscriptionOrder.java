package io.twinslice.lab.ric;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinslice.aper.Octets;
import io.twinslice.e2ap.RicAction;
import io.twinslice.e2ap.RicSubscription;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The body of POST /ric/v1/subscriptions.
 *
 * @param subscriptionId the id of an earlier answer; empty for a new subscription
 * @param notificationUrl where the xApp takes notifications
 * @param rmrEndpoint where it takes indications: the host with every "http" replaced by "rmr"
 */
record SubscriptionOrder(
        String subscriptionId,
        URI notificationUrl,
        String rmrEndpoint,
        String meid,
        int ranFunctionId,
        int timeoutSeconds,
        int retries,
        List<Detail> details) {
    private static final int MAX_DETAILS = 64;
    private static final int MAX_ACTIONS = 16;
    private static final int MAX_OCTETS = 1 << 16;

    SubscriptionOrder {
        details = List.copyOf(details);
    }

    /** One E2 subscription. */
    record Detail(int xappEventInstanceId, RicSubscription.Details content) {}

    /** @throws IllegalArgumentException saying which member is wrong */
    static SubscriptionOrder of(JsonNode body) {
        JsonNode endpoint = body.path("ClientEndpoint");
        String host = text(endpoint, "Host");
        JsonNode directives = body.path("E2SubscriptionDirectives");
        List<Detail> details = new ArrayList<>();
        for (JsonNode detail : list(body, "SubscriptionDetails", MAX_DETAILS)) {
            details.add(detail(detail));
        }
        return new SubscriptionOrder(
                body.path("SubscriptionId").asText(""),
                HttpPort.httpUri("http://" + host + ":" + number(endpoint, "HTTPPort", 1, 65_535)
                        + "/ric/v1/subscriptions/response"),
                host.replace("http", "rmr") + ":" + number(endpoint, "RMRPort", 1, 65_535),
                text(body, "Meid"),
                number(body, "RANFunctionID", 0, 4095),
                directives.isObject() ? number(directives, "E2TimeoutTimerValue", 1, 10) : 2,
                directives.isObject() ? number(directives, "E2RetryCount", 0, 10) : 2,
                details);
    }

    private static Detail detail(JsonNode node) {
        List<RicAction> actions = new ArrayList<>();
        for (JsonNode action : list(node, "ActionToBeSetupList", MAX_ACTIONS)) {
            actions.add(new RicAction(
                    number(action, "ActionID", 0, 255),
                    actionType(text(action, "ActionType")),
                    action.has("ActionDefinition") ? Optional.of(octets(action, "ActionDefinition")) : Optional.empty(),
                    subsequentAction(action.path("SubsequentAction")),
                    OptionalLong.empty()));
        }
        if (actions.stream().map(RicAction::type).distinct().count() != 1) {
            throw new IllegalArgumentException("ActionType must not be mixed in one subscription");
        }
        return new Detail(
                number(node, "XappEventInstanceId", 0, 65_535),
                new RicSubscription.Details(octets(node, "EventTriggers"), actions));
    }

    private static RicAction.Type actionType(String name) {
        return switch (name) {
            case "report" -> RicAction.Type.REPORT;
            case "insert" -> RicAction.Type.INSERT;
            case "policy" -> RicAction.Type.POLICY;
            default -> throw new IllegalArgumentException("ActionType is report, insert or policy");
        };
    }

    /** "continue" without a wait says nothing that E2AP does not assume. */
    private static Optional<RicAction.Subsequent> subsequentAction(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        String type = text(node, "SubsequentActionType");
        String wait = text(node, "TimeToWait");
        if (type.equals("continue") && wait.equals("zero")) {
            return Optional.empty();
        }
        return Optional.of(new RicAction.Subsequent(
                RicAction.SubsequentType.valueOf(type.toUpperCase(Locale.ROOT)),
                wait.equals("zero")
                        ? RicAction.TimeToWait.W1MS
                        : RicAction.TimeToWait.valueOf(wait.toUpperCase(Locale.ROOT))));
    }

    private static Octets octets(JsonNode node, String name) {
        JsonNode list = list(node, name, MAX_OCTETS);
        byte[] octets = new byte[list.size()];
        for (int i = 0; i < octets.length; i++) {
            JsonNode octet = list.path(i);
            if (!octet.isInt() || octet.intValue() < 0 || octet.intValue() > 255) {
                throw new IllegalArgumentException(name + " is a list of octets 0..255");
            }
            octets[i] = (byte) octet.intValue();
        }
        return Octets.of(octets);
    }

    private static JsonNode list(JsonNode node, String name, int most) {
        JsonNode list = node.path(name);
        if (!list.isArray() || list.isEmpty() || list.size() > most) {
            throw new IllegalArgumentException(name + " is a list of 1.." + most + " items");
        }
        return list;
    }

    private static int number(JsonNode node, String name, int least, int most) {
        JsonNode number = node.path(name);
        if (!number.isInt() || number.intValue() < least || number.intValue() > most) {
            throw new IllegalArgumentException(name + " is a number " + least + ".." + most);
        }
        return number.intValue();
    }

    private static String text(JsonNode node, String name) {
        JsonNode text = node.path(name);
        if (!text.isTextual() || text.textValue().isBlank() || text.textValue().length() > 255) {
            throw new IllegalArgumentException(name + " is a text of 1..255 characters");
        }
        return text.textValue();
    }
}
