package io.twinslice.lab.e2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Times tshark, whose dissector in C is generated from the same ASN.1, over the same octets.
 *
 * <p>A capture of many equal messages is read twice, with E2AP dissected and with it switched off; the difference is
 * what E2AP costs. A dissector does more than decode: it notes each field for display. It prints one field only, so
 * that it may leave out the tree.
 */
final class BesideTshark {
    private static final int PORT = 36421;
    private static final int ROUNDS = 3;
    private static final int RAW_IPV4 = 228;

    private final Benchmark.Meters meters;

    BesideTshark(Benchmark.Meters meters) {
        this.meters = meters;
    }

    /**
     * One kind of message.
     *
     * @param tsharkPerSecond messages dissected per second
     * @param malformed how many tshark marked as malformed, of all
     */
    record Figure(String name, double tsharkPerSecond, int malformed) {}

    /** The version that answers, or empty when there is no tshark. */
    static Optional<String> version() throws IOException, InterruptedException {
        try {
            return Optional.of(output("tshark", "--version").lines().findFirst().orElse(""));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** @param setup the setup request that tells which RAN function is which */
    Figure time(String name, byte[] setup, byte[] message, int count) throws IOException, InterruptedException {
        Path file = Files.createTempFile("twinslice-bench", ".pcap");
        try {
            Files.write(file, capture(setup, message, count));
            double[] with = new double[ROUNDS];
            double[] without = new double[ROUNDS];
            String marks = "";
            for (int round = 0; round < ROUNDS; round++) {
                long start = meters.nanoTime().getAsLong();
                marks = dissect(file, "-d", "sctp.port==" + PORT + ",e2ap");
                long between = meters.nanoTime().getAsLong();
                dissect(file, "--disable-protocol", "e2ap");
                with[round] = between - start;
                without[round] = meters.nanoTime().getAsLong() - between;
            }
            Arrays.sort(with);
            Arrays.sort(without);
            double nanos = Math.max(1, with[ROUNDS / 2] - without[ROUNDS / 2]);
            // The first line is the setup's, which only says which function is which.
            int malformed =
                    (int) marks.lines().skip(1).filter(line -> !line.isBlank()).count();
            return new Figure(name, count * 1e9 / nanos, malformed);
        } finally {
            Files.delete(file);
        }
    }

    private static String dissect(Path file, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-T", "fields", "-e", "_ws.malformed"));
        return output(command.toArray(String[]::new));
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
        }
        return text;
    }

    /** A classic pcap file: the setup once, then the message {@code count} times, each in SCTP over IPv4. */
    static byte[] capture(byte[] setup, byte[] message, int count) {
        int each = 16 + 20 + 12 + 16 + padded(message.length);
        ByteBuffer out = ByteBuffer.allocate(24 + 64 + padded(setup.length) + count * each)
                .order(ByteOrder.BIG_ENDIAN);
        out.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0);
        out.putInt(1 << 18).putInt(RAW_IPV4);
        frame(setup, 1, out);
        for (int i = 0; i < count; i++) {
            frame(message, 2 + i, out);
        }
        return out.array();
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static void frame(byte[] message, int number, ByteBuffer out) {
        int length = 20 + 12 + 16 + padded(message.length);
        if (length > 65535) {
            throw new IllegalArgumentException("a message of " + message.length + " octets does not fit one packet");
        }
        out.putInt(number).putInt(0).putInt(length).putInt(length);
        out.putShort((short) 0x4500).putShort((short) length).putInt(number << 16);
        out.putShort((short) 0x4084).putShort((short) 0).putInt(0x7F000001).putInt(0x7F000002);
        out.putShort((short) PORT).putShort((short) PORT).putInt(1).putInt(0);
        out.putShort((short) 0x0003).putShort((short) (16 + message.length)).putInt(number);
        out.putShort((short) 1).putShort((short) number).putInt(70);
        out.put(message);
        out.position(out.position() + padded(message.length) - message.length);
    }
}
