package io.twinslice.ric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.random.RandomGenerator;

/**
 * The REST interface of the application manager: an xApp that is not registered gets no routes and no policies.
 *
 * <p>Blocks the caller; safe for use by one thread at a time.
 */
public final class RegistrationClient {
    private final String root;
    private final RetryingHttp http;

    /**
     * @param base for instance {@code http://service-ricplt-appmgr-http.ricplt:8080}, without the path
     * @param random spreads the pauses
     */
    public RegistrationClient(URI base, HttpClient http, Backoff backoff, Pause pause, RandomGenerator random) {
        String text = base.toString();
        this.root = (text.endsWith("/") ? text : text + "/") + "ric/v1/";
        this.http = new RetryingHttp(http, backoff, pause, random);
    }

    /**
     * Registers; again is no fault.
     *
     * @param descriptorJson the xApp's descriptor, which names its messages and policy types; travels as a JSON string
     */
    public RegistrationOutcome register(XappIdentity xapp, String descriptorJson) throws InterruptedException {
        ObjectNode body = StrictJson.MAPPER
                .createObjectNode()
                .put("appName", xapp.appName())
                .put("appInstanceName", xapp.instanceName())
                .put("appVersion", xapp.version())
                .put("httpEndpoint", xapp.httpEndpoint())
                .put("rmrEndpoint", xapp.rmrEndpoint())
                .put("configPath", "/ric/v1/config")
                .put("config", descriptorJson);
        return post("register", body, 201);
    }

    /** Withdraws the registration, on the way out. */
    public RegistrationOutcome deregister(XappIdentity xapp) throws InterruptedException {
        ObjectNode body = StrictJson.MAPPER
                .createObjectNode()
                .put("appName", xapp.appName())
                .put("appInstanceName", xapp.instanceName());
        return post("deregister", body, 204);
    }

    private RegistrationOutcome post(String operation, ObjectNode body, int wanted) throws InterruptedException {
        HttpRequest request;
        try {
            request = HttpRequest.newBuilder(URI.create(root + operation))
                    .timeout(RetryingHttp.REQUEST_TIMEOUT)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(StrictJson.MAPPER.writeValueAsString(body)))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts must be writable", e);
        }
        return switch (http.send(request, wanted)) {
            case RetryingHttp.Reply.Wanted reply -> new RegistrationOutcome.Done();
            case RetryingHttp.Reply.Unwanted reply -> new RegistrationOutcome.Refused(reply.status(), reply.reason());
            case RetryingHttp.Reply.Unavailable reply ->
                new RegistrationOutcome.Unavailable(reply.attempts(), reply.reason());
        };
    }
}
