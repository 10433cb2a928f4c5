package io.twinslice.learners;

import java.util.ArrayList;
import java.util.List;

/** From a ranked generation to the next: elites, tournaments by rank, crossover of units, Gaussian mutation. */
final class Breeding {
    /** Part of a mutation's strength that does not shrink with the parameter, so that zeros move too. */
    private static final double ABSOLUTE = 0.1;

    private static final double SUPER_SHARE = 0.05;
    private static final double SUPER_STRENGTH = 10;

    private final ErlPlan plan;

    Breeding(ErlPlan plan) {
        this.plan = plan;
    }

    /** @param ranked the last generation, best first */
    List<float[]> next(List<float[]> ranked, SplitMix random) {
        List<float[]> next = new ArrayList<>(ranked.subList(0, plan.evolution().elites()));
        while (next.size() < plan.population()) {
            float[] child = parent(ranked, random).clone();
            if (random.nextDouble() < plan.evolution().crossover()) {
                cross(child, parent(ranked, random), random);
            }
            if (random.nextDouble() < plan.evolution().mutation()) {
                mutate(child, random);
            }
            next.add(child);
        }
        return next;
    }

    private float[] parent(List<float[]> ranked, SplitMix random) {
        int best = ranked.size();
        for (int i = 0; i < plan.evolution().tournament(); i++) {
            best = Math.min(best, random.nextInt(ranked.size()));
        }
        return ranked.get(best);
    }

    /** Replaces about half of the units, with the weights that lead to them, by the other parent's. */
    private void cross(float[] child, float[] other, SplitMix random) {
        List<Integer> sizes = plan.layerSizes();
        int at = 0;
        for (int l = 0; l + 1 < sizes.size(); l++) {
            int in = sizes.get(l);
            int out = sizes.get(l + 1);
            for (int unit = 0; unit < out; unit++) {
                if (random.nextBoolean()) {
                    // Weights are input-major and followed by the biases, which makes the bias row in.
                    for (int i = 0; i <= in; i++) {
                        child[at + i * out + unit] = other[at + i * out + unit];
                    }
                }
            }
            at += (in + 1) * out;
        }
    }

    void mutate(float[] genome, SplitMix random) {
        double share = plan.evolution().mutatedShare();
        double strength = plan.evolution().strength();
        for (int i = 0; i < genome.length; i++) {
            if (random.nextDouble() < share) {
                double scale = strength * (random.nextDouble() < SUPER_SHARE ? SUPER_STRENGTH : 1);
                genome[i] += (float) (scale * (Math.abs(genome[i]) + ABSOLUTE) * random.nextGaussian());
            }
        }
    }
}
