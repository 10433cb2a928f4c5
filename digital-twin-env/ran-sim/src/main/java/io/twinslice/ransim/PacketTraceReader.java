package io.twinslice.ransim;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads packet recordings: CSV with the columns {@code trace,t_us,bytes,dir}, plain or gzip (told by its first bytes).
 * Rows of direction {@code d} (downlink) are kept, {@code u} skipped; times never fall within a trace.
 *
 * <p>Bounded: {@value #MAX_FILE_BYTES} bytes of file, {@value #MAX_TEXT_BYTES} of text, {@value #MAX_ROWS} rows,
 * {@value #MAX_TRACES} traces. A recording is read whole or refused whole.
 */
public final class PacketTraceReader {
    static final long MAX_FILE_BYTES = 64L << 20;
    static final long MAX_TEXT_BYTES = 256L << 20;
    static final int MAX_ROWS = 5_000_000;
    static final int MAX_TRACES = 1000;
    static final long MAX_MICROS = 1_000_000_000_000L;

    private static final List<String> COLUMNS = List.of("trace", "t_us", "bytes", "dir");

    private final Map<String, Packets> packets = new LinkedHashMap<>();

    private PacketTraceReader() {}

    /**
     * Reads a file.
     *
     * @return the downlink of each trace, in the order of the file; traces without downlink are left out
     * @throws InvalidTraceException when the content is refused
     * @throws IOException when the file cannot be read
     */
    public static Map<String, PacketTrace> read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MAX_FILE_BYTES) {
            throw new InvalidTraceException(
                    file.getFileName() + " has " + size + " bytes; at most " + MAX_FILE_BYTES + " are read");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /** Reads a stream, which is not closed; see {@link #read(Path)}. */
    public static Map<String, PacketTrace> read(InputStream in) throws IOException {
        PacketTraceReader reader = new PacketTraceReader();
        InputStream text = new Bounded(plain(new BufferedInputStream(in)));
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new InputStreamReader(text, StandardCharsets.UTF_8), format)) {
            requireColumns(parser.getHeaderNames());
            for (CSVRecord row : parser) {
                if (row.getRecordNumber() > MAX_ROWS) {
                    throw new InvalidTraceException("more than " + MAX_ROWS + " rows");
                }
                reader.add(row, parser.getCurrentLineNumber());
            }
        } catch (UncheckedIOException e) {
            throw new InvalidTraceException("not readable as CSV: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new InvalidTraceException("line 1: not a header: " + e.getMessage());
        }
        return reader.traces();
    }

    private static InputStream plain(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return gzip ? new GZIPInputStream(in) : in;
    }

    private static void requireColumns(List<String> names) throws InvalidTraceException {
        for (String column : COLUMNS) {
            if (!names.contains(column)) {
                throw new InvalidTraceException("line 1: column " + column + " is missing; needed are " + COLUMNS);
            }
        }
    }

    private void add(CSVRecord row, long line) throws InvalidTraceException {
        if (!row.isConsistent()) {
            throw new InvalidTraceException("line " + line + ": " + row.size() + " values for the header's columns");
        }
        String name = row.get("trace");
        if (name.isEmpty() || name.length() > 100) {
            throw refused(line, "trace", "a name of 1..100 characters", name);
        }
        long micros = number(row, line, "t_us", 0, MAX_MICROS);
        int bytes = (int) number(row, line, "bytes", 1, 65_535);
        String direction = row.get("dir");
        if (!direction.equals("d") && !direction.equals("u")) {
            throw refused(line, "dir", "d or u", direction);
        }
        Packets trace = packets.computeIfAbsent(name, ignored -> new Packets());
        if (packets.size() > MAX_TRACES) {
            throw new InvalidTraceException("line " + line + ", column trace: more than " + MAX_TRACES + " traces");
        }
        if (micros < trace.lastMicros) {
            throw refused(line, "t_us", "at least " + trace.lastMicros + ", the time before it", row.get("t_us"));
        }
        trace.lastMicros = micros;
        if (direction.equals("d")) {
            trace.add(micros, bytes);
        }
    }

    private static long number(CSVRecord row, long line, String column, long low, long high)
            throws InvalidTraceException {
        String text = row.get(column);
        try {
            long value = Long.parseLong(text);
            if (value >= low && value <= high) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number out of range
        }
        throw refused(line, column, "a whole number " + low + ".." + high, text);
    }

    private static InvalidTraceException refused(long line, String column, String wanted, String found) {
        String shown = found.length() > 40 ? found.substring(0, 40) + "..." : found;
        return new InvalidTraceException(
                "line " + line + ", column " + column + ": \"" + shown + "\" is not " + wanted);
    }

    private Map<String, PacketTrace> traces() throws InvalidTraceException {
        Map<String, PacketTrace> traces = new LinkedHashMap<>();
        packets.forEach((name, found) -> {
            if (found.count > 0) {
                traces.put(name, found.trace(name));
            }
        });
        if (traces.isEmpty()) {
            throw new InvalidTraceException("no downlink packet (direction d) in the recording");
        }
        return traces;
    }

    /** A trace while it grows. */
    private static final class Packets {
        private long[] micros = new long[64];
        private int[] bytes = new int[64];
        private int count;
        private long lastMicros;

        private void add(long time, int size) {
            if (count == micros.length) {
                micros = Arrays.copyOf(micros, 2 * count);
                bytes = Arrays.copyOf(bytes, 2 * count);
            }
            micros[count] = time;
            bytes[count++] = size;
        }

        private PacketTrace trace(String name) {
            return new PacketTrace(name, Arrays.copyOf(micros, count), Arrays.copyOf(bytes, count));
        }
    }

    /** Ends the reading of a text that never ends, such as a gzip bomb. */
    private static final class Bounded extends FilterInputStream {
        private long left = MAX_TEXT_BYTES;

        private Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new InvalidTraceException("more than " + MAX_TEXT_BYTES + " bytes of text");
            }
        }
    }
}
