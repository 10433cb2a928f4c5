package io.twinslice.xapp;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves bundles on the loopback interface, and misbehaves when a test wants it. */
final class ArtifactHost implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentHashMap<String, byte[]> files = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile CountDownLatch held = new CountDownLatch(0);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    ArtifactHost() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                byte[] octets = files.get(path);
                asked.incrementAndGet();
                held.await();
                if (path.equals("/moved")) {
                    exchange.getResponseHeaders()
                            .set("Location", uri("/elsewhere").toString());
                    exchange.sendResponseHeaders(302, -1);
                } else if (path.equals("/endless")) {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write(new byte[10]);
                    exchange.getResponseBody().flush();
                    closing.await();
                } else if (octets == null) {
                    exchange.sendResponseHeaders(404, -1);
                } else {
                    exchange.sendResponseHeaders(200, octets.length);
                    exchange.getResponseBody().write(octets);
                    answered.incrementAndGet();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    /** From now on requests wait for their answer. */
    void hold() {
        held = new CountDownLatch(1);
    }

    /** Answers what waits, and what comes. */
    void release() {
        held.countDown();
    }

    /** Requests that came in. */
    int asked() {
        return asked.get();
    }

    /** Bundles that went out whole. */
    int answered() {
        return answered.get();
    }

    URI publish(String path, byte[] octets) {
        files.put(path, octets);
        return uri(path);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        closing.countDown();
        release();
        server.stop(0);
        threads.close();
    }
}
