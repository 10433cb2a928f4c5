package io.twinslice.env.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.twinslice.env.grpc.v1.GymOuterClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests of the Python package, against this gym; they also kill gyms of their own. */
class PythonGymTest {
    private static final Path PACKAGES = Path.of(System.getProperty("twinslice.root", "../.."), "digital-twin-env")
            .toAbsolutePath()
            .normalize();
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void thePythonPackageKeepsTheGymApiAndNeverHangs() throws Exception {
        Optional<String> python = python();
        assumeTrue(
                python.isPresent(),
                "no python3 here has grpc, protobuf and numpy (apt-get install python3-grpcio python3-protobuf"
                        + " python3-numpy), so nobody tried the Python package");
        Path descriptor = Files.write(
                folder.resolve("gym.desc"),
                GymOuterClass.getDescriptor().toProto().toByteArray());
        try (TestGym gym = TestGym.start()) {
            ProcessBuilder tests = new ProcessBuilder(
                            python.orElseThrow(),
                            "-B",
                            "-W",
                            "error::ResourceWarning",
                            "-m",
                            "unittest",
                            "discover",
                            "-t",
                            PACKAGES.toString(),
                            "-s",
                            PACKAGES.resolve("twinslice_gym/tests").toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("tests.log").toFile());
            tests.environment().put("TWINSLICE_GYM_ADDRESS", TestGym.HOST + ":" + gym.port());
            tests.environment().put("TWINSLICE_GYM_COMMAND", command());
            tests.environment().put("TWINSLICE_GYM_DESCRIPTOR", descriptor.toString());
            Process running = tests.start();
            boolean ended = running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
            String log = Files.readString(folder.resolve("tests.log"));
            assertThat(ended).as("ended in time: %s", log).isTrue();
            assertThat(running.exitValue()).as(log).isZero();
            assertThat(log).containsPattern("Ran [0-9]{2,} tests").doesNotContain("skipped");
        }
    }

    /** How to start a {@link GymProcess}, as a JSON list. */
    private static String command() {
        return List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GymProcess.class.getName())
                .stream()
                .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** The first python3 that has what the package needs; Debian's may stand behind another one. */
    private Optional<String> python() throws IOException, InterruptedException {
        for (String each : List.of("python3", "/usr/bin/python3")) {
            try {
                Process found = new ProcessBuilder(each, "-c", "import grpc, google.protobuf, numpy")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("python.log").toFile())
                        .start();
                if (found.waitFor(30, TimeUnit.SECONDS) && found.exitValue() == 0) {
                    return Optional.of(each);
                }
                found.destroyForcibly();
            } catch (IOException e) {
                // There is none of that name.
            }
        }
        return Optional.empty();
    }
}
