package io.twinslice.lab.e2;

import io.twinslice.lab.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code twinslice e2}. */
@Command(name = "e2", description = "Shows, writes and checks E2 messages: E2AP, E2SM-KPM and E2SM-RC.")
public final class E2Command implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private E2Command() {}

    /** The command with its own commands. */
    public static CommandLine line() {
        return new CommandLine(new E2Command())
                .addSubcommand(new E2DecodeCommand())
                .addSubcommand(new E2EncodeCommand())
                .addSubcommand(new E2CheckCommand());
    }

    /** Without a command of its own there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
