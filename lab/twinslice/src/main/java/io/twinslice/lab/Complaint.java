package io.twinslice.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A short error for a person: what was wrong, where, and what to do.
 *
 * <p>{@link #of} is the only place where an exception becomes such a message.
 *
 * @param exitCode one of {@link ExitCode}
 * @param what one sentence without a full stop
 * @param where a file, an option, an address; empty when there is no better place than the command
 * @param whatToDo one sentence without a full stop
 */
public record Complaint(int exitCode, String what, String where, String whatToDo) {
    private static final String SEE_STACKTRACE =
            "run the same command with --stacktrace and report what it prints: this is a fault of Twinslice";

    /** The options or a file they name cannot be used. */
    public static Complaint usage(String what, String where, String whatToDo) {
        return new Complaint(ExitCode.USAGE, what, where, whatToDo);
    }

    /** Software or a service is missing. */
    public static Complaint unavailable(String what, String where, String whatToDo) {
        return new Complaint(ExitCode.UNAVAILABLE, what, where, whatToDo);
    }

    /** Words for any failure, the outermost known cause first. */
    public static Complaint of(Throwable failure) {
        return switch (failure) {
            case JobFailure job -> job.complaint();
            case UncheckedIOException wrapped -> of(causeOf(wrapped));
            case ExecutionException wrapped -> of(causeOf(wrapped));
            case CompletionException wrapped -> of(causeOf(wrapped));
            case InterruptedException ignored ->
                new Complaint(ExitCode.INTERRUPTED, "interrupted", "", "start the command again");
            case IOException io -> ofIo(io);
            case OutOfMemoryError _ ->
                unavailable(
                        "not enough memory",
                        "the Java heap",
                        "give it more, for example TWINSLICE_JAVA_OPTS=-Xmx4g, or use --quick");
            case NoClassDefFoundError missing
            when text(missing).contains("jdk/incubator/vector") ->
                unavailable(
                        "the Vector API is switched off",
                        "this JVM",
                        "start through ./twinslice, or pass --add-modules jdk.incubator.vector to java");
            default ->
                new Complaint(
                        ExitCode.INTERNAL,
                        failure.getClass().getSimpleName() + ": " + text(failure),
                        topFrame(failure),
                        SEE_STACKTRACE);
        };
    }

    private static Complaint ofIo(IOException io) {
        return switch (io) {
            case NoSuchFileException missing -> usage("no such file", text(missing), "check the name");
            case AccessDeniedException denied ->
                usage("permission denied", text(denied), "change its permissions or choose another place");
            case FileSystemException file ->
                usage("the file cannot be used", text(file), "check it and the space left");
            case BindException busy ->
                unavailable(
                        "a port cannot be opened: " + text(busy),
                        "this machine",
                        "stop what uses it or choose another");
            case ConnectException refused ->
                unavailable("nobody answers: " + text(refused), "the address named", "start the peer or correct it");
            case UnknownHostException unknown ->
                unavailable("unknown host", text(unknown), "correct the address or the name service");
            default -> unavailable("input or output failed: " + text(io), topFrame(io), "see the reason named");
        };
    }

    /** The message as it is printed, without colour; its lines end in {@code \n}. */
    public String text() {
        StringBuilder lines =
                new StringBuilder("error: ").append(Desk.printable(what)).append('\n');
        if (!where.isEmpty()) {
            lines.append("where: ").append(Desk.printable(where)).append('\n');
        }
        return lines.append("do:    ")
                .append(Desk.printable(whatToDo))
                .append('\n')
                .toString();
    }

    private static Throwable causeOf(Throwable wrapper) {
        @Nullable Throwable cause = wrapper.getCause();
        return cause == null ? new IllegalStateException(text(wrapper)) : cause;
    }

    private static String text(Throwable failure) {
        @Nullable String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    private static String topFrame(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return frames.length == 0 ? "" : frames[0].getClassName() + " line " + frames[0].getLineNumber();
    }
}
