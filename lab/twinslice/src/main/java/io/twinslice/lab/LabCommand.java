package io.twinslice.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code twinslice lab}: checks its options and hands them to the {@link LabJob}. */
@Command(
        name = "lab",
        description = "Brings up a stand-in near-RT RIC and an E2 node in real time, to point an xApp or rApp at;"
                + " Ctrl-C ends it.")
final class LabCommand implements Callable<Integer> {
    private final LabJob job;
    private final Desk desk;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides everything random in the E2 node (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--scenario",
            paramLabel = "S",
            defaultValue = RunCommand.DEFAULT_SCENARIO,
            description = "Scenario of the suite (default: ${DEFAULT-VALUE}).")
    private String scenario = RunCommand.DEFAULT_SCENARIO;

    @Option(names = "--traffic", paramLabel = "FILE", description = "Replay recorded traffic.")
    private Optional<Path> traffic = Optional.empty();

    @Option(
            names = "--map",
            paramLabel = "CAPTURE=TWIN",
            split = ",",
            description = "Which capture of --traffic feeds which twin; repeatable.")
    private List<String> map = new ArrayList<>();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
    private String host = "127.0.0.1";

    @Option(
            names = "--e2-port",
            paramLabel = "PORT",
            defaultValue = "36421",
            description = "E2 termination; 0 lets the system choose (default: ${DEFAULT-VALUE}).")
    private int e2Port;

    @Option(
            names = "--a1-port",
            paramLabel = "PORT",
            defaultValue = "10000",
            description = "A1; 0 lets the system choose (default: ${DEFAULT-VALUE}).")
    private int a1Port;

    @Option(
            names = "--rmr-port",
            paramLabel = "PORT",
            defaultValue = "4560",
            description = "RMR; 0 lets the system choose (default: ${DEFAULT-VALUE}).")
    private int rmrPort;

    @Option(
            names = "--subscription-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Subscription manager; 0 lets the system choose (default: ${DEFAULT-VALUE}).")
    private int subscriptionPort;

    @Option(
            names = "--registration-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Application manager; 0 lets the system choose (default: ${DEFAULT-VALUE}).")
    private int registrationPort;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out/lab",
            description = "Folder for the xApp's configuration (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("out", "lab");

    @Option(
            names = "--trust-root",
            paramLabel = "FILE",
            description = "Public keys that the xApp will believe: the trust-root.json of a run.")
    private Optional<Path> trustRoot = Optional.empty();

    @Option(names = "--run-for", paramLabel = "SECONDS", description = "End by itself after that long, 1..86400.")
    private Optional<Integer> runForSeconds = Optional.empty();

    LabCommand(LabJob job, Desk desk) {
        this.job = job;
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        Checks check = new Checks(spec);
        check.that(!host.isBlank(), "--host must not be empty");
        runForSeconds.ifPresent(
                seconds -> check.that(seconds >= 1 && seconds <= 86400, "--run-for takes 1..86400, not " + seconds));
        return job.run(
                new LabOptions(
                        check.seed(seed),
                        check.name("--scenario", scenario),
                        check.readable("--traffic", traffic),
                        check.map(map, traffic),
                        host,
                        check.port("--e2-port", e2Port),
                        check.port("--a1-port", a1Port),
                        check.port("--rmr-port", rmrPort),
                        check.port("--subscription-port", subscriptionPort),
                        check.port("--registration-port", registrationPort),
                        folder,
                        check.readable("--trust-root", trustRoot),
                        runForSeconds),
                desk);
    }
}
