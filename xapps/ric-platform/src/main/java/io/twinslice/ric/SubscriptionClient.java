package io.twinslice.ric;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * The REST interface of the subscription manager.
 *
 * <p>Status 503 (the E2 node is not connected yet) and connection failures are tried again with back-off; everything
 * else is final. Blocks the caller; safe for use by one thread at a time.
 */
public final class SubscriptionClient {
    private final URI subscriptions;
    private final RetryingHttp http;

    /**
     * @param base for instance {@code http://service-ricplt-submgr-http.ricplt:8088}, without the path
     * @param random spreads the pauses
     */
    public SubscriptionClient(URI base, HttpClient http, Backoff backoff, Pause pause, RandomGenerator random) {
        String root = base.toString();
        this.subscriptions = URI.create((root.endsWith("/") ? root : root + "/") + "ric/v1/subscriptions");
        this.http = new RetryingHttp(http, backoff, pause, random);
    }

    /** Subscribes. The notification may reach the xApp's HTTP server before this returns. */
    public SubscriptionOutcome subscribe(SubscriptionRequest request) throws InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(subscriptions)
                .timeout(RetryingHttp.REQUEST_TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(request.toJson()))
                .build();
        return exchange(post, 201, "");
    }

    /** Ends a subscription; the manager also accepts an id it does not know. */
    public SubscriptionOutcome unsubscribe(String subscriptionId) throws InterruptedException {
        String segment =
                URLEncoder.encode(subscriptionId, StandardCharsets.UTF_8).replace("+", "%20");
        HttpRequest delete = HttpRequest.newBuilder(URI.create(subscriptions + "/" + segment))
                .timeout(RetryingHttp.REQUEST_TIMEOUT)
                .DELETE()
                .build();
        return exchange(delete, 204, subscriptionId);
    }

    private SubscriptionOutcome exchange(HttpRequest request, int wanted, String knownId) throws InterruptedException {
        return switch (http.send(request, wanted)) {
            case RetryingHttp.Reply.Wanted reply ->
                knownId.isEmpty() ? accepted(wanted, reply.body()) : new SubscriptionOutcome.Accepted(knownId);
            case RetryingHttp.Reply.Unwanted reply -> new SubscriptionOutcome.Refused(reply.status(), reply.reason());
            case RetryingHttp.Reply.Unavailable reply ->
                new SubscriptionOutcome.Unavailable(reply.attempts(), reply.reason());
        };
    }

    private static SubscriptionOutcome accepted(int status, String body) {
        try {
            JsonNode id = StrictJson.read(body).path("SubscriptionId");
            if (id.isTextual() && !id.textValue().isEmpty()) {
                return new SubscriptionOutcome.Accepted(id.textValue());
            }
            return new SubscriptionOutcome.Refused(status, "the answer has no SubscriptionId");
        } catch (StrictJson.Fault e) {
            return new SubscriptionOutcome.Refused(status, "the answer is no JSON: " + e.getMessage());
        }
    }
}
