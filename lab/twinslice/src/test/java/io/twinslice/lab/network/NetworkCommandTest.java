package io.twinslice.lab.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class NetworkCommandTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"macro, 7, 84", "street, 3, 23", "hall, 6, 30"})
    void everySceneServesAllItsUesAndIsTheSameForASeed(String scene, int cells, double ues) throws Exception {
        Path first = folder.resolve("first.json");
        Path second = folder.resolve("second.json");
        assertThat(execute("--scene=" + scene, "--seconds=4", "--seed=3", "--json=" + first))
                .isEqualTo(ExitCode.OK);
        assertThat(execute("--scene=" + scene, "--seconds=4", "--seed=3", "--json=" + second))
                .isEqualTo(ExitCode.OK);
        assertThat(Files.readString(second)).isEqualTo(Files.readString(first));

        JsonNode seen = new ObjectMapper().readTree(first.toFile());
        assertThat(seen.get("cells")).hasSize(cells);
        double sum = 0;
        for (JsonNode cell : seen.get("cells")) {
            sum += cell.get("ues").doubleValue();
            assertThat(cell.get("prbShare").doubleValue()).isBetween(0.0, 1.01);
            assertThat(cell.get("cqi").doubleValue()).isBetween(0.0, 15.0);
        }
        assertThat(sum).isBetween(ues - 0.1, ues + 0.1);
        for (int i = 1; i < 5; i++) {
            assertThat(seen.get("sinrDb").get(i).doubleValue())
                    .isGreaterThanOrEqualTo(seen.get("sinrDb").get(i - 1).doubleValue());
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Mbit/s", "handovers", "SINR");
    }

    @Test
    void aTimeThatCannotBeSimulatedIsRefused() {
        assertThat(execute("--seconds=0")).isEqualTo(ExitCode.USAGE);
    }

    private int execute(String... arguments) {
        Desk desk = new Desk(new PrintStream(said, true, StandardCharsets.UTF_8), Desk.Style.PLAIN, () -> 0);
        return new CommandLine(new NetworkCommand(desk))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }
}
