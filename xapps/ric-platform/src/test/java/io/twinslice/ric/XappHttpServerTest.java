package io.twinslice.ric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class XappHttpServerTest {
    private final AtomicBoolean ready = new AtomicBoolean();
    private final List<SubscriptionNotification> notifications = new CopyOnWriteArrayList<>();
    private final XappMetrics metrics = new XappMetrics();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    private final XappHttpServer server;

    XappHttpServerTest() throws Exception {
        server = XappHttpServer.start(
                "127.0.0.1",
                0,
                new XappHttpServer.Hooks(
                        "slice-control",
                        () -> true,
                        ready::get,
                        metrics::text,
                        () -> "{\"name\":\"slice-control\"}",
                        this::take),
                executor);
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
        executor.close();
    }

    @Test
    void anXappIsAliveBeforeItIsReady() throws Exception {
        assertThat(get("/ric/v1/health/alive").statusCode()).isEqualTo(200);
        assertThat(get("/ric/v1/health/ready").statusCode()).isEqualTo(503);
        ready.set(true);
        assertThat(get("/ric/v1/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void theMetricsArePrometheusText() throws Exception {
        XappMetrics.CounterHandle sent =
                metrics.counter("controls", "Controls sent.", Map.of("outcome", "ack", "cell", "1"));
        sent.increment();
        sent.add(41);
        sent.add(-3);
        metrics.counter("controls", "Controls sent.", Map.of("cell", "1", "outcome", "failure"))
                .increment();
        metrics.gauge("age_seconds", "Age of the last report.", Map.of()).set(0.5);
        metrics.counterFrom("rmr_received", "RMR messages received.", () -> 7);

        HttpResponse<String> response = get("/ric/v1/metrics");

        assertThat(response.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("text/plain; version=0.0.4");
        assertThat(response.body())
                .contains("# TYPE ricxapp_controls_total counter")
                .contains("ricxapp_controls_total{cell=\"1\",outcome=\"ack\"} 42.0")
                .contains("ricxapp_controls_total{cell=\"1\",outcome=\"failure\"} 1.0")
                .contains("ricxapp_age_seconds 0.5")
                .contains("ricxapp_rmr_received_total 7.0");
        assertThat(sent.value()).isEqualTo(42);
    }

    /** An object instead of the string breaks the application manager. */
    @Test
    void theConfigurationHoldsTheDescriptorAsAString() throws Exception {
        JsonNode config = StrictJson.read(get("/ric/v1/config").body());

        assertThat(config.path(0).path("metadata").path("xappName").textValue()).isEqualTo("slice-control");
        assertThat(config.path(0).path("metadata").path("configType").textValue())
                .isEqualTo("json");
        assertThat(config.path(0).path("config").textValue()).isEqualTo("{\"name\":\"slice-control\"}");
    }

    @Test
    void aNotificationReachesTheXappAndIsAnsweredWithExactly200() throws Exception {
        HttpResponse<String> response = post("""
            {"SubscriptionId":"2TsK","SubscriptionInstances":[
             {"XappEventInstanceId":12345,"E2EventInstanceId":5,"ErrorCause":"","ErrorSource":"","TimeoutType":""},
             {"XappEventInstanceId":12346,"E2EventInstanceId":0,"ErrorCause":"refused","ErrorSource":"E2Node"}]}\
            """);

        assertThat(response.statusCode()).isEqualTo(200);
        SubscriptionNotification notification = notifications.getFirst();
        assertThat(notification.subscriptionId()).isEqualTo("2TsK");
        assertThat(notification.instances().get(0).isEstablished()).isTrue();
        assertThat(notification.instances().get(0).e2EventInstanceId()).isEqualTo(5);
        assertThat(notification.instances().get(1).isEstablished()).isFalse();
        assertThat(notification.instances().get(1).errorSource()).isEqualTo("E2Node");
    }

    @Test
    void bodiesThatAreNoNotificationAreRefusedWithTheReason() throws Exception {
        assertThat(post("junk").statusCode()).isEqualTo(400);
        assertThat(post("{}").body()).contains("needs SubscriptionId");
        assertThat(post("{\"SubscriptionId\":\"a\",\"SubscriptionInstances\":[{\"XappEventInstanceId\":\"1\"}]}")
                        .body())
                .contains("SubscriptionInstances/0 needs");
        assertThat(post("x".repeat(70_000)).statusCode()).isEqualTo(413);
        assertThat(notifications).isEmpty();
    }

    @Test
    void aHookThatFailsMakes500AndTheServerGoesOn() throws Exception {
        assertThat(post("{\"SubscriptionId\":\"fail\",\"SubscriptionInstances\":[]}")
                        .statusCode())
                .isEqualTo(500);
        assertThat(get("/ric/v1/health/alive").statusCode()).isEqualTo(200);
    }

    @Test
    void otherPathsAndMethodsAreRefused() throws Exception {
        assertThat(get("/ric/v1/health/alive/more").statusCode()).isEqualTo(404);
        assertThat(get("/ric/v1/subscriptions/response").statusCode()).isEqualTo(405);
        assertThat(http.send(
                                HttpRequest.newBuilder(uri("/ric/v1/config"))
                                        .DELETE()
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
    }

    private void take(SubscriptionNotification notification) {
        if (notification.subscriptionId().equals("fail")) {
            throw new IllegalStateException("the xApp has a fault");
        }
        notifications.add(notification);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/ric/v1/subscriptions/response"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
