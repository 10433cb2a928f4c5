package io.twinslice.trainer;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.learners.ErlPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Training plans as JSON. The schema is closed: a field that is not known is refused. A field that is left out has the
 * value that it has in the plan {@code quick}. docs/training.md lists the fields.
 */
public final class PlanFile {
    /** Far above any plan. */
    public static final int MOST_BYTES = 64 << 10;

    private static final int VERSION = 1;

    private static final ObjectMapper JSON = JsonMapper.builder(new JsonFactoryBuilder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(200)
                            .maxNameLength(64)
                            .maxNumberLength(32)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PlanFile() {}

    /** All fields, none left out; the same plan gives the same text. */
    public static String toJson(TrainingPlan plan) {
        try {
            return JSON.writeValueAsString(toTree(plan)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The plan as a part of larger JSON. */
    public static ObjectNode toTree(TrainingPlan plan) {
        ObjectNode root = JSON.createObjectNode()
                .put("formatVersion", VERSION)
                .put("name", plan.name())
                .put("learner", plan.learner().name());
        plan.scenarios().forEach(root.putArray("scenarios")::add);
        root.put("checkpointGenerations", plan.checkpointGenerations());
        switch (plan.learner()) {
            case TrainingPlan.Erl(ErlPlan settings) -> root.set(TrainingPlan.Erl.NAME, JSON.valueToTree(settings));
        }
        root.set("benchmark", JSON.valueToTree(plan.benchmark()));
        return root;
    }

    /**
     * Reads a plan.
     *
     * @throws IllegalArgumentException when the text is no plan or a field is out of range; names the field
     */
    public static TrainingPlan parse(String json) {
        if (json.length() > MOST_BYTES) {
            throw new IllegalArgumentException("a plan has at most " + MOST_BYTES + " characters");
        }
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON" + place(e.getLocation()) + ": " + firstLine(e), e);
        }
        TrainingPlan standard = TrainingPlans.QUICK;
        PlanFields fields = new PlanFields("", root);
        int version = fields.integer("formatVersion", VERSION);
        if (version != VERSION) {
            throw new IllegalArgumentException("formatVersion must be " + VERSION + ", not " + version);
        }
        String name = fields.text("name", "unnamed");
        String learner = fields.text("learner", TrainingPlan.Erl.NAME);
        if (!learner.equals(TrainingPlan.Erl.NAME)) {
            throw new IllegalArgumentException(
                    "learner must be " + TrainingPlan.Erl.NAME + ", not \"" + learner + "\"");
        }
        List<String> scenarios = fields.texts("scenarios", standard.scenarios());
        int checkpoints = fields.integer("checkpointGenerations", standard.checkpointGenerations());
        TrainingPlan.LearnerPlan settings = switch (standard.learner()) {
            case TrainingPlan.Erl(ErlPlan defaults) -> new TrainingPlan.Erl(erl(fields.object("erl"), defaults));
        };
        TrainingPlan.Benchmark benchmark = benchmark(fields.object("benchmark"), standard.benchmark());
        fields.end();
        return new TrainingPlan(name, settings, scenarios, checkpoints, benchmark);
    }

    private static String place(@Nullable JsonLocation at) {
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String firstLine(JsonProcessingException e) {
        return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("unreadable");
    }

    private static ErlPlan erl(PlanFields f, ErlPlan standard) {
        long seed = f.whole("seed", standard.seed());
        int population = f.integer("population", standard.population());
        int generations = f.integer("generations", standard.generations());
        int episodesPerGenome = f.integer("episodesPerGenome", standard.episodesPerGenome());
        int episodeWindows = f.integer("episodeWindows", standard.episodeWindows());
        int hiddenWidth = f.integer("hiddenWidth", standard.hiddenWidth());
        int cloneSteps = f.integer("cloneSteps", standard.cloneSteps());
        int selectionEpisodes = f.integer("selectionEpisodes", standard.selectionEpisodes());
        ErlPlan.Evolution evolution = evolution(f.object("evolution"), standard.evolution());
        ErlPlan.OffPolicy offPolicy = offPolicy(f.object("offPolicy"), standard.offPolicy());
        ErlPlan.Guard guard = guard(f.object("guard"), standard.guard());
        f.end();
        if (population >= 4 && population <= 1000) {
            TrainingPlan.range("erl.evolution.elites", evolution.elites(), 1, population - 2);
        }
        return f.checked(() -> new ErlPlan(
                seed,
                population,
                generations,
                episodesPerGenome,
                episodeWindows,
                hiddenWidth,
                cloneSteps,
                selectionEpisodes,
                evolution,
                offPolicy,
                guard));
    }

    private static ErlPlan.Evolution evolution(PlanFields f, ErlPlan.Evolution standard) {
        int elites = f.integer("elites", standard.elites());
        int tournament = f.integer("tournament", standard.tournament());
        double crossover = f.real("crossover", standard.crossover());
        double mutation = f.real("mutation", standard.mutation());
        double mutatedShare = f.real("mutatedShare", standard.mutatedShare());
        double strength = f.real("strength", standard.strength());
        int injectEvery = f.integer("injectEvery", standard.injectEvery());
        f.end();
        return f.checked(() ->
                new ErlPlan.Evolution(elites, tournament, crossover, mutation, mutatedShare, strength, injectEvery));
    }

    private static ErlPlan.OffPolicy offPolicy(PlanFields f, ErlPlan.OffPolicy standard) {
        int bufferWindows = f.integer("bufferWindows", standard.bufferWindows());
        int batchRows = f.integer("batchRows", standard.batchRows());
        int updates = f.integer("updatesPerGeneration", standard.updatesPerGeneration());
        int criticWidth = f.integer("criticWidth", standard.criticWidth());
        double discount = f.real("discount", standard.discount());
        double targetBlend = f.real("targetBlend", standard.targetBlend());
        double actorRate = f.real("actorRate", standard.actorRate());
        double criticRate = f.real("criticRate", standard.criticRate());
        double exploration = f.real("exploration", standard.exploration());
        double violationPenalty = f.real("violationPenalty", standard.violationPenalty());
        f.end();
        return f.checked(() -> new ErlPlan.OffPolicy(
                bufferWindows,
                batchRows,
                updates,
                criticWidth,
                discount,
                targetBlend,
                actorRate,
                criticRate,
                exploration,
                violationPenalty));
    }

    private static ErlPlan.Guard guard(PlanFields f, ErlPlan.Guard standard) {
        int floor = f.integer("floorPercent", standard.floorPercent());
        int step = f.integer("maxStepPercent", standard.maxStepPercent());
        f.end();
        return f.checked(() -> new ErlPlan.Guard(floor, step));
    }

    private static TrainingPlan.Benchmark benchmark(PlanFields f, TrainingPlan.Benchmark standard) {
        int episodes = f.integer("episodes", standard.episodes());
        int windows = f.integer("windows", standard.windows());
        int staticPlans = f.integer("staticPlans", standard.staticPlans());
        int staticEpisodes = f.integer("staticEpisodes", standard.staticEpisodes());
        f.end();
        return f.checked(() -> new TrainingPlan.Benchmark(episodes, windows, staticPlans, staticEpisodes));
    }
}
