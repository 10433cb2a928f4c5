package io.twinslice.lab.ric;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.twinslice.rmr.Octets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** One HTTP port of the stand-in: bounded bodies, decoded path segments, a closed connection after each answer. */
final class HttpPort implements AutoCloseable {
    private static final int MAX_BODY_BYTES = 1 << 18;

    private final HttpServer server;

    private HttpPort(HttpServer server) {
        this.server = server;
    }

    /**
     * A request.
     *
     * @param segments decoded segments of the path
     * @param query decoded parameters, the first of each name
     */
    record Request(String method, List<String> segments, Map<String, String> query, Octets body) {}

    /** An answer; an empty body has no content type. */
    record Answer(int status, String json) {
        static Answer of(int status) {
            return new Answer(status, "");
        }
    }

    /** Answers requests, on several threads at once. */
    interface Service {
        Answer answer(Request request);
    }

    static HttpPort open(String host, int port, Service service, Executor executor) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
        server.createContext("/", exchange -> serve(exchange, service));
        server.setExecutor(executor);
        server.start();
        return new HttpPort(server);
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void serve(HttpExchange exchange, Service service) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
            Answer answer = body.length > MAX_BODY_BYTES ? Answer.of(413) : guarded(exchange, body, service);
            byte[] json = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Connection", "close");
            if (json.length == 0) {
                exchange.sendResponseHeaders(answer.status(), -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), json.length);
            exchange.getResponseBody().write(json);
        }
    }

    private static Answer guarded(HttpExchange exchange, byte[] body, Service service) {
        try {
            return service.answer(new Request(
                    exchange.getRequestMethod(),
                    Stream.of(exchange.getRequestURI().getRawPath().split("/", -1))
                            .skip(1)
                            .map(HttpPort::decoded)
                            .toList(),
                    query(
                            exchange.getRequestURI().getRawQuery() == null
                                    ? ""
                                    : exchange.getRequestURI().getRawQuery()),
                    Octets.of(body)));
        } catch (IllegalArgumentException e) {
            return Answer.of(400);
        } catch (RuntimeException e) {
            return Answer.of(500);
        }
    }

    /** An address that can be posted to; anything else is an {@link IllegalArgumentException}, hence a 400. */
    static URI httpUri(String text) {
        URI uri = URI.create(text);
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("'" + text + "' is no http address");
        }
        return uri;
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new TreeMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
