package io.twinslice.ric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The HTTP server every xApp has.
 *
 * <pre>
 * GET  /ric/v1/health/alive             200 or 503
 * GET  /ric/v1/health/ready             200 or 503
 * GET  /ric/v1/metrics                  Prometheus text
 * GET  /ric/v1/config                   the descriptor, in the form that the application manager reads
 * POST /ric/v1/subscriptions/response   notification of the subscription manager: 200, or 400 with the reason
 * </pre>
 *
 * <p>Other paths are 404, other methods 405, bodies beyond 64 KiB 413; a hook that throws makes 500 and nothing worse.
 */
public final class XappHttpServer implements AutoCloseable {
    private static final int MAX_BODY_BYTES = 1 << 16;
    private static final String JSON = "application/json";
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final HttpServer server;

    private XappHttpServer(HttpServer server) {
        this.server = server;
    }

    /**
     * What the server asks of the xApp. Called on threads of the executor, possibly several at once.
     *
     * @param xappName name in the configuration answer
     * @param alive whether the xApp runs at all
     * @param ready whether it can do its work
     * @param metrics Prometheus text
     * @param config the descriptor as JSON text
     * @param notification takes what the subscription manager reports; quick, as the manager waits
     */
    public record Hooks(
            String xappName,
            BooleanSupplier alive,
            BooleanSupplier ready,
            Supplier<String> metrics,
            Supplier<String> config,
            Consumer<SubscriptionNotification> notification) {}

    private record Answer(int status, String contentType, String body) {}

    private interface Route {
        Answer answer(byte[] body);
    }

    /**
     * Starts the server.
     *
     * @param port 0 lets the system choose
     * @param executor runs the requests
     * @throws IOException if the port cannot be opened
     */
    public static XappHttpServer start(String host, int port, Hooks hooks, Executor executor) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 0);
        Map<String, Route> gets = Map.of(
                "/ric/v1/health/alive", body -> health(hooks.alive()),
                "/ric/v1/health/ready", body -> health(hooks.ready()),
                "/ric/v1/metrics",
                        body -> new Answer(
                                200,
                                "text/plain; version=0.0.4; charset=utf-8",
                                hooks.metrics().get()),
                "/ric/v1/config", body -> new Answer(200, JSON, config(hooks)));
        Map<String, Route> posts = Map.of("/ric/v1/subscriptions/response", body -> notified(hooks, body));
        server.createContext("/", exchange -> serve(exchange, gets, posts));
        server.setExecutor(executor);
        server.start();
        return new XappHttpServer(server);
    }

    /** The port listened on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops at once; requests under way are cut. */
    @Override
    public void close() {
        server.stop(0);
    }

    private static void serve(HttpExchange exchange, Map<String, Route> gets, Map<String, Route> posts)
            throws IOException {
        try (exchange) {
            send(exchange, answer(exchange, gets, posts));
        }
    }

    private static Answer answer(HttpExchange exchange, Map<String, Route> gets, Map<String, Route> posts)
            throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        Map<String, Route> routes = method.equals("POST") ? posts : gets;
        if (!gets.containsKey(path) && !posts.containsKey(path)) {
            return new Answer(404, PLAIN, "no such path\n");
        }
        Route route = routes.get(path);
        if (route == null || !(method.equals("GET") || method.equals("POST"))) {
            return new Answer(405, PLAIN, method + " is not served here\n");
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            return new Answer(413, PLAIN, "at most " + MAX_BODY_BYTES + " octets\n");
        }
        try {
            return route.answer(body);
        } catch (RuntimeException e) {
            return new Answer(500, PLAIN, "the xApp failed to answer\n");
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Answer health(BooleanSupplier good) {
        return good.getAsBoolean() ? new Answer(200, PLAIN, "OK\n") : new Answer(503, PLAIN, "not now\n");
    }

    private static Answer notified(Hooks hooks, byte[] body) {
        SubscriptionNotification notification;
        try {
            notification = SubscriptionNotification.read(body);
        } catch (StrictJson.Fault e) {
            return new Answer(400, PLAIN, e.getMessage() + "\n");
        }
        hooks.notification().accept(notification);
        return new Answer(200, PLAIN, "");
    }

    /** The application manager wants the descriptor as a string inside a list of one. */
    private static String config(Hooks hooks) {
        ArrayNode list = StrictJson.MAPPER.createArrayNode();
        ObjectNode entry = list.addObject();
        entry.putObject("metadata").put("xappName", hooks.xappName()).put("configType", "json");
        entry.put("config", hooks.config().get());
        try {
            return StrictJson.MAPPER.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts must be writable", e);
        }
    }
}
