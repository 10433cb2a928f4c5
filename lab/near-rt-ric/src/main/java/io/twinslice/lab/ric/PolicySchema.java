package io.twinslice.lab.ric;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.resource.DisallowSchemaLoader;

/** The draft-07 schema of a policy type, without references to elsewhere. */
final class PolicySchema {
    private final JsonSchema schema;

    private PolicySchema(JsonSchema schema) {
        this.schema = schema;
    }

    /** @throws IllegalArgumentException if the node is no usable schema */
    static PolicySchema of(JsonNode node) {
        try {
            JsonSchema schema = JsonSchemaFactory.getInstance(
                            SpecVersion.VersionFlag.V7,
                            builder ->
                                    builder.schemaLoaders(loaders -> loaders.add(DisallowSchemaLoader.getInstance())))
                    .getSchema(node, SchemaValidatorsConfig.builder().build());
            schema.initializeValidators();
            return new PolicySchema(schema);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("no usable schema: " + e.getMessage(), e);
        }
    }

    boolean accepts(JsonNode policy) {
        return schema.validate(policy).isEmpty();
    }
}
