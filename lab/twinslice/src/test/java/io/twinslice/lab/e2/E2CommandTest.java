package io.twinslice.lab.e2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.aper.DecodeException;
import io.twinslice.lab.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class E2CommandTest {
    private static final Path ROOT = Path.of(System.getProperty("twinslice.root", "../.."));

    /** A RIC control header for the UE with F1AP id 17: style 2, action 6. */
    private static final String HEADER = "0100110102000005";

    private static final String HEADER_JSON = "{\"ric-controlHeader-formats\":{\"controlHeader-Format1\":{\"ueID\":"
            + "{\"gNB-DU-UEID\":{\"gNB-CU-UE-F1AP-ID\":17}},\"ric-Style-Type\":2,\"ric-ControlAction-ID\":6}}}";

    /** A RIC subscription delete request. */
    private static final String PDU = "00090012000002001d000500007b0015000500020093";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({"valid.jsonl, 566", "compat.jsonl, 24", "third-party.jsonl, 29", "malformed.jsonl, 382"})
    void everyVectorPasses(String file, int lines) {
        assertThat(run("e2", "check", vectors(file).toString()))
                .as(out::toString)
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString()).isEqualTo("e2 check: " + lines + " passed, 0 failed\n");
    }

    @Test
    void aVectorWhoseValueIsNotThatOfItsOctetsFailsAndIsNamed() throws IOException {
        assertThat(check(line("right", HEADER_JSON, HEADER), line("wrong", HEADER_JSON.replace("17", "18"), HEADER)))
                .isEqualTo(ExitCode.ANSWER_IS_NO);
        assertThat(out.toString()).contains(":2: wrong: ", "gNB-CU-UE-F1AP-ID is 17, not 18", "1 passed, 1 failed");
    }

    @Test
    void octetsThatAreNotCanonicalFailUnlessTheyOnlyHaveToDecode() throws IOException {
        String trailing = line("trailing", HEADER_JSON, HEADER + "00");
        assertThat(check(trailing)).isEqualTo(ExitCode.ANSWER_IS_NO);
        assertThat(check(trailing.replace("{\"name\"", "{\"decode_only\":true,\"name\"")))
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void expectationsOfBrokenInputAreHeld() throws IOException {
        String cut = HEADER.substring(0, 8);
        assertThat(check(expecting("reject", cut), expecting("implementations-differ", cut)))
                .isEqualTo(ExitCode.OK);
        assertThat(check(expecting("accept", cut))).isEqualTo(ExitCode.ANSWER_IS_NO);
        assertThat(check(expecting("reject", HEADER))).isEqualTo(ExitCode.ANSWER_IS_NO);
        assertThat(check(expecting("accept-noncanonical", HEADER + "00"), expecting("accept", HEADER)))
                .isEqualTo(ExitCode.OK);
        assertThat(check(expecting("maybe", HEADER), "no json", "{}")).isEqualTo(ExitCode.ANSWER_IS_NO);
        assertThat(out.toString()).endsWith("e2 check: 0 passed, 3 failed\n");
    }

    @Test
    void aTreeHasNamesValuesAndOffsets() {
        assertThat(run("e2", "decode", "--type", "E2SM-RC-ControlHeader", HEADER))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines())
                .contains(
                        "       0  E2SM-RC-ControlHeader",
                        "      10            gNB-CU-UE-F1AP-ID: 17",
                        "      24        ric-Style-Type: 2");
    }

    @Test
    void whatAValueIsEncodedToDecodesToTheValue() throws IOException {
        assertThat(run("e2", "encode", "--type", "E2SM-RC-ControlHeader", HEADER_JSON))
                .isEqualTo(ExitCode.OK);
        assertThat(out).hasToString(HEADER + "\n");
        assertThat(err.toString()).isEmpty();
        Path file = Files.writeString(folder.resolve("header.json"), HEADER_JSON);
        assertThat(run("e2", "encode", "--type=E2SM-RC-ControlHeader", file.toString()))
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void aValueThatIsNoneIsRefusedWithThePlace() {
        assertThat(run("e2", "encode", "--type=E2SM-RC-ControlHeader", HEADER_JSON.replace("ric-Style-Type", "style")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("controlHeader-Format1", "unknown field style");
    }

    @Test
    void octetsThatAreNoMessageAreRefusedWithThePlace() {
        assertThat(run("e2", "decode", PDU.substring(0, 30))).isEqualTo(ExitCode.ANSWER_IS_NO);
        assertThat(out.toString()).contains("refused: E2AP-PDU.initiatingMessage", " at bit ");
    }

    @Test
    void filesOfDigitsAndOfOctetsAreDecoded() throws IOException {
        Path digits = Files.writeString(folder.resolve("digits"), PDU.replaceAll("(.{8})", "$1\n"));
        Path octets = Files.write(folder.resolve("octets"), HexFormat.of().parseHex(PDU));
        for (Path file : List.of(digits, octets)) {
            assertThat(run("e2", "decode", file.toString())).isEqualTo(ExitCode.OK);
            assertThat(out.toString()).contains("RICsubscriptionDeleteRequest", "ricRequestorID: 123");
        }
    }

    @Test
    void messagesInCapturesOfSctpAreFoundAlsoInPieces() throws IOException {
        byte[] pdu = HexFormat.of().parseHex(PDU);
        byte[] first = java.util.Arrays.copyOfRange(pdu, 0, 9);
        byte[] rest = java.util.Arrays.copyOfRange(pdu, 9, pdu.length);
        Path file = capture(sctp(3, 70, pdu), sctp(2, 0, first), sctp(1, 0, rest), sctp(3, 46, pdu));
        assertThat(run("e2", "decode", file.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("frame 1, SCTP 10.0.0.1:36421 > 10.0.0.2:36421 stream 0, 22 octets", "frame 3, ")
                .doesNotContain("frame 2,", "frame 4,")
                .endsWith("e2 decode: 2 messages, 0 refused\n");
    }

    @Test
    void messagesBehindTheirLengthInTcpAreFound() throws IOException {
        byte[] pdu = HexFormat.of().parseHex(PDU);
        byte[] both = ByteBuffer.allocate(2 * (4 + pdu.length))
                .putInt(pdu.length)
                .put(pdu)
                .putInt(pdu.length)
                .put(pdu)
                .array();
        byte[] first = java.util.Arrays.copyOfRange(both, 0, 30);
        byte[] rest = java.util.Arrays.copyOfRange(both, 30, both.length);
        Path file = capture(tcp(1000, first), tcp(1000, first), tcp(1030, rest));
        assertThat(run("e2", "decode", file.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).endsWith("e2 decode: 2 messages, 0 refused\n");
    }

    @Test
    void aCaptureThatIsCutOffIsRefused() throws IOException {
        Path whole = capture(sctp(3, 70, HexFormat.of().parseHex(PDU)));
        byte[] content = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(content, content.length - 3));
        assertThat(run("e2", "decode", cut.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("frame 1 is cut off");
    }

    @Test
    void typesAndTextsThatDoNotExistAreRefused() {
        assertThat(run("e2", "decode", "--type", "Nonsense", HEADER)).isEqualTo(ExitCode.USAGE);
        assertThat(run("e2", "decode", "--spec", "kpm_v9", HEADER)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("no type \"E2AP-PDU\" in \"kpm_v9\"");
        assertThat(run("e2")).isEqualTo(ExitCode.USAGE);
    }

    /** The page that says what is done with input codecs disagree about says what is done. */
    @Test
    void thePageOnBrokenInputIsTrue() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/e2-malformed.md"));
        Matcher row = Pattern.compile("(?m)^\\| ([a-z]+:\\S+) \\| [^|]* \\| (accepted|refused) \\| [A-Z] \\|$")
                .matcher(page);
        Map<String, String> decided =
                row.results().collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        Map<String, String> actual = new java.util.HashMap<>();
        for (String text : Files.readAllLines(vectors("malformed.jsonl"))) {
            JsonNode line = new ObjectMapper().readTree(text);
            if (line.get("expected").asText().equals("implementations-differ")) {
                actual.put(line.get("name").asText(), decision(line));
            }
        }
        assertThat(decided).isEqualTo(actual).isNotEmpty();
    }

    private static String decision(JsonNode line) {
        MessageType type = MessageType.of(
                        line.get("specKey").asText(), line.get("type").asText())
                .orElseThrow();
        try {
            Reading.of(type, HexFormat.of().parseHex(line.get("aper_hex").asText()));
            return "accepted";
        } catch (DecodeException e) {
            return "refused";
        }
    }

    @Test
    void theBenchmarkTimesItsMessagesAndThoseOfACorpus() throws IOException {
        Path corpus = Files.writeString(
                folder.resolve("corpus.tsv"), "my-header\trc_v103\tE2SM-RC-ControlHeader\t" + HEADER + "\n");
        Path json = folder.resolve("bench.json");
        AtomicLong nanos = new AtomicLong();
        Benchmark.Meters meters = new Benchmark.Meters(() -> nanos.addAndGet(1_000_000), () -> 0);
        CommandLine bench = new CommandLine(new BenchE2Command(meters, new Benchmark.Plan(1, 3, 1)));
        bench.setOut(new PrintWriter(out));
        assertThat(bench.execute("--json=" + json, "--corpus=" + corpus)).isEqualTo(ExitCode.OK);
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        List<String> names = new ArrayList<>();
        for (JsonNode figure : figures) {
            names.add(figure.get("name").asText());
            // 500 operations in the millisecond that this clock goes on from one look to the next.
            assertThat(figure.get("decodePerSecond").asDouble()).isEqualTo(500_000);
            assertThat(figure.get("encodePerSecond").asDouble()).isEqualTo(500_000);
            assertThat(figure.get("decodeBytesPerOp").asDouble()).isZero();
            assertThat(figure.get("encodeBytesPerOp").asDouble()).isZero();
        }
        assertThat(names)
                .containsExactly(
                        "kpm-indication-3-slices",
                        "kpm-indication-10-ues",
                        "rc-quota-3-slices",
                        "e2ap-indication",
                        "e2ap-control",
                        "wrapped-indication",
                        "wrapped-control",
                        "my-header");
    }

    @Test
    void theWrappedMessagesOfTheBenchmarkAreTheirPartsInOne() throws Exception {
        for (Benchmark benchmark : E2Benchmarks.standard()) {
            assertThat(benchmark.decode().run()).isNotNull();
            Object written = benchmark.encode().run();
            assertThat(written).isInstanceOf(io.twinslice.aper.BitWriter.class);
            if (benchmark.name().startsWith("wrapped")) {
                byte[] octets = ((io.twinslice.aper.BitWriter) written).toByteArray();
                MessageType pdu = MessageType.of("e2ap_v3", MessageType.PDU).orElseThrow();
                assertThat(Reading.of(pdu, octets).again()).hasValue(octets);
            }
        }
    }

    private static Path vectors(String file) {
        Path path = ROOT.resolve("../shared/vectors/e2").resolve(file);
        Assumptions.assumeTrue(
                Files.isReadable(path), "skipped: the vectors are not beside the repository, looked for " + path);
        return path;
    }

    private static String line(String name, String value, String hex) {
        return "{\"name\":\"" + name + "\",\"type\":\"E2SM-RC-ControlHeader\",\"specKey\":\"rc_v103\",\"value\":"
                + value + ",\"aper_hex\":\"" + hex + "\"}";
    }

    private static String expecting(String verdict, String hex) {
        return "{\"type\":\"E2SM-RC-ControlHeader\",\"specKey\":\"rc_v103\",\"expected\":\"" + verdict
                + "\",\"aper_hex\":\"" + hex + "\"}";
    }

    private int check(String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("lines.jsonl"), String.join("\n", lines));
        return run("e2", "check", file.toString());
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = new CommandLine(CommandSpecs.empty()).addSubcommand(E2Command.line());
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    /** A root without options of its own. */
    @CommandLine.Command(name = "twinslice")
    static final class CommandSpecs implements Runnable {
        static CommandSpecs empty() {
            return new CommandSpecs();
        }

        @Override
        public void run() {}
    }

    private Path capture(byte[]... packets) throws IOException {
        ByteBuffer file = ByteBuffer.allocate(4096);
        file.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4);
        file.putInt(0).putInt(0).putInt(65535).putInt(1);
        for (byte[] packet : packets) {
            file.putInt(1).putInt(2).putInt(packet.length).putInt(packet.length).put(packet);
        }
        return Files.write(folder.resolve("capture.pcap"), java.util.Arrays.copyOf(file.array(), file.position()));
    }

    /** An Ethernet frame with one DATA chunk; {@code flags} 2 begins and 1 ends a message. */
    private static byte[] sctp(int flags, int protocol, byte[] content) {
        int chunk = 16 + content.length;
        int padded = (chunk + 3) & ~3;
        ByteBuffer frame = ip(132, 12 + padded);
        frame.putShort((short) 36421).putShort((short) 36421).putInt(1).putInt(0);
        frame.put((byte) 0).put((byte) flags).putShort((short) chunk);
        frame.putInt(1).putShort((short) 0).putShort((short) 0).putInt(protocol).put(content);
        return octets(frame);
    }

    private static byte[] tcp(int sequence, byte[] content) {
        ByteBuffer frame = ip(6, 20 + content.length);
        frame.putShort((short) 40000).putShort((short) 36421).putInt(sequence).putInt(0);
        frame.put((byte) 0x50).put((byte) 0x18).putShort((short) 100).putInt(0).put(content);
        return octets(frame);
    }

    private static byte[] octets(ByteBuffer frame) {
        byte[] octets = new byte[frame.capacity()];
        frame.get(0, octets);
        return octets;
    }

    private static ByteBuffer ip(int protocol, int length) {
        ByteBuffer frame = ByteBuffer.allocate(14 + 20 + length);
        frame.position(12).putShort((short) 0x0800);
        frame.put((byte) 0x45).put((byte) 0).putShort((short) (20 + length)).putInt(0);
        frame.put((byte) 64).put((byte) protocol).putShort((short) 0);
        return frame.put(new byte[] {10, 0, 0, 1}).put(new byte[] {10, 0, 0, 2});
    }
}
