package io.twinslice.lab.bench;

import com.sun.management.ThreadMXBean;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.ResultJson;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code twinslice bench sim}. */
@Command(
        name = "sim",
        description = "Times the simulated cell on one core, loaded to about 70 %: slots per second of processor time,"
                + " memory allocated per slot, and copies of a running cell.")
public final class BenchSimCommand implements Callable<Integer> {

    /** Slots per second that a size of cell has to reach. */
    private static final Map<Integer, Integer> TARGETS = Map.of(6, 3_000_000, 20, 1_000_000, 200, 100_000);

    /** Characters of a bar that is at its target. */
    private static final int TARGET_COLUMNS = 8;

    private static final int MOST_COLUMNS = 24;

    private final Desk desk;
    private final CellBenchmark benchmark;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file as well.")
    private Optional<Path> json = Optional.empty();

    BenchSimCommand(Desk desk, CellBenchmark benchmark) {
        this.desk = desk;
        this.benchmark = benchmark;
    }

    /**
     * The command as it is delivered.
     *
     * @param nanoTime a clock that only goes forward, in nanoseconds
     */
    public static BenchSimCommand standard(Desk desk, LongSupplier nanoTime) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        CellBenchmark.Meters meters = new CellBenchmark.Meters(
                threads::getCurrentThreadCpuTime, nanoTime, threads::getCurrentThreadAllocatedBytes);
        return new BenchSimCommand(desk, new CellBenchmark(CellBenchmark.Plan.STANDARD, meters));
    }

    @Override
    public Integer call() throws IOException {
        desk.step("timing cells on one core");
        List<CellBenchmark.Outcome> outcomes = benchmark.run(BusyCell.standard());
        desk.table(
                List.of("UEs", "PRBs", "slots/s", "ns/UE-slot", "bytes/slot", "1,000 forks", "target", ""),
                outcomes.stream().map(this::row).toList());
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        if (load >= 0) {
            desk.say(String.format(Locale.ROOT, "load average of this machine: %.1f", load));
        }
        if (json.isPresent()) {
            AtomicFile.write(json.get(), ResultJson.text(outcomes));
        }
        return ExitCode.OK;
    }

    private List<String> row(CellBenchmark.Outcome outcome) {
        Integer target = TARGETS.get(outcome.ues());
        return List.of(
                Integer.toString(outcome.ues()),
                Integer.toString(outcome.prbs()),
                String.format(Locale.ROOT, "%,.0f", outcome.slotsPerSecond()),
                String.format(Locale.ROOT, "%.1f", outcome.nanosPerUeSlot()),
                String.format(Locale.ROOT, "%.1f", outcome.bytesPerSlot()),
                String.format(Locale.ROOT, "%.0f ms", outcome.thousandForksMillis()),
                target == null ? "-" : String.format(Locale.ROOT, "%,d", target),
                target == null ? "" : bar(outcome.slotsPerSecond() / target));
    }

    /** How far above its target a rate is, drawn and written. */
    private String bar(double ratio) {
        int columns = Math.clamp(Math.round(ratio * TARGET_COLUMNS), 1, MOST_COLUMNS);
        String drawn = (desk.drawsBlocks() ? "█" : "#").repeat(columns);
        return String.format(Locale.ROOT, "%s %.1f x", drawn, ratio);
    }
}
