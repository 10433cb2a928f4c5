package io.twinslice.lab;

/** What {@code twinslice xapp} does: runs the xApp until interrupted. */
@FunctionalInterface
public interface XappJob {
    /**
     * Runs to the end.
     *
     * @return an exit code of {@link ExitCode}
     * @throws Exception turned into a short message by {@link Complaint}; throw {@link JobFailure} to word it yourself
     */
    int run(XappOptions options, Desk desk) throws Exception;
}
