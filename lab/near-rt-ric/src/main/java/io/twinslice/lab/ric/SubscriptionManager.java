package io.twinslice.lab.ric;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.e2ap.E2apPdu;
import io.twinslice.e2ap.RicRequestId;
import io.twinslice.e2ap.RicSubscription;
import io.twinslice.e2ap.RicSubscriptionDelete;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The subscription manager of the stand-in: takes orders over REST, subscribes at the node under requestor 123 and an
 * instance id of its own, and notifies the xApp, possibly before the REST answer is out.
 *
 * <p>The same order again gives the same id and the same notifications. A node that goes takes its subscriptions along,
 * without a word to the xApp. Identical subscriptions of several xApps are not merged. Thread-safe.
 */
final class SubscriptionManager {
    static final int REQUESTOR_ID = 123;

    private static final int MAX_SUBSCRIPTIONS = 1024;
    private static final int MAX_INSTANCE_ID = 65_535;

    private final Function<String, Optional<NodeLink>> nodes;
    private final Notifier notifier;
    private final Executor threads;
    private final RicTally tally;
    private final TreeMap<String, Subscription> subscriptions = new TreeMap<>();
    private final ConcurrentHashMap<Integer, Instance> instances = new ConcurrentHashMap<>();
    private int lastInstanceId;
    private long lastSubscription;

    SubscriptionManager(
            Function<String, Optional<NodeLink>> nodes, Notifier notifier, Executor threads, RicTally tally) {
        this.nodes = nodes;
        this.notifier = notifier;
        this.threads = threads;
        this.tally = tally;
    }

    /** Posts a notification until it is taken or the tries are used up. */
    interface Notifier {
        void post(URI destination, String body);
    }

    private record Subscription(String id, JsonNode body, SubscriptionOrder order, List<Instance> parts) {}

    private record Instance(
            int id,
            String meid,
            SubscriptionOrder order,
            SubscriptionOrder.Detail detail,
            CompletableFuture<E2apPdu> answer) {
        RicRequestId requestId() {
            return new RicRequestId(REQUESTOR_ID, id);
        }
    }

    HttpPort.Answer answer(HttpPort.Request request) {
        List<String> path = request.segments();
        if (path.size() < 3 || path.size() > 4 || !path.subList(0, 3).equals(List.of("ric", "v1", "subscriptions"))) {
            return HttpPort.Answer.of(404);
        }
        if (path.size() == 4) {
            return request.method().equals("DELETE") ? delete(path.get(3)) : HttpPort.Answer.of(405);
        }
        return switch (request.method()) {
            case "GET" -> list();
            case "POST" ->
                LabJson.object(request.body().toByteArray()).map(this::create).orElse(HttpPort.Answer.of(400));
            default -> HttpPort.Answer.of(405);
        };
    }

    /** The RMR endpoint that takes the messages of an instance. */
    Optional<String> endpointOf(int instanceId) {
        return Optional.ofNullable(instances.get(instanceId))
                .map(instance -> instance.order().rmrEndpoint());
    }

    /** A node's answer to a subscription request. */
    void onAnswer(RicRequestId requestId, E2apPdu answer) {
        Instance instance = instances.get(requestId.instanceId());
        if (instance != null && requestId.requestorId() == REQUESTOR_ID) {
            instance.answer().complete(answer);
        }
    }

    void onNodeLost(String meid) {
        synchronized (subscriptions) {
            subscriptions
                    .values()
                    .removeIf(subscription -> subscription.order().meid().equals(meid));
        }
        instances.values().removeIf(instance -> instance.meid().equals(meid));
    }

    private HttpPort.Answer create(JsonNode body) {
        SubscriptionOrder order = SubscriptionOrder.of(body);
        Subscription subscription;
        synchronized (subscriptions) {
            Optional<Subscription> former = subscriptions.values().stream()
                    .filter(other -> other.id().equals(order.subscriptionId())
                            || other.body().equals(body))
                    .findFirst();
            if (former.isEmpty() && !order.subscriptionId().isEmpty()) {
                return HttpPort.Answer.of(404);
            }
            if (nodes.apply(order.meid()).isEmpty()) {
                return HttpPort.Answer.of(503);
            }
            if (former.isEmpty() && subscriptions.size() >= MAX_SUBSCRIPTIONS) {
                return HttpPort.Answer.of(500);
            }
            subscription = former.orElseGet(() -> admit(body, order));
        }
        threads.execute(() -> establish(subscription));
        ObjectNode answer = LabJson.MAPPER.createObjectNode().put("SubscriptionId", subscription.id());
        answer.putArray("SubscriptionInstances");
        return new HttpPort.Answer(201, LabJson.text(answer));
    }

