package io.twinslice.xapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.bundle.BundleOpener;
import io.twinslice.bundle.Opening;
import io.twinslice.bundle.SignedPolicy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The active policy on disk. A crash at any instant leaves the old policy or the new one, never something between.
 *
 * <p>Two steps, each atomic: the bundle is written under a name of its own, then the one line {@code active.json} is
 * replaced by rename. What {@code active.json} names was complete and flushed before it was named. The epoch kept there
 * only grows, so an older bundle cannot come back. One process per directory; not thread-safe.
 */
final class PolicyStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_ACTIVE_OCTETS = 4096;
    private static final String ACTIVE = "active.json";

    private final Path directory;

    PolicyStore(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
    }

    /** The highest epoch ever activated here; 0 when none was. */
    long keptEpoch() throws IOException {
        return active().map(node -> node.path("epoch").asLong(0)).orElse(0L);
    }

    /**
     * Opens the policy that was active when the process last ran. Everything is checked again, so a bundle that expired
     * or was touched meanwhile is refused here as it would be on arrival.
     */
    Optional<Opening> reopen(BundleOpener opener) throws IOException {
        Optional<JsonNode> active = active().filter(node -> node.hasNonNull("file"));
        if (active.isEmpty()) {
            return Optional.empty();
        }
        String file = active.get().path("file").asText();
        if (!file.matches("[0-9a-f]{64}-[0-9]{1,19}\\.twinpolicy")) {
            throw new IOException(
                    directory.resolve(ACTIVE) + " names \"" + file + "\", which is no bundle of this store");
        }
        byte[] octets = Files.readAllBytes(directory.resolve(file));
        return Optional.of(opener.open(octets, keptEpoch()));
    }

    /**
     * Makes a policy the active one. When this returns it survives a crash; when it throws the old one still stands.
     */
    void activate(SignedPolicy policy, byte[] octets) throws IOException {
        String file = policy.digest() + "-" + policy.epoch() + ".twinpolicy";
        replace(file, octets);
        ObjectNode active = JSON.createObjectNode();
        active.put("file", file).put("digest", policy.digest()).put("epoch", policy.epoch());
        replace(ACTIVE, JSON.writeValueAsBytes(active));
        removeAllBut(file);
    }

    /** Goes back to the built-in baseline but keeps the epoch, so that the policy withdrawn cannot return by itself. */
    void withdraw() throws IOException {
        ObjectNode none = JSON.createObjectNode().put("epoch", keptEpoch());
        replace(ACTIVE, JSON.writeValueAsBytes(none));
        removeAllBut(ACTIVE);
    }

    private Optional<JsonNode> active() throws IOException {
        Path file = directory.resolve(ACTIVE);
        try {
            if (Files.size(file) > MAX_ACTIVE_OCTETS) {
                throw new IOException(
                        file + " is larger than " + MAX_ACTIVE_OCTETS + " octets: not written by this store");
            }
            return Optional.of(JSON.readTree(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private void replace(String name, byte[] octets) throws IOException {
        Path temporary = directory.resolve(name + ".new");
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(octets);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(temporary, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(directory, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private void removeAllBut(String keep) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if ((name.endsWith(".twinpolicy") || name.endsWith(".new")) && !name.equals(keep)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
