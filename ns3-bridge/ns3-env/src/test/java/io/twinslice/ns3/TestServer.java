package io.twinslice.ns3;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The Python server with the built worker behind it; skips where one of the two cannot run. */
final class TestServer implements AutoCloseable {
    static final Path BRIDGE = Path.of(System.getProperty("twinslice.root", "../.."), "ns3-bridge")
            .toAbsolutePath()
            .normalize();

    private static final Path WORKER = BRIDGE.resolve("target/native/twinslice-ns3");

    private final Process process;
    private final int port;

    private TestServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static TestServer start() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        python(), "-B", "-m", "twinslice_ns3", "--worker", worker().toString(), "--until-input-ends")
                .directory(BRIDGE.resolve("python").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String said = lines.readLine();
        if (said == null || !said.matches("ns-3 .* listens on .*:[0-9]+")) {
            process.destroyForcibly();
            throw new IOException("the server said " + said);
        }
        return new TestServer(process, Integer.parseInt(said.substring(said.lastIndexOf(':') + 1)));
    }

    static Path worker() {
        assumeTrue(
                Files.isExecutable(WORKER),
                "the worker of ns-3 is not built (ns3-bridge/install && ns3-bridge/build), so nobody tried ns-3");
        return WORKER;
    }

    /** The first python3 that has gRPC; Debian's may stand behind another one. */
    static String python() throws InterruptedException {
        Optional<String> found = Optional.empty();
        for (String each : List.of("python3", "/usr/bin/python3")) {
            if (found.isEmpty() && canServe(each)) {
                found = Optional.of(each);
            }
        }
        assumeTrue(
                found.isPresent(),
                "no python3 here has grpc and protobuf (ns3-bridge/install), so nobody tried the bridge to ns-3");
        return found.orElseThrow();
    }

    private static boolean canServe(String python) throws InterruptedException {
        try {
            Process tried = new ProcessBuilder(python, "-c", "import grpc, google.protobuf")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = tried.waitFor(30, TimeUnit.SECONDS);
            tried.destroyForcibly();
            return ended && tried.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** SIGKILL to every worker. */
    void killWorkers() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
    }

    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
