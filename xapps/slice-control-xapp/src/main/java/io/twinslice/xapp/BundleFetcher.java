package io.twinslice.xapp;

import io.twinslice.bundle.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches a bundle over HTTP: from allow-listed hosts only, never more octets than announced, within a bound of time
 * that covers the whole answer, and only the very file that the A1 policy named. Blocks the caller.
 */
final class BundleFetcher {
    private static final byte[] NOTHING = {};

    private final HttpClient http;
    private final List<String> allowedHosts;
    private final Duration patience;

    /**
     * @param http must not follow redirects: a redirect would leave the allow-list
     * @param patience for the whole of a fetch
     */
    BundleFetcher(HttpClient http, List<String> allowedHosts, Duration patience) {
        this.http = http;
        this.allowedHosts =
                allowedHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
        this.patience = patience;
    }

    byte[] fetch(CellPolicy.Artifact artifact) throws IOException, InterruptedException {
        URI uri = artifact.uri();
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
            throw new IOException(uri + ": bundles are fetched by http or https only");
        }
        if (!allowedHosts.contains(host)) {
            throw new IOException(uri + ": host \"" + host + "\" is not among artifactHosts " + allowedHosts);
        }
        HttpResponse<byte[]> answer = answer(uri, artifact.sizeBytes());
        if (answer.statusCode() != 200) {
            throw new IOException(uri + " answered with status " + answer.statusCode());
        }
        byte[] octets = answer.body();
        if (octets.length != artifact.sizeBytes()) {
            throw new IOException(uri + " is not " + artifact.sizeBytes() + " octets long, as announced");
        }
        String sha256 = Sha256.hex(octets);
        if (!sha256.equals(artifact.sha256())) {
            throw new IOException(uri + " has SHA-256 " + sha256 + ", announced was " + artifact.sha256());
        }
        return octets;
    }

    private HttpResponse<byte[]> answer(URI uri, int sizeBytes) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> pending;
        try {
            pending = http.sendAsync(HttpRequest.newBuilder(uri).GET().build(), handler(sizeBytes));
        } catch (IllegalArgumentException e) {
            throw new IOException(uri + " cannot be asked: " + e.getMessage(), e);
        }
        try {
            return pending.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException(uri + " did not answer completely within " + patience.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException(
                    uri + " cannot be fetched (" + sizeBytes + " octets are announced): " + e.getCause(), e);
        } finally {
            pending.cancel(true);
        }
    }

    private static BodyHandler<byte[]> handler(int sizeBytes) {
        BodyHandler<byte[]> bounded = BodyHandlers.limiting(BodyHandlers.ofByteArray(), sizeBytes);
        return info -> info.statusCode() == 200 ? bounded.apply(info) : BodySubscribers.replacing(NOTHING);
    }
}
