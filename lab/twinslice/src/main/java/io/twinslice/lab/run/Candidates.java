package io.twinslice.lab.run;

import io.twinslice.bundle.Manifest;
import io.twinslice.bundle.ModelCard;
import io.twinslice.bundle.PolicyCandidate;
import io.twinslice.bundle.Provenance;
import io.twinslice.bundle.Sha256;
import io.twinslice.keeper.Mirror;
import io.twinslice.lab.Complaint;
import io.twinslice.lab.JobFailure;
import io.twinslice.networks.Mlp;
import io.twinslice.policy.ActionMapping;
import io.twinslice.policy.Features;
import io.twinslice.trainer.TrainedPolicy;
import io.twinslice.trainer.TrainingRecord;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** Makes candidates: of what was trained, and the planted one that verification must refuse. */
final class Candidates {
    private Candidates() {}

    /** The candidate of a training. Nothing in it depends on the clock, so the seed decides its digest. */
    static PolicyCandidate trained(TrainedPolicy trained, Mirror mirror, int twins) {
        TreeMap<String, ModelCard.Metric> metrics = new TreeMap<>();
        double violations = trained.violationsPermille();
        metrics.put("brokenTwinWindowsPermilleInTraining", new ModelCard.Metric(violations, violations, violations));
        TreeMap<String, String> materials = new TreeMap<>();
        materials.put("calibratedTwin", sha256(mirror.calibration().parameters().toString()));
        materials.put("trainingPlan", sha256(TrainingRecord.planToJson(trained.plan())));
        return PolicyCandidate.of(
                new Manifest(
                        "learned",
                        "1",
                        "erl",
                        twins,
                        Manifest.FEATURE_VERSION,
                        trained.network().layerSizes(),
                        sha256(TrainingRecord.planToJson(trained.plan())),
                        trained.plan().seed()),
                trained.network().parameters(),
                new ModelCard(
                        "PRB quotas of the slices of one cell, every report window",
                        trained.scenarios(),
                        List.of("Never trained on a cell that loses its E2 reports."),
                        metrics),
                new Provenance("ERL in a calibrated twin, best by " + trained.origin(), materials));
    }

    /** A planted candidate by name. */
    static PolicyCandidate planted(String name, int twins) throws JobFailure {
        if (!name.equals("starve")) {
            throw new JobFailure(Complaint.usage(
                    "no planted candidate is named \"" + name + "\"", "--candidate", "there is: starve"));
        }
        return starve(twins);
    }

    /**
     * A network that starves: slices with much offered load share the whole cell, and every other one is capped at next
     * to nothing. Well-formed in every respect but its behaviour.
     */
    private static PolicyCandidate starve(int twins) {
        List<Integer> sizes = List.of(Features.INPUTS, ActionMapping.PER_SLICE);
        float[] parameters = new float[Mlp.parameterCount(sizes)];
        // Where a weight stands among the parameters is the network's business: it is found by asking it.
        setOutput(sizes, parameters, 0, 0, 10 * ActionMapping.LIMIT);
        setBias(sizes, parameters, 0, -ActionMapping.LIMIT);
        setBias(sizes, parameters, 1, ActionMapping.LIMIT);
        setBias(sizes, parameters, 2, -ActionMapping.LIMIT);
        setBias(sizes, parameters, 3, -ActionMapping.LIMIT);
        return PolicyCandidate.of(
                new Manifest("starve", "1", "planted", twins, Manifest.FEATURE_VERSION, sizes, sha256("planted"), 0),
                parameters,
                new ModelCard("To be refused", List.of(), List.of("Starves all twins but one."), new TreeMap<>()),
                new Provenance("planted by hand", new TreeMap<>()));
    }

    /** Sets the weight from an input to an output. */
    private static void setOutput(List<Integer> sizes, float[] parameters, int input, int output, float value) {
        float[] in = new float[sizes.get(0)];
        in[input] = 1;
        parameters[indexOf(sizes, in, output)] = value;
    }

    private static void setBias(List<Integer> sizes, float[] parameters, int output, float value) {
        parameters[indexOf(sizes, new float[sizes.get(0)], output)] = value;
    }

    /** The parameter that alone moves this output on this input. */
    private static int indexOf(List<Integer> sizes, float[] in, int output) {
        int count = Mlp.parameterCount(sizes);
        boolean atRest = true;
        for (float value : in) {
            atRest &= value == 0;
        }
        for (int i = 0; i < count; i++) {
            float[] unit = new float[count];
            unit[i] = 1;
            float[] out = new float[sizes.get(sizes.size() - 1)];
            Mlp network = new Mlp(sizes, unit);
            network.forward(in, out);
            float[] quiet = new float[out.length];
            network.forward(new float[in.length], quiet);
            if (out[output] != 0 && (atRest || quiet[output] == 0)) {
                return i;
            }
        }
        throw new IllegalStateException("no parameter moves output " + output);
    }

    /** What the verifier draws its seeds with: known to nobody who trains, and the same in each run of a seed. */
    static byte[] secret(long seed) {
        return HexFormat.of().parseHex(sha256("verifier of seed " + seed));
    }

    static String sha256(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
