package io.twinslice.lab.baselines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.evaluation.EpisodeScore;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.ResultJson;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was played already, so that an interrupted study goes on: one file for each scenario and policy. A file counts
 * only for the fingerprint that it was written under; one that cannot be read counts as not there. Thread-safe.
 */
final class EpisodeStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATIC = "best-static-plan";

    private final Path folder;

    EpisodeStore(Path folder) {
        this.folder = folder;
    }

    /** The episodes of a policy, by seed. */
    synchronized SortedMap<Long, EpisodeScore> episodes(String scenario, String policy, String fingerprint) {
        SortedMap<Long, EpisodeScore> episodes = new TreeMap<>();
        for (JsonNode each : read(file(scenario, policy), fingerprint).path("episodes")) {
            EpisodeScore score = score(each);
            episodes.put(score.seed(), score);
        }
        return episodes;
    }

    /** Adds episodes to those of the same fingerprint. */
    synchronized void add(String scenario, String policy, String fingerprint, List<EpisodeScore> more)
            throws IOException {
        SortedMap<Long, EpisodeScore> episodes = episodes(scenario, policy, fingerprint);
        more.forEach(score -> episodes.put(score.seed(), score));
        ObjectNode json = JSON.createObjectNode().put("fingerprint", fingerprint);
        ArrayNode array = json.putArray("episodes");
        episodes.values().forEach(score -> write(array.addObject(), score));
        AtomicFile.write(file(scenario, policy), json + "\n");
    }

    synchronized Optional<QuotaPlan> bestStatic(String scenario, String fingerprint) {
        List<PrbQuota> quotas = new ArrayList<>();
        for (JsonNode each : read(file(scenario, STATIC), fingerprint).path("quotas")) {
            quotas.add(new PrbQuota(
                    each.path(0).asInt(), each.path(1).asInt(), each.path(2).asInt()));
        }
        return quotas.isEmpty() ? Optional.empty() : Optional.of(new QuotaPlan(quotas));
    }

    synchronized void keep(String scenario, String fingerprint, QuotaPlan plan) throws IOException {
        ObjectNode json = JSON.createObjectNode().put("fingerprint", fingerprint);
        ResultJson.add(json.putArray("quotas"), plan);
        AtomicFile.write(file(scenario, STATIC), json + "\n");
    }

    private Path file(String scenario, String name) {
        return folder.resolve(scenario).resolve(name + ".json");
    }

    private static JsonNode read(Path file, String fingerprint) {
        if (!Files.isRegularFile(file)) {
            return JSON.missingNode();
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            return json.path("fingerprint").asText().equals(fingerprint) ? json : JSON.missingNode();
        } catch (IOException unreadable) {
            return JSON.missingNode();
        }
    }

    private static void write(ObjectNode json, EpisodeScore score) {
        json.put("seed", score.seed()).put("windowMillis", score.windowMillis());
        ArrayNode broken = json.putArray("brokenWindows");
        score.brokenWindows().forEach(broken::add);
        json.put("windows", score.windows())
                .put("prbSeconds", score.prbSeconds())
                .put("aoiP99Millis", score.aoiP99Millis())
                .put("reward", score.reward())
                .put("shieldedWindows", score.shieldedWindows())
                .put("failure", score.failure());
    }

    private static EpisodeScore score(JsonNode json) {
        List<Integer> broken = new ArrayList<>();
        json.path("brokenWindows").forEach(each -> broken.add(each.asInt()));
        return new EpisodeScore(
                json.path("seed").asLong(),
                json.path("windowMillis").asInt(),
                broken,
                json.path("windows").asInt(),
                json.path("prbSeconds").asDouble(),
                json.path("aoiP99Millis").asDouble(),
                json.path("reward").asDouble(),
                json.path("shieldedWindows").asInt(),
                json.path("failure").asText());
    }
}
