package io.twinslice.lab.ric;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.ric.Backoff;
import io.twinslice.ric.RegistrationClient;
import io.twinslice.ric.RegistrationOutcome;
import io.twinslice.ric.SubscriptionClient;
import io.twinslice.ric.SubscriptionNotification;
import io.twinslice.ric.SubscriptionRequest;
import io.twinslice.ric.XappHttpServer;
import io.twinslice.ric.XappIdentity;
import io.twinslice.ric.XappMetrics;
import io.twinslice.rmr.Octets;
import io.twinslice.rmr.RmrEndpoint;
import io.twinslice.rmr.RmrMessage;
import io.twinslice.rmr.RmrSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An xApp made of the platform module's parts. */
final class TestXapp implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    final RmrEndpoint rmr;
    final BlockingQueue<SubscriptionNotification> notifications = new LinkedBlockingQueue<>();
    final HttpClient client = HttpClient.newHttpClient();
    final SubscriptionClient subscriptions;
    private final RegistrationClient registration;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final XappHttpServer http;

    TestXapp(NearRtRic ric) throws Exception {
        rmr = RmrEndpoint.open(RmrSettings.listening("127.0.0.1", 0), System::nanoTime);
        XappMetrics metrics = new XappMetrics();
        http = XappHttpServer.start(
                "127.0.0.1",
                0,
                new XappHttpServer.Hooks(
                        "slices", () -> true, () -> true, metrics::text, () -> "{}", notifications::add),
                executor);
        Backoff backoff = new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), 2);
        URI manager = URI.create("http://127.0.0.1:" + ric.subscriptionPort());
        subscriptions = new SubscriptionClient(manager, client, backoff, time -> {}, new SplittableRandom(1));
        URI applications = URI.create("http://127.0.0.1:" + ric.registrationPort());
        registration = new RegistrationClient(applications, client, backoff, time -> {}, new SplittableRandom(1));
    }

    SubscriptionRequest subscription(String meid, int xappEventInstanceId) {
        return new SubscriptionRequest(
                Optional.empty(),
                new SubscriptionRequest.ClientEndpoint("127.0.0.1", http.port(), rmr.port()),
                meid,
                TestNode.FUNCTION,
                new SubscriptionRequest.Directives(1, 0, true),
                List.of(new SubscriptionRequest.Detail(
                        xappEventInstanceId,
                        Octets.of(new byte[] {8, 39, 15}),
                        List.of(new SubscriptionRequest.Action(
                                1, SubscriptionRequest.ActionType.REPORT, Octets.of(new byte[] {5, -1}))))));
    }

    void register(int policyType) throws InterruptedException {
        String descriptor = "{\"messaging\":{\"ports\":[{\"name\":\"rmrdata\",\"policies\":[" + policyType + "]}]}}";
        assertThat(registration.register(identity(), descriptor)).isEqualTo(new RegistrationOutcome.Done());
    }

    void deregister() throws InterruptedException {
        assertThat(registration.deregister(identity())).isEqualTo(new RegistrationOutcome.Done());
    }

    private XappIdentity identity() {
        return new XappIdentity("slices-0", "slices", "1.0.0", "127.0.0.1:" + http.port(), rmr.name());
    }

    int post(int port, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    SubscriptionNotification.Instance notified() throws InterruptedException {
        SubscriptionNotification notification = notifications.poll(20, TimeUnit.SECONDS);
        assertThat(notification).isNotNull();
        return java.util.Objects.requireNonNull(notification).instances().getFirst();
    }

    RmrMessage next() throws InterruptedException {
        List<RmrMessage> received = new ArrayList<>();
        assertThat(rmr.awaitInbound(PATIENCE_NANOS)).isTrue();
        rmr.drain(received::add, 1);
        return received.getFirst();
    }

    @Override
    public void close() {
        http.close();
        rmr.close();
        client.close();
        executor.close();
    }
}
