package io.twinslice.lab;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole or not at all: it is written under a temporary name in the same folder, forced to the disk
 * and renamed by {@link #commit}. Closing it uncommitted, or Ctrl-C, removes the temporary file. Not thread-safe.
 */
public final class AtomicFile implements AutoCloseable {
    private static final int ATTEMPTS = 100;

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream stream;
    private boolean committed;

    private AtomicFile(Path target, Path temporary, FileChannel channel) {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
        this.stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /** Begins a file; missing folders are made. */
    public static AtomicFile begin(Path target) throws IOException {
        Path whole = target.toAbsolutePath();
        Path folder = whole.resolveSibling("");
        Files.createDirectories(folder);
        for (int attempt = 0; ; attempt++) {
            Path temporary = folder.resolve(
                    "." + whole.getFileName() + "." + ProcessHandle.current().pid() + "." + attempt + ".part");
            try {
                FileChannel channel =
                        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                temporary.toFile().deleteOnExit();
                return new AtomicFile(whole, temporary, channel);
            } catch (FileAlreadyExistsException taken) {
                if (attempt == ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    /** Writes a whole file in UTF-8. */
    public static void write(Path target, String content) throws IOException {
        write(target, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a whole file. */
    public static void write(Path target, byte[] content) throws IOException {
        try (AtomicFile file = begin(target)) {
            file.stream().write(content);
            file.commit();
        }
    }

    /** Where the content goes; buffered. Closing it is left to this file. */
    public OutputStream stream() {
        return stream;
    }

    /** Makes the content durable and gives it its name, replacing an older file of that name. */
    public void commit() throws IOException {
        stream.flush();
        channel.force(true);
        channel.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        committed = true;
        // The name too must survive a power cut; some systems cannot open a folder, and lose only that.
        try (FileChannel folder = FileChannel.open(target.resolveSibling(""), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException unsupported) {
            return;
        }
    }

    /** Removes what was written unless it was committed. */
    @Override
    public void close() throws IOException {
        if (!committed) {
            channel.close();
            Files.deleteIfExists(temporary);
        }
    }
}