    /** The instances are known before the node hears of them, so that its first indication finds its way. */
    private Subscription admit(JsonNode body, SubscriptionOrder order) {
        lastSubscription++;
        String id = "lab" + String.format(Locale.ROOT, "%024d", lastSubscription);
        List<Instance> parts = new ArrayList<>();
        for (SubscriptionOrder.Detail detail : order.details()) {
            do {
                lastInstanceId = lastInstanceId % MAX_INSTANCE_ID + 1;
            } while (instances.containsKey(lastInstanceId));
            Instance instance = new Instance(lastInstanceId, order.meid(), order, detail, new CompletableFuture<>());
            instances.put(instance.id(), instance);
            parts.add(instance);
        }
        Subscription subscription = new Subscription(id, body, order, parts);
        subscriptions.put(id, subscription);
        return subscription;
    }

    private void establish(Subscription subscription) {
        for (Instance instance : subscription.parts()) {
            try {
                notifier.post(subscription.order().notificationUrl(), notification(subscription, instance));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private String notification(Subscription subscription, Instance instance) throws InterruptedException {
        boolean fresh = !instance.answer().isDone();
        Optional<E2apPdu> answer =
                fresh ? subscribe(instance) : Optional.of(instance.answer().resultNow());
        boolean accepted =
                answer.filter(RicSubscription.Response.class::isInstance).isPresent();
        if (fresh) {
            tally.count(accepted ? RicTally.Event.SUBSCRIPTION : RicTally.Event.FAILED_SUBSCRIPTION);
        }
        if (!accepted) {
            giveUp(subscription, instance);
        }
        String cause = answer.isEmpty()
                ? "the E2 node did not answer"
                : answer.get() instanceof RicSubscription.Failure failure
                        ? "the E2 node refused: " + failure.cause()
                        : "";
        ObjectNode body = LabJson.MAPPER.createObjectNode().put("SubscriptionId", subscription.id());
        body.putArray("SubscriptionInstances")
                .addObject()
                .put("XappEventInstanceId", instance.detail().xappEventInstanceId())
                .put("E2EventInstanceId", accepted ? instance.id() : 0)
                .put("ErrorCause", cause)
                .put("ErrorSource", accepted ? "" : answer.isEmpty() ? "SUBMGR" : "E2Node")
                .put("TimeoutType", answer.isEmpty() ? "E2-Timeout" : "");
        return LabJson.text(body);
    }

    /** An order none of whose parts stands is forgotten, so that the same order again is a new attempt. */
    private void giveUp(Subscription subscription, Instance instance) {
        instances.remove(instance.id(), instance);
        synchronized (subscriptions) {
            if (subscription.parts().stream().noneMatch(part -> instances.containsKey(part.id()))) {
                subscriptions.remove(subscription.id(), subscription);
            }
        }
    }

    private Optional<E2apPdu> subscribe(Instance instance) throws InterruptedException {
        byte[] request = new RicSubscription.Request(
                        instance.requestId(),
                        instance.order().ranFunctionId(),
                        instance.detail().content(),
                        Optional.empty(),
                        Optional.empty())
                .encode();
        for (int attempt = 0; attempt <= instance.order().retries(); attempt++) {
            nodes.apply(instance.meid()).ifPresent(node -> node.send(request));
            try {
                return Optional.of(instance.answer().get(instance.order().timeoutSeconds(), TimeUnit.SECONDS));
            } catch (TimeoutException e) {
                // The next round sends it again; after the last the xApp hears of the timeout.
            } catch (ExecutionException e) {
                throw new IllegalStateException("an answer is only ever completed with a value", e);
            }
        }
        return Optional.empty();
    }

    private HttpPort.Answer delete(String id) {
        Subscription gone;
        synchronized (subscriptions) {
            gone = subscriptions.remove(id);
        }
        if (gone != null) {
            for (Instance instance : gone.parts()) {
                instances.remove(instance.id(), instance);
                byte[] request = new RicSubscriptionDelete.Request(
                                instance.requestId(), instance.order().ranFunctionId())
                        .encode();
                nodes.apply(instance.meid()).ifPresent(node -> node.send(request));
            }
        }
        return HttpPort.Answer.of(204);
    }

    private HttpPort.Answer list() {
        ArrayNode list = LabJson.MAPPER.createArrayNode();
        instances.values().stream()
                .sorted(java.util.Comparator.comparingInt(Instance::id))
                .forEach(instance -> {
                    ObjectNode node = list.addObject()
                            .put("SubscriptionId", instance.id())
                            .put("Meid", instance.meid());
                    node.putArray("ClientEndpoint").add(instance.order().rmrEndpoint());
                    node.putArray("SubscriptionInstances");
                });
        return new HttpPort.Answer(200, LabJson.text(list));
    }
}
