package io.twinslice.xapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.model.Sla;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.policy.Envelope;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * An A1 policy of type {@code Twinslice_CellSlicePolicy_1.0.0}, matched with what this xApp is configured for.
 *
 * @param twins the configured twins with the targets of the policy
 * @param artifact where the bundle is and what it must be
 * @param envelope the configured guardrails, tightened by those of the policy; never loosened
 */
record CellPolicy(List<TwinProfile> twins, Artifact artifact, Envelope envelope) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param name of the policy inside
     * @param sha256 digest of the file
     * @param bundleDigest digest of the content, as the bundle itself states it
     */
    record Artifact(String name, URI uri, String sha256, String bundleDigest, int sizeBytes, long epoch) {}

    /** Thrown when a policy that fits its schema does not fit this cell. */
    static final class DoesNotFitException extends Exception {
        private static final long serialVersionUID = 1;

        DoesNotFitException(String message) {
            super(message);
        }
    }

    /** Reads a policy that was already found to fit its schema. */
    static CellPolicy read(String json, String cellId, List<TwinProfile> configured, Envelope local)
            throws DoesNotFitException {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new DoesNotFitException("no JSON: " + e.getOriginalMessage());
        }
        String cell = root.path("scope").path("cellId").asText();
        if (!cell.equals(cellId)) {
            throw new DoesNotFitException("scope/cellId is \"" + cell + "\", this xApp controls \"" + cellId + "\"");
        }
        JsonNode targets = root.path("targets");
        JsonNode floors = root.path("guardrails").path("floorPercent");
        if (targets.size() != configured.size() || floors.size() != configured.size()) {
            throw new DoesNotFitException(
                    targets.size() + " targets and " + floors.size() + " floors for " + configured.size() + " twins");
        }
        List<TwinProfile> twins = new ArrayList<>();
        List<Integer> floorPercent = new ArrayList<>();
        for (int i = 0; i < configured.size(); i++) {
            twins.add(twin(configured.get(i), targets.get(i)));
            floorPercent.add(Math.max(local.floorPercent().get(i), floors.get(i).asInt()));
        }
        int step = Math.min(
                local.maxStepPercent(),
                root.path("guardrails").path("maxStepPercent").asInt());
        return new CellPolicy(twins, artifact(root.path("policyArtifact")), envelope(floorPercent, local, step));
    }

    private static TwinProfile twin(TwinProfile configured, JsonNode target) throws DoesNotFitException {
        String name = target.path("twinId").asText();
        JsonNode slice = target.path("sliceId");
        int sd = slice.hasNonNull("sd") ? Integer.parseInt(slice.path("sd").asText(), 16) : Snssai.NO_SD;
        Snssai snssai = new Snssai(slice.path("sst").asInt(), sd);
        if (!name.equals(configured.name()) || !snssai.equals(configured.slice())) {
            throw new DoesNotFitException("target " + name + " on slice " + snssai + ", but this xApp has "
                    + configured.name() + " on slice " + configured.slice() + " in that place");
        }
        Sla sla = new Sla(
                target.path("deadlineMillis").asInt(),
                target.path("reliability").asDouble(),
                target.hasNonNull("aoiLimitMillis")
                        ? target.path("aoiLimitMillis").asInt()
                        : Integer.MAX_VALUE,
                target.path("minKbitPerSecond").asInt(0));
        return new TwinProfile(name, snssai, sla, configured.priority());
    }

    private static Artifact artifact(JsonNode node) throws DoesNotFitException {
        try {
            return new Artifact(
                    node.path("name").asText(),
                    URI.create(node.path("uri").asText()),
                    node.path("sha256").asText(),
                    node.path("bundleDigest").asText(),
                    node.path("sizeBytes").asInt(),
                    node.path("epoch").asLong());
        } catch (IllegalArgumentException e) {
            throw new DoesNotFitException("policyArtifact/uri is no address: " + e.getMessage());
        }
    }

    private static Envelope envelope(List<Integer> floors, Envelope local, int step) throws DoesNotFitException {
        try {
            return new Envelope(floors, local.ceilingPercent(), step);
        } catch (IllegalArgumentException e) {
            throw new DoesNotFitException("guardrails: " + e.getMessage());
        }
    }
}
