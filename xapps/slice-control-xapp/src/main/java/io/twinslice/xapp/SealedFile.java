package io.twinslice.xapp;

import io.twinslice.bundle.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * Files that are replaced as a whole or not at all: written under another name, flushed, renamed. A sealed one ends
 * with the SHA-256 of what it says, so that damage to it is noticed.
 */
final class SealedFile {
    /** Suffix of files that a crash may leave behind half written. */
    static final String UNFINISHED = ".new";

    private static final int SEAL_OCTETS = 64 + 1;

    private SealedFile() {}

    /** Replaces a file and seals it. */
    static void write(Path file, byte[] content) throws IOException {
        byte[] sealed = Arrays.copyOf(content, content.length + SEAL_OCTETS);
        sealed[content.length] = '\n';
        byte[] seal = Sha256.hex(content).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(seal, 0, sealed, content.length + 1, seal.length);
        replace(file, sealed);
    }

    /**
     * Reads a sealed file; empty when there is none.
     *
     * @throws IOException when it is damaged or cannot be read
     */
    static Optional<byte[]> read(Path file, int maxOctets) throws IOException {
        byte[] sealed;
        try {
            sealed = readBounded(file, maxOctets);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        int length = sealed.length - SEAL_OCTETS;
        if (length < 0 || sealed[length] != '\n') {
            throw new IOException(file + " is damaged: it does not end with its check sum");
        }
        byte[] content = Arrays.copyOf(sealed, length);
        String seal = new String(sealed, length + 1, SEAL_OCTETS - 1, StandardCharsets.ISO_8859_1);
        if (!seal.equals(Sha256.hex(content))) {
            throw new IOException(file + " is damaged: its check sum does not fit");
        }
        return Optional.of(content);
    }

    /** Reads a file that must not be longer than a bound. */
    static byte[] readBounded(Path file, int maxOctets) throws IOException {
        if (Files.size(file) > maxOctets) {
            throw new IOException(file + " is larger than " + maxOctets + " octets: not written by this store");
        }
        return Files.readAllBytes(file);
    }

    /** Replaces a file; when this returns the new content survives a crash, when it throws the old one does. */
    static void replace(Path file, byte[] octets) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + UNFINISHED);
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(octets);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }
}
