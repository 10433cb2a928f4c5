package io.twinslice.lab.e2;

import com.sun.management.ThreadMXBean;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.kernels.BenchKernelsCommand;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code twinslice bench}. */
@Command(name = "bench", description = "Measures how fast parts of Twinslice are on this machine.")
public final class BenchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private BenchCommand() {}

    /** The command with its own commands, timed by {@code nanoTime}. */
    public static CommandLine line(LongSupplier nanoTime) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Benchmark.Meters meters = new Benchmark.Meters(nanoTime, threads::getCurrentThreadAllocatedBytes);
        LongSupplier atWork = threads.isCurrentThreadCpuTimeSupported() ? threads::getCurrentThreadCpuTime : nanoTime;
        return new CommandLine(new BenchCommand())
                .addSubcommand(new BenchE2Command(meters, Benchmark.Plan.STANDARD))
                .addSubcommand(BenchKernelsCommand.of(atWork, threads::getCurrentThreadAllocatedBytes));
    }

    /** Without a command of its own there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
