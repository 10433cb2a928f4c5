package io.twinslice.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RunJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void theFieldsOfRunJsonAreThoseOfItsPageInTheirOrder() throws IOException {
        JsonNode json = MAPPER.readTree(RunJson.run(run(Optional.of(difference()))));
        assertThat(names(json)).isEqualTo(documented("## 1. run.json"));
        assertThat(names(json.get("policies").get(0))).isEqualTo(documented("### 1.1"));
        assertThat(names(json.get("policies").get(0).get("twins").get(0))).isEqualTo(documented("#### 1.1.1"));
        assertThat(names(json.get("gates").get(0))).isEqualTo(documented("### 1.3"));
        assertThat(names(json.get("refusals").get(0))).isEqualTo(documented("### 1.4"));
        assertThat(names(json.get("wallClock"))).isEqualTo(documented("### 1.5"));
    }

    @Test
    void everyValueArrivesUnderItsName() throws IOException {
        JsonNode json = MAPPER.readTree(RunJson.run(run(Optional.of(difference()))));
        assertThat(json.get("seed").longValue()).isEqualTo(7);
        assertThat(json.get("recording").isNull()).isTrue();
        assertThat(json.get("candidateDigest").textValue()).isEqualTo("sha256:00");
        assertThat(json.get("controlsTimedOut").longValue()).isEqualTo(3);
        assertThat(json.get("policies").get(0).get("aoiP99MillisHigh").doubleValue())
                .isEqualTo(90);
        assertThat(json.get("learnedMinusEqualPrbSecondsLow").doubleValue()).isEqualTo(-2.5);
        assertThat(json.get("wallClock").get("startedAt").textValue()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(names(json.get("wallClock").get("secondsBySection"))).containsExactly("training", "calibrating");
    }

    @Test
    void aComparisonThatWasNotMadeIsAbsent() throws IOException {
        JsonNode json = MAPPER.readTree(RunJson.run(run(Optional.empty())));
        assertThat(names(json)).noneMatch(name -> name.startsWith("learnedMinus"));
    }

    @Test
    void controlsWithoutAnOutcomeAreRefused() {
        assertThatThrownBy(() -> new RunRecord(
                        "factory",
                        1,
                        true,
                        Optional.empty(),
                        "PASS",
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        5,
                        4,
                        3,
                        0,
                        0,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        clock()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 controls");
    }

    @Test
    void anEstimateNeedsFiniteNumbersInOrder() {
        assertThatThrownBy(() -> new Estimate(Double.NaN, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Estimate(1, 2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The names in the first column of the table under a heading; one cell may hold several. */
    private static List<String> documented(String heading) throws IOException {
        Path page = Path.of(System.getProperty("twinslice.root", "../.."), "docs", "json.md");
        String text = Files.readString(page);
        int begin = text.indexOf("\n" + heading);
        assertThat(begin).as(heading).isPositive();
        int end = text.indexOf("\n#", begin + 1);
        List<String> names = new ArrayList<>();
        for (String line : text.substring(begin, end < 0 ? text.length() : end).split("\n", -1)) {
            if (line.startsWith("| `")) {
                Matcher name = Pattern.compile("`([A-Za-z0-9]+)`").matcher(line.substring(0, line.indexOf('|', 1)));
                while (name.find()) {
                    names.add(name.group(1));
                }
            }
        }
        return names;
    }

    private static List<String> names(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static PairedDifference difference() {
        return new PairedDifference(
                new Estimate(-4, -5, -3), new Estimate(-2, -2.5, -1.5), new Estimate(-20, -30, -10));
    }

    private static WallClock clock() {
        LinkedHashMap<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("training", 10.5);
        seconds.put("calibrating", 2.25);
        return new WallClock(Instant.parse("2026-01-02T03:04:05Z"), Instant.parse("2026-01-02T03:05:05Z"), seconds);
    }

    private static RunRecord run(Optional<PairedDifference> difference) {
        return new RunRecord(
                "factory",
                7,
                true,
                Optional.empty(),
                "PASS",
                true,
                Optional.of("sha256:00"),
                Optional.of("sha256:11"),
                100,
                50,
                45,
                2,
                3,
                List.of(new PolicyResult(
                        "learned",
                        new Estimate(4, 3, 5),
                        new Estimate(900, 850, 950),
                        new Estimate(80, 70, 90),
                        List.of(new PolicyResult.Twin("line", new Estimate(4, 3, 5))))),
                difference,
                difference,
                List.of(new GateResult("promises", true, "4 s", "at most 9 s", "plane A, seeds 1..8")),
                List.of(new Refusal("shield", "step too large", 4)),
                clock());
    }
}
