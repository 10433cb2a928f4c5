package io.twinslice.lab.offline;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file without quoting, plain or gzip. Bounded: {@value #MAX_FILE_BYTES} bytes, {@value #MAX_ROWS} rows,
 * {@value #MAX_LINE} characters a row.
 */
final class CsvTable implements AutoCloseable {
    static final long MAX_FILE_BYTES = 64L << 20;
    static final int MAX_ROWS = 5_000_000;
    static final int MAX_LINE = 1000;

    private final Path file;
    private final Reader reader;
    private final Map<String, Integer> columns = new HashMap<>();
    private final StringBuilder line = new StringBuilder();
    private String[] cells = new String[0];
    private int rows;

    CsvTable(Path file, List<String> needed) throws IOException {
        this.file = file;
        if (!Files.isRegularFile(file)) {
            throw new InvalidRecordingException(file + " does not exist; --data names the folder that holds it");
        }
        if (Files.size(file) > MAX_FILE_BYTES) {
            throw new InvalidRecordingException(file + " is larger than " + MAX_FILE_BYTES + " bytes");
        }
        reader = new BufferedReader(new InputStreamReader(plain(file), StandardCharsets.UTF_8));
        if (!next()) {
            close();
            throw refused("a header is missing");
        }
        for (int i = 0; i < cells.length; i++) {
            columns.put(cells[i], i);
        }
        if (!columns.keySet().containsAll(needed)) {
            close();
            throw refused("the header must have the columns " + needed);
        }
    }

    private static InputStream plain(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /** Goes to the next row; false at the end. */
    boolean next() throws IOException {
        line.setLength(0);
        int character = reader.read();
        if (character < 0) {
            return false;
        }
        if (rows++ > MAX_ROWS) {
            throw refused("there are more than " + MAX_ROWS + " rows");
        }
        while (character >= 0 && character != '\n') {
            if (line.length() == MAX_LINE) {
                throw refused("the row is longer than " + MAX_LINE + " characters");
            }
            line.append((char) character);
            character = reader.read();
        }
        cells = line.toString().stripTrailing().split(",", -1);
        if (!columns.isEmpty() && cells.length != columns.size()) {
            throw refused("the row has " + cells.length + " values, the header " + columns.size());
        }
        return true;
    }

    String text(String column) {
        @Nullable Integer at = columns.get(column);
        return at == null ? "" : cells[at];
    }

    long whole(String column, long low, long high) throws InvalidRecordingException {
        try {
            long value = Long.parseLong(text(column));
            if (value >= low && value <= high) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number out of range
        }
        throw refused(column + " must be a whole number " + low + ".." + high + ", not \"" + text(column) + "\"");
    }

    double number(String column, double low, double high) throws InvalidRecordingException {
        try {
            double value = Double.parseDouble(text(column));
            if (value >= low && value <= high) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number out of range
        }
        throw refused(column + " must be a number " + low + ".." + high + ", not \"" + text(column) + "\"");
    }

    InvalidRecordingException refused(String problem) {
        return new InvalidRecordingException(file.getFileName() + " line " + rows + ": " + problem);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
