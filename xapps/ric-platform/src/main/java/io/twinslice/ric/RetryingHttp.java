package io.twinslice.ric;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Requests to a platform service: 503 and broken connections are tried again with back-off, all else is final. */
final class RetryingHttp {
    static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    private static final int MAX_ANSWER_BYTES = 1 << 16;

    private final HttpClient http;
    private final Backoff backoff;
    private final Pause pause;
    private final RandomGenerator random;

    RetryingHttp(HttpClient http, Backoff backoff, Pause pause, RandomGenerator random) {
        this.http = http;
        this.backoff = backoff;
        this.pause = pause;
        this.random = random;
    }

    /** What became of a request. */
    sealed interface Reply {
        /** The wanted status. */
        record Wanted(String body) implements Reply {}

        /** Another status, 503 apart. */
        record Unwanted(int status, String reason) implements Reply {}

        /** No answer but 503 in any attempt. */
        record Unavailable(int attempts, String reason) implements Reply {}
    }

    Reply send(HttpRequest request, int wantedStatus) throws InterruptedException {
        String reason = "";
        for (int attempt = 1; attempt <= backoff.attempts(); attempt++) {
            try {
                HttpResponse<String> response =
                        http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_ANSWER_BYTES));
                if (response.statusCode() == wantedStatus) {
                    return new Reply.Wanted(response.body());
                }
                reason = "HTTP " + response.statusCode() + " " + StrictJson.shown(response.body());
                if (response.statusCode() != 503) {
                    return new Reply.Unwanted(response.statusCode(), reason);
                }
            } catch (IOException e) {
                reason = request.uri() + ": " + (e.getMessage() == null ? e.toString() : e.getMessage());
            }
            if (attempt < backoff.attempts()) {
                pause.await(backoff.pauseAfter(attempt, random));
            }
        }
        return new Reply.Unavailable(backoff.attempts(), reason);
    }
}
