package io.twinslice.xapp;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Fetches a bundle over HTTP: from allow-listed hosts only, never more octets than announced, and only the very file
 * that the A1 policy named. Blocks the caller.
 */
final class BundleFetcher {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http;
    private final List<String> allowedHosts;

    /** @param http must not follow redirects: a redirect would leave the allow-list */
    BundleFetcher(HttpClient http, List<String> allowedHosts) {
        this.http = http;
        this.allowedHosts = List.copyOf(allowedHosts);
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
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(uri).timeout(TIMEOUT).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException(uri + " answered with status " + answer.statusCode());
            }
            byte[] octets = body.readNBytes(artifact.sizeBytes());
            if (octets.length != artifact.sizeBytes() || body.read() != -1) {
                throw new IOException(uri + " is not " + artifact.sizeBytes() + " octets long, as announced");
            }
            String sha256 = HexFormat.of().formatHex(sha256().digest(octets));
            if (!sha256.equals(artifact.sha256())) {
                throw new IOException(uri + " has SHA-256 " + sha256 + ", announced was " + artifact.sha256());
            }
            return octets;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
