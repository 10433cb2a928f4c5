package io.twinslice.ric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import io.twinslice.rmr.Octets;
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
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SubscriptionClientTest {
    private record Reply(int status, String body) {}

    private static final SubscriptionRequest REQUEST = new SubscriptionRequest(
            Optional.empty(),
            new SubscriptionRequest.ClientEndpoint("service-ricxapp-slices-http.ricxapp", 8080, 4560),
            "gnb_001_01_0000a1",
            2,
            SubscriptionRequest.Directives.standard(),
            List.of(new SubscriptionRequest.Detail(
                    12345,
                    Octets.of(new byte[] {8, 39, 15}),
                    List.of(new SubscriptionRequest.Action(
                            1, SubscriptionRequest.ActionType.REPORT, Octets.of(new byte[] {0, -1}))))));

    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<String> seen = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer manager;

    SubscriptionClientTest() throws Exception {
        manager = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void startManager() {
        manager.createContext("/", exchange -> {
            try (exchange) {
                seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                Reply reply = replies.removeFirst();
                byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
                if (body.length > 0) {
                    exchange.getResponseBody().write(body);
                }
            }
        });
        manager.start();
    }

    @AfterEach
    void stopManager() {
        manager.stop(0);
        http.close();
    }

    @Test
    void theRequestHasTheExactNamesOfTheManager() throws Exception {
        replies.add(new Reply(201, "{\"SubscriptionId\":\"2TsK\",\"SubscriptionInstances\":[]}"));

        assertThat(client(1).subscribe(REQUEST)).isEqualTo(new SubscriptionOutcome.Accepted("2TsK"));

        assertThat(seen).singleElement().asString().isEqualTo("POST /ric/v1/subscriptions " + """
            {"ClientEndpoint":{"Host":"service-ricxapp-slices-http.ricxapp","HTTPPort":8080,"RMRPort":4560},\
            "Meid":"gnb_001_01_0000a1","RANFunctionID":2,\
            "E2SubscriptionDirectives":{"E2TimeoutTimerValue":2,"E2RetryCount":2,"RMRRoutingNeeded":true},\
            "SubscriptionDetails":[{"XappEventInstanceId":12345,"EventTriggers":[8,39,15],\
            "ActionToBeSetupList":[{"ActionID":1,"ActionType":"report","ActionDefinition":[0,255],\
            "SubsequentAction":{"SubsequentActionType":"continue","TimeToWait":"zero"}}]}]}\
            """);
    }

    @Test
    void anUnavailableNodeIsTriedAgainWithGrowingPauses() throws Exception {
        replies.add(new Reply(503, "E2 down"));
        replies.add(new Reply(503, "E2 down"));
        replies.add(new Reply(503, "E2 down"));
        replies.add(new Reply(201, "{\"SubscriptionId\":\"a\"}"));

        assertThat(client(5).subscribe(REQUEST)).isEqualTo(new SubscriptionOutcome.Accepted("a"));

        assertThat(pauses).hasSize(3);
        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(pauses.get(1)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
        assertThat(pauses.get(2)).isBetween(Duration.ofMillis(125), Duration.ofMillis(250));
    }

    @Test
    void theAttemptsEndAndTheLastReasonIsTold() throws Exception {
        replies.add(new Reply(503, "E2 down"));
        replies.add(new Reply(503, "under reset"));

        assertThat(client(2).subscribe(REQUEST))
                .isEqualTo(new SubscriptionOutcome.Unavailable(2, "HTTP 503 under reset"));
        assertThat(pauses).hasSize(1);
    }

    @Test
    void aBadRequestIsNotTriedAgain() throws Exception {
        replies.add(new Reply(400, "no such RAN function"));

        assertThat(client(5).subscribe(REQUEST))
                .isEqualTo(new SubscriptionOutcome.Refused(400, "HTTP 400 no such RAN function"));
        assertThat(seen).hasSize(1);
    }

    @Test
    void anAnswerWithoutIdOrBeyondTheBoundIsNoSuccess() throws Exception {
        replies.add(new Reply(201, "{\"SubscriptionId\":7}"));
        assertThat(client(1).subscribe(REQUEST)).isInstanceOf(SubscriptionOutcome.Refused.class);
        replies.add(new Reply(201, "junk"));
        assertThat(client(1).subscribe(REQUEST)).isInstanceOf(SubscriptionOutcome.Refused.class);
        replies.add(new Reply(201, " ".repeat(1 << 17)));
        assertThat(client(1).subscribe(REQUEST)).isInstanceOf(SubscriptionOutcome.Unavailable.class);
    }

    @Test
    void aManagerThatIsNotThereIsUnavailable() throws Exception {
        SubscriptionClient client = client(2);
        manager.stop(0);

        assertThat(client.subscribe(REQUEST))
                .isInstanceOfSatisfying(
                        SubscriptionOutcome.Unavailable.class,
                        outcome -> assertThat(outcome.attempts()).isEqualTo(2));
    }

    @Test
    void deletingSendsTheIdAsOneSegment() throws Exception {
        replies.add(new Reply(204, ""));

        assertThat(client(1).unsubscribe("a/b c")).isEqualTo(new SubscriptionOutcome.Accepted("a/b c"));
        assertThat(seen).containsExactly("DELETE /ric/v1/subscriptions/a%2Fb%20c ");
    }

    @Test
    void aRequestOutOfRangeCannotBeBuilt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SubscriptionRequest.Directives(0, 2, true))
                .withMessageContaining("E2TimeoutTimerValue is 1..10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SubscriptionRequest.Detail(1, Octets.empty(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new SubscriptionRequest.ClientEndpoint("h", 0, 4560));
    }

    private SubscriptionClient client(int attempts) {
        URI base = URI.create("http://127.0.0.1:" + manager.getAddress().getPort());
        Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(250), attempts);
        return new SubscriptionClient(base, http, backoff, pauses::add, new SplittableRandom(3));
    }
}
