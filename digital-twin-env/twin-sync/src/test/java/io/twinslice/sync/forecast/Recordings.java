package io.twinslice.sync.forecast;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Series of the recordings beside the repository; tests that need them skip where they are absent. */
final class Recordings {
    private static final int SHORTEST = 200;

    private Recordings() {}

    /**
     * One series for each group of rows, in the order of the file.
     *
     * @param group names the series of a row; rows of the group "" are left out
     * @param window names the window of a row; neighbours of one series in one window are averaged
     * @param column what is read of it; rows without a number are left out
     * @param most series to read
     */
    static List<double[]> series(
            String file, Function<Row, String> group, Function<Row, String> window, String column, int most)
            throws IOException {
        Path path = Path.of(System.getProperty("twinslice.root", "../.."))
                .toAbsolutePath()
                .normalize()
                .resolveSibling("shared")
                .resolve("data")
                .resolve(file);
        Assumptions.assumeTrue(Files.isReadable(path), () -> "no recording " + path);
        Map<String, Series> series = new LinkedHashMap<>();
        try (InputStream packed = Files.newInputStream(path);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
            List<String> header = Arrays.asList(lines.readLine().split(",", -1));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Row row = new Row(header, line.split(",", -1));
                String value = row.of(column);
                String name = group.apply(row);
                if (name.isEmpty() || value.isEmpty() || value.equals("nan")) {
                    continue;
                }
                if (!series.containsKey(name) && series.size() > most) {
                    break;
                }
                series.computeIfAbsent(name, key -> new Series()).add(window.apply(row), Double.parseDouble(value));
            }
        }
        return series.values().stream()
                .map(Series::values)
                .filter(values -> values.length >= SHORTEST)
                .limit(most)
                .toList();
    }

    private static final class Series {
        private final List<Double> sums = new ArrayList<>();
        private final List<Integer> rows = new ArrayList<>();
        private String last = "";

        void add(String window, double value) {
            int at = sums.size() - 1;
            if (at >= 0 && window.equals(last)) {
                sums.set(at, sums.get(at) + value);
                rows.set(at, rows.get(at) + 1);
            } else {
                sums.add(value);
                rows.add(1);
            }
            last = window;
        }

        double[] values() {
            double[] values = new double[sums.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = sums.get(i) / rows.get(i);
            }
            return values;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one line
    record Row(List<String> header, String[] cells) {
        String of(String column) {
            return cells[header.indexOf(column)];
        }
    }
}
