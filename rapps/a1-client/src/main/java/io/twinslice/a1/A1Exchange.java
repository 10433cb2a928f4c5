package io.twinslice.a1;

import io.twinslice.a1.A1Outcome.Absent;
import io.twinslice.a1.A1Outcome.Done;
import io.twinslice.a1.A1Outcome.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * One HTTP exchange with bounded attempts. The mediator closes each connection after its answer, so the first failure
 * of the connection is retried at once and in silence; after that with back-off.
 */
final class A1Exchange {
    private static final int MAX_ANSWER_BYTES = 1 << 20;

    private final HttpClient http;
    private final A1Settings settings;
    private final Pause pause;

    /** Tells, when a RIC answers 503, whether what was asked for is simply not there. */
    @FunctionalInterface
    interface Lookup {
        Lookup NEVER_ABSENT = () -> false;

        boolean isAbsent();
    }

    /** An answer with a status that is worth judging. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
    record Reply(int status, byte[] body) {}

    A1Exchange(HttpClient http, A1Settings settings, Pause pause) {
        this.http = http;
        this.settings = settings;
        this.pause = pause;
    }

    A1Outcome<Reply> get(String path, Lookup lookup) {
        return send(request(path).GET().build(), lookup);
    }

    A1Outcome<Reply> delete(String path, Lookup lookup) {
        return send(request(path).DELETE().build(), lookup);
    }

    A1Outcome<Reply> put(String path, byte[] body, Lookup lookup) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(body))
                .build();
        return send(request, lookup);
    }

    private HttpRequest.Builder request(String path) {
        String root = settings.root().toString().replaceFirst("/+$", "");
        return HttpRequest.newBuilder(URI.create(root + settings.basePath() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(settings.timeout())
                .header("Accept", "application/json, application/problem+json");
    }

    private A1Outcome<Reply> send(HttpRequest request, Lookup lookup) {
        String where = request.method() + " " + request.uri();
        String last = "";
        try {
            for (int attempt = 1; attempt <= settings.attempts(); attempt++) {
                if (attempt > 2) {
                    pause.pause(backOff(attempt));
                }
                try {
                    HttpResponse<byte[]> response =
                            http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
                    Reply reply = new Reply(response.statusCode(), response.body());
                    if (!isTransient(reply.status())) {
                        return new Done<>(reply);
                    }
                    if (reply.status() == 503 && lookup.isAbsent()) {
                        return new Absent<>(where + " names what is not there");
                    }
                    last = "status " + reply.status();
                } catch (IOException e) {
                    last = e.getClass().getSimpleName() + " " + e.getMessage();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unavailable<>(where + " was interrupted");
        }
        return new Unavailable<>(where + " failed " + settings.attempts() + " times, last with " + last);
    }

    private Duration backOff(int attempt) {
        return settings.backOff().multipliedBy(1L << Math.min(10, attempt - 3));
    }

    private static boolean isTransient(int status) {
        return switch (status) {
            case 429, 500, 502, 503, 504, 507 -> true;
            default -> false;
        };
    }
}
