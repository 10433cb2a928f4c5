package io.twinslice.learners;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Where a run leaves what it needs to go on.
 *
 * <p>There is one file, {@value #FILE}, replaced as a whole: written under a temporary name, forced to the disk, then
 * renamed. A run that goes on from it ends with the same bytes as one that was never stopped. Not thread-safe.
 */
public final class Checkpoints {
    static final String FILE = "checkpoint.bin";

    /** Far above the largest checkpoint of a sensible plan. */
    private static final long MAX_BYTES = 1L << 30;

    private final Optional<Path> directory;
    private final int everyGenerations;
    private final String subject;
    private final long mostNanos;
    private final LongSupplier nanoTime;
    private long savedNanos;

    private Checkpoints(
            Optional<Path> directory, int everyGenerations, String subject, long mostNanos, LongSupplier nanoTime) {
        Check.range("everyGenerations", everyGenerations, 1, 100_000);
        this.directory = directory;
        this.everyGenerations = everyGenerations;
        this.subject = subject;
        this.mostNanos = mostNanos;
        this.nanoTime = nanoTime;
        savedNanos = nanoTime.getAsLong();
    }

    /** Nothing is kept. */
    public static Checkpoints none() {
        return new Checkpoints(Optional.empty(), 1, "", Long.MAX_VALUE, () -> 0);
    }

    /**
     * Kept in a directory, which is created when there is none.
     *
     * @param everyGenerations generations between two checkpoints; the last generation is always kept
     * @param subject what is trained on, in words; a checkpoint goes on only with the same plan and subject
     */
    public static Checkpoints in(Path directory, int everyGenerations, String subject) {
        return new Checkpoints(Optional.of(directory), everyGenerations, subject, Long.MAX_VALUE, () -> 0);
    }

    /**
     * The same, and also after the first generation that ends this long or longer after the last checkpoint. What is
     * trained does not depend on the clock.
     *
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    public Checkpoints atLeastEvery(Duration time, LongSupplier nanoTime) {
        return new Checkpoints(directory, everyGenerations, subject, time.toNanos(), nanoTime);
    }

    /**
     * How many generations the latest checkpoint has; 0 without one.
     *
     * @throws CheckpointException when there is one that cannot be read or is of another plan or subject
     */
    public int generations(ErlPlan plan) {
        return latest(plan).map(checkpoint -> checkpoint.curve().size()).orElse(0);
    }

    /** @throws CheckpointException when there is one that cannot be read or is of another plan or subject */
    Optional<Checkpoint> latest(ErlPlan plan) {
        Optional<Path> file = directory.map(d -> d.resolve(FILE)).filter(Files::exists);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (Files.size(file.get()) > MAX_BYTES) {
                throw new CheckpointException(file.get() + " is larger than any checkpoint");
            }
            return Optional.of(CheckpointCodec.decode(plan, subject, Files.readAllBytes(file.get())));
        } catch (IOException e) {
            throw new CheckpointException("cannot read " + file.get(), e);
        }
    }

    void save(ErlPlan plan, Checkpoint checkpoint, boolean last) {
        boolean due = last
                || checkpoint.curve().size() % everyGenerations == 0
                || nanoTime.getAsLong() - savedNanos >= mostNanos;
        if (directory.isEmpty() || !due) {
            return;
        }
        Path file = directory.get().resolve(FILE);
        Path written = directory.get().resolve(FILE + ".tmp");
        try {
            Files.createDirectories(directory.get());
            try (FileChannel channel = FileChannel.open(
                    written,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(CheckpointCodec.encode(plan, subject, checkpoint));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CheckpointException("cannot write " + file, e);
        }
        savedNanos = nanoTime.getAsLong();
    }
}
