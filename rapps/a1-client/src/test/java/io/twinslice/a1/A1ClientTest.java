package io.twinslice.a1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import io.twinslice.a1.A1Outcome.Done;
import io.twinslice.a1.A1Outcome.Refused;
import io.twinslice.a1.A1Outcome.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class A1ClientTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void closeTheClient() {
        http.close();
    }

    /** The mediator closes each connection; a request that meets a closed one must not fail. */
    @Test
    void aConnectionClosedWithoutAnswerIsTriedAgainInSilence() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            var served = thread.submit(() -> {
                server.accept().close();
                try (Socket socket = server.accept()) {
                    readHead(socket);
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 7\r\nConnection: close\r\n\r\n[30110]"
                                    .getBytes(StandardCharsets.US_ASCII));
                }
                return true;
            });
            URI root = URI.create("http://127.0.0.1:" + server.getLocalPort());
            assertThat(client(root, 2).types()).isEqualTo(new Done<>(List.of("30110")));
            assertThat(served.get()).isTrue();
        }
    }

    private static void readHead(Socket socket) throws IOException {
        int line = 0;
        for (int octet = socket.getInputStream().read();
                octet >= 0;
                octet = socket.getInputStream().read()) {
            line = octet == '\n' ? line + 1 : octet == '\r' ? line : 0;
            if (line == 2) {
                return;
            }
        }
    }

    @Test
    void answersThatAreNoAnswersAreUnavailable() throws Exception {
        for (String answer : List.of("", "nonsense", "{}", "[{}]", "[1,2", "[" + "1,".repeat(800_000) + "1]")) {
            AtomicInteger calls = new AtomicInteger();
            HttpServer server = server(200, answer, calls);
            assertThat(client(root(server), 3).types()).as("%.40s", answer).isInstanceOf(Unavailable.class);
            assertThat(calls.get()).isBetween(1, 3);
            server.stop(0);
        }
    }

    @Test
    void aProblemObjectGivesTheReasonOfARefusal() throws Exception {
        HttpServer server = server(409, "{\"title\":\"taken\",\"detail\":\"under another type\"}", new AtomicInteger());
        assertThat(client(root(server), 3)
                        .putPolicy(A1PolicyType.cellSlicePolicy(), "cell-1", JsonNodeFactory.instance.objectNode()))
                .isEqualTo(new Refused<>(409, "under another type"));
        server.stop(0);
    }

    @Test
    void nobodyThereIsUnavailableAfterTheBoundedAttempts() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(client(URI.create("http://127.0.0.1:" + port), 3).types()).isInstanceOf(Unavailable.class);
    }

    @Test
    void anInterruptedPauseEndsTheRequestAndKeepsTheInterrupt() throws Exception {
        HttpServer server = server(503, "", new AtomicInteger());
        A1Client client = new A1Client(http, A1Settings.of(root(server), A1Dialect.STD), time -> {
            throw new InterruptedException();
        });
        assertThat(client.types()).isInstanceOf(Unavailable.class);
        assertThat(Thread.interrupted()).isTrue();
        server.stop(0);
    }

    @Test
    void aSchedulersPauseComesBack() throws Exception {
        try (ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor()) {
            AtomicInteger after = new AtomicInteger();
            Pause.on(scheduler).pause(Duration.ofMillis(1));
            after.incrementAndGet();
            assertThat(after).hasValue(1);
        }
    }

    @Test
    void anIdThatWouldLeaveItsPathIsRefused() {
        A1Client client = client(URI.create("http://127.0.0.1:1"), 1);
        for (String id : List.of("", "a/b", "../x", "a b", "x".repeat(65))) {
            assertThatThrownBy(() -> client.deletePolicy(A1PolicyType.cellSlicePolicy(), id))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aStatusIsUnderstoodInAllFormsOfTheField() {
        PolicyStatus no = new PolicyStatus(false, "OTHER_REASON");
        assertThat(status("{\"enforceStatus\":\"ENFORCED\"}")).hasValue(new PolicyStatus(true, ""));
        assertThat(status("{\"enforceReason\":\"OTHER_REASON\",\"enforceStatus\":\"NOT ENFORCED\"}"))
                .hasValue(no);
        assertThat(status(
                        "\"{\\\"enforceStatus\\\":\\\"not_enforced\\\",\\\"enforceReason\\\":\\\"OTHER_REASON\\\"}\""))
                .hasValue(no);
        for (String bad : Arrays.asList("\"\\\"x\\\"\"", "{}", "[]", "7", "{\"enforceStatus\":\"PERHAPS\"}")) {
            assertThat(status(bad)).as(bad).isEmpty();
        }
    }

    private static Optional<PolicyStatus> status(String json) {
        return Json.parse(json.getBytes(StandardCharsets.UTF_8)).flatMap(PolicyStatus::of);
    }

    private A1Client client(URI root, int attempts) {
        A1Settings settings = new A1Settings(
                root, "/A1-P/v2", A1Dialect.MEDIATOR, Duration.ofSeconds(20), attempts, Duration.ofMillis(1));
        return new A1Client(http, settings, time -> {});
    }

    private static URI root(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static HttpServer server(int status, String answer, AtomicInteger calls) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                calls.incrementAndGet();
                byte[] octets = answer.getBytes(StandardCharsets.UTF_8);
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
                exchange.getResponseBody().write(octets);
            }
        });
        server.start();
        return server;
    }
}
