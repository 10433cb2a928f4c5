package io.twinslice.promoter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.twinslice.bundle.Sha256;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * A small HTTP server from which xApps fetch bundles: {@code GET /bundles/<sha256>.twinpolicy}. It knows nothing but
 * the last {@value #MAX_ARTIFACTS} files published; what it serves is signed, so the transport needs no trust.
 * Thread-safe.
 */
public final class ArtifactServer implements AutoCloseable {
    /** Files kept; an older one is dropped when another is published. */
    public static final int MAX_ARTIFACTS = 16;

    private static final String FOLDER = "/bundles/";
    private static final String SUFFIX = ".twinpolicy";

    private final HttpServer server;
    private final Map<String, byte[]> artifacts = new LinkedHashMap<>();

    private ArtifactServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Opens the server.
     *
     * @param address where to listen; port 0 takes a free one. On a laptop the loopback address.
     * @param executor answers the requests; the caller keeps and closes it
     * @throws IOException when the address is taken
     */
    public static ArtifactServer open(InetSocketAddress address, Executor executor) throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        ArtifactServer opened = new ArtifactServer(server);
        server.setExecutor(executor);
        server.createContext("/", opened::answer);
        server.start();
        return opened;
    }

    /** Offers a file and says where it is found. */
    public URI publish(byte[] octets) {
        String name = Sha256.hex(octets) + SUFFIX;
        synchronized (artifacts) {
            artifacts.remove(name);
            artifacts.put(name, octets.clone());
            Iterator<String> oldest = artifacts.keySet().iterator();
            while (artifacts.size() > MAX_ARTIFACTS) {
                oldest.next();
                oldest.remove();
            }
        }
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().getHostAddress();
        String literal = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + literal + ":" + address.getPort() + FOLDER + name);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            String path = exchange.getRequestURI().getPath();
            byte[] octets;
            synchronized (artifacts) {
                octets = path.startsWith(FOLDER) ? artifacts.get(path.substring(FOLDER.length())) : null;
            }
            if (octets == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.twinslice.bundle+zip");
            if (method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(octets.length));
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            exchange.sendResponseHeaders(200, octets.length);
            exchange.getResponseBody().write(octets);
        }
    }

    /** Stops listening at once. */
    @Override
    public void close() {
        server.stop(0);
    }
}
