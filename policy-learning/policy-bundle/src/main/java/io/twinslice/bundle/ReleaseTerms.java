package io.twinslice.bundle;

import static io.twinslice.bundle.RefusalReason.SCHEMA;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * Under which epoch and when a bundle may be used. Going back to an old policy is a new release with a higher epoch.
 *
 * @param epoch counts up with each release of a cell, at least 0; an xApp never accepts a lower one than it has seen
 * @param notBefore first instant of validity, whole seconds
 * @param notAfter last instant of validity, whole seconds, after {@code notBefore}
 */
public record ReleaseTerms(long epoch, Instant notBefore, Instant notAfter) {
    private static final Instant FIRST = Instant.ofEpochSecond(0);
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    public ReleaseTerms {
        notBefore = notBefore.truncatedTo(ChronoUnit.SECONDS);
        notAfter = notAfter.truncatedTo(ChronoUnit.SECONDS);
        if (epoch < 0) {
            throw new IllegalArgumentException("epoch must not be negative, not " + epoch);
        }
        if (!notBefore.isBefore(notAfter) || notBefore.isBefore(FIRST) || notAfter.isAfter(LAST)) {
            throw new IllegalArgumentException(
                    "a release needs notBefore < notAfter, not " + notBefore + " and " + notAfter);
        }
    }

    byte[] toJson(String bundleDigest) {
        ObjectNode json = CanonicalJson.object();
        json.put("bundleDigest", bundleDigest);
        json.put("epoch", Long.toString(epoch));
        json.put("notBefore", notBefore.toString());
        json.put("notAfter", notAfter.toString());
        return CanonicalJson.write(json);
    }

    static ReleaseTerms parse(byte[] json) throws InvalidBundleException {
        return CanonicalJson.read(json, "release.json", SCHEMA)
                .as(fields -> new ReleaseTerms(
                        fields.longText("epoch"), instant(fields, "notBefore"), instant(fields, "notAfter")));
    }

    private static Instant instant(Fields fields, String name) throws InvalidBundleException {
        try {
            return Instant.parse(fields.text(name, 32));
        } catch (DateTimeParseException e) {
            throw fields.refusal("needs an instant \"" + name + "\"");
        }
    }
}
