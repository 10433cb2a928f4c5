package io.twinslice.lab.baselines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.lab.AtomicFile;
import io.twinslice.lab.ResultJson;
import io.twinslice.learners.suite.Fitness;
import io.twinslice.learners.suite.Learned;
import io.twinslice.learners.suite.LearnedActor;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.networks.Mlp;
import io.twinslice.networks.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was learned already: one file for each scenario and learner, which counts only for the fingerprint that it was
 * written under. One that cannot be read counts as not there.
 */
final class PolicyStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    PolicyStore(Path folder) {
        this.folder = folder;
    }

    Optional<TrainedPolicy> trained(String scenario, String learner, String fingerprint) {
        Path file = file(scenario, learner);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            if (!json.path("fingerprint").asText().equals(fingerprint)) {
                return Optional.empty();
            }
            TrainedPolicy.Learner learned = json.has("repertoire")
                    ? new TrainedPolicy.Learner.Chooser(chooser(json))
                    : new TrainedPolicy.Learner.Actor(new LearnedActor(
                            network(json.path("network")),
                            json.path("environmentSteps").asLong()));
            return Optional.of(
                    new TrainedPolicy(learner, learned, json.path("cpuSeconds").asDouble()));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    void keep(String scenario, String fingerprint, TrainedPolicy trained) throws IOException {
        ObjectNode json = JSON.createObjectNode()
                .put("fingerprint", fingerprint)
                .put("cpuSeconds", trained.cpuSeconds())
                .put("environmentSteps", trained.environmentSteps());
        switch (trained.learned()) {
            case TrainedPolicy.Learner.Chooser(Learned learned) -> {
                ArrayNode repertoire = json.putArray("repertoire");
                for (QuotaPlan plan : learned.repertoire()) {
                    ResultJson.add(repertoire.addArray(), plan);
                }
                if (Double.isFinite(learned.patience())) {
                    json.put("patience", learned.patience());
                }
                put(json.putObject("fitness"), learned.fitness());
                put(json.putObject("firstPlanFitness"), learned.firstPlanFitness());
                put(json.putObject("network"), learned.network());
            }
            case TrainedPolicy.Learner.Actor(LearnedActor actor) -> put(json.putObject("network"), actor.network());
        }
        AtomicFile.write(file(scenario, trained.learner()), json + "\n");
    }

    private static Learned chooser(JsonNode json) {
        List<QuotaPlan> repertoire = new ArrayList<>();
        for (JsonNode plan : json.path("repertoire")) {
            List<PrbQuota> quotas = new ArrayList<>();
            for (JsonNode quota : plan) {
                quotas.add(new PrbQuota(
                        quota.path(0).asInt(),
                        quota.path(1).asInt(),
                        quota.path(2).asInt()));
            }
            repertoire.add(new QuotaPlan(quotas));
        }
        return new Learned(
                repertoire,
                network(json.path("network")),
                json.path("patience").asDouble(Double.POSITIVE_INFINITY),
                fitness(json.path("fitness")),
                fitness(json.path("firstPlanFitness")),
                json.path("environmentSteps").asLong());
    }

    private static void put(ObjectNode json, Mlp network) {
        ArrayNode sizes = json.putArray("layerSizes");
        network.layerSizes().forEach(sizes::add);
        json.put("hidden", network.shape().hidden().name());
        json.put("parameters", TrainedPolicy.bytes(network.parameters()));
    }

    private static Mlp network(JsonNode json) {
        List<Integer> sizes = new ArrayList<>();
        json.path("layerSizes").forEach(size -> sizes.add(size.asInt()));
        Shape shape = json.path("hidden").asText().equals("TANH") ? Shape.tanh(sizes) : Shape.relu(sizes);
        try {
            return new Mlp(shape, TrainedPolicy.floats(json.path("parameters").binaryValue()));
        } catch (IOException noBase64) {
            throw new IllegalArgumentException(noBase64);
        }
    }

    private static void put(ObjectNode json, Fitness fitness) {
        json.put("violationSeconds", fitness.violationSeconds())
                .put("tailSeconds", fitness.tailSeconds())
                .put("prbSeconds", fitness.prbSeconds());
    }

    private static Fitness fitness(JsonNode json) {
        return new Fitness(
                json.path("violationSeconds").asDouble(),
                json.path("tailSeconds").asDouble(),
                json.path("prbSeconds").asDouble());
    }

    private Path file(String scenario, String learner) {
        return folder.resolve(scenario).resolve(learner + ".json");
    }
}
