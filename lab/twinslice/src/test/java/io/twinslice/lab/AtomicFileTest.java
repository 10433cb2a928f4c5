package io.twinslice.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void theFileAppearsWholeAndItsFolderIsMade() throws IOException {
        Path target = folder.resolve("a/b/run.json");
        AtomicFile.write(target, "{}\n");
        assertThat(target).hasContent("{}\n");
        assertThat(names(target.resolveSibling(""))).containsExactly("run.json");
    }

    @Test
    void nothingShowsBeforeTheCommitAndTheOldContentStays() throws IOException {
        Path target = folder.resolve("run.json");
        AtomicFile.write(target, "old");
        try (AtomicFile file = AtomicFile.begin(target)) {
            file.stream().write("new".getBytes(StandardCharsets.UTF_8));
            assertThat(target).hasContent("old");
            file.commit();
        }
        assertThat(target).hasContent("new");
    }

    @Test
    void withoutACommitNothingIsLeft() throws IOException {
        try (AtomicFile file = AtomicFile.begin(folder.resolve("run.json"))) {
            file.stream().write(new byte[100_000]);
        }
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void twoWritersOfOneNameDoNotMeet() throws IOException {
        Path target = folder.resolve("run.json");
        try (AtomicFile first = AtomicFile.begin(target);
                AtomicFile second = AtomicFile.begin(target)) {
            first.stream().write('1');
            second.stream().write('2');
            first.commit();
            second.commit();
        }
        assertThat(target).hasContent("2");
        assertThat(names(folder)).containsExactly("run.json");
    }

    /** A JVM that is told to stop (as by Ctrl-C) in the middle of writing. */
    @Test
    void aShutdownLeavesNoHalfWrittenFile() throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HalfWriter.class.getName(),
                        folder.resolve("decisions.jsonl").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(writer.getInputStream().read()).isEqualTo('w');
        assertThat(names(folder)).hasSize(1).allMatch(name -> name.endsWith(".part"));
        writer.destroy();
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(names(folder)).isEmpty();
    }

    /** Begins a file and never ends. */
    static final class HalfWriter {
        private HalfWriter() {}

        public static void main(String[] arguments) throws IOException {
            try (AtomicFile file = AtomicFile.begin(Path.of(arguments[0]))) {
                file.stream().write(new byte[100_000]);
                System.out.write('w');
                System.out.flush();
                while (System.in.read() >= 0) {
                    file.stream().flush();
                }
            }
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
