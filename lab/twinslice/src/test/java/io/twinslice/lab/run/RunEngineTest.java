package io.twinslice.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.JobFailure;
import io.twinslice.lab.RunOptions;
import io.twinslice.lab.report.Browser;
import io.twinslice.lab.run.SmallRuns.Paper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs: node, RIC, xApp and rApps over real sockets, with a training and a verification of small size. */
class RunEngineTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path first;
    private static int exit;
    private static final Paper PAPER = new Paper();

    @BeforeAll
    static void oneRun() throws Exception {
        first = shared.resolve("first");
        exit = SmallRuns.engine(2).run(SmallRuns.options(first), PAPER.desk());
    }

    @Test
    void aPolicyThatPassesIsInForceAndEveryControlIsAcknowledged() throws IOException {
        JsonNode run = run(first);
        assertThat(exit).as(PAPER.text()).isEqualTo(ExitCode.OK);
        assertThat(run.get("verdict").textValue()).isEqualTo("PASS");
        assertThat(run.get("activated").booleanValue()).isTrue();
        assertThat(run.get("indications").intValue()).isEqualTo(100);
        assertThat(run.get("controls").intValue()).isEqualTo(100);
        assertThat(run.get("controlsAcknowledged").intValue()).isEqualTo(100);
        assertThat(run.get("policies").findValuesAsText("name"))
                .containsExactly(
                        "equal-static",
                        "equal-guarantee",
                        "best-static",
                        "proportional",
                        "drift-plus-penalty",
                        "learned",
                        "unsliced");
        assertThat(run.get("learnedMinusEqualViolationSecondsHigh").doubleValue())
                .isNegative();
        assertThat(PAPER.text()).contains("SLA violation by twin, s", "PRB·s", "AoI p99, ms", "the policy is in force");
    }

    @Test
    void theFolderHoldsTheReportTheLogTheBundleAndOnlyPublicHalvesOfKeys() throws IOException {
        try (Stream<Path> files = Files.walk(first)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> first.relativize(file).toString())
                    .filter(name -> !name.startsWith("xapp-state"))
                    .sorted()
                    .toList();
            assertThat(names)
                    .containsExactly(
                            "decisions.jsonl",
                            "keys/operator.pub.pem",
                            "keys/trainer.pub.pem",
                            "keys/verifier.pub.pem",
                            "policy.twinpolicy",
                            "report.html",
                            "run.json",
                            "training.json",
                            "trust-root.json",
                            "xapp.json");
            for (String name : names) {
                assertThat(Files.readString(first.resolve(name), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(name)
                        .doesNotContain("PRIVATE");
            }
        }
    }

    @Test
    void everyDecisionIsLoggedWithItsOneOutcomeAndThePolicyChangesOnce() throws IOException {
        List<Long> decided = new ArrayList<>();
        List<Long> settled = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        for (String line : Files.readAllLines(first.resolve("decisions.jsonl"))) {
            JsonNode entry = JSON.readTree(line);
            if (entry.get("kind").textValue().equals("decision")) {
                decided.add(entry.get("control").longValue());
                assertThat(names(entry)).startsWith("kind", "control", "windowEndMillis", "policyDigest", "propensity");
                assertThat(entry.get("state").get("building").size()).isEqualTo(14);
                String digest = entry.get("policyDigest").textValue();
                if (digests.isEmpty() || !digests.getLast().equals(digest)) {
                    digests.add(digest);
                }
            } else {
                assertThat(entry.get("outcome").textValue()).isEqualTo("acknowledged");
                settled.add(entry.get("control").longValue());
            }
        }
        assertThat(decided).hasSize(100).doesNotHaveDuplicates();
        assertThat(settled).containsExactlyElementsOf(decided);
        assertThat(digests)
                .containsExactly("baseline", run(first).get("bundleDigest").textValue());
    }

    @Test
    void theReportIsDrawnByABrowserWithoutAScriptError() throws Exception {
        String page = Files.readString(first.resolve("report.html"));
        String dom = Browser.rendered(folder, page, "#check", "--window-size=1280,900");
        assertThat(Browser.attribute(dom, "script-errors")).isEmpty();
        // Three of the comparison, two of all twins, three of each twin, the training.
        assertThat(Browser.attribute(dom, "plots")).contains("18");
        assertThat(Browser.attribute(dom, "painted")).contains("18");
        assertThat(page).contains("Verification passed", "factory-floor", "drift-plus-penalty");
    }

    @Test
    void theSameSeedGivesTheSameRunAndTheSameBundleOnOneThread() throws Exception {
        Path second = folder.resolve("second");
        SmallRuns.engine(1).run(SmallRuns.options(second), new Paper().desk());
        assertThat(withoutWallClock(second)).isEqualTo(withoutWallClock(first));
        assertThat(run(second).get("bundleDigest").textValue())
                .matches("[0-9a-f]{64}")
                .isEqualTo(run(first).get("bundleDigest").textValue());
        assertThat(Files.readString(second.resolve("decisions.jsonl")))
                .isEqualTo(Files.readString(first.resolve("decisions.jsonl")));
    }

    @Test
    void aCandidateThatStarvesATwinFailsAndStaysOut() throws Exception {
        Path out = folder.resolve("starve");
        Paper paper = new Paper();
        assertThat(SmallRuns.engine(2).run(SmallRuns.withCandidate(out, "starve"), paper.desk()))
                .isEqualTo(ExitCode.ANSWER_IS_NO);
        JsonNode run = run(out);
        assertThat(run.get("verdict").textValue()).isEqualTo("FAIL");
        assertThat(run.get("activated").booleanValue()).isFalse();
        assertThat(run.get("bundleDigest").isNull()).isTrue();
        assertThat(run.get("refusals").get(0).get("by").textValue()).isEqualTo("verification");
        assertThat(out.resolve("policy.twinpolicy")).doesNotExist();
        assertThat(Files.readString(out.resolve("decisions.jsonl")))
                .contains("\"policyDigest\":\"baseline\"")
                .doesNotContainPattern("\"policyDigest\":\"[0-9a-f]{64}\"");
        assertThat(paper.text()).contains("FAIL: ", "not in force");
    }

    @Test
    void aGivenBundleShipsWithoutTrainingAndOneFlippedByteIsRefused() throws Exception {
        Path bundle = first.resolve("policy.twinpolicy");
        Path good = folder.resolve("good");
        assertThat(SmallRuns.engine(2).run(SmallRuns.withBundle(good, bundle), new Paper().desk()))
                .isEqualTo(ExitCode.OK);
        assertThat(run(good).get("bundleDigest")).isEqualTo(run(first).get("bundleDigest"));
        assertThat(good.resolve("training.json")).doesNotExist();

        byte[] octets = Files.readAllBytes(bundle);
        octets[octets.length / 2] ^= 1;
        Path flipped = Files.write(folder.resolve("flipped.twinpolicy"), octets);
        Files.copy(first.resolve("trust-root.json"), folder.resolve("trust-root.json"));
        Path bad = folder.resolve("bad");
        assertThat(SmallRuns.engine(2).run(SmallRuns.withBundle(bad, flipped), new Paper().desk()))
                .isEqualTo(ExitCode.ANSWER_IS_NO);
        assertThat(run(bad).get("verdict").textValue()).isEqualTo("FAIL");
        assertThat(run(bad).get("activated").booleanValue()).isFalse();
        assertThat(run(bad).get("refusals").get(0).get("by").textValue()).isEqualTo("promoter");
    }

    @Test
    void recordedPacketsDriveTheTwinsAndTheReportSaysWhich() throws Exception {
        StringBuilder csv = new StringBuilder("trace,t_us,bytes,dir\n");
        for (int i = 0; i < 4000; i++) {
            csv.append("building_lobby,").append(i * 9_000L).append(",1400,d\n");
        }
        Path recording = Files.writeString(folder.resolve("lobby.csv"), csv);
        Path out = folder.resolve("replayed");
        SmallRuns.engine(2).run(SmallRuns.withTraffic(out, recording), new Paper().desk());
        assertThat(run(out).get("recording").textValue()).isEqualTo("lobby.csv; building: building_lobby");
        assertThat(Files.readString(out.resolve("report.html"))).contains("lobby.csv; building: building_lobby");
        // 1400 octets every 9 ms at three phones are 373 kbit in a window of 100 ms, before the hidden load.
        JsonNode decision =
                JSON.readTree(Files.readAllLines(out.resolve("decisions.jsonl")).getFirst());
        assertThat(decision.get("state")
                        .get("building")
                        .get("DRB.PdcpSduVolumeDL")
                        .intValue())
                .isBetween(300, 460);
    }

    @Test
    void theRecordingOfRealPhonesRuns() throws Exception {
        Path recording =
                Path.of(System.getProperty("twinslice.root", "../.."), "../shared/data/tractor_packets.csv.gz");
        assumeTrue(Files.exists(recording), "../shared is not there, so the recording of phones was not replayed");
        Path out = folder.resolve("phones");
        SmallRuns.engine(2).run(SmallRuns.withTraffic(out, recording), new Paper().desk());
        assertThat(run(out).get("recording").textValue()).startsWith("tractor_packets.csv.gz; building: embb");
        assertThat(run(out).get("controlsAcknowledged")).isEqualTo(run(out).get("controls"));
    }

    @Test
    void aFinishedRunIsNotOverwrittenAndAnUnknownScenarioIsNamed() {
        assertThatThrownBy(() -> SmallRuns.engine(1).run(SmallRuns.options(first), new Paper().desk()))
                .isInstanceOfSatisfying(
                        JobFailure.class,
                        failure -> assertThat(failure.complaint().what()).contains("finished run"));
        RunOptions plain = SmallRuns.options(folder.resolve("x"));
        RunOptions unknown = new RunOptions(
                true,
                1,
                plain.out(),
                "ward-2",
                plain.bundle(),
                plain.candidate(),
                plain.traffic(),
                Map.of(),
                false,
                plain.json());
        assertThatThrownBy(() -> SmallRuns.engine(1).run(unknown, new Paper().desk()))
                .isInstanceOfSatisfying(
                        JobFailure.class,
                        failure -> assertThat(failure.complaint().whatToDo()).contains("quiet-shift"));
        assertThat(plain.out()).doesNotExist();
    }

    private static JsonNode run(Path out) throws IOException {
        return JSON.readTree(out.resolve("run.json").toFile());
    }

    private static String withoutWallClock(Path out) throws IOException {
        ObjectNode run = (ObjectNode) run(out);
        assertThat(run.remove("wallClock")).isNotNull();
        return run.toPrettyString();
    }

    private static List<String> names(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        assertThat(new TreeSet<>(names)).hasSameSizeAs(names);
        return names;
    }
}
