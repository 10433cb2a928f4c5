package io.twinslice.lab.baselines;

import io.twinslice.bundle.Sha256;
import io.twinslice.learners.suite.Learned;
import io.twinslice.learners.suite.LearnedActor;
import io.twinslice.model.QuotaPlan;
import io.twinslice.policy.Policy;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a learner made for one scenario.
 *
 * @param learner its name
 * @param learned what it learned, one of the two
 * @param cpuSeconds CPU time of the whole process while it learned
 */
record TrainedPolicy(String learner, Learner learned, double cpuSeconds) {
    /** Either kind of policy. */
    sealed interface Learner {
        /** Chooses among plans. */
        record Chooser(Learned learned) implements Learner {}

        /** Sets quotas by a network. */
        record Actor(LearnedActor learned) implements Learner {}
    }

    long environmentSteps() {
        return switch (learned) {
            case Learner.Chooser(Learned chooser) -> chooser.environmentSteps();
            case Learner.Actor(LearnedActor actor) -> actor.environmentSteps();
        };
    }

    /** The best constant plan that the learner met. */
    Optional<QuotaPlan> constantPlan() {
        return learned instanceof Learner.Chooser(Learned chooser)
                ? Optional.of(chooser.repertoire().getFirst())
                : Optional.empty();
    }

    Policy policy() {
        return switch (learned) {
            case Learner.Chooser(Learned chooser) -> chooser.policy(learner);
            case Learner.Actor(LearnedActor actor) -> actor.policy(learner);
        };
    }

    /** Of everything that the policy decides by. */
    String digest() {
        return switch (learned) {
            case Learner.Chooser(Learned chooser) ->
                digest(
                        chooser.repertoire() + " " + chooser.patience(),
                        chooser.network().parameters());
            case Learner.Actor(LearnedActor actor) -> digest("", actor.network().parameters());
        };
    }

    private static String digest(String text, float[] parameters) {
        byte[] bytes = bytes(parameters);
        return Sha256.hex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) + Sha256.hex(bytes);
    }

    static byte[] bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    static float[] floats(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return values;
    }
}
