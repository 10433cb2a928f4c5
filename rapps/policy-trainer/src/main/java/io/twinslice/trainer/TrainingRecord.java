package io.twinslice.trainer;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.twinslice.learners.ErlPlan;
import io.twinslice.learners.TrainingProgress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The JSON that is kept with a trained policy: the whole plan, so that the run can be repeated, and its curve.
 *
 * @param plan what was searched
 * @param scenarios names of the scenarios it was trained on
 * @param origin where the chosen network came from
 * @param violationsPermille broken twin-windows of 1000 on the selection seeds
 * @param heldPrbs mean PRBs held (used or guaranteed) on the selection seeds
 * @param environmentSteps windows simulated in all
 * @param curve one entry per generation
 */
@JsonPropertyOrder({"plan", "scenarios", "origin", "violationsPermille", "heldPrbs", "environmentSteps", "curve"})
public record TrainingRecord(
        ErlPlan plan,
        List<String> scenarios,
        String origin,
        double violationsPermille,
        double heldPrbs,
        long environmentSteps,
        List<TrainingProgress> curve) {
    /** A curve of the longest plan stays below this. */
    private static final int MAX_CHARS = 64 << 20;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    public TrainingRecord {
        scenarios = List.copyOf(scenarios);
        curve = List.copyOf(curve);
    }

    /** The record of a finished run. */
    public static TrainingRecord of(TrainedPolicy policy) {
        return new TrainingRecord(
                policy.plan(),
                policy.scenarios(),
                policy.origin(),
                policy.violationsPermille(),
                policy.heldPrbs(),
                policy.environmentSteps(),
                policy.curve());
    }

    /** As JSON; the same record gives the same text. */
    public String toJson() {
        return write(this);
    }

    /** The plan alone as JSON. */
    public static String planToJson(ErlPlan plan) {
        return write(plan);
    }

    /** @throws IllegalArgumentException when the text is not exactly such a record; says where */
    public static TrainingRecord fromJson(String json) {
        return read(json, TrainingRecord.class);
    }

    /**
     * @throws IllegalArgumentException when the text is not exactly a plan, or a setting is out of range; says which
     */
    public static ErlPlan planFromJson(String json) {
        return read(json, ErlPlan.class);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        if (json.length() > MAX_CHARS) {
            throw new IllegalArgumentException("a training record has at most " + MAX_CHARS + " characters");
        }
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a training record: " + e.getMessage(), e);
        }
    }

    /**
     * Writes the JSON to a file, as a whole or not at all.
     *
     * @throws IOException when the file cannot be written
     */
    public void save(Path file) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                written, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(toJson().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
