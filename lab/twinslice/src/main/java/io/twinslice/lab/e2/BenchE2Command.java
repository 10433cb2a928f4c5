package io.twinslice.lab.e2;

import io.twinslice.aper.DecodeException;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.ResultJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code twinslice bench e2}. */
@Command(
        name = "e2",
        description = "Times decoding and encoding of E2 messages on one thread: operations per second and octets"
                + " allocated by one.")
final class BenchE2Command implements Callable<Integer> {

    private static final int TSHARK_MESSAGES = 50_000;

    private final Benchmark.Meters meters;
    private final Benchmark.Plan plan;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures to this file as well.")
    private Optional<Path> json = Optional.empty();

    @Option(
            names = "--corpus",
            paramLabel = "FILE",
            description = "Time the messages of this file too; each line has name, spec key, type and hexadecimal"
                    + " digits, separated by tabs.")
    private Optional<Path> corpus = Optional.empty();

    @Option(
            names = "--beside-tshark",
            description = "Time the dissector of tshark, which is C generated from the same ASN.1, over the octets of"
                    + " the wrapped messages in the same run; tshark must be installed.")
    private boolean besideTshark;

    BenchE2Command(Benchmark.Meters meters, Benchmark.Plan plan) {
        this.meters = meters;
        this.plan = plan;
    }

    @Override
    public Integer call() throws Exception {
        List<Benchmark> benchmarks = new ArrayList<>(E2Benchmarks.standard());
        if (corpus.isPresent()) {
            benchmarks.addAll(corpus(corpus.get()));
        }
        List<Benchmark.Outcome> outcomes = Benchmark.run(benchmarks, plan, meters);
        say(String.format(
                Locale.ROOT, "%-28s %12s %12s %10s %10s", "", "decode/s", "encode/s", "decode B", "encode B"));
        for (Benchmark.Outcome outcome : outcomes) {
            say(String.format(
                    Locale.ROOT,
                    "%-28s %,12.0f %,12.0f %10.1f %10.1f",
                    outcome.name(),
                    outcome.decodePerSecond(),
                    outcome.encodePerSecond(),
                    outcome.decodeBytesPerOp(),
                    outcome.encodeBytesPerOp()));
        }
        if (besideTshark) {
            besideTshark(outcomes);
        }
        if (json.isPresent()) {
            AtomicFile.write(json.get(), ResultJson.text(outcomes));
        }
        return ExitCode.OK;
    }

    private void besideTshark(List<Benchmark.Outcome> outcomes) throws Exception {
        String version = BesideTshark.version()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "there is no tshark on the PATH; install it or leave out --beside-tshark"));
        say("");
        say("decode beside the dissector of " + version);
        say(String.format(Locale.ROOT, "%-28s %12s %12s %10s %10s", "", "ours/s", "tshark/s", "ratio", "malformed"));
        BesideTshark tshark = new BesideTshark(meters);
        for (Map.Entry<String, byte[]> wrapped : E2Benchmarks.wrappedOctets().entrySet()) {
            BesideTshark.Figure figure =
                    tshark.time(wrapped.getKey(), E2Benchmarks.setup(), wrapped.getValue(), TSHARK_MESSAGES);
            double ours = outcomes.stream()
                    .filter(outcome -> outcome.name().equals(figure.name()))
                    .findFirst()
                    .orElseThrow()
                    .decodePerSecond();
            say(String.format(
                    Locale.ROOT,
                    "%-28s %,12.0f %,12.0f %10.1f %10d",
                    figure.name(),
                    ours,
                    figure.tsharkPerSecond(),
                    ours / figure.tsharkPerSecond(),
                    figure.malformed()));
        }
    }

    private List<Benchmark> corpus(Path file) throws IOException {
        List<Benchmark> benchmarks = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != 4) {
                throw refuse(file, number, cells.length + " cells instead of 4");
            }
            MessageType type = MessageType.of(cells[1], cells[2]).orElse(null);
            if (type == null) {
                throw refuse(file, number, "no type \"" + cells[2] + "\" in \"" + cells[1] + "\"");
            }
            try {
                benchmarks.add(E2Benchmarks.of(cells[0], type, HexFormat.of().parseHex(cells[3].strip())));
            } catch (DecodeException | IllegalArgumentException e) {
                throw refuse(file, number, String.valueOf(e.getMessage()));
            }
        }
        return benchmarks;
    }

    private ParameterException refuse(Path file, int line, String problem) {
        return new ParameterException(spec.commandLine(), file + " line " + line + ": " + problem);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
