package io.twinslice.keeper;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.env.Scenario;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceMeasurement;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinSnapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the KPM windows of a live cell out of an xApp's {@code decisions.jsonl}: of each line the state of the twins,
 * by measurement name, and the plan that was in force. Outcomes and unknown fields are passed over.
 *
 * <p>A log is data of somebody else: lines, numbers and the file are bounded, and a line that cannot be true stops the
 * reading.
 */
public final class KpmLog {
    /** Longest line, in characters. */
    public static final int MAX_LINE = 1 << 20;

    /** Most windows. */
    public static final int MAX_WINDOWS = 1_000_000;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxNumberLength(32)
                    .build())
            .build());

    private final Scenario cell;

    /** @param cell whose twins, carrier and window length the log is about */
    public KpmLog(Scenario cell) {
        this.cell = cell;
    }

    /**
     * All windows of a log, oldest first. A window that does not end later than the one before it is left out: an xApp
     * that started anew may have logged it twice.
     *
     * @throws IOException when the file cannot be read, or says what cannot be true; the message names the line
     */
    public List<TwinSnapshot> read(Path file) throws IOException {
        List<TwinSnapshot> windows = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (StringBuilder line = new StringBuilder(); next(reader, line); line.setLength(0)) {
                number++;
                try {
                    JsonNode json = JSON.readTree(line.toString());
                    if (!json.path("kind").asText().equals("decision")) {
                        continue;
                    }
                    TwinSnapshot window = window(json);
                    if (windows.isEmpty()
                            || window.windowEndMillis() > windows.getLast().windowEndMillis()) {
                        windows.add(window);
                    }
                } catch (JsonProcessingException | IllegalArgumentException e) {
                    throw new IOException(file + " line " + number + " is no decision of this cell: " + reason(e), e);
                }
                if (windows.size() > MAX_WINDOWS) {
                    throw new IOException(file + " has more than " + MAX_WINDOWS + " windows");
                }
            }
        }
        return windows;
    }

    private static String reason(Exception e) {
        return e instanceof JsonProcessingException json ? json.getOriginalMessage() : String.valueOf(e.getMessage());
    }

    /** Reads a line of at most {@value #MAX_LINE} characters; false at the end of the file. */
    private static boolean next(BufferedReader reader, StringBuilder line) throws IOException {
        int read = reader.read();
        if (read < 0) {
            return false;
        }
        for (; read >= 0 && read != '\n'; read = reader.read()) {
            if (line.length() == MAX_LINE) {
                throw new IOException("a line is longer than " + MAX_LINE + " characters: this is no decision log");
            }
            line.append((char) read);
        }
        return true;
    }

    private TwinSnapshot window(JsonNode json) {
        List<SliceReport> reports = new ArrayList<>();
        for (var twin : cell.twins()) {
            JsonNode state = json.path("state").path(twin.name());
            int[] values = Arrays.stream(SliceMeasurement.values())
                    .mapToInt(measurement -> integer(state, measurement.measurementName(), twin.name()))
                    .toArray();
            reports.add(SliceMeasurement.assemble(values));
        }
        List<PrbQuota> quotas = new ArrayList<>();
        for (JsonNode quota : json.path("inForce")) {
            if (quota.size() != 3) {
                throw new IllegalArgumentException("a quota has three percentages, not " + quota.size());
            }
            quotas.add(new PrbQuota(percent(quota, 0), percent(quota, 1), percent(quota, 2)));
        }
        JsonNode end = json.path("windowEndMillis");
        if (!end.isIntegralNumber() || !end.canConvertToLong() || end.asLong() < 0) {
            throw new IllegalArgumentException("windowEndMillis must be a whole number of at least 0");
        }
        return new TwinSnapshot(
                end.asLong(),
                cell.windowMillis(),
                cell.parameters().prbCount(),
                cell.twins(),
                reports,
                new QuotaPlan(quotas));
    }

    private static int integer(JsonNode state, String name, String twin) {
        JsonNode value = state.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new IllegalArgumentException("the state of " + twin + " has no whole number " + name);
        }
        return value.asInt();
    }

    private static int percent(JsonNode quota, int index) {
        JsonNode value = quota.path(index);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new IllegalArgumentException("a quota has three whole percentages");
        }
        return value.asInt();
    }
}
