package io.twinslice.lab;

/** What {@code twinslice lab} does: brings up the laboratory and keeps it up until interrupted. */
@FunctionalInterface
public interface LabJob {
    /**
     * Runs to the end.
     *
     * @return an exit code of {@link ExitCode}
     * @throws Exception turned into a short message by {@link Complaint}; throw {@link JobFailure} to word it yourself
     */
    int run(LabOptions options, Desk desk) throws Exception;
}
