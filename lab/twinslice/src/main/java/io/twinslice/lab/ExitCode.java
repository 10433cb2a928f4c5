package io.twinslice.lab;

/** The exit codes of every command; {@code --help} prints them. */
public final class ExitCode {
    /** The job ran and its answer is yes. */
    public static final int OK = 0;
    /** The job ran and its answer is no, for example a refused policy. */
    public static final int ANSWER_IS_NO = 1;
    /** The options or a named file cannot be used. */
    public static final int USAGE = 2;
    /** Software or a service that the job needs is missing. */
    public static final int UNAVAILABLE = 69;
    /** A fault of Twinslice itself. */
    public static final int INTERNAL = 70;
    /** Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
