package io.twinslice.xapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Makes the xApp known to the application manager, and unknown again. */
final class Registration {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http;
    private final URI base;
    private final String name;

    Registration(HttpClient http, URI applicationManager, String name) {
        String root = applicationManager.toString();
        this.http = http;
        this.base = URI.create(root.endsWith("/") ? root : root + "/");
        this.name = name;
    }

    /** The descriptor, as the application manager wants it: JSON with the messages and policy types of the RMR port. */
    static String descriptor(String name, int policyTypeId) {
        ObjectNode root = JSON.createObjectNode();
        root.put("name", name).put("version", "0.1.0");
        ObjectNode port = root.putObject("messaging").putArray("ports").addObject();
        port.put("name", "rmrdata").put("container", name).put("port", 4560);
        port.putArray("rxMessages")
                .add("RIC_INDICATION")
                .add("RIC_CONTROL_ACK")
                .add("RIC_CONTROL_FAILURE")
                .add("A1_POLICY_REQ");
        port.putArray("txMessages").add("RIC_CONTROL_REQ").add("A1_POLICY_RESP").add("A1_POLICY_QUERY");
        port.putArray("policies").add(policyTypeId);
        return root.toString();
    }

    void register(String httpEndpoint, String rmrEndpoint, String descriptor)
            throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        body.put("appName", name)
                .put("appInstanceName", name)
                .put("appVersion", "0.1.0")
                .put("httpEndpoint", httpEndpoint)
                .put("rmrEndpoint", rmrEndpoint)
                .put("configPath", "/ric/v1/config")
                .put("config", descriptor);
        post("ric/v1/register", body, 201);
    }

    void deregister() throws IOException, InterruptedException {
        post("ric/v1/deregister", JSON.createObjectNode().put("appName", name).put("appInstanceName", name), 204);
    }

    private void post(String path, ObjectNode body, int wanted) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(text(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != wanted) {
            throw new IOException("the application manager answered " + path + " with status " + answer.statusCode()
                    + ", not " + wanted);
        }
    }

    private static String text(ObjectNode body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of text can be written", e);
        }
    }
}
