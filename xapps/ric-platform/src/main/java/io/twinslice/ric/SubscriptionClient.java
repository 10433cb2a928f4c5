package io.twinslice.ric;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The REST interface of the subscription manager.
 *
 * <p>Status 503 (the E2 node is not connected yet) and connection failures are tried again with back-off; everything
 * else is final. Blocks the caller; safe for use by one thread at a time.
 */
public final class SubscriptionClient {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_ANSWER_BYTES = 1 << 16;

    private final URI subscriptions;
    private final HttpClient http;
    private final Backoff backoff;
    private final Pause pause;
    private final RandomGenerator random;

    /**
     * @param base for instance {@code http://service-ricplt-submgr-http.ricplt:8088}, without the path
     * @param random spreads the pauses
     */
    public SubscriptionClient(URI base, HttpClient http, Backoff backoff, Pause pause, RandomGenerator random) {
        String root = base.toString();
        this.subscriptions = URI.create((root.endsWith("/") ? root : root + "/") + "ric/v1/subscriptions");
        this.http = http;
        this.backoff = backoff;
        this.pause = pause;
        this.random = random;
    }

    /** Subscribes. The notification may reach the xApp's HTTP server before this returns. */
    public SubscriptionOutcome subscribe(SubscriptionRequest request) throws InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(subscriptions)
                .timeout(REQUEST_TIMEOUT)
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
                .timeout(REQUEST_TIMEOUT)
                .DELETE()
                .build();
        return exchange(delete, 204, subscriptionId);
    }

    private SubscriptionOutcome exchange(HttpRequest request, int wanted, String knownId) throws InterruptedException {
        String reason = "";
        for (int attempt = 1; attempt <= backoff.attempts(); attempt++) {
            try {
                HttpResponse<String> response =
                        http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_ANSWER_BYTES));
                if (response.statusCode() == wanted) {
                    return knownId.isEmpty() ? accepted(response) : new SubscriptionOutcome.Accepted(knownId);
                }
                reason = "HTTP " + response.statusCode() + " " + StrictJson.shown(response.body());
                if (response.statusCode() != 503) {
                    return new SubscriptionOutcome.Refused(response.statusCode(), reason);
                }
            } catch (IOException e) {
                reason = request.uri() + ": " + (e.getMessage() == null ? e.toString() : e.getMessage());
            }
            if (attempt < backoff.attempts()) {
                pause.await(backoff.pauseAfter(attempt, random));
            }
        }
        return new SubscriptionOutcome.Unavailable(backoff.attempts(), reason);
    }

    private static SubscriptionOutcome accepted(HttpResponse<String> response) {
        try {
            JsonNode id = StrictJson.read(response.body()).path("SubscriptionId");
            if (id.isTextual() && !id.textValue().isEmpty()) {
                return new SubscriptionOutcome.Accepted(id.textValue());
            }
            return new SubscriptionOutcome.Refused(response.statusCode(), "the answer has no SubscriptionId");
        } catch (StrictJson.Fault e) {
            return new SubscriptionOutcome.Refused(response.statusCode(), "the answer is no JSON: " + e.getMessage());
        }
    }
}
