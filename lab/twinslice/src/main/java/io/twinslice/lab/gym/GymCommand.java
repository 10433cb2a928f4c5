package io.twinslice.lab.gym;

import io.twinslice.env.Scenarios;
import io.twinslice.env.grpc.GymServer;
import io.twinslice.env.grpc.GymSettings;
import io.twinslice.lab.Checks;
import io.twinslice.lab.Daemons;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code twinslice gym}: serves the scenarios until interrupted, or for a while. */
@Command(
        name = "gym",
        description = "Serves the scenarios as a gym over gRPC, for Python's twinslice_gym and others; Ctrl-C ends"
                + " it. There is no encryption: keep it on this machine or in a trusted network.")
public final class GymCommand implements Callable<Integer> {
    private final Desk desk;
    private final InputStream input;
    private final LongSupplier nanoClock;
    private final RandomGenerator names;
    private final int processors;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "50551",
            description = "Port; 0 lets the system choose (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--run-for", paramLabel = "SECONDS", description = "End by itself after that long, 1..86400.")
    private Optional<Integer> runForSeconds = Optional.empty();

    @Option(
            names = "--until-input-ends",
            description =
                    "End when standard input ends, so that a server does not outlive the program that started it.")
    private boolean untilInputEnds;

    /**
     * @param input what {@code --until-input-ends} reads
     * @param nanoClock idle sessions end by it
     * @param names of the sessions; a secret source
     * @param processors environments that are stepped side by side
     */
    public GymCommand(Desk desk, InputStream input, LongSupplier nanoClock, RandomGenerator names, int processors) {
        this.desk = desk;
        this.input = input;
        this.nanoClock = nanoClock;
        this.names = names;
        this.processors = processors;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Checks.require(spec, !host.isBlank(), "--host must not be empty");
        Checks.require(spec, port >= 0 && port <= 65535, "--port takes 0..65535, not " + port);
        runForSeconds.ifPresent(seconds ->
                Checks.require(spec, seconds >= 1 && seconds <= 86400, "--run-for takes 1..86400, not " + seconds));
        GymSettings settings = GymSettings.at(host, port);
        try (ExecutorService calls = Daemons.pool("gym-call", settings.sessions());
                ExecutorService steps = Daemons.pool("gym-step", processors);
                GymServer server = GymServer.start(
                        settings,
                        Scenarios.all(),
                        new GymServer.Surroundings(calls, steps, processors, nanoClock, names))) {
            desk.step("the gym listens on " + host + ":" + server.port()
                    + (runForSeconds.isPresent() || untilInputEnds ? "" : "; Ctrl-C ends it"));
            CountDownLatch end = new CountDownLatch(1);
            if (untilInputEnds) {
                Thread.ofPlatform().name("gym-input").daemon(true).start(() -> awaitEnd(input, end));
            }
            if (runForSeconds.isPresent()) {
                boolean ended = end.await(runForSeconds.get(), TimeUnit.SECONDS);
                desk.say(ended ? "the input ended" : "the time is over");
            } else {
                end.await();
            }
        }
        return ExitCode.OK;
    }

    private static void awaitEnd(InputStream input, CountDownLatch end) {
        byte[] ignored = new byte[1024];
        try {
            while (input.read(ignored) >= 0) {
                // What it says does not matter.
            }
        } catch (IOException e) {
            // An input that broke has ended too.
        } finally {
            end.countDown();
        }
    }
}
