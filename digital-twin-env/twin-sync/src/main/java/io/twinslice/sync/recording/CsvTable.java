package io.twinslice.sync.recording;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a file of comma-separated values, plain or gzip (told by its first bytes), row by row. Bounded in file, text
 * and rows; what is refused is named by file, line and column.
 */
final class CsvTable {
    static final long MAX_FILE_BYTES = 64L << 20;
    static final long MAX_TEXT_BYTES = 512L << 20;
    static final int MAX_ROWS = 5_000_000;
    private static final int MAX_COUNT = 100_000_000;
    private static final int SHOWN = 40;

    private final String file;
    private final int[] positions;
    private final List<String> columns;
    private CSVRecord row;
    private long line;

    /** What is done with each row. */
    interface Reader {
        void read(CsvTable row) throws InvalidRecordingException;
    }

    private CsvTable(String file, List<String> columns, int[] positions, CSVRecord first) {
        this.file = file;
        this.columns = columns;
        this.positions = positions;
        this.row = first;
    }

    /**
     * Reads all rows.
     *
     * @param columns that must be there; rows are asked for them by their place in this list
     */
    static void read(Path file, List<String> columns, Reader reader) throws IOException {
        String name = String.valueOf(file.getFileName());
        long size = Files.size(file);
        if (size > MAX_FILE_BYTES) {
            throw new InvalidRecordingException(name + " has " + size + " bytes; at most " + MAX_FILE_BYTES);
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                InputStream text = new Bounded(name, plain(in));
                CSVParser parser = CSVParser.parse(new InputStreamReader(text, StandardCharsets.UTF_8), format)) {
            int[] positions = positions(name, parser.getHeaderNames(), columns);
            CsvTable table = null;
            for (CSVRecord record : parser) {
                if (table == null) {
                    table = new CsvTable(name, columns, positions, record);
                }
                table.row = record;
                table.line = parser.getCurrentLineNumber();
                if (record.getRecordNumber() > MAX_ROWS) {
                    throw new InvalidRecordingException(name + ": more than " + MAX_ROWS + " rows");
                }
                if (!record.isConsistent()) {
                    throw new InvalidRecordingException(
                            name + " line " + table.line + ": " + record.size() + " values under the header's columns");
                }
                reader.read(table);
            }
        } catch (UncheckedIOException e) {
            throw new InvalidRecordingException(name + " is not readable as CSV: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new InvalidRecordingException(name + " line 1: not a header: " + e.getMessage());
        }
    }

    private static int[] positions(String file, List<String> header, List<String> columns)
            throws InvalidRecordingException {
        int[] positions = new int[columns.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = header.indexOf(columns.get(i));
            if (positions[i] < 0) {
                throw new InvalidRecordingException(
                        file + " line 1: column " + columns.get(i) + " is missing; needed are " + columns);
            }
        }
        return positions;
    }

    private static InputStream plain(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return gzip ? new GZIPInputStream(in) : in;
    }

    /** A value as it stands, at most 100 characters. */
    String text(int column) throws InvalidRecordingException {
        String text = row.get(positions[column]);
        if (text.length() > 100) {
            throw refused(column, "at most 100 characters", text);
        }
        return text;
    }

    int whole(int column, int low, int high) throws InvalidRecordingException {
        String text = row.get(positions[column]);
        try {
            int value = Integer.parseInt(text);
            if (value >= low && value <= high) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number out of range
        }
        throw refused(column, "a whole number " + low + ".." + high, text);
    }

    double number(int column, double low, double high) throws InvalidRecordingException {
        String text = row.get(positions[column]);
        try {
            double value = text.length() > 30 ? Double.NaN : Double.parseDouble(text);
            if (value >= low && value <= high) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number out of range
        }
        throw refused(column, "a number " + low + ".." + high, text);
    }

    /** Counts separated by single spaces, exactly as many as there is room for. */
    void counts(int column, int[] counts) throws InvalidRecordingException {
        String text = row.get(positions[column]);
        int at = 0;
        long value = -1;
        for (int i = 0; i <= text.length() && at < counts.length; i++) {
            char c = i == text.length() ? ' ' : text.charAt(i);
            if (c >= '0' && c <= '9' && value < MAX_COUNT) {
                value = 10 * Math.max(0, value) + c - '0';
            } else if (c == ' ' && value >= 0) {
                counts[at++] = (int) value;
                value = -1;
                if (at == counts.length && i < text.length()) {
                    break;
                }
            } else {
                break;
            }
        }
        if (at != counts.length
                || value >= 0
                || text.chars().filter(c -> c == ' ').count() != counts.length - 1L) {
            throw refused(column, counts.length + " counts", text);
        }
    }

    InvalidRecordingException refused(int column, String wanted, String found) {
        String shown = found.length() > SHOWN ? found.substring(0, SHOWN) + "..." : found;
        return new InvalidRecordingException(
                file + " line " + line + ", column " + columns.get(column) + ": \"" + shown + "\" is not " + wanted);
    }

    /** Ends the reading of a text that never ends, such as a gzip bomb. */
    private static final class Bounded extends FilterInputStream {
        private final String file;
        private long left = MAX_TEXT_BYTES;

        private Bounded(String file, InputStream in) {
            super(in);
            this.file = file;
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
                throw new InvalidRecordingException(file + ": more than " + MAX_TEXT_BYTES + " bytes of text");
            }
        }
    }
}
