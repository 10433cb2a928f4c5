package io.twinslice.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceMeasurement;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ransim.RanCell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpmLogTest {
    private static final Scenario CELL = Scenarios.byName("quiet-shift");
    private static final String OUTCOME = "{\"kind\":\"outcome\",\"control\":1,\"outcome\":\"acknowledged\"}";

    @TempDir
    private Path folder;

    private static List<TwinSnapshot> windows(int count) {
        RanCell cell = new RanCell(CELL.parameters(), CELL.twins(), 2);
        cell.apply(QuotaPlan.equalGuarantee(4));
        List<TwinSnapshot> windows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            windows.add(cell.runWindow(CELL.windowMillis()));
        }
        return windows;
    }

    /** As docs/json.md has it. */
    private static String line(TwinSnapshot window) {
        String state = IntStream.range(0, window.slices())
                .mapToObj(twin -> "\"" + window.twins().get(twin).name() + "\":{"
                        + Arrays.stream(SliceMeasurement.values())
                                .map(each -> "\"" + each.measurementName() + "\":"
                                        + each.of(window.reports().get(twin)))
                                .collect(Collectors.joining(","))
                        + "}")
                .collect(Collectors.joining(","));
        String plan = window.inForce().quotas().stream()
                .map(quota ->
                        "[" + quota.dedicatedPercent() + "," + quota.minPercent() + "," + quota.maxPercent() + "]")
                .collect(Collectors.joining(","));
        return "{\"kind\":\"decision\",\"control\":1,\"windowEndMillis\":" + window.windowEndMillis() + ",\"state\":{"
                + state + "},\"inForce\":[" + plan + "],\"new\":{\"field\":[1]}}";
    }

    private Path log(List<String> lines) throws IOException {
        return Files.write(folder.resolve("decisions.jsonl"), lines);
    }

    @Test
    void everyDecisionGivesTheWindowThatItWasTakenOn() throws IOException {
        List<TwinSnapshot> windows = windows(12);
        List<String> lines = new ArrayList<>();
        for (TwinSnapshot window : windows) {
            lines.add(line(window));
            lines.add(OUTCOME);
        }
        lines.add("");
        lines.add(line(windows.getFirst()));
        assertThat(new KpmLog(CELL).read(log(lines))).isEqualTo(windows);
    }

    @Test
    void aTwinIsCalibratedOnALogAndSaysHowSureItIs() throws IOException {
        List<String> lines = windows(80).stream().map(KpmLogTest::line).toList();
        TwinKeeper keeper = new TwinKeeper(CELL, 100, 1);
        assertThat(keeper.posterior()).isEmpty();
        new KpmLog(CELL).read(log(lines)).forEach(keeper::observe);
        var posterior = keeper.posterior().orElseThrow();
        assertThat(posterior.draw(8))
                .hasSize(8)
                .allSatisfy(cell -> assertThat(cell)
                        .hasSize(4)
                        .allSatisfy(twin -> assertThat(twin.loadFactor()).isBetween(0.85, 1.15)));
        assertThat(keeper.posterior().orElseThrow().draw(8)).isEqualTo(posterior.draw(8));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"RRU.PrbUsedDl\":', '\"RRU.PrbUsedDl\":-', negative",
        "'\"RRU.PrbUsedDl\":', '\"RRU.PrbUsedDl\":1e9', RRU.PrbUsedDl",
        "'\"TWS.CqiMean\":', '\"TWS.CqiMean\":9', CQI",
        "'\"factory\":', '\"factori\":', factory",
        "'[0,25,100]', '[0,25]', three",
        "'[0,25,100]', '[0,25,20]', quota",
        "'\"windowEndMillis\":', '\"windowEndMillis\":0.', windowEndMillis",
        "'{\"kind\"', '{\"kind', line 2"
    })
    void aLineThatCannotBeTrueStopsTheReadingAndIsNamed(String good, String bad, String reason) throws IOException {
        List<TwinSnapshot> windows = windows(2);
        Path log = log(List.of(line(windows.getFirst()), line(windows.getLast()).replace(good, bad)));
        assertThatThrownBy(() -> new KpmLog(CELL).read(log))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining(reason);
    }

    @Test
    void anEndlessLineIsRefused() throws IOException {
        Path log = log(List.of("x".repeat(KpmLog.MAX_LINE + 1)));
        assertThatThrownBy(() -> new KpmLog(CELL).read(log)).hasMessageContaining("no decision log");
    }
}
