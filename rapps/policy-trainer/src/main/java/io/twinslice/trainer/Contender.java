package io.twinslice.trainer;

import io.twinslice.learners.Octets;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.networks.Mlp;
import io.twinslice.policy.Baselines;
import io.twinslice.policy.Envelope;
import io.twinslice.policy.Features;
import io.twinslice.policy.NetworkPolicy;
import io.twinslice.policy.Policy;
import io.twinslice.policy.Shield;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who decides in an episode of the comparison, as a value that can travel. */
sealed interface Contender {
    /** A policy of its own for each episode. */
    Policy policy(int slices);

    /** What has the last word, if anything has. */
    default Optional<Shield> shield(int slices) {
        return Optional.empty();
    }

    /** A network behind a shield. */
    record Learned(Mlp network, int floorPercent, int maxStepPercent) implements Contender {
        static final int TAG = 0;

        @Override
        public Policy policy(int slices) {
            return new NetworkPolicy("learned", new Mlp(network.layerSizes(), network.parameters()));
        }

        @Override
        public Optional<Shield> shield(int slices) {
            int floor = Math.min(floorPercent, 50 / slices);
            return Optional.of(new Shield(Envelope.uniform(slices, floor, 100, maxStepPercent)));
        }
    }

    /**
     * A rule that needs no learning.
     *
     * @param place in {@link Baselines#rules}
     */
    record Rule(int place) implements Contender {
        static final int TAG = 1;

        @Override
        public Policy policy(int slices) {
            return Baselines.rules(slices).get(place);
        }
    }

    /** One plan for ever. */
    record Fixed(QuotaPlan plan) implements Contender {
        static final int TAG = 2;

        @Override
        public Policy policy(int slices) {
            return Baselines.fixed("best-static", plan);
        }
    }

    /** Writes one. */
    static void write(Contender contender, Octets.Out out) {
        switch (contender) {
            case Learned learned ->
                out.number(Learned.TAG)
                        .number(learned.floorPercent())
                        .number(learned.maxStepPercent())
                        .network(
                                learned.network().layerSizes(),
                                learned.network().parameters());
            case Rule rule -> out.number(Rule.TAG).number(rule.place());
            case Fixed fixed -> {
                out.number(Fixed.TAG).number(fixed.plan().slices());
                for (PrbQuota quota : fixed.plan().quotas()) {
                    out.number(quota.dedicatedPercent())
                            .number(quota.minPercent())
                            .number(quota.maxPercent());
                }
            }
        }
    }

    /** @throws IllegalArgumentException when there is none */
    static Contender read(Octets.In in) {
        return switch (in.integer("contender", Learned.TAG, Fixed.TAG)) {
            case Learned.TAG -> {
                int floor = in.integer("floorPercent", 0, 50);
                int step = in.integer("maxStepPercent", 1, 100);
                yield new Learned(in.network(), floor, step);
            }
            case Rule.TAG -> new Rule(in.integer("rule", 0, Baselines.rules(1).size() - 1));
            default -> {
                int slices = in.integer("slices", 1, Features.MAX_SLICES);
                List<PrbQuota> quotas = new ArrayList<>();
                for (int i = 0; i < slices; i++) {
                    quotas.add(new PrbQuota(
                            in.integer("dedicatedPercent", 0, 100),
                            in.integer("minPercent", 0, 100),
                            in.integer("maxPercent", 0, 100)));
                }
                yield new Fixed(new QuotaPlan(quotas));
            }
        };
    }
}
