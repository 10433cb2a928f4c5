package io.twinslice.a1;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.model.TwinProfile;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * An instance of {@code Twinslice_CellSlicePolicy_1.0.0}: the promises to all twins of a cell, where the signed policy
 * is found, and guard rails that hold whatever it says. The weights travel out of band; the xApp checks them itself.
 *
 * @param cellId the cell, 1..64 of {@code [A-Za-z0-9._-]}
 * @param twins the twins in the order of the policy's slices, 1..16; their priorities do not travel
 * @param artifact the signed policy
 * @param guardrails one floor for each twin
 */
public record CellSlicePolicy(String cellId, List<TwinProfile> twins, Artifact artifact, Guardrails guardrails) {
    /** Largest artefact that may be announced. */
    public static final int MAX_ARTIFACT_BYTES = 32 << 20;

    private static final int MAX_TWINS = 16;
    private static final long LARGEST_JSON_INTEGER = (1L << 53) - 1;

    /**
     * Where a signed policy is found and how to know it.
     *
     * @param name its name, 1..64 of {@code [a-z0-9-]}
     * @param uri http or https
     * @param sha256 of the file
     * @param bundleDigest of what the file says, whatever its release
     * @param sizeBytes of the file, 1..32 MiB
     * @param epoch of the release
     */
    public record Artifact(String name, URI uri, String sha256, String bundleDigest, int sizeBytes, long epoch) {
        public Artifact {
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!web || uri.toString().length() > 512) {
                throw new IllegalArgumentException("an artefact is fetched by http or https, not from " + uri);
            }
            if (!name.matches("[a-z0-9-]{1,64}")) {
                throw new IllegalArgumentException("a policy's name is 1..64 of [a-z0-9-], not \"" + name + "\"");
            }
            if (!sha256.matches("[0-9a-f]{64}") || !bundleDigest.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("digests are 64 hexadecimal digits");
            }
            if (sizeBytes < 1 || sizeBytes > MAX_ARTIFACT_BYTES) {
                throw new IllegalArgumentException(
                        "an artefact has 1.." + MAX_ARTIFACT_BYTES + " bytes, not " + sizeBytes);
            }
            if (epoch < 0 || epoch > LARGEST_JSON_INTEGER) {
                throw new IllegalArgumentException("an epoch on A1 is 0.." + LARGEST_JSON_INTEGER + ", not " + epoch);
            }
        }
    }

    /**
     * What holds whatever the policy says.
     *
     * @param floorPercent least minimum ratio of each slice, together at most 100
     * @param maxStepPercent most that a ratio moves from one window to the next, 1..100
     */
    public record Guardrails(List<Integer> floorPercent, int maxStepPercent) {
        public Guardrails {
            floorPercent = List.copyOf(floorPercent);
            int sum = 0;
            for (int floor : floorPercent) {
                if (floor < 0) {
                    throw new IllegalArgumentException("a floor must not be negative, not " + floor);
                }
                sum += floor;
            }
            if (sum > 100) {
                throw new IllegalArgumentException("the floors add up to " + sum + " percent, more than 100");
            }
            if (maxStepPercent < 1 || maxStepPercent > 100) {
                throw new IllegalArgumentException("maxStepPercent must be 1..100, not " + maxStepPercent);
            }
        }
    }

    public CellSlicePolicy {
        twins = List.copyOf(twins);
        if (!cellId.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("a cell's id is 1..64 of [A-Za-z0-9._-], not \"" + cellId + "\"");
        }
        if (twins.isEmpty()
                || twins.size() > MAX_TWINS
                || twins.size() != guardrails.floorPercent().size()) {
            throw new IllegalArgumentException("a cell's policy needs 1..16 twins and one floor for each, not "
                    + twins.size() + " and " + guardrails.floorPercent().size());
        }
    }

    /** The instance as the type's schema wants it. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("scope").put("cellId", cellId);
        ArrayNode targets = json.putArray("targets");
        for (TwinProfile twin : twins) {
            ObjectNode target = targets.addObject();
            target.put("twinId", twin.name());
            ObjectNode slice = target.putObject("sliceId");
            slice.put("sst", twin.slice().sst());
            if (twin.slice().hasSd()) {
                slice.put("sd", String.format(Locale.ROOT, "%06x", twin.slice().sd()));
            }
            target.put("deadlineMillis", twin.sla().deadlineMillis());
            target.put("reliability", twin.sla().reliability());
            target.put("aoiLimitMillis", twin.sla().aoiLimitMillis());
            target.put("minKbitPerSecond", twin.sla().minKbitPerSecond());
        }
        json.putObject("policyArtifact")
                .put("name", artifact.name())
                .put("uri", artifact.uri().toString())
                .put("sha256", artifact.sha256())
                .put("bundleDigest", artifact.bundleDigest())
                .put("sizeBytes", artifact.sizeBytes())
                .put("epoch", artifact.epoch());
        ObjectNode rails = json.putObject("guardrails");
        ArrayNode floors = rails.putArray("floorPercent");
        guardrails.floorPercent().forEach(floors::add);
        rails.put("maxStepPercent", guardrails.maxStepPercent());
        return json;
    }
}
