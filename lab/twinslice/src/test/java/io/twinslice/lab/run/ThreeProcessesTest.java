package io.twinslice.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Laboratory, xApp and shipping as in docs/three-processes.md: real processes, real sockets, real time. */
class ThreeProcessesTest {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aBundleIsShippedFromOneProcessToTheXappOfAnotherAndAFlippedOneIsNot() throws Exception {
        Path run = folder.resolve("run");
        SmallRuns.engine(2).run(SmallRuns.options(run), new SmallRuns.Paper().desk());
        String digest = new ObjectMapper()
                .readTree(run.resolve("run.json").toFile())
                .get("bundleDigest")
                .textValue();

        Path lab = folder.resolve("lab");
        start(
                "lab",
                "lab",
                "--e2-port=0",
                "--rmr-port=0",
                "--a1-port=0",
                "--out=" + lab,
                "--trust-root=" + run.resolve("trust-root.json"));
        String a1 = heard("lab", Pattern.compile("A1 (http://[0-9.]+:[0-9]+)"));
        Path config = lab.resolve("xapp.json");
        until(() -> Files.exists(config) ? "there" : "", "a configuration");
        Process xapp = start("xapp", "xapp", "--config=" + config);
        heard("xapp", Pattern.compile("(registered and subscribed).*policy in charge: baseline"));

        byte[] octets = Files.readAllBytes(run.resolve("policy.twinpolicy"));
        octets[octets.length / 3] ^= 4;
        Path flipped = Files.write(run.resolve("flipped.twinpolicy"), octets);
        Process refused = start("refused", "ship", flipped.toString(), "--a1=" + a1);
        assertThat(refused.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(refused.exitValue()).as(said("refused")).isEqualTo(1);

        Process shipped = start(
                "shipped",
                "ship",
                run.resolve("policy.twinpolicy").toString(),
                "--a1=" + a1,
                "--json=" + folder.resolve("ship.json"));
        assertThat(shipped.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(shipped.exitValue()).as(said("shipped")).isEqualTo(0);
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("ship.json").toFile())
                        .get("activated")
                        .booleanValue())
                .isTrue();
        heard("xapp", Pattern.compile("(policy in charge: " + digest + ")"));
        // In charge is not yet used: the next decision comes with the next report.
        Path decisions = lab.resolve("decisions.jsonl");
        until(() -> text(decisions).contains(digest) ? "there" : "", "a decision of " + digest);

        // The end by SIGTERM is an orderly one: every decision that was logged is a whole line.
        xapp.destroy();
        assertThat(xapp.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(decisions))
                .contains("\"policyDigest\":\"baseline\"", "\"policyDigest\":\"" + digest + "\"")
                .endsWith("}\n");
    }

    private Process start(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.twinslice.lab.Twinslice"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        processes.add(process);
        return process;
    }

    private String said(String name) {
        return text(folder.resolve(name + ".log"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private String heard(String name, Pattern pattern) {
        return until(
                () -> {
                    Matcher matcher = pattern.matcher(said(name));
                    return matcher.find() ? matcher.group(1) : "";
                },
                pattern + " from " + name);
    }

    private String until(Supplier<String> found, String what) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline) {
            String result = found.get();
            if (!result.isEmpty()) {
                return result;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new AssertionError(
                what + " did not come; lab: " + said("lab") + "\nxapp: " + said("xapp") + "\nship: " + said("shipped"));
    }
}
