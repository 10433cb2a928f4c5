package io.twinslice.lab.e2;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.twinslice.aper.DecodeException;
import io.twinslice.grammar.PlainValues;
import io.twinslice.grammar.Value;
import io.twinslice.lab.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinslice e2 encode}. */
@Command(name = "encode", description = "Prints the octets of a value written in JSON, in the notation of e2 check.")
final class E2EncodeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final TypeOptions options = new TypeOptions();

    @Parameters(index = "0", paramLabel = "JSON|FILE", description = "The value, or a file that holds it.")
    private String input = "";

    @Override
    public Integer call() throws IOException {
        String json = input.stripLeading().matches("(?s)[{\\[\"].*") ? input : Files.readString(Path.of(input));
        MessageType type = options.type();
        byte[] octets = octets(type, json);
        try {
            Optional<byte[]> again = Reading.of(type, octets).again();
            if (again.isPresent() && !Arrays.equals(again.get(), octets)) {
                warn("the codecs write this value as " + HexFormat.of().formatHex(again.get()));
            }
        } catch (DecodeException e) {
            warn("the codecs refuse this value: " + e.getMessage());
        }
        say(HexFormat.of().formatHex(octets));
        return ExitCode.OK;
    }

    private byte[] octets(MessageType type, String json) {
        try {
            Object plain = VectorCheck.JSON.readValue(json, Object.class);
            Value value = PlainValues.parse(type.grammar(), type.name(), plain);
            return type.grammar().write(type.name(), value, type.dialect());
        } catch (JsonProcessingException e) {
            throw options.refuse("no JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw options.refuse(String.valueOf(e.getMessage()));
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    private void warn(String line) {
        spec.commandLine().getErr().println(line);
    }
}
