package io.twinslice.lab;

import io.twinslice.a1.A1Dialect;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinslice ship}: checks its options and hands them to the {@link ShipJob}. */
@Command(
        name = "ship",
        description = "Pushes a signed bundle to a near-RT RIC through A1 and watches whether it comes into force.")
final class ShipCommand implements Callable<Integer> {
    private final ShipJob job;
    private final Desk desk;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The signed bundle.")
    @SuppressWarnings("NullAway.Init")
    private Path bundle;

    @Option(names = "--a1", paramLabel = "URL", required = true, description = "Address of the A1 service.")
    @SuppressWarnings("NullAway.Init")
    private URI a1;

    @Option(
            names = "--dialect",
            paramLabel = "DIALECT",
            defaultValue = "mediator",
            description = "What the A1 service speaks: std, osc or mediator (default: ${DEFAULT-VALUE}).")
    private A1Dialect dialect = A1Dialect.MEDIATOR;

    @Option(
            names = "--cell",
            paramLabel = "FILE",
            description = "Configuration of the xApp that is to run it, for its cell and twins (default: the cell of"
                    + " twinslice lab).")
    private Optional<Path> cell = Optional.empty();

    @Option(
            names = "--watch",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait until it is in force, 1..86400 (default: ${DEFAULT-VALUE}).")
    private int watchSeconds;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the outcome to this file.")
    private Optional<Path> json = Optional.empty();

    ShipCommand(ShipJob job, Desk desk) {
        this.job = job;
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        Checks check = new Checks(spec);
        check.that(
                ("http".equals(a1.getScheme()) || "https".equals(a1.getScheme())) && a1.getHost() != null,
                "--a1 takes an address such as http://127.0.0.1:8088, not \"" + a1 + "\"");
        check.that(a1.getUserInfo() == null, "--a1 must not carry a user or a password");
        check.that(watchSeconds >= 1 && watchSeconds <= 86400, "--watch takes 1..86400, not " + watchSeconds);
        return job.run(
                new ShipOptions(
                        check.readable("BUNDLE", bundle),
                        a1,
                        dialect,
                        check.readable("--cell", cell),
                        watchSeconds,
                        check.writable("--json", json)),
                desk);
    }
}
