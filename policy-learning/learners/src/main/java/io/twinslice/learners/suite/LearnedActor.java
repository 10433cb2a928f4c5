package io.twinslice.learners.suite;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.networks.Mlp;
import io.twinslice.policy.ActionMapping;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Policy;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A policy that a network computes from an {@link Observation} of the whole cell: raw numbers of {@link ActionMapping},
 * squashed by a hyperbolic tangent.
 *
 * @param network its outputs begin with the raw numbers of all slices; it may have more
 * @param environmentSteps windows played to learn it
 */
public record LearnedActor(Mlp network, long environmentSteps) {
    /** A fresh policy that plays what was learned. */
    public Policy policy(String name) {
        return new Acting(name, new Mlp(network.shape(), network.parameters()));
    }

    /**
     * The one of them that breaks the fewest promises in the selection episodes.
     *
     * @param actors at least one
     */
    public static LearnedActor best(List<LearnedActor> actors, SuiteCell cell) {
        List<Fitness> fitness = actors.stream()
                .map(actor -> Fitness.of(cell.selectionSeeds().stream()
                        .map(seed -> Play.whole(cell.selection(), seed, actor.policy("finalist")))
                        .toList()))
                .toList();
        return actors.get(IntStream.range(0, actors.size())
                .boxed()
                .min(Comparator.comparing(fitness::get))
                .orElseThrow());
    }

    /** The plan that raw numbers of −1..1 stand for. */
    public static QuotaPlan plan(float[] squashed, int slices) {
        float[] raw = new float[slices * ActionMapping.PER_SLICE];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = ActionMapping.LIMIT * squashed[i];
        }
        return ActionMapping.toPlan(raw, slices);
    }

    private static final class Acting implements Policy {
        private final String name;
        private final Mlp network;
        private final float[] outputs;
        private final Observation observation;

        private Acting(String name, Mlp network) {
            this.name = name;
            this.network = network;
            outputs = new float[network.outputs()];
            observation = new Observation(network.inputs() / Observation.size(1));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void restart() {
            observation.restart();
        }

        @Override
        public Decision decide(TwinSnapshot snapshot) {
            network.forward(observation.next(snapshot), outputs);
            float[] squashed = new float[snapshot.slices() * ActionMapping.PER_SLICE];
            for (int i = 0; i < squashed.length; i++) {
                squashed[i] = (float) StrictMath.tanh(outputs[i]);
            }
            return Decision.certain(plan(squashed, snapshot.slices()));
        }
    }
}
