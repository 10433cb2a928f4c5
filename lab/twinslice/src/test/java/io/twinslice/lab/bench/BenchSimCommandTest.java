package io.twinslice.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchSimCommandTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void everySizeIsTimedUnderLoadAndAllocatesNothing() throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        AtomicLong nanos = new AtomicLong();
        CellBenchmark.Meters meters = new CellBenchmark.Meters(
                () -> nanos.addAndGet(1_000_000), nanos::get, threads::getCurrentThreadAllocatedBytes);
        Desk desk = new Desk(new PrintStream(said, true, StandardCharsets.UTF_8), Desk.Style.PLAIN, () -> 0);
        BenchSimCommand command = new BenchSimCommand(desk, new CellBenchmark(new CellBenchmark.Plan(1, 3, 1), meters));
        Path json = folder.resolve("bench.json");
        assertThat(new CommandLine(command).execute("--json=" + json)).isEqualTo(ExitCode.OK);

        List<Integer> sizes = new ArrayList<>();
        for (JsonNode row : new ObjectMapper().readTree(json.toFile())) {
            sizes.add(row.get("ues").intValue());
            // This clock goes on by 1 ms from look to look, in which 1,000 ms of slots are run.
            double slots = 1e9 / row.get("slotMicros").intValue();
            assertThat(row.get("slotsPerSecond").doubleValue()).isEqualTo(slots);
            assertThat(row.get("bytesPerSlot").doubleValue()).isLessThan(0.5);
            assertThat(row.get("prbShare").doubleValue()).isBetween(0.6, 0.8);
            assertThat(row.get("prbs").intValue()).isPositive();
        }
        assertThat(sizes).containsExactly(6, 20, 23, 40, 200);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("slots/s", "1,000 forks", "3,000,000", "█");
    }
}
