package io.twinslice.lab.ric;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Posts what the stand-in has to tell to xApps and rApps. */
final class HttpNotifier implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Executor threads;
    private final HttpClient http;
    private final int tries;
    private final int pauseMillis;
    private final CountDownLatch closing = new CountDownLatch(1);

    HttpNotifier(int tries, int pauseMillis, Executor threads) {
        this.threads = threads;
        this.http = HttpClient.newBuilder().executor(threads).build();
        this.tries = tries;
        this.pauseMillis = pauseMillis;
    }

    /** Posts until the answer is exactly 200, as the subscription manager does. */
    void postUntilTaken(URI destination, String body) {
        HttpRequest request = HttpRequest.newBuilder(destination)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            boolean taken = false;
            for (int attempt = 1; attempt <= tries && !taken; attempt++) {
                taken = status(request) == 200
                        || (attempt < tries && closing.await(pauseMillis, TimeUnit.MILLISECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Posts once, without a content type, as the A1 mediator does; nobody waits for the answer. */
    void postOnce(URI destination, String body) {
        HttpRequest request = HttpRequest.newBuilder(destination)
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        threads.execute(() -> {
            try {
                status(request);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        closing.countDown();
        http.shutdownNow();
    }

    private int status(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
