package io.twinslice.lab;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code twinslice xapp}: checks its options and hands them to the {@link XappJob}. */
@Command(name = "xapp", description = "Runs the slice-control xApp against a near-RT RIC; Ctrl-C ends it.")
final class XappCommand implements Callable<Integer> {
    private final XappJob job;
    private final Desk desk;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "The xApp's configuration (JSON).")
    @SuppressWarnings("NullAway.Init")
    private Path config;

    XappCommand(XappJob job, Desk desk) {
        this.job = job;
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        return job.run(new XappOptions(new Checks(spec).readable("--config", config)), desk);
    }
}
