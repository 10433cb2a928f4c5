package io.twinslice.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The A1 policy type stands at both ends of A1, in rooms that must not know each other: the copies must be equal. */
class PolicyTypeTest {
    private static final String SCHEMA = "Twinslice_CellSlicePolicy_1.0.0.json";

    @Test
    void bothEndsOfA1HoldTheSameSchema() throws IOException {
        Path root = Path.of(System.getProperty("twinslice.root", "../.."));
        List<Path> copies;
        try (Stream<Path> files =
                Stream.of(root.resolve("rapps"), root.resolve("xapps")).flatMap(PolicyTypeTest::sources)) {
            copies = files.toList();
        }
        assertThat(copies).hasSize(2);
        assertThat(copies.get(0)).hasSameBinaryContentAs(copies.get(1));
    }

    private static Stream<Path> sources(Path room) {
        try (Stream<Path> files = Files.walk(room)) {
            return files
                    .filter(file -> file.endsWith(SCHEMA) && file.toString().contains("src/main"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
