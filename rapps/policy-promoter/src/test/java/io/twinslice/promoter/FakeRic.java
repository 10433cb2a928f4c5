package io.twinslice.promoter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.twinslice.bundle.BundleOpener;
import io.twinslice.bundle.Opening;
import io.twinslice.bundle.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An A1 mediator with one xApp behind it that fetches, checks and opens what an A1 policy names. */
final class FakeRic implements AutoCloseable {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final String TYPES = "/A1-P/v2/policytypes";
    private final HttpServer server;
    private final HttpClient http;
    private final BundleOpener opener;
    private final Map<String, String> status = new ConcurrentHashMap<>();
    volatile boolean refusesPolicies;
    final AtomicInteger questionsUnanswered = new AtomicInteger();
    volatile boolean hasType;
    volatile String running = "";

    FakeRic(HttpClient http, BundleOpener opener) throws IOException {
        this.http = http;
        this.opener = opener;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            String call = exchange.getRequestMethod() + " " + path;
            exchange.getResponseHeaders().set("Connection", "close");
            if (call.equals("PUT " + TYPES + "/30110")) {
                hasType = true;
                exchange.sendResponseHeaders(201, -1);
            } else if (call.startsWith("PUT " + TYPES + "/30110/policies/")) {
                exchange.sendResponseHeaders(refusesPolicies ? 400 : 202, -1);
                if (!refusesPolicies) {
                    status.put(path, activate(MAPPER.readTree(body)));
                }
            } else if (call.startsWith("GET ") && call.endsWith("/status")) {
                byte[] text = statusOf(path.replaceFirst("/status$", "")).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, text.length);
                exchange.getResponseBody().write(text);
            } else if (call.startsWith("DELETE ")) {
                exchange.sendResponseHeaders(status.remove(path) == null ? 404 : 202, -1);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private String statusOf(String path) {
        if (questionsUnanswered.getAndDecrement() > 0) {
            return "{\"enforceStatus\":\"NOT_ENFORCED\",\"enforceReason\":\"OTHER_REASON\"}";
        }
        return status.getOrDefault(path, "{}");
    }

    private String activate(JsonNode policy) throws IOException {
        JsonNode artifact = policy.path("policyArtifact");
        byte[] file = fetch(URI.create(artifact.path("uri").asText()));
        boolean good = file.length == artifact.path("sizeBytes").asInt()
                && Sha256.hex(file).equals(artifact.path("sha256").asText())
                && opener.open(file, 0) instanceof Opening.Opened opened
                && opened.policy().digest().equals(artifact.path("bundleDigest").asText());
        if (good) {
            running = artifact.path("bundleDigest").asText();
        }
        return good
                ? "{\"enforceStatus\":\"ENFORCED\"}"
                : "{\"enforceStatus\":\"NOT_ENFORCED\",\"enforceReason\":\"STATEMENT_NOT_APPLICABLE\"}";
    }

    private byte[] fetch(URI uri) throws IOException {
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
