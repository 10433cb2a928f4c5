package io.twinslice.ric;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.util.List;
import java.util.Locale;

/**
 * The JSON schema (draft-07) of one policy type. References outside the schema are never fetched. Thread-safe.
 *
 * <p>Formats ({@code date-time}, {@code uri}) are checked. What a schema cannot say, such as rules across fields, is
 * not.
 */
public final class PolicyTypeSchema {
    private static final int MAX_VIOLATIONS = 50;

    private final JsonSchema schema;

    private PolicyTypeSchema(JsonSchema schema) {
        this.schema = schema;
    }

    /**
     * One place at which a policy breaks its schema.
     *
     * @param where JSON pointer into the policy; empty for the whole
     * @param what the rule that is broken
     */
    public record Violation(String where, String what) {}

    /**
     * Reads a schema.
     *
     * @throws IllegalArgumentException if the text is no JSON object, has a reference to elsewhere, or is no schema
     */
    public static PolicyTypeSchema of(String schemaText) {
        JsonNode node;
        try {
            node = StrictJson.read(schemaText);
        } catch (StrictJson.Fault e) {
            throw new IllegalArgumentException("the policy type's schema is no JSON: " + e.getMessage(), e);
        }
        if (!node.isObject()) {
            throw new IllegalArgumentException("the policy type's schema must be a JSON object");
        }
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ROOT)
                .build();
        try {
            JsonSchema schema = JsonSchemaFactory.getInstance(
                            SpecVersion.VersionFlag.V7,
                            builder ->
                                    builder.schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance())))
                    .getSchema(node, config);
            schema.initializeValidators();
            return new PolicyTypeSchema(schema);
        } catch (RuntimeException e) {
            // The validator's own exceptions have no common type that says "bad schema".
            throw new IllegalArgumentException(
                    "the policy type's schema cannot be used: " + StrictJson.shown(String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * Where a policy breaks the schema; empty if it fits. At most {@value #MAX_VIOLATIONS} are named. Text that is no
     * JSON is one violation of the whole.
     */
    public List<Violation> violations(String policyJson) {
        JsonNode policy;
        try {
            policy = StrictJson.read(policyJson);
        } catch (StrictJson.Fault e) {
            return List.of(new Violation("", "no JSON: " + e.getMessage()));
        }
        return schema.validate(policy).stream()
                .limit(MAX_VIOLATIONS)
                .map(PolicyTypeSchema::violation)
                .toList();
    }

    private static Violation violation(ValidationMessage message) {
        return new Violation(
                String.valueOf(message.getInstanceLocation()), StrictJson.shown(String.valueOf(message.getError())));
    }
}
