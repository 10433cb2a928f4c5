package io.twinslice.a1;

import java.net.URI;
import java.time.Duration;

/**
 * How to reach a near-RT RIC.
 *
 * @param root http or https, for example {@code http://service-ricplt-a1mediator-http.ricplt:10000}
 * @param basePath where A1-P hangs below the root, for example {@code /A1-P/v2}; may be empty
 * @param dialect how it speaks
 * @param timeout for each attempt
 * @param attempts most attempts of a request, 1..20
 * @param backOff pause before the third attempt, doubled for each further one; the second comes at once
 */
public record A1Settings(
        URI root, String basePath, A1Dialect dialect, Duration timeout, int attempts, Duration backOff) {
    public A1Settings {
        if (!"http".equals(root.getScheme()) && !"https".equals(root.getScheme())) {
            throw new IllegalArgumentException("A1 is reached by http or https, not by " + root);
        }
        if (!basePath.matches("(/[A-Za-z0-9._~-]+)*")) {
            throw new IllegalArgumentException("a base path looks like /A1-P/v2, not \"" + basePath + "\"");
        }
        if (attempts < 1 || attempts > 20) {
            throw new IllegalArgumentException("attempts must be 1..20, not " + attempts);
        }
        if (timeout.isNegative() || timeout.isZero() || backOff.isNegative()) {
            throw new IllegalArgumentException("timeout must be positive and backOff not negative");
        }
    }

    /** The dialect's usual base path, five seconds for each of four attempts, back-off from 200 ms. */
    public static A1Settings of(URI root, A1Dialect dialect) {
        return new A1Settings(root, dialect.basePath(), dialect, Duration.ofSeconds(5), 4, Duration.ofMillis(200));
    }
}
