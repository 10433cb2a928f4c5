package io.twinslice.rmr;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The recorded frames; tests that need them are skipped where the library is absent. */
final class Vectors {
    private Vectors() {}

    static Path folder() {
        Path folder = Path.of(System.getProperty("twinslice.root", "."))
                .resolve("../shared/vectors/rmr")
                .normalize();
        assumeTrue(Files.isDirectory(folder), "the recorded RMR frames are not at " + folder + ": skipped");
        return folder;
    }

    static List<String> frameNames() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".hex"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList();
        }
    }

    static byte[] frame(String name) throws IOException {
        String hex = Files.readString(folder().resolve(name + ".hex")).replaceAll("\\s", "");
        return HexFormat.of().parseHex(hex);
    }

    static List<String> fields(String name) throws IOException {
        return Files.readAllLines(folder().resolve(name + ".txt"));
    }
}
