package io.twinslice.lab;

/** What {@code twinslice ship} does: pushes a signed bundle through A1 and watches it. */
@FunctionalInterface
public interface ShipJob {
    /**
     * Runs to the end.
     *
     * @return an exit code of {@link ExitCode}
     * @throws Exception turned into a short message by {@link Complaint}; throw {@link JobFailure} to word it yourself
     */
    int run(ShipOptions options, Desk desk) throws Exception;
}
