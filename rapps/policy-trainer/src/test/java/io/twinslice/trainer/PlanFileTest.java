package io.twinslice.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFileTest {
    static List<TrainingPlan> plans() {
        return TrainingPlans.all();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyNamedPlanGoesThroughJsonUnchanged(TrainingPlan plan) {
        String json = PlanFile.toJson(plan);
        assertThat(PlanFile.parse(json)).isEqualTo(plan);
        assertThat(PlanFile.toJson(PlanFile.parse(json))).isEqualTo(json);
        assertThat(plan.withSeed(77).learner().seed()).isEqualTo(77);
        assertThat(plan.withSeed(plan.learner().seed())).isEqualTo(plan);
    }

    @Test
    void whatIsLeftOutIsAsInTheQuickPlan() {
        TrainingPlan plan = PlanFile.parse("{\"erl\": {\"seed\": -5, \"evolution\": {\"elites\": 1}}}");
        assertThat(PlanFile.parse("{\"name\": \"quick\"}")).isEqualTo(TrainingPlans.QUICK);
        assertThat(plan.name()).isEqualTo("unnamed");
        assertThat(plan.learner().seed()).isEqualTo(-5);
        assertThat(plan.benchmark()).isEqualTo(TrainingPlans.QUICK.benchmark());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"erl\": {\"population\": 3}} | erl.population must be 4..1000, not 3",
                "{\"erl\": {\"population\": 5000000000}} | erl.population must be a whole number of 32 bits",
                "{\"erl\": {\"population\": 12.5}} | erl.population must be a whole number, not 12.5",
                "{\"erl\": {\"seed\": \"1\"}} | erl.seed must be a whole number, not \"1\"",
                "{\"erl\": {\"seed\": 99999999999999999999}} | erl.seed must be a whole number",
                "{\"erl\": {\"evolution\": {\"elites\": 11}}} | erl.evolution.elites must be 1..10, not 11",
                "{\"erl\": {\"evolution\": {\"crossover\": 1.5}}} | erl.evolution.crossover must be 0.0..1.0, not 1.5",
                "{\"erl\": {\"offPolicy\": {\"discount\": 1}}} | erl.offPolicy.discount must be 0.0..0.9999, not 1.0",
                "{\"erl\": {\"offPolicy\": {\"discount\": 1e999}}} | erl.offPolicy.discount",
                "{\"erl\": {\"guard\": {\"floorPercent\": -1}}} | erl.guard.floorPercent must be 0..50, not -1",
                "{\"erl\": {\"guard\": 3}} | erl.guard must be a JSON object",
                "{\"erl\": null} | erl must be a JSON object",
                "{\"erl\": {\"guard\": {\"floor\": 1}}} | erl.guard.floor is no field of a plan; there are"
                        + " floorPercent, maxStepPercent",
                "{\"benchmark\": {\"episodes\": 0}} | benchmark.episodes must be 1..10000, not 0",
                "{\"checkpointGenerations\": 0} | checkpointGenerations must be 1..100000, not 0",
                "{\"scenarios\": []} | scenarios must be 1..64 names, not 0",
                "{\"scenarios\": \"quiet-shift\"} | scenarios must be a list of texts",
                "{\"scenarios\": [\"quiet-shift\", 5]} | scenarios[1] must be a text, not 5",
                "{\"scenarios\": [\"nowhere\"]} | scenarios[0] must be one of factory-floor,",
                "{\"scenarios\": [\"quiet-shift\", \"quiet-shift\"]} | scenarios must all be different",
                "{\"learner\": \"oracle\"} | learner must be erl, not \"oracle\"",
                "{\"name\": \"../x\"} | name must be 1..64 of a-z",
                "{\"formatVersion\": 2} | formatVersion must be 1, not 2",
                "{\"sede\": 1} | sede is no field of a plan",
                "[] | a plan must be a JSON object"
            })
    void whatIsWrongIsRefusedByTheNameOfTheField(String json, String words) {
        assertThatThrownBy(() -> PlanFile.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{} {}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"erl\": {\"seed\": 1, \"seed\": 2}}",
                "{\"a\": [[[[[[[[[[]]]]]]]]]]}"
            })
    void whatIsNotOneJsonValueIsRefused(String json) {
        assertThatThrownBy(() -> PlanFile.parse(json)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anyValueInAnyFieldIsTakenOrRefusedInWords() throws IOException {
        ObjectMapper json = new ObjectMapper();
        String[] values = {"null", "true", "-1", "0", "1", "1e18", "-0.0", "\"\"", "[]", "{}", "[1]", "1e-320"};
        for (String path : leaves(PlanFile.toTree(TrainingPlans.QUICK), "")) {
            for (String value : values) {
                ObjectNode plan = PlanFile.toTree(TrainingPlans.QUICK);
                String pointer = path.substring(0, path.lastIndexOf('/'));
                ((ObjectNode) plan.at(pointer)).set(path.substring(pointer.length() + 1), json.readTree(value));
                try {
                    PlanFile.parse(plan.toString());
                } catch (IllegalArgumentException refused) {
                    assertThat(refused.getMessage())
                            .startsWith(path.substring(1).replace('/', '.').replaceAll("\\[.*", ""));
                }
            }
        }
    }

    @Test
    void noiseIsRefused() {
        SplittableRandom random = new SplittableRandom(1);
        String plan = PlanFile.toJson(TrainingPlans.QUICK);
        for (int round = 0; round < 500; round++) {
            StringBuilder noisy = new StringBuilder(plan);
            noisy.setCharAt(random.nextInt(plan.length()), (char) (32 + random.nextInt(95)));
            try {
                PlanFile.parse(noisy.toString());
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).isNotBlank().doesNotContain("\n");
            }
        }
    }

    private static List<String> leaves(JsonNode node, String path) {
        List<String> leaves = new ArrayList<>();
        node.properties().forEach(field -> {
            String inner = path + "/" + field.getKey();
            leaves.addAll(field.getValue().isObject() ? leaves(field.getValue(), inner) : List.of(inner));
        });
        return leaves;
    }
}
