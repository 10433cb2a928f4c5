package io.twinslice.a1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.twinslice.a1.CellSlicePolicy.Artifact;
import io.twinslice.a1.CellSlicePolicy.Guardrails;
import io.twinslice.model.Sla;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CellSlicePolicyTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(A1PolicyType.cellSlicePolicy().schema());

    @Test
    void whatTheRecordWritesFitsTheSchema() {
        assertThat(SCHEMA.validate(policy().toJson())).isEmpty();
    }

    @Test
    void theSchemaIsClosedAndBounded() {
        List<Consumer<ObjectNode>> damages = List.of(
                json -> json.put("more", 1),
                json -> json.remove("guardrails"),
                json -> object(json, "scope").put("cellId", "a/b"),
                json -> object(json, "scope").put("plmn", "001"),
                json -> json.putArray("targets"),
                json -> ((ObjectNode) json.path("targets").path(0)).put("reliability", 1.1),
                json -> ((ObjectNode) json.path("targets").path(0)).put("deadlineMillis", 0),
                json -> ((ObjectNode) json.path("targets").path(0)).remove("sliceId"),
                json -> object(json, "policyArtifact").put("sizeBytes", (32 << 20) + 1),
                json -> object(json, "policyArtifact").put("sha256", DIGEST.substring(1)),
                json -> object(json, "policyArtifact").put("uri", "file:///etc/passwd"),
                json -> object(json, "policyArtifact").put("epoch", -1),
                json -> object(json, "guardrails").put("maxStepPercent", 0),
                json -> object(json, "guardrails").putArray("floorPercent").add(101));
        for (int i = 0; i < damages.size(); i++) {
            ObjectNode json = policy().toJson();
            damages.get(i).accept(json);
            assertThat(SCHEMA.validate(json)).as("damage %d", i).isNotEmpty();
        }
    }

    @Test
    void whatTheSchemaCannotSayTheRecordRefuses() {
        assertThatThrownBy(() -> new Guardrails(List.of(60, 41), 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CellSlicePolicy("cell-1", policy().twins(), policy().artifact(), rails(5)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Artifact("p", URI.create("ftp://x/y"), DIGEST, DIGEST, 10, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Artifact("p", URI.create("http://x/y"), DIGEST, DIGEST, 33554433, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A back-tick in a schema breaks the mediator's answer for the type. */
    @Test
    void theSchemaHasNoBackTickAndStatesItsDraft() {
        A1PolicyType type = A1PolicyType.cellSlicePolicy();
        assertThat(type.schema().toString()).doesNotContain("`");
        assertThat(type.schema().path("$schema").asText()).isEqualTo("http://json-schema.org/draft-07/schema#");
        assertThat(type.id()).isEqualTo(30110);
    }

    private static ObjectNode object(ObjectNode json, String name) {
        return (ObjectNode) json.path(name);
    }

    private static Guardrails rails(int... floors) {
        return new Guardrails(Arrays.stream(floors).boxed().toList(), 20);
    }

    private static CellSlicePolicy policy() {
        return new CellSlicePolicy(
                "cell-1",
                List.of(
                        new TwinProfile("agv", new Snssai(1, 0xa7), new Sla(20, 0.999, 100, 0), 2),
                        new TwinProfile(
                                "video", new Snssai(2, Snssai.NO_SD), new Sla(300, 0, Integer.MAX_VALUE, 4000), 1)),
                new Artifact("ward", URI.create("http://127.0.0.1:8080/x.twinpolicy"), DIGEST, DIGEST, 9000, 4),
                rails(10, 5));
    }
}
