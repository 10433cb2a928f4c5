package io.twinslice.xapp;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of our own that runs a main class of the tests until it is killed. */
final class Child implements AutoCloseable {
    /** What the system reports of a process that SIGKILL ended. */
    private static final int KILLED = 128 + 9;

    private final Process process;
    private final BufferedReader lines;

    Child(Path folder, Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("child.err").toFile()))
                .start();
        lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The next line that it prints. */
    String line() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the child ended by itself");
        }
        return line;
    }

    /** Waits until it prints this line. */
    void awaitLine(String wanted) throws IOException {
        String line = line();
        while (!line.equals(wanted)) {
            line = line();
        }
    }

    /** SIGKILL; returns at once. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits until it is gone, by the signal and not by itself. */
    void awaitEnd() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != KILLED) {
            throw new AssertionError("the child was not killed: " + process);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
