package io.twinslice.ransim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketTraceReaderTest {
    private static final String GOOD = "trace,t_us,bytes,dir\na,0,100,d\na,5,60,u\nb,7,200,d\na,2000,300,d\n";

    @Test
    void theDownlinkOfEachTraceIsKeptInOrder() throws Exception {
        Map<String, PacketTrace> traces = read(GOOD.getBytes(StandardCharsets.UTF_8));
        assertThat(traces).containsOnlyKeys("a", "b");
        PacketTrace a = trace(traces, "a");
        assertThat(a.packets()).isEqualTo(2);
        assertThat(a.micros(1)).isEqualTo(2000);
        assertThat(a.bytes(1)).isEqualTo(300);
        assertThat(a.durationMicros()).isEqualTo(3000);
    }

    @Test
    void gzipIsToldByItsFirstBytes() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(packed.toByteArray())).containsOnlyKeys("a", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,x,100,d|line 3, column t_us: \"x\" is not a whole number",
                "a,-1,100,d|line 3, column t_us: \"-1\"",
                "a,4,0,d|line 3, column bytes: \"0\" is not a whole number 1..65535",
                "a,4,65536,d|line 3, column bytes: \"65536\"",
                "a,4,10,q|line 3, column dir: \"q\" is not d or u",
                "a,2,10,d|line 3, column t_us: \"2\" is not at least 3",
                "a,99999999999999999999,10,d|line 3, column t_us",
                "a,4,10|line 3: 3 values",
                ",4,10,d|line 3, column trace"
            })
    void aBadRowIsRefusedWithItsPlace(String row, String message) {
        String text = "trace,t_us,bytes,dir\na,3,10,d\n" + row + "\n";
        assertThatExceptionOfType(InvalidTraceException.class)
                .isThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
                .withMessageStartingWith(message);
    }

    @Test
    void aMissingColumnAndAnEmptyRecordingAreRefused() {
        assertThatThrownBy(() -> read("trace,t_us,bytes\na,1,2\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidTraceException.class)
                .hasMessageContaining("column dir is missing");
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(InvalidTraceException.class);
        assertThatThrownBy(() -> read("trace,t_us,bytes,dir\na,1,2,u\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidTraceException.class)
                .hasMessageContaining("no downlink");
    }

    @Test
    void aTruncatedGzipIsAnErrorAndNotAShorterRecording() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(GOOD.repeat(1).getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = packed.toByteArray();
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 12);
        assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
    }

    @Test
    void aRecordedPhoneDrivesACellAndRepeats() throws Exception {
        Path file = Path.of(System.getProperty("twinslice.root", "../.."), "../shared/data/tractor_packets.csv.gz");
        Assumptions.assumeTrue(Files.exists(file), "the recordings are not beside the repository: " + file);
        Map<String, PacketTrace> traces = PacketTraceReader.read(file);
        assertThat(trace(traces, "embb_3").packets()).isEqualTo(34_000);
        assertThat(trace(traces, "embb_3").kbitPerSecond()).isBetween(300.0, 1500.0);
        Traffic traffic = new Traffic.Recorded(trace(traces, "mmtc_2"));
        long offered = 0;
        RanCell cell = Cells.one(traffic, Cells.CLEAR, 1, false, 1000, 3);
        for (int i = 0; i < 650; i++) {
            offered += cell.runWindow(1000).reports().getFirst().offeredKbit();
        }
        // 650 s are more than the ten minutes recorded.
        assertThat((double) offered / 650).isBetween(0.8 * traffic.kbitPerSecond(), 1.2 * traffic.kbitPerSecond());
    }

    private static PacketTrace trace(Map<String, PacketTrace> traces, String name) {
        PacketTrace trace = traces.get(name);
        assertThat(trace).as(name).isNotNull();
        return java.util.Objects.requireNonNull(trace);
    }

    private static Map<String, PacketTrace> read(byte[] content) throws IOException {
        return PacketTraceReader.read(new ByteArrayInputStream(content));
    }
}
