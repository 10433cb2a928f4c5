package io.twinslice.ric;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recorded A1 exchanges; tests that need them are skipped where the library is absent. */
final class A1Vectors {
    private A1Vectors() {}

    static JsonNode read(String name) throws IOException {
        Path folder = Path.of(System.getProperty("twinslice.root", "."))
                .resolve("../shared/vectors/a1")
                .normalize();
        assumeTrue(Files.isDirectory(folder), "the recorded A1 exchanges are not at " + folder + ": skipped");
        return StrictJson.MAPPER.readTree(Files.readString(folder.resolve(name)));
    }
}
