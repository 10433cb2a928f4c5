package io.twinslice.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that are either there in full or not at all: written beside their place, forced to disk, renamed. */
public final class SafeFile {
    private SafeFile() {}

    /**
     * Writes or replaces a file.
     *
     * @throws IOException when the folder does not exist or cannot be written; the old file is then untouched
     */
    public static void write(Path file, byte[] octets) throws IOException {
        write(file, octets, new FileAttribute<?>[0]);
    }

    /** As {@link #write}, but never replaces and lets nobody but the owner read. */
    static void writeSecret(Path file, byte[] octets) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file + " exists already; a key is never overwritten");
        }
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        write(
                file,
                octets,
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0]);
    }

    private static void write(Path file, byte[] octets, FileAttribute<?>... attributes) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(beside);
        try (FileChannel channel =
                FileChannel.open(beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            ByteBuffer left = ByteBuffer.wrap(octets);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads a file that must not be larger than this.
     *
     * @throws IOException when it is missing or larger
     */
    public static byte[] read(Path file, int maxBytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] octets = in.readNBytes(maxBytes + 1);
            if (octets.length > maxBytes) {
                throw new IOException(file + " is larger than " + maxBytes + " bytes");
            }
            return octets;
        }
    }
}
