package io.twinslice.xapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.bundle.BundleOpener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The active policy on disk. A crash at any instant leaves the old policy or the new one, never something between.
 *
 * <p>A bundle is written under a name of its own, then the record {@code active} is replaced by rename: what it names
 * was complete and flushed before it was named. The record keeps the A1 policy too, so that targets and guardrails come
 * back with the bundle. The highest epoch is kept in {@code epoch} as well, so that damage to one file does not let an
 * older bundle in; with both damaged nothing is let in. One process per directory; not thread-safe.
 */
final class PolicyStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_RECORD_OCTETS = 1 << 21;
    private static final String ACTIVE = "active";
    private static final String EPOCH = "epoch";
    private static final String BUNDLE = ".twinpolicy";
    private static final Pattern BUNDLE_NAME = Pattern.compile("([0-9a-f]{64})-([0-9]{1,19})\\.twinpolicy");

    private final Path directory;

    /**
     * A policy as it was put in charge.
     *
     * @param instanceId id of the A1 policy
     * @param policyJson the A1 policy
     * @param digest of the bundle
     * @param epoch of the bundle
     */
    record Active(String instanceId, String policyJson, String digest, long epoch) {
        private String file() {
            return digest + "-" + epoch + BUNDLE;
        }
    }

    PolicyStore(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
    }

    /** The highest epoch ever settled or active here; 0 when none was. */
    long keptEpoch() throws IOException {
        Optional<JsonNode> active;
        Optional<JsonNode> epoch;
        try {
            active = record(ACTIVE);
        } catch (IOException e) {
            return Math.max(epochOf(record(EPOCH)), highestNamedEpoch());
        }
        try {
            epoch = record(EPOCH);
        } catch (IOException e) {
            return Math.max(epochOf(active), highestNamedEpoch());
        }
        return Math.max(epochOf(active), epochOf(epoch));
    }

    /**
     * The policy that is to be in charge; empty for the baseline.
     *
     * @throws IOException when the record is damaged
     */
    Optional<Active> active() throws IOException {
        Optional<JsonNode> node = record(ACTIVE);
        if (node.isEmpty() || !node.get().hasNonNull("digest")) {
            return Optional.empty();
        }
        JsonNode record = node.get();
        Active active = new Active(
                record.path("instance").asText(),
                record.path("policy").asText(),
                record.path("digest").asText(),
                record.path("epoch").asLong());
        if (!BUNDLE_NAME.matcher(active.file()).matches()) {
            throw new IOException(directory.resolve(ACTIVE) + " names \"" + active.file() + "\", which is no bundle");
        }
        return Optional.of(active);
    }

    /** The bundle of an active policy, as it lies on disk: whoever uses it opens it first. */
    byte[] bundle(Active active) throws IOException {
        return SealedFile.readBounded(directory.resolve(active.file()), BundleOpener.MAX_BUNDLE_BYTES);
    }

    /**
     * Makes a policy the active one. When this returns it survives a crash; when it throws the old one still stands.
     * {@link #settle} or {@link #restore} must follow.
     */
    void stage(Active policy, byte[] bundle) throws IOException {
        SealedFile.replace(directory.resolve(policy.file()), bundle);
        writeActive(Optional.of(policy));
    }

    /** Goes back to the baseline as {@link #stage} goes to a policy. */
    void stageBaseline() throws IOException {
        writeActive(Optional.empty());
    }

    /** What is active is in charge: its epoch is kept for good, what went before is removed. */
    void settle() throws IOException {
        ObjectNode epoch = JSON.createObjectNode().put("epoch", keptEpoch());
        SealedFile.write(directory.resolve(EPOCH), JSON.writeValueAsBytes(epoch));
        removeAllBut(active().map(Active::file).orElse(""));
    }

    /** What was staged did not come in charge: what was active before, is active again. */
    void restore(Optional<Active> former) throws IOException {
        writeActive(former);
        removeAllBut(former.map(Active::file).orElse(""));
    }

    private void writeActive(Optional<Active> policy) throws IOException {
        ObjectNode record = JSON.createObjectNode();
        // Without a policy the record keeps the epoch, so that the policy withdrawn cannot return by itself.
        record.put("epoch", policy.isPresent() ? policy.get().epoch() : keptEpoch());
        policy.ifPresent(active -> record.put("instance", active.instanceId())
                .put("policy", active.policyJson())
                .put("digest", active.digest()));
        SealedFile.write(directory.resolve(ACTIVE), JSON.writeValueAsBytes(record));
    }

    private Optional<JsonNode> record(String name) throws IOException {
        Path file = directory.resolve(name);
        Optional<byte[]> content = SealedFile.read(file, MAX_RECORD_OCTETS);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(new String(content.get(), StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is damaged: " + e.getOriginalMessage(), e);
        }
    }

    private static long epochOf(Optional<JsonNode> record) {
        return record.map(node -> node.path("epoch").asLong(0)).orElse(0L);
    }

    private long highestNamedEpoch() throws IOException {
        long highest = 0;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Matcher name = BUNDLE_NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    highest = Math.max(highest, Long.parseLong(name.group(2)));
                }
            }
        } catch (NumberFormatException e) {
            throw new IOException(directory + " holds a bundle of an impossible epoch", e);
        }
        return highest;
    }

    private void removeAllBut(String keep) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if ((name.endsWith(BUNDLE) || name.endsWith(SealedFile.UNFINISHED)) && !name.equals(keep)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
