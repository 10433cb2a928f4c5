package io.twinslice.lab;

/** What {@code twinslice run} does once its options are known to be sound. */
@FunctionalInterface
public interface RunJob {
    /**
     * Runs to the end.
     *
     * @return an exit code of {@link ExitCode}: {@link ExitCode#OK}, or {@link ExitCode#ANSWER_IS_NO} when the run
     *     itself went well and refused the policy
     * @throws Exception turned into a short message by {@link Complaint}; throw {@link JobFailure} to word it yourself
     */
    int run(RunOptions options, Desk desk) throws Exception;
}
