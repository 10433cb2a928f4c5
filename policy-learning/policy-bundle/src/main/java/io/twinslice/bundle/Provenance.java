package io.twinslice.bundle;

import static io.twinslice.bundle.RefusalReason.SCHEMA;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a candidate was made from.
 *
 * @param method the learner, for example {@code erl}
 * @param materials what went in, by name: digests of data, code and settings. Keep machine and time out of it, or equal
 *     seeds no longer give equal digests.
 */
public record Provenance(String method, SortedMap<String, String> materials) {
    private static final int MAX_TEXT = 500;
    private static final int MAX_ITEMS = 128;

    public Provenance {
        materials = Collections.unmodifiableSortedMap(new TreeMap<>(materials));
        if (materials.size() > MAX_ITEMS) {
            throw new IllegalArgumentException("more than " + MAX_ITEMS + " materials");
        }
        requireShort(method);
        materials.forEach((name, value) -> {
            requireShort(name);
            requireShort(value);
        });
    }

    private static void requireShort(String text) {
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("a text of the provenance is longer than " + MAX_TEXT + " characters");
        }
    }

    byte[] toJson() {
        ObjectNode json = CanonicalJson.object();
        json.put("method", method);
        ObjectNode list = json.putObject("materials");
        materials.forEach(list::put);
        return CanonicalJson.write(json);
    }

    static Provenance parse(byte[] json) throws InvalidBundleException {
        return CanonicalJson.read(json, "provenance.json", SCHEMA)
                .as(fields -> new Provenance(
                        fields.text("method", MAX_TEXT),
                        fields.map("materials", MAX_ITEMS, value -> value.ownText(MAX_TEXT))));
    }
}
