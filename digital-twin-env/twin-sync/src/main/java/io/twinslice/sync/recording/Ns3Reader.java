package io.twinslice.sync.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.twinslice.ransim.lte.FadingProfile;
import io.twinslice.ransim.lte.PolicyQuota;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads every {@code NAME.json} of a folder with the {@code NAME.csv.gz} beside it. */
final class Ns3Reader {
    private static final int MAX_TRACES = 200;
    private static final long MAX_JSON_BYTES = 4L << 20;
    private static final int MAX_INTERVALS = 36_000;
    private static final int MAX_CHANGES = 100_000;
    private static final int MAX_SLICES = 8;
    private static final double MAX_METRES = 1e5;
    private static final double MAX_FIRST_MILLIS = 1e8;
    private static final double ROUNDING = 1e-3;
    private static final Pattern FADING = Pattern.compile("(EPA|EVA|ETU)_([0-9]{1,3})kmh.*");
    private static final List<String> COLUMNS = List.of(
            "t_ms",
            "slice",
            "thrMbps",
            "offeredMbps",
            "txPkts",
            "rlcDropPkts",
            "prbShare",
            "backlogFrac",
            "delayHist",
            "cqiHist");
    private static final ObjectMapper JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_JSON_BYTES)
                            .maxNestingDepth(20)
                            .build())
                    .build())
            .build();

    private final String file;

    private Ns3Reader(String file) {
        this.file = file;
    }

    /** All traces of a folder, by name. */
    static List<Ns3Trace> read(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.json")) {
            for (Path each : found) {
                files.add(each);
                if (files.size() > MAX_TRACES) {
                    throw new InvalidRecordingException(
                            folder.getFileName() + " holds more than " + MAX_TRACES + " JSON files");
                }
            }
        }
        if (files.isEmpty()) {
            throw new InvalidRecordingException(folder.getFileName() + " holds no JSON file of a trace");
        }
        files.sort(null);
        List<Ns3Trace> traces = new ArrayList<>();
        for (Path each : files) {
            String name = String.valueOf(each.getFileName()).replaceFirst("\\.json$", "");
            traces.add(new Ns3Reader(name + ".json").trace(name, each, folder.resolve(name + ".csv.gz")));
        }
        return traces;
    }

    private Ns3Trace trace(String name, Path json, Path csv) throws IOException {
        if (Files.size(json) > MAX_JSON_BYTES) {
            throw refused("", "has more than " + MAX_JSON_BYTES + " bytes");
        }
        JsonNode root;
        try {
            root = JSON.readTree(Files.readAllBytes(json));
        } catch (JsonProcessingException e) {
            throw refused("", "is not JSON: " + e.getOriginalMessage());
        }
        JsonNode scenario = root.path("scenario");
        JsonNode described = list(scenario, "slices", 1, MAX_SLICES);
        Optional<FadingProfile> profile = Optional.empty();
        double speed = 1;
        String fading = scenario.path("fadingTrace").asText("");
        if (!fading.isEmpty()) {
            Matcher matcher = FADING.matcher(fading);
            if (!matcher.matches()) {
                throw refused("scenario.fadingTrace", "\"" + shortened(fading) + "\" is no EPA, EVA or ETU trace");
            }
            profile = Optional.of(FadingProfile.valueOf(matcher.group(1)));
            speed = Math.max(1, Integer.parseInt(matcher.group(2))) / 3.6;
        }
        List<Ns3Trace.Slice> slices = new ArrayList<>();
        for (JsonNode each : described) {
            slices.add(slice(each));
        }
        read(csv, slices);
        int first = root.has("firstSimMs") ? (int) number(root, "firstSimMs", 0, MAX_FIRST_MILLIS) : 0;
        return new Ns3Trace(name, first, profile, speed, slices, schedule(root, slices.size()));
    }

    private Ns3Trace.Slice slice(JsonNode node) throws InvalidRecordingException {
        String kind = node.path("traffic").asText("");
        Ns3Trace.Traffic traffic = switch (kind) {
            case "cbr" -> Ns3Trace.Traffic.CBR;
            case "poisson" -> Ns3Trace.Traffic.POISSON;
            case "periodic" -> Ns3Trace.Traffic.PERIODIC;
            case "ftp" -> Ns3Trace.Traffic.FTP;
            case "sync" -> Ns3Trace.Traffic.SYNC;
            default -> throw refused("traffic", "\"" + shortened(kind) + "\" is not known");
        };
        int syncBytes = traffic == Ns3Trace.Traffic.SYNC ? (int) number(node, "syncBytes", 1, 1e7) : 0;
        int fileBytes = traffic == Ns3Trace.Traffic.FTP ? (int) (1000 * number(node, "fileKB", 0.001, 1e5)) : 0;
        return new Ns3Trace.Slice(
                shortened(node.path("name").asText("")),
                traffic,
                (int) number(node, "nUe", 1, 50),
                (int) number(node, "packetBytes", 1, 1500),
                syncBytes,
                fileBytes,
                node.has("speedMps") ? number(node, "speedMps", 0, 200) : 0,
                node.has("rMax") ? number(node, "rMax", 1, MAX_METRES) : MAX_METRES,
                new Ns3Trace.Reports(MAX_INTERVALS));
    }

    private List<Ns3Trace.Change> schedule(JsonNode root, int slices) throws InvalidRecordingException {
        List<Ns3Trace.Change> changes = new ArrayList<>();
        int before = -1;
        for (JsonNode each : list(root, "schedule", 1, MAX_CHANGES)) {
            int millis = each.path(0).asInt(-1);
            JsonNode plan = each.path(1);
            if (millis <= before || !plan.isArray() || plan.size() != slices) {
                throw refused("schedule", "needs rising times and " + slices + " quotas each");
            }
            before = millis;
            List<PolicyQuota> quotas = new ArrayList<>();
            double sum = 0;
            for (JsonNode quota : plan) {
                double dedicated = quota.path(0).asDouble(-1);
                double min = quota.path(1).asDouble(-1);
                double max = quota.path(2).asDouble(-1);
                // Recorded ratios are rounded.
                max = max <= 1 + ROUNDING ? Math.min(1, max) : max;
                min = min <= max + ROUNDING ? Math.min(min, max) : min;
                dedicated = dedicated <= min + ROUNDING ? Math.min(dedicated, min) : dedicated;
                if (!(dedicated >= 0 && dedicated <= min && min <= max && max <= 1)) {
                    throw refused("schedule", millis + " ms: not 0 <= dedicated <= min <= max <= 1");
                }
                sum += min;
                quotas.add(new PolicyQuota(dedicated, min, max));
            }
            if (sum > 1 + plan.size() * ROUNDING) {
                throw refused("schedule", millis + " ms: minima of more than 1 in all");
            }
            changes.add(new Ns3Trace.Change(millis, quotas));
        }
        return changes;
    }

    private static void read(Path csv, List<Ns3Trace.Slice> slices) throws IOException {
        int[] row = new int[1];
        CsvTable.read(csv, COLUMNS, table -> {
            int interval = row[0] / slices.size();
            Ns3Trace.Slice slice = slices.get(row[0]++ % slices.size());
            table.whole(0, interval * Ns3Trace.INTERVAL_MILLIS, interval * Ns3Trace.INTERVAL_MILLIS);
            if (!table.text(1).equals(slice.name())) {
                throw table.refused(1, "slice " + slice.name() + ", whose turn it is", table.text(1));
            }
            if (interval >= MAX_INTERVALS) {
                throw table.refused(0, "one of at most " + MAX_INTERVALS + " intervals", table.text(0));
            }
            Ns3Trace.Reports reports = slice.reports();
            reports.throughputMbps[interval] = table.number(2, 0, 1000);
            reports.offeredMbps[interval] = table.number(3, 0, 1000);
            reports.sentPackets[interval] = table.whole(4, 0, 100_000);
            reports.droppedPackets[interval] = table.whole(5, 0, 100_000);
            reports.prbShare[interval] = table.number(6, 0, 1);
            reports.backlog[interval] = table.number(7, 0, 1);
            table.counts(8, reports.delays[interval]);
            table.counts(9, reports.cqis[interval]);
            reports.next();
        });
        if (row[0] == 0 || row[0] % slices.size() != 0) {
            throw new InvalidRecordingException(
                    csv.getFileName() + ": " + row[0] + " rows are not a whole number of intervals");
        }
    }

    private JsonNode list(JsonNode node, String field, int fewest, int most) throws InvalidRecordingException {
        JsonNode list = node.path(field);
        if (!list.isArray() || list.size() < fewest || list.size() > most) {
            throw refused(field, "must be a list of " + fewest + ".." + most);
        }
        return list;
    }

    private double number(JsonNode node, String field, double low, double high) throws InvalidRecordingException {
        double value = node.path(field).asDouble(Double.NaN);
        if (!(value >= low && value <= high)) {
            throw refused(field, String.format(Locale.ROOT, "must be %s..%s", low, high));
        }
        return value;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    private InvalidRecordingException refused(String field, String problem) {
        return new InvalidRecordingException(file + (field.isEmpty() ? " " : ", " + field + ": ") + problem);
    }
}
