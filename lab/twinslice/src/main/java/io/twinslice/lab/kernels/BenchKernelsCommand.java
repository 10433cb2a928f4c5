package io.twinslice.lab.kernels;

import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.ResultJson;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code twinslice bench kernels}. */
@Command(
        name = "kernels",
        description = "Times the arithmetic of the networks on one thread, beside what one core can do at most; takes"
                + " about 20 seconds.")
public final class BenchKernelsCommand implements Callable<Integer> {
    private static final int BAR_CELLS = 30;

    private final KernelBench bench;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file as well.")
    private Optional<Path> json = Optional.empty();

    BenchKernelsCommand(KernelBench bench) {
        this.bench = bench;
    }

    /**
     * The command.
     *
     * @param nanoTime time that the calling thread was at work; where that is unknown, any clock
     * @param allocatedOctets by the calling thread since it began
     */
    public static BenchKernelsCommand of(LongSupplier nanoTime, LongSupplier allocatedOctets) {
        return new BenchKernelsCommand(
                new KernelBench(new KernelBench.Meters(nanoTime, allocatedOctets), KernelBench.Plan.STANDARD));
    }

    @Override
    public Integer call() throws Exception {
        KernelBench.Outcome outcome = bench.run();
        double peak = outcome.fmaPeakGflops();
        say(String.format(Locale.ROOT, "%s kernel, %d lanes", outcome.kernel(), outcome.lanes()));
        rate("multiply-adds in registers", peak, peak);
        rate("product 256³", outcome.gemm256Gflops(), peak);
        rate("product 256³, plain", outcome.plainGemm256Gflops(), peak);
        say(String.format(Locale.ROOT, "%-28s %9.2f ms", "TD3 step, 256 rows, 2×256", outcome.td3StepMillis()));
        say(String.format(
                Locale.ROOT,
                "%-28s %9.0f ns, %.1f octets allocated",
                "one observation, 2×64",
                outcome.inferenceNanos(),
                outcome.inferenceBytes()));
        say(String.format(
                Locale.ROOT, "%-28s %9.0f ns", "one observation, 2×64, plain", outcome.plainInferenceNanos()));
        if (json.isPresent()) {
            AtomicFile.write(json.get(), ResultJson.text(outcome));
        }
        return ExitCode.OK;
    }

    private void rate(String what, double gflops, double peak) {
        double share = gflops / peak;
        int filled = (int) Math.max(0, Math.min(BAR_CELLS, Math.round(share * BAR_CELLS)));
        say(String.format(
                Locale.ROOT,
                "%-28s %9.1f GFLOP/s %s%s %3.0f %%",
                what,
                gflops,
                "█".repeat(filled),
                "░".repeat(BAR_CELLS - filled),
                100 * share));
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
