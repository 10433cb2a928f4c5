package io.twinslice.a1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A server that plays recorded A1 exchanges in order and remembers every request that differed from the recording. */
final class Recording implements AutoCloseable {
    static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final Path FOLDER = Path.of(System.getProperty("twinslice.root", "../.."))
            .toAbsolutePath()
            .normalize()
            .resolve("../shared/vectors/a1");

    private final HttpServer server;
    private final Deque<JsonNode> left = new ArrayDeque<>();
    private final List<String> differences = new ArrayList<>();

    private Recording(List<JsonNode> exchanges) throws IOException {
        left.addAll(exchanges);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::play);
        server.start();
    }

    /** Skips the test, loudly, where the recordings are not at hand. */
    static Recording of(String folder, String... prefixes) throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(FOLDER), "SKIPPED: the recorded A1 exchanges are not at " + FOLDER.normalize());
        List<JsonNode> exchanges = new ArrayList<>();
        for (String prefix : prefixes) {
            exchanges.add(exchange(folder, prefix));
        }
        return new Recording(exchanges);
    }

    private static JsonNode exchange(String folder, String prefix) throws IOException {
        try (var files = Files.list(FOLDER.resolve(folder))) {
            Path file = files.filter(f -> f.getFileName().toString().startsWith(prefix + "-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no recording " + folder + "/" + prefix));
            return MAPPER.readTree(Files.readAllBytes(file));
        }
    }

    static JsonNode body(String name) throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(FOLDER), "SKIPPED: the recorded A1 exchanges are not at " + FOLDER.normalize());
        return MAPPER.readTree(Files.readAllBytes(FOLDER.resolve("bodies").resolve(name)));
    }

    private static JsonNode resolved(JsonNode body) throws IOException {
        String file = body.path("$file").asText("");
        return file.isEmpty() ? body : MAPPER.readTree(Files.readAllBytes(FOLDER.resolve(file)));
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private synchronized void play(HttpExchange http) throws IOException {
        try (http) {
            byte[] sent = http.getRequestBody().readAllBytes();
            JsonNode next = left.poll();
            if (next == null) {
                differences.add("not recorded: " + http.getRequestMethod() + " " + http.getRequestURI());
                http.sendResponseHeaders(418, -1);
                return;
            }
            compare(next.path("request"), http, sent);
            JsonNode response = next.path("response");
            response.path("headers")
                    .properties()
                    .forEach(h -> http.getResponseHeaders()
                            .add(h.getKey(), h.getValue().asText()));
            JsonNode answer = resolved(response.path("body"));
            byte[] octets = response.has("bodyText")
                    ? response.path("bodyText").asText().getBytes(StandardCharsets.UTF_8)
                    : answer.isNull() || answer.isMissingNode() ? new byte[0] : MAPPER.writeValueAsBytes(answer);
            http.sendResponseHeaders(response.path("status").asInt(), octets.length == 0 ? -1 : octets.length);
            if (octets.length > 0) {
                http.getResponseBody().write(octets);
            }
        }
    }

    private void compare(JsonNode request, HttpExchange http, byte[] sent) throws IOException {
        String expected = request.path("method").asText() + " "
                + request.path("path").asText().replaceFirst("\\?.*", "");
        String actual = http.getRequestMethod() + " " + http.getRequestURI().getPath();
        if (!actual.equals(expected)) {
            differences.add(actual + " instead of " + expected);
        }
        JsonNode body = resolved(request.path("body"));
        if (!body.isNull() && !body.isMissingNode() && !MAPPER.readTree(sent).equals(body)) {
            differences.add("another body in " + actual);
        }
    }

    /** Ends the play: everything recorded was asked for, and nothing else. */
    @Override
    public synchronized void close() {
        server.stop(0);
        assertThat(differences).isEmpty();
        assertThat(left).isEmpty();
    }
}
