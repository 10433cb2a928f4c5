package io.twinslice.ric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class PolicyTypeSchemaTest {
    private static final String SMALL = """
        {"$schema":"http://json-schema.org/draft-07/schema#","type":"object","additionalProperties":false,
         "required":["ratio"],"properties":{"ratio":{"type":"integer","minimum":0,"maximum":100},
         "until":{"type":"string","format":"date-time"},"cells":{"type":"array","items":{"type":"string"}}}}\
        """;

    @Test
    void theRecordedPoliciesFitTheirTypeAndTheBadOneSaysWhere() throws Exception {
        PolicyTypeSchema schema = PolicyTypeSchema.of(
                A1Vectors.read("bodies/type-osc.json").path("create_schema").toString());

        assertThat(schema.violations(A1Vectors.read("bodies/policy-shadow.json").toString()))
                .isEmpty();
        assertThat(schema.violations(A1Vectors.read("bodies/policy-active.json").toString()))
                .isEmpty();
        assertThat(schema.violations(
                        A1Vectors.read("bodies/policy-bad-ratio.json").toString()))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.where()).isEqualTo("/guardrails/maxPrbRatio");
                    assertThat(violation.what()).contains("100");
                });
    }

    @Test
    void everyRequiredPartOfTheRecordedTypeIsMissed() throws Exception {
        PolicyTypeSchema schema = PolicyTypeSchema.of(
                A1Vectors.read("bodies/type-osc.json").path("create_schema").toString());
        for (String part :
                new String[] {"scope", "objectives", "policyArtifact", "verification", "guardrails", "rollout"}) {
            ObjectNode policy = (ObjectNode) A1Vectors.read("bodies/policy-shadow.json");
            policy.remove(part);
            assertThat(schema.violations(policy.toString()))
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.what()).contains(part));
        }
    }

    @Test
    void severalViolationsAreAllNamed() {
        PolicyTypeSchema schema = PolicyTypeSchema.of(SMALL);

        assertThat(schema.violations("{\"ratio\":101,\"until\":\"soon\",\"cells\":[\"a\",7],\"x\":1}"))
                .extracting(PolicyTypeSchema.Violation::where)
                .containsExactlyInAnyOrder("/ratio", "/until", "/cells/1", "");
    }

    @Test
    void textThatIsNoJsonIsAViolationOfTheWhole() {
        PolicyTypeSchema schema = PolicyTypeSchema.of(SMALL);

        assertThat(schema.violations("{\"ratio\":1,\"ratio\":2}"))
                .singleElement()
                .satisfies(violation -> assertThat(violation.what()).contains("no JSON"));
        assertThat(schema.violations("")).hasSize(1);
    }

    /** A schema that fetches is a way for its author to make the xApp call addresses. */
    @Test
    void aSchemaThatRefersElsewhereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyTypeSchema.of("{\"$ref\":\"http://127.0.0.1:1/schema.json\"}"))
                .withMessageContaining("cannot be used");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyTypeSchema.of("{\"$ref\":\"file:///etc/hostname\"}"));
    }

    @Test
    void textThatIsNoSchemaIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PolicyTypeSchema.of("nonsense"));
        assertThatIllegalArgumentException().isThrownBy(() -> PolicyTypeSchema.of("[]"));
    }
}
