package io.twinslice.ns3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is linked with ns-3 is GPL-2.0-only and stays on its side of the process boundary. */
class NativeLicenceTest {
    private static final Path NATIVE = TestServer.BRIDGE.resolve("native");

    @Test
    void allThatIsLinkedWithNs3SaysThatItIsGpl2Only() throws IOException {
        List<Path> sources = files(NATIVE, ".cc", ".h", "CMakeLists.txt");
        assertThat(sources).hasSizeGreaterThan(10);
        assertThat(sources)
                .allSatisfy(file -> assertThat(text(file)).contains("SPDX-License-Identifier: GPL-2.0-only"));
        assertThat(text(NATIVE.resolve("LICENSE"))).contains("GNU GENERAL PUBLIC LICENSE", "Version 2, June 1991");
    }

    @Test
    void nothingElseIncludesOrLoadsNs3() throws IOException {
        Path root = TestServer.BRIDGE.resolve("..").normalize();
        List<Path> others = Stream.of(
                        "e2-sm", "digital-twin-env", "policy-learning", "xapps", "rapps", "lab", "ns3-bridge")
                .flatMap(
                        room -> files(root.resolve(room), ".java", ".py", ".cc", ".h", ".c", ".txt", ".proto").stream())
                .filter(file -> !file.startsWith(NATIVE) && !file.endsWith("NativeLicenceTest.java"))
                .toList();
        assertThat(others).hasSizeGreaterThan(100);
        assertThat(others)
                .allSatisfy(file -> assertThat(text(file))
                        .doesNotContain("#include <ns3/", "GPL-2.0-only", "System.loadLibrary(", "ns3::lib")
                        .doesNotContainPattern("(?m)^\\s*(import ns3|from ns(3)? import|import ns\\b)"));
    }

    @Test
    void thePythonOfTheBridgeIsApacheLicensed() throws IOException {
        assertThat(files(TestServer.BRIDGE.resolve("python"), ".py"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(text(file))
                        .satisfiesAnyOf(
                                content -> assertThat(content).isEmpty(),
                                content -> assertThat(content).startsWith("# SPDX-License-Identifier: Apache-2.0")));
    }

    private static List<Path> files(Path room, String... endings) {
        try (Stream<Path> all = Files.walk(room)) {
            return all.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .filter(file -> !room.relativize(file).toString().contains("target"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
