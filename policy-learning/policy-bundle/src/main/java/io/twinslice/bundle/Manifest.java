package io.twinslice.bundle;

import static io.twinslice.bundle.RefusalReason.SCHEMA;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a candidate is and where it applies. Nothing in it depends on the time of day.
 *
 * @param name what operators call it, 1..64 of {@code [a-z0-9-]}
 * @param version its version, 1..32 of {@code [0-9A-Za-z.+-]}
 * @param lineage the line of candidates it descends from, which shares one budget of verification error; like a name
 * @param twins twins (slices) of the cell it is for, 1..16
 * @param featureVersion {@link #FEATURE_VERSION} is the only one there is
 * @param layerSizes neurons of each layer, inputs first
 * @param trainingPlanDigest SHA-256 of the plan that trained it
 * @param trainingSeed seed of that training
 */
public record Manifest(
        String name,
        String version,
        String lineage,
        int twins,
        int featureVersion,
        List<Integer> layerSizes,
        String trainingPlanDigest,
        long trainingSeed) {
    /** The mapping from snapshots to inputs and from outputs to plans that this code has. */
    public static final int FEATURE_VERSION = 1;

    private static final int SCHEMA_VERSION = 1;
    private static final String NAME = "[a-z0-9-]{1,64}";
    private static final int MAX_LAYERS = 8;
    private static final int MAX_WIDTH = 4096;

    public Manifest {
        layerSizes = List.copyOf(layerSizes);
        if (!name.matches(NAME) || !lineage.matches(NAME)) {
            throw new IllegalArgumentException(
                    "name and lineage are 1..64 of [a-z0-9-], not \"" + name + "\" and \"" + lineage + "\"");
        }
        if (!version.matches("[0-9A-Za-z.+-]{1,32}")) {
            throw new IllegalArgumentException("version is 1..32 of [0-9A-Za-z.+-], not \"" + version + "\"");
        }
        if (twins < 1 || twins > 16) {
            throw new IllegalArgumentException("twins must be 1..16, not " + twins);
        }
        if (featureVersion != FEATURE_VERSION) {
            throw new IllegalArgumentException(
                    "this code has feature version " + FEATURE_VERSION + ", not " + featureVersion);
        }
        if (layerSizes.size() < 2 || layerSizes.size() > MAX_LAYERS) {
            throw new IllegalArgumentException("a network has 2.." + MAX_LAYERS + " layers, not " + layerSizes.size());
        }
        for (int size : layerSizes) {
            if (size < 1 || size > MAX_WIDTH) {
                throw new IllegalArgumentException("a layer has 1.." + MAX_WIDTH + " neurons, not " + size);
            }
        }
        Sha256.require("trainingPlanDigest", trainingPlanDigest);
    }

    byte[] toJson() {
        ObjectNode json = CanonicalJson.object();
        json.put("schema", SCHEMA_VERSION);
        json.put("name", name);
        json.put("version", version);
        json.put("lineage", lineage);
        json.put("twins", twins);
        json.put("featureVersion", featureVersion);
        ArrayNode layers = json.putArray("layerSizes");
        layerSizes.forEach(layers::add);
        json.put("trainingPlanDigest", trainingPlanDigest);
        json.put("trainingSeed", Long.toString(trainingSeed));
        return CanonicalJson.write(json);
    }

    static Manifest parse(byte[] json) throws InvalidBundleException {
        return CanonicalJson.read(json, "manifest.json", SCHEMA).as(fields -> {
            fields.integer("schema", SCHEMA_VERSION, SCHEMA_VERSION);
            return new Manifest(
                    fields.text("name", 64),
                    fields.text("version", 32),
                    fields.text("lineage", 64),
                    fields.integer("twins", 1, 16),
                    fields.integer("featureVersion", 1, 1 << 16),
                    fields.list("layerSizes", MAX_LAYERS, size -> size.ownInteger(1, MAX_WIDTH)),
                    fields.text("trainingPlanDigest", 64),
                    fields.longText("trainingSeed"));
        });
    }
}
