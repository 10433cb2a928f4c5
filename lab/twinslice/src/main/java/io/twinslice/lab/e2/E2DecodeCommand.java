package io.twinslice.lab.e2;

import io.twinslice.aper.DecodeException;
import io.twinslice.lab.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twinslice e2 decode}. */
@Command(name = "decode", description = "Prints a message as a tree; numbers on the left are offsets in bits.")
final class E2DecodeCommand implements Callable<Integer> {
    private static final int LARGEST = 256 << 20;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final TypeOptions options = new TypeOptions();

    @Parameters(
            index = "0",
            paramLabel = "HEX|FILE|PCAP",
            description = "Hexadecimal digits, a file of them or of the octets themselves, or a capture with E2AP over"
                    + " SCTP or TCP.")
    private String input = "";

    @Override
    public Integer call() throws IOException {
        byte[] octets = octets();
        if (Capture.isCapture(octets)) {
            return capture(octets);
        }
        try {
            TreeText.of(options.type(), octets).forEach(this::say);
            return ExitCode.OK;
        } catch (DecodeException e) {
            say("refused: " + e.getMessage());
            return ExitCode.ANSWER_IS_NO;
        }
    }

    private int capture(byte[] octets) {
        List<Capture.Message> messages;
        try {
            messages = Capture.messages(octets);
        } catch (IllegalArgumentException e) {
            throw options.refuse(input + ": " + e.getMessage());
        }
        int refused = 0;
        for (Capture.Message message : messages) {
            say("frame " + message.frame() + ", " + message.flow() + ", "
                    + message.octets().length() + " octets");
            try {
                TreeText.of(options.type(), message.octets().toByteArray()).forEach(this::say);
            } catch (DecodeException e) {
                refused++;
                say("refused: " + e.getMessage());
            }
        }
        say("e2 decode: " + (messages.size() - refused) + " messages, " + refused + " refused");
        return refused == 0 ? ExitCode.OK : ExitCode.ANSWER_IS_NO;
    }

    private byte[] octets() throws IOException {
        String digits = digits(input);
        if (!digits.isEmpty() && digits.matches("([0-9a-fA-F]{2})+") && !exists()) {
            return HexFormat.of().parseHex(digits);
        }
        Path file = file();
        if (Files.size(file) > LARGEST) {
            throw options.refuse(file + " is larger than " + (LARGEST >> 20) + " MiB");
        }
        byte[] content = Files.readAllBytes(file);
        String text = digits(new String(content, StandardCharsets.ISO_8859_1));
        return !text.isEmpty() && text.matches("([0-9a-fA-F]{2})++")
                ? HexFormat.of().parseHex(text)
                : content;
    }

    private static String digits(String text) {
        return text.replaceFirst("^0[xX]", "").replaceAll("[\\s:]+", "");
    }

    private boolean exists() {
        try {
            return Files.exists(Path.of(input));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private Path file() {
        try {
            return Path.of(input);
        } catch (InvalidPathException e) {
            throw options.refuse("neither hexadecimal digits nor the name of a file: " + e.getMessage());
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
