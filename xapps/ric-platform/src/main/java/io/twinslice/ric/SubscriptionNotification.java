package io.twinslice.ric;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the subscription manager reports of E2 subscriptions (POST /ric/v1/subscriptions/response).
 *
 * @param subscriptionId the id that the manager gives, or has yet to give, in its answer to the request
 * @param instances one for each E2 subscription reported
 */
public record SubscriptionNotification(String subscriptionId, List<Instance> instances) {
    private static final int MAX_INSTANCES = 256;

    public SubscriptionNotification {
        instances = List.copyOf(instances);
    }

    /**
     * One E2 subscription.
     *
     * @param xappEventInstanceId the xApp's number for it
     * @param e2EventInstanceId the RMR subscription id of its indications, 0 if it failed
     * @param errorCause why it failed; empty if it did not
     * @param errorSource who refused it: SUBMGR, RTMGR, DBAAS, ASN1 or E2Node; empty if nobody did
     * @param timeoutType which wait ran out; empty if none
     */
    public record Instance(
            int xappEventInstanceId, int e2EventInstanceId, String errorCause, String errorSource, String timeoutType) {
        /** Whether the E2 node took the subscription. */
        public boolean isEstablished() {
            return e2EventInstanceId > 0 && errorCause.isEmpty();
        }
    }

    static SubscriptionNotification read(byte[] body) throws StrictJson.Fault {
        JsonNode root = StrictJson.read(body);
        JsonNode id = root.path("SubscriptionId");
        JsonNode list = root.path("SubscriptionInstances");
        if (!id.isTextual() || id.textValue().isEmpty() || !list.isArray() || list.size() > MAX_INSTANCES) {
            throw new StrictJson.Fault(
                    "a notification needs SubscriptionId and SubscriptionInstances of at most " + MAX_INSTANCES);
        }
        List<Instance> instances = new ArrayList<>();
        for (JsonNode node : list) {
            Optional<Integer> xapp = number(node, "XappEventInstanceId");
            Optional<Integer> e2 = number(node, "E2EventInstanceId");
            if (xapp.isEmpty() || e2.isEmpty()) {
                throw new StrictJson.Fault("SubscriptionInstances/" + instances.size()
                        + " needs XappEventInstanceId and E2EventInstanceId as numbers from 0");
            }
            instances.add(new Instance(
                    xapp.get(),
                    e2.get(),
                    text(node, "ErrorCause"),
                    text(node, "ErrorSource"),
                    text(node, "TimeoutType")));
        }
        return new SubscriptionNotification(id.textValue(), instances);
    }

    private static Optional<Integer> number(JsonNode node, String key) {
        return node.path(key).isNumber()
                ? StrictJson.integer(node.path(key)).filter(value -> value >= 0)
                : Optional.empty();
    }

    private static String text(JsonNode node, String key) {
        return StrictJson.shown(node.path(key).asText(""));
    }
}
