package io.twinslice.lab.e2;

import io.twinslice.lab.Complaint;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.JobFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinslice e2 check}. */
@Command(
        name = "check",
        description = "Decodes, compares and re-encodes the messages of files of JSON lines, and names each failure.")
final class E2CheckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSON lines with type, specKey and aper_hex; optional: value, expected, decode_only.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException, JobFailure {
        int passed = 0;
        int failed = 0;
        for (Path file : files) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                int number = 0;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    number++;
                    if (line.isBlank()) {
                        continue;
                    }
                    Optional<String> problem = VectorCheck.problem(line);
                    if (problem.isPresent()) {
                        failed++;
                        say(file + ":" + number + ": " + name(line) + ": " + problem.get());
                    } else {
                        passed++;
                    }
                }
            } catch (CharacterCodingException e) {
                throw new JobFailure(
                        Complaint.usage("the file is no text in UTF-8", file.toString(), "name a file of JSON lines"),
                        e);
            }
        }
        say("e2 check: " + passed + " passed, " + failed + " failed");
        return failed == 0 ? ExitCode.OK : ExitCode.ANSWER_IS_NO;
    }

    private static String name(String line) {
        try {
            return VectorCheck.name(VectorCheck.JSON.readTree(line));
        } catch (IOException e) {
            return "unnamed";
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
