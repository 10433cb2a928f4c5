package io.twinslice.ric;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RegistrationClientTest {
    private static final XappIdentity XAPP =
            new XappIdentity("slices-0", "slices", "1.2.3", "10.0.0.1:8080", "10.0.0.1:4560");

    private final Deque<Integer> statuses = new ArrayDeque<>();
    private final List<String> seen = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer manager;
    private final RegistrationClient client;

    RegistrationClientTest() throws Exception {
        manager = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        manager.createContext("/", exchange -> {
            try (exchange) {
                seen.add(exchange.getRequestURI() + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(statuses.removeFirst(), -1);
            }
        });
        manager.start();
        client = new RegistrationClient(
                URI.create("http://127.0.0.1:" + manager.getAddress().getPort() + "/"),
                http,
                new Backoff(Duration.ofMillis(1), Duration.ofMillis(4), 3),
                time -> {},
                new SplittableRandom(1));
    }

    @AfterEach
    void stop() {
        manager.stop(0);
        http.close();
    }

    /** The descriptor is a string: an object in its place breaks the application manager. */
    @Test
    void theDescriptorTravelsAsAString() throws Exception {
        statuses.add(201);

        assertThat(client.register(XAPP, "{\"name\":\"slices\"}")).isEqualTo(new RegistrationOutcome.Done());

        assertThat(seen).singleElement().asString().isEqualTo("/ric/v1/register " + """
            {"appName":"slices-0","appInstanceName":"slices","appVersion":"1.2.3","httpEndpoint":"10.0.0.1:8080",\
            "rmrEndpoint":"10.0.0.1:4560","configPath":"/ric/v1/config","config":"{\\"name\\":\\"slices\\"}"}\
            """);
    }

    /** Other frameworks take 204 for a failure, or post to the wrong path. */
    @Test
    void withdrawingSucceedsWith204() throws Exception {
        statuses.add(204);

        assertThat(client.deregister(XAPP)).isEqualTo(new RegistrationOutcome.Done());

        assertThat(seen)
                .containsExactly("/ric/v1/deregister {\"appName\":\"slices-0\",\"appInstanceName\":\"slices\"}");
    }

    @Test
    void unavailabilityIsTriedAgainAndARefusalIsNot() throws Exception {
        statuses.addAll(List.of(503, 503, 201));
        assertThat(client.register(XAPP, "{}")).isEqualTo(new RegistrationOutcome.Done());
        statuses.addAll(List.of(503, 503, 503));
        assertThat(client.register(XAPP, "{}")).isInstanceOf(RegistrationOutcome.Unavailable.class);
        statuses.add(400);
        assertThat(client.register(XAPP, "{}"))
                .isInstanceOfSatisfying(
                        RegistrationOutcome.Refused.class,
                        outcome -> assertThat(outcome.httpStatus()).isEqualTo(400));
        assertThat(seen).hasSize(7);
    }
}
