package io.twinslice.evaluation.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.Sla;
import io.twinslice.model.SliceMeasurement;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionLogReaderTest {
    private static final QuotaPlan HALF = new QuotaPlan(List.of(new PrbQuota(0, 50, 50)));
    private static final QuotaPlan ALL = new QuotaPlan(List.of(new PrbQuota(0, 0, 100)));
    private static final List<TwinProfile> TWINS =
            List.of(new TwinProfile("cart", new Snssai(1, 1), new Sla(20, 0.99, 100, 0), 1));

    @TempDir
    private Path folder;

    @Test
    void decisionsAndTheirOutcomesAreRead() throws Exception {
        DecisionLogReader.Decisions log = read(decision(1, 100, ALL, HALF)
                + outcome(1, "acknowledged")
                + decision(2, 200, HALF, ALL)
                + outcome(2, "refused"));
        assertThat(log.tornLines()).isZero();
        LoggedDecision first = log.decisions().getFirst();
        assertThat(first.acknowledged()).isTrue();
        assertThat(first.propensity()).isEqualTo(0.25);
        assertThat(first.twins()).containsExactly("cart");
        assertThat(first.reports().getFirst().offeredKbit()).isEqualTo(100);
        assertThat(first.inForce()).isEqualTo(ALL);
        assertThat(first.proposed()).isEqualTo(HALF);
        assertThat(log.decisions().get(1).acknowledged()).isFalse();
    }

    @Test
    void anXappThatStartedAnewCountsItsControlsFromOne() throws Exception {
        DecisionLogReader.Decisions log =
                read(decision(1, 100, ALL, HALF) + decision(1, 900, ALL, HALF) + outcome(1, "acknowledged"));
        assertThat(log.decisions()).extracting(LoggedDecision::acknowledged).containsExactly(false, true);
    }

    @Test
    void linesThatAKilledProcessLeftAreCountedAndSkipped() throws Exception {
        String whole = decision(1, 100, ALL, HALF);
        DecisionLogReader.Decisions log = read(whole.substring(0, 60) + "\n" + whole + whole.substring(0, 30));
        assertThat(log.decisions()).hasSize(1);
        assertThat(log.tornLines()).isEqualTo(2);
    }

    @Test
    void aLogIsCutWhereItIsInterrupted() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            // Window 11 is lost, and the control of window 5 was not acknowledged.
            lines.append(decision(i, 100L * (i < 11 ? i : i + 1), i == 1 ? ALL : HALF, HALF));
            lines.append(outcome(i, i == 5 ? "timedOut" : "acknowledged"));
        }
        EpisodeRecorder recorder = new EpisodeRecorder(
                List.of(ALL, HALF),
                window -> new double[] {window.reports().getFirst().offeredKbit()},
                (window, before) -> window.windowEndMillis());
        List<LoggedEpisode> episodes = recorder.cut(read(lines.toString()).decisions(), TWINS, 50, 2, 3);
        // Decisions 1-4, 6-9 (10 lost its next window), 11-19.
        assertThat(episodes).hasSize(2 + 2 + 4);
        assertThat(episodes.getFirst().steps()).extracting(LoggedStep::reward).containsExactly(200.0, 300.0);
        assertThat(episodes.getFirst().steps().getFirst().action()).isEqualTo(1);
        assertThat(episodes.stream().map(LoggedEpisode::cluster).distinct()).hasSize(3);
        assertThatThrownBy(() -> new EpisodeRecorder(List.of(ALL), window -> new double[0], (window, before) -> 0)
                        .cut(read(lines.toString()).decisions(), TWINS, 50, 2, 3))
                .hasMessageContaining("none of the 1 plans");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"kind\":\"decision\"}",
                "{\"kind\":\"something\"}",
                "{\"kind\":\"outcome\",\"control\":0,\"outcome\":\"acknowledged\"}",
                "{\"kind\":\"outcome\",\"control\":1e3,\"outcome\":\"acknowledged\"}",
                "{\"kind\":\"outcome\",\"kind\":\"outcome\"}",
                "{\"a\":[[[[[[[[[[]]]]]]]]]]}"
            })
    void aLineThatIsNoDecisionIsRefusedWithItsNumber(String line) {
        assertThatThrownBy(() -> read("\n" + line + "\n"))
                .isInstanceOf(InvalidLogException.class)
                .hasMessageStartingWith("line 2: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.25=>0",
                "0.25=>1.5",
                "0.25=>\\\"1\\\"",
                "[0,50,50]=>[0,50,50.5]",
                "[0,50,50]=>[0,50,101]",
                "[0,50,50]=>[50,0,50]",
                "[0,50,50]=>[0,50]",
                "\"TWS.SduLateDl\":100=>\"TWS.SduLateDl\":101",
                "\"TWS.SduLateDl\":100=>\"TWS.SduLateDl\":99999999999",
                "[[0,0,100]]=>[]"
            })
    void impossibleValuesAreRefused(String change) {
        String[] words = change.split("=>", -1);
        String changed = decision(1, 100, ALL, HALF).replace(words[0], words[1]);
        assertThat(changed).isNotEqualTo(decision(1, 100, ALL, HALF));
        assertThatThrownBy(() -> read(changed))
                .isInstanceOf(InvalidLogException.class)
                .hasMessageStartingWith("line 1: ");
    }

    @Test
    void aLineWithoutEndIsRefused() {
        String endless = " ".repeat(DecisionLogReader.MAX_LINE_BYTES + 1);
        assertThatThrownBy(() -> read(endless)).hasMessageContaining("line 1 is longer than");
    }

    @Test
    void damagedLogsAreReadOrRefusedAndNothingElse() throws Exception {
        byte[] whole = (decision(1, 100, ALL, HALF) + outcome(1, "acknowledged")).getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(1);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k <= i % 4; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Path file = folder.resolve("damaged.jsonl");
            Files.write(file, damaged);
            try {
                DecisionLogReader.read(file);
            } catch (InvalidLogException expected) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private DecisionLogReader.Decisions read(String content) throws IOException {
        Path file = folder.resolve("decisions.jsonl");
        Files.writeString(file, content);
        return DecisionLogReader.read(file);
    }

    private static String decision(int control, long end, QuotaPlan inForce, QuotaPlan proposed) {
        String report = Arrays.stream(SliceMeasurement.values())
                .map(measurement -> "\"" + measurement.measurementName() + "\":100")
                .collect(Collectors.joining(","));
        return String.format(
                Locale.ROOT,
                "{\"kind\":\"decision\",\"control\":%d,\"windowEndMillis\":%d,\"policyDigest\":\"baseline\","
                        + "\"propensity\":0.25,\"state\":{\"cart\":{%s}},\"inForce\":%s,\"proposed\":%s,\"action\":%s,"
                        + "\"shieldAltered\":false}%n",
                control,
                end,
                report,
                json(inForce),
                json(proposed),
                json(proposed));
    }

    private static String json(QuotaPlan plan) {
        PrbQuota quota = plan.quota(0);
        return "[[" + quota.dedicatedPercent() + "," + quota.minPercent() + "," + quota.maxPercent() + "]]";
    }

    private static String outcome(int control, String outcome) {
        return "{\"kind\":\"outcome\",\"control\":" + control + ",\"outcome\":\"" + outcome + "\"}\n";
    }
}
