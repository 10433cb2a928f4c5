package io.twinslice.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script in a small repository, with a JDK and a Maven that only say what they were asked. */
class LauncherTest {
    private static final Path SCRIPT =
            Path.of(System.getProperty("twinslice.root", "../.."), "twinslice").toAbsolutePath();

    @TempDir
    private Path folder;

    private Path root;
    private Path jdk;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aRepositoryThatWasNeverBuilt() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh here, so nobody tried the launcher");
        root = folder.resolve("a repository");
        Files.createDirectories(root.resolve("lab/twinslice/src/main"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        program(root.resolve("twinslice"), Files.readString(SCRIPT));
        jdk = jdk("jdk-25", "25.0.3");
        // A PATH without java and mvn, whatever this machine has.
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of(
                "sh",
                "sed",
                "head",
                "find",
                "ls",
                "dirname",
                "readlink",
                "mkdir",
                "rm",
                "cat",
                "tee",
                "touch",
                "mv",
                "grep",
                "tail",
                "sleep",
                "cut",
                "stty")) {
            for (String place : List.of("/bin/", "/usr/bin/")) {
                if (Files.isExecutable(Path.of(place + tool)) && Files.notExists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), Path.of(place + tool));
                }
            }
        }
        environment.put("PATH", tools.toString());
        environment.put("HOME", folder.toString());
        environment.put("TWINSLICE_JAVA_HOME", jdk.toString());
    }

    @Test
    void theFirstUseBuildsAndThenStartsWithTheArgumentsGiven() throws Exception {
        maven("exit 0");
        Outcome outcome = launch("run", "--out", "a b", "--quick");
        assertThat(outcome.err())
                .containsSubsequence("building Twinslice", "building 1/2 aper", "building 2/2 twinslice", "built");
        assertThat(outcome.out())
                .contains(
                        "--add-modules jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseParallelGC")
                .endsWith("io.twinslice.lab.Twinslice|run|--out|a b|--quick|\n");
        assertThat(outcome.exitCode()).isEqualTo(42);
        assertThat(root.resolve("target/build.log")).content().contains("Building aper");
        assertThat(root.resolve("asked"))
                .content()
                .contains("JAVA_HOME=" + jdk, "-Dgates=off", "-Dmaven.test.skip=true");
    }

    @Test
    void theSecondUseDoesNotBuildUntilASourceIsNewer() throws Exception {
        maven("exit 0");
        launch("run");
        Files.delete(root.resolve("asked"));
        assertThat(launch("run").err()).isEmpty();
        assertThat(root.resolve("asked")).doesNotExist();
        Path source = Files.writeString(root.resolve("lab/twinslice/src/main/A.java"), "class A {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(launch("run").err()).contains("built");
    }

    @Test
    void aFailedBuildShowsTheEndOfItsLogAndIsTriedAgain() throws Exception {
        maven("echo '[ERROR] line 3: no such symbol'; exit 1");
        Outcome outcome = launch("run");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.INTERNAL);
        assertThat(outcome.err()).contains("line 3: no such symbol", "error: the build failed", "do: ", "build.log");
        assertThat(outcome.out()).isEmpty();
        assertThat(root.resolve("target/build.lock")).doesNotExist();
        maven("exit 0");
        assertThat(launch("run").exitCode()).isEqualTo(42);
    }

    @Test
    void withoutMavenItSaysSo() throws Exception {
        Outcome outcome = launch("--help");
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(outcome.err()).contains("Maven (mvn) is not on the PATH", "install Maven 3.8.7 or newer");
    }

    @Test
    void anOlderJavaIsPassedOverForTheNextPlaceToLook() throws Exception {
        maven("exit 0");
        environment.put("TWINSLICE_JAVA_HOME", jdk("jdk-17", "17.0.15").toString());
        environment.put("JAVA_HOME", folder.resolve("nowhere").toString());
        Path sdkman = jdk(".sdkman/candidates/java/25-tem", "25");
        launch("run");
        assertThat(root.resolve("asked")).content().contains("JAVA_HOME=" + sdkman);
    }

    @Test
    void aJavaWithoutAReleaseFileIsAskedForItsVersion() throws Exception {
        maven("exit 0");
        Files.delete(jdk.resolve("release"));
        launch("run");
        assertThat(root.resolve("asked")).content().contains("JAVA_HOME=" + jdk);
    }

    @Test
    void itWorksThroughALinkAndFromAnywhere() throws Exception {
        maven("exit 0");
        Path link = Files.createSymbolicLink(folder.resolve("tools/ts"), Path.of("..", "a repository", "twinslice"));
        assertThat(launch(folder, link, "run").exitCode()).isEqualTo(42);
    }

    @Test
    void helpStartsFastAndTheXappWithoutPauses() throws Exception {
        maven("exit 0");
        assertThat(launch("run", "--help").out()).contains("-XX:+UseSerialGC").doesNotContain("--add-modules");
        assertThat(launch("xapp", "--config", "x").out()).contains("-XX:+UseZGC", "--add-modules");
    }

    @Test
    void sparkIsOnTheClassPathOnlyWhenAskedForAndNewerThanTwinslice() throws Exception {
        maven("exit 0");
        Path target = root.resolve("policy-learning/on-spark/target");
        Files.createDirectories(target.resolve("spark/jars"));
        String[] asked = {"train", "quick", "--pool", "spark://a:7077"};
        assertThat(launch(asked).out()).doesNotContain("on-spark");
        Path module = Files.createFile(target.resolve("on-spark-1.jar"));
        Files.setLastModifiedTime(module, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(launch(asked).out())
                .contains("on-spark-1.jar:", "/spark/jars/*", "--add-opens=java.base/java.lang=");
        assertThat(launch("bench", "pool", "--pool=local[2]").out()).contains("on-spark-1.jar:");
        assertThat(launch("train", "quick").out()).doesNotContain("on-spark", "--add-opens");
        assertThat(launch("xapp", "--config", "spark://x:1").out()).doesNotContain("on-spark");
        Files.setLastModifiedTime(module, FileTime.from(Instant.now().minusSeconds(500)));
        assertThat(launch(asked).out()).doesNotContain("on-spark");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        program(home.resolve("bin/java"), """
            #!/bin/sh
            if [ "$1" = -version ]; then echo 'openjdk version "%s"' >&2; exit 0; fi
            while [ "$1" != io.twinslice.lab.Twinslice ]; do printf '%%s ' "$1"; shift; done
            printf '%%s|' "$@"
            echo
            exit 42
            """.formatted(version));
        program(home.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private void maven(String end) throws IOException {
        program(folder.resolve("tools/mvn"), """
            #!/bin/sh
            echo "JAVA_HOME=$JAVA_HOME $*" >asked
            echo '[INFO] Building aper 0.1.0-SNAPSHOT                [1/2]'
            echo '[INFO] Building twinslice 0.1.0-SNAPSHOT           [2/2]'
            mkdir -p lab/twinslice/target/lib
            touch lab/twinslice/target/twinslice-0.1.0-SNAPSHOT.jar
            """ + end + "\n");
    }

    private static void program(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome launch(String... arguments) throws IOException, InterruptedException {
        return launch(root, root.resolve("twinslice"), arguments);
    }

    private Outcome launch(Path directory, Path script, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(script.toString()), Stream.of(arguments))
                        .toList())
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private record Outcome(int exitCode, String out, String err) {}
}
