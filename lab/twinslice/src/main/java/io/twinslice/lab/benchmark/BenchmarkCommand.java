package io.twinslice.lab.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.baselines.SuiteCommand;
import io.twinslice.lab.classic.ClassicCommand;
import io.twinslice.lab.kbrl.KbrlCommand;
import io.twinslice.lab.offline.OfflineCommand;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code twinslice benchmark}. */
@Command(name = "benchmark", description = "Measures how well policies do against others.")
public final class BenchmarkCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private BenchmarkCommand() {}

    /** The command with its own commands. */
    public static CommandLine line(Desk desk) {
        return new CommandLine(new BenchmarkCommand())
                .addSubcommand(new OfflineCommand(desk))
                .addSubcommand(new ClassicCommand(desk))
                .addSubcommand(new KbrlCommand(desk, Runtime.getRuntime().availableProcessors()))
                .addSubcommand(
                        new SuiteCommand(desk, Runtime.getRuntime().availableProcessors(), BenchmarkCommand::cpuNanos));
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    /** Without a command of its own there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
