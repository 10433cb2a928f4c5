package io.twinslice.a1;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A policy type as both families of dialects know it: by integer in the O-RAN SC ones, by name in the standard.
 *
 * @param id integer id, 1..2147483647
 * @param name {@code Owner_Name_1.0.0}; the O-RAN SC dialects do without the version
 * @param description one line
 * @param schema what instances look like, JSON Schema draft-07; not changed by anyone
 */
public record A1PolicyType(int id, String name, String description, JsonNode schema) {
    /** Integer id of {@link #cellSlicePolicy()}. */
    public static final int CELL_SLICE_POLICY_ID = 30110;

    /** Name of {@link #cellSlicePolicy()}. */
    public static final String CELL_SLICE_POLICY_NAME = "Twinslice_CellSlicePolicy_1.0.0";

    public A1PolicyType {
        if (id < 1) {
            throw new IllegalArgumentException("a type's id is at least 1, not " + id);
        }
        if (!name.matches("[A-Za-z0-9]+_[A-Za-z0-9]+(_[0-9]+\\.[0-9]+\\.[0-9]+)?")) {
            throw new IllegalArgumentException("a type's name is Owner_Name_1.0.0, not \"" + name + "\"");
        }
        if (schema.toString().indexOf('`') >= 0) {
            throw new IllegalArgumentException("the A1 mediator cannot give back a schema with a back-tick");
        }
    }

    /** Our own type: the policy of a whole cell, see {@link CellSlicePolicy}. */
    public static A1PolicyType cellSlicePolicy() {
        return new A1PolicyType(
                CELL_SLICE_POLICY_ID,
                CELL_SLICE_POLICY_NAME,
                "Promises to all twins of a cell and the verified policy that shall keep them",
                resource(CELL_SLICE_POLICY_NAME + ".json"));
    }

    private static JsonNode resource(String name) {
        try (InputStream in = A1PolicyType.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing");
            }
            return Json.parse(in.readAllBytes())
                    .orElseThrow(() -> new IllegalStateException("the resource " + name + " is not JSON"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path segment by which a dialect names the type. */
    String key(A1Dialect dialect) {
        return dialect == A1Dialect.STD ? name : Integer.toString(id);
    }
}
