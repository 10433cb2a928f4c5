package io.twinslice.lab;

import io.twinslice.lab.baselines.BaselinesCommand;
import io.twinslice.lab.bench.BenchSimCommand;
import io.twinslice.lab.benchmark.BenchmarkCommand;
import io.twinslice.lab.e2.BenchCommand;
import io.twinslice.lab.e2.E2Command;
import io.twinslice.lab.fidelity.FidelityCommand;
import io.twinslice.lab.gym.GymCommand;
import io.twinslice.lab.mirror.MirrorCommand;
import io.twinslice.lab.network.NetworkCommand;
import io.twinslice.lab.run.ExportCommand;
import io.twinslice.lab.run.LabEngine;
import io.twinslice.lab.run.RunEngine;
import io.twinslice.lab.run.ShipEngine;
import io.twinslice.lab.run.XappEngine;
import io.twinslice.lab.sim.SimCommand;
import io.twinslice.lab.templates.TemplatesCommand;
import io.twinslice.lab.train.BenchPoolCommand;
import io.twinslice.lab.train.TrainCommand;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of Twinslice. */
@Command(
        name = "twinslice",
        description =
                "Gives every digital twin its own slice of the radio and keeps its promise: policies are learned in"
                        + " a twin of the RAN and ship only after verification.",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Twinslice.Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the job ran and its answer is yes",
            "1:the job ran and its answer is no, for example a refused policy",
            "2:an option or a file it names cannot be used",
            "69:software, memory or a service is missing",
            "70:a fault of Twinslice itself",
            "130:interrupted"
        })
public final class Twinslice implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Print the whole stack trace when something fails.")
    private boolean stacktrace;

    private Twinslice() {}

    /**
     * The engines behind the commands.
     *
     * @param run behind {@code twinslice run}
     * @param lab behind {@code twinslice lab}
     * @param xapp behind {@code twinslice xapp}
     * @param ship behind {@code twinslice ship}
     */
    record Jobs(RunJob run, LabJob lab, XappJob xapp, ShipJob ship) {}

    public static void main(String[] arguments) {
        Desk desk = new Desk(System.out, style(), System::nanoTime);
        AtomicBoolean finished = new AtomicBoolean();
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("interrupted").unstarted(() -> {
                    if (!finished.get()) {
                        desk.interrupted();
                    }
                }));
        int exitCode = execute(jobs(), desk, System.out, System.err, InstantSource.system(), arguments);
        finished.set(true);
        System.exit(exitCode);
    }

    /** The engines of this build. */
    private static Jobs jobs() {
        InstantSource clock = InstantSource.system();
        return new Jobs(
                new RunEngine(
                        clock,
                        System::nanoTime,
                        new SecureRandom(),
                        Runtime.getRuntime().availableProcessors()),
                new LabEngine(System::nanoTime),
                new XappEngine(clock, System::nanoTime),
                new ShipEngine(clock));
    }

    /** Runs one command line to its exit code; every failure has been printed to {@code err}. */
    static int execute(
            Jobs jobs, Desk desk, PrintStream out, PrintStream err, InstantSource clock, String... arguments) {
        Twinslice root = new Twinslice();
        CommandLine commandLine = new CommandLine(root)
                .addSubcommand(new RunCommand(jobs.run(), desk, clock))
                .addSubcommand(new LabCommand(jobs.lab(), desk))
                .addSubcommand(new XappCommand(jobs.xapp(), desk))
                .addSubcommand(new ShipCommand(jobs.ship(), desk))
                .addSubcommand(new TrainCommand(
                        desk,
                        System::nanoTime,
                        new SecureRandom(),
                        Runtime.getRuntime().availableProcessors()))
                .addSubcommand(new GymCommand(
                        desk,
                        System.in,
                        System::nanoTime,
                        new SecureRandom(),
                        Runtime.getRuntime().availableProcessors()))
                .addSubcommand(new SimCommand(desk, System::nanoTime))
                .addSubcommand(new NetworkCommand(desk))
                .addSubcommand(new MirrorCommand(desk))
                .addSubcommand(new ExportCommand(clock, desk))
                .addSubcommand(new FidelityCommand(desk, FidelityCommand.Effort.WHOLE))
                .addSubcommand(new BaselinesCommand(desk, Runtime.getRuntime().availableProcessors()))
                .addSubcommand(new TemplatesCommand(desk, Runtime.getRuntime().availableProcessors()))
                .addSubcommand(E2Command.line())
                .addSubcommand(BenchCommand.line(System::nanoTime)
                        .addSubcommand(BenchSimCommand.standard(desk, System::nanoTime))
                        .addSubcommand(new BenchPoolCommand(
                                desk, System::nanoTime, Runtime.getRuntime().availableProcessors())))
                .addSubcommand(BenchmarkCommand.line(desk))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(desk.style().colour() ? Ansi.ON : Ansi.OFF))
                .setOut(new PrintWriter(out, true, out.charset()))
                .setErr(new PrintWriter(err, true, err.charset()))
                .setParameterExceptionHandler((failure, words) -> root.refuse(failure, err))
                .setExecutionExceptionHandler((failure, command, parsed) -> root.complain(failure, err));
        try {
            return commandLine.execute(arguments);
        } catch (Throwable failure) {
            return root.complain(failure, err);
        }
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    private int refuse(ParameterException failure, PrintStream err) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        Complaint complaint = Complaint.usage(
                Objects.requireNonNullElse(failure.getMessage(), "the options cannot be used"),
                name,
                "see " + name + " --help" + suggestions(failure));
        return print(complaint, failure, err);
    }

    private static String suggestions(ParameterException failure) {
        return failure instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getSuggestions().isEmpty()
                ? "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?"
                : "";
    }

    private int complain(Throwable failure, PrintStream err) {
        return print(Complaint.of(failure), failure, err);
    }

    private int print(Complaint complaint, Throwable failure, PrintStream err) {
        err.print(complaint.text());
        if (stacktrace) {
            failure.printStackTrace(err);
        }
        err.flush();
        return complaint.exitCode();
    }

    /**
     * Since JDK 22 {@link System#console} is there without a terminal too, and since it looks at standard input as
     * well, the launcher's look at standard output alone wins.
     */
    private static Desk.Style style() {
        String launcher = environment("TWINSLICE_TERMINAL");
        boolean terminal = !environment("TERM").equals("dumb")
                && (launcher.isEmpty()
                        ? Optional.ofNullable(System.console())
                                .filter(console -> console.isTerminal())
                                .isPresent()
                        : launcher.equals("yes"));
        boolean colour = terminal && environment("NO_COLOR").isEmpty();
        String columns = environment("COLUMNS");
        // A terminal that does not know its width says 0.
        int wide = columns.matches("[0-9]{1,4}") ? Integer.parseInt(columns) : 0;
        return new Desk.Style(terminal, colour, wide == 0 ? 80 : Math.max(20, wide));
    }

    private static String environment(String name) {
        @Nullable String value = System.getenv(name);
        return value == null ? "" : value;
    }

    /** Reads the version from the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            @Nullable String version = Twinslice.class.getPackage().getImplementationVersion();
            return new String[] {
                "twinslice " + (version == null ? "from unpacked classes" : version),
                "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
            };
        }
    }
}
