package io.twinslice.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every Java file of the repository is exactly what palantir-java-format prints for it.
 *
 * <p>A dirty tree is cleaned with {@code mvn -q -pl docs/format test -Dtwinslice.format=apply}. This stands in for a
 * formatting plugin because those parse with Maven's own JDK, which may be older than the language of the sources.
 */
class FormatTest {
    private static final Path ROOT = Path.of(System.getProperty("twinslice.root", "../.."))
            .toAbsolutePath()
            .normalize();
    private static final boolean APPLY = "apply".equals(System.getProperty("twinslice.format"));

    @Test
    void everyJavaFileIsFormatted() throws Exception {
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .formatJavadoc(true)
                .build());
        List<Path> dirty = new ArrayList<>();
        for (Path file : javaFiles()) {
            String source = Files.readString(file);
            String formatted = formatter.formatSourceAndFixImports(source);
            if (!formatted.equals(source)) {
                if (APPLY) {
                    Files.writeString(file, formatted);
                } else {
                    dirty.add(ROOT.relativize(file));
                }
            }
        }
        assertThat(dirty)
                .as("files to format with: mvn -q -pl docs/format test -Dtwinslice.format=apply")
                .isEmpty();
    }

    private static List<Path> javaFiles() throws Exception {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(p -> p.toString().endsWith(".java"))
                    .filter(p -> !ROOT.relativize(p).toString().contains("target/"))
                    .filter(p -> !ROOT.relativize(p).toString().startsWith("out/"))
                    .sorted()
                    .toList();
        }
    }
}
