package io.twinslice.e2proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.grammar.Grammar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The productions that the pages of the packages list are those of the grammar. */
class PackagePagesTest {
    private static final Pattern PRODUCTION = Pattern.compile("^ \\* (E2SM-[A-Za-z-]+) += (.*?)(\\{@link.*)?$");
    private static final Pattern MESSAGE =
            Pattern.compile("^ \\* +\\d+ (?:initiating|successful|unsuccessful) +([A-Za-z0-9]+) +\\{@link.*$");

    @Test
    void kpmListsItsProductionsWithAllTheirFormats() throws IOException {
        assertThat(formatsOf("kpm")).isEqualTo(formatsIn(Grammar.KPM_V3, "E2SM-KPM-"));
    }

    @Test
    void rcListsItsProductionsWithAllTheirFormats() throws IOException {
        assertThat(formatsOf("rc")).isEqualTo(formatsIn(Grammar.RC, "E2SM-RC-"));
    }

    @Test
    void e2apListsMessagesOfTheText() throws IOException {
        List<String> listed = lines("e2ap").stream()
                .map(MESSAGE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
        assertThat(listed).hasSize(39).doesNotHaveDuplicates();
        assertThat(Grammar.E2AP_V3.types()).containsAll(listed);
    }

    /** By production, the greatest number of a format on its line; 0 without formats. */
    private static Map<String, Integer> formatsOf(String module) throws IOException {
        Map<String, Integer> formats = new TreeMap<>();
        for (String line : lines(module)) {
            Matcher matcher = PRODUCTION.matcher(line);
            if (matcher.matches()) {
                formats.put(
                        matcher.group(1),
                        Pattern.compile("\\b\\d\\b")
                                .matcher(matcher.group(2))
                                .results()
                                .mapToInt(found -> Integer.parseInt(found.group()))
                                .max()
                                .orElse(0));
            }
        }
        return formats;
    }

    private static Map<String, Integer> formatsIn(Grammar grammar, String prefix) {
        Map<String, Integer> formats = new TreeMap<>();
        for (String type : grammar.types()) {
            if (type.startsWith(prefix)) {
                Matcher format = Pattern.compile("(.*)-Format(\\d).*").matcher(type);
                boolean isFormat = format.matches();
                formats.merge(
                        isFormat ? format.group(1) : type, isFormat ? Integer.parseInt(format.group(2)) : 0, Math::max);
            }
        }
        return formats;
    }

    private static List<String> lines(String module) throws IOException {
        return Files.readAllLines(Path.of(
                System.getProperty("twinslice.root", "../.."),
                "e2-sm/%s/src/main/java/io/twinslice/%s/package-info.java".formatted(module, module)));
    }
}
