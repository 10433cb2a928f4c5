package io.twinslice.e2proofs;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.aper.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** The golden vectors of the reference library, which may be absent where the sources are built elsewhere. */
public final class Vectors {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);

    private Vectors() {}

    /** One vector: its name, the ASN.1 type, the specification, the octets and the whole line. */
    public record Vector(String name, String type, String spec, Octets content, JsonNode line) {
        public byte[] octets() {
            return content.toByteArray();
        }

        public JsonNode value() {
            return line.get("value");
        }

        /** Shown where a failing vector is named. */
        @Override
        public String toString() {
            return name;
        }
    }

    public static List<Vector> read(String file) throws IOException {
        Path path = Path.of(System.getProperty("twinslice.root", "../.."), "../shared/vectors/e2", file);
        Assumptions.assumeTrue(
                Files.isReadable(path), "skipped: the vectors are not beside the repository, looked for " + path);
        return Files.readAllLines(path).stream().map(Vectors::vector).toList();
    }

    private static Vector vector(String json) {
        try {
            JsonNode line = JSON.readTree(json);
            return new Vector(
                    Objects.requireNonNullElse(line.get("name"), line.path("from"))
                            .asText(),
                    line.get("type").asText(),
                    line.get("specKey").asText(),
                    Octets.ofHex(line.get("aper_hex").asText()),
                    line);
        } catch (IOException e) {
            throw new IllegalStateException("a vector that is no JSON: " + json, e);
        }
    }
}
