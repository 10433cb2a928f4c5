package io.twinslice.evaluation.templates;

import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.Mutator;
import io.jenetics.Phenotype;
import io.jenetics.engine.Engine;
import io.jenetics.ext.SimulatedBinaryCrossover;
import io.jenetics.ext.moea.MOEA;
import io.jenetics.ext.moea.NSGA2Selector;
import io.jenetics.ext.moea.UFTournamentSelector;
import io.jenetics.ext.moea.Vec;
import io.jenetics.util.ISeq;
import io.jenetics.util.IntRange;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import io.twinslice.env.Environment;
import io.twinslice.evaluation.EpisodeRunner;
import io.twinslice.evaluation.EpisodeScore;
import io.twinslice.policy.Policy;
import io.twinslice.policy.SliceTemplate;
import io.twinslice.policy.TemplatePolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Searches {@link SliceTemplate}s for fewest violations, fewest PRBs and least movement at once by NSGA-II (Deb,
 * Pratap, Agarwal and Meyarivan, "A fast and elitist multiobjective genetic algorithm", 2002), and answers the front:
 * templates of which none is better than another in every aim. The same seed gives the same front on any executor.
 */
public final class TemplateSearch {
    private static final int GENES_PER_SLICE = 4;
    private static final double SLOWEST = 0.02;
    private static final int MOST_OF_FRONT = 24;

    /** What a template that breaks its episode is said to cost, far beyond any that does not. */
    private static final double FAILED = 1e12;

    private final Supplier<Environment> environments;
    private final int slices;
    private final List<Long> seeds;
    private final Executor executor;
    private final IntConsumer listener;

    private TemplateSearch(
            Supplier<Environment> environments, int slices, List<Long> seeds, Executor executor, IntConsumer listener) {
        this.environments = environments;
        this.slices = slices;
        this.seeds = List.copyOf(seeds);
        this.executor = executor;
        this.listener = listener;
    }

    /**
     * Templates of all slices with what they brought.
     *
     * @param newest see {@link TemplatePolicy}
     */
    public record Found(List<SliceTemplate> templates, double newest, TemplateAims aims) {
        public Found {
            templates = List.copyOf(templates);
        }

        /** The policy that fills these templates in. */
        public TemplatePolicy policy(String name) {
            return new TemplatePolicy(name, templates, newest);
        }
    }

    /**
     * Searches.
     *
     * @param environments makes a fresh environment for each episode
     * @param slices of the scenario
     * @param seeds each template plays all of them
     * @param population templates in a generation, 4..10,000
     * @param generations 1..100,000
     * @param seed of the search
     * @param listener is told the generations done
     * @return the front, fewest violations first; at most 24
     */
    public static List<Found> search(
            Supplier<Environment> environments,
            int slices,
            List<Long> seeds,
            int population,
            int generations,
            long seed,
            Executor executor,
            IntConsumer listener) {
        if (population < 4 || population > 10_000 || generations < 1 || generations > 100_000) {
            throw new IllegalArgumentException("a search has 4..10,000 templates in 1..100,000 generations, not "
                    + population + " in " + generations);
        }
        TemplateSearch search = new TemplateSearch(environments, slices, seeds, executor, listener);
        // One thread breeds, so one stream of chance gives the same front each time.
        return RandomRegistry.with(new SplittableRandom(seed)).call(() -> search.front(population, generations));
    }

    private List<Found> front(int population, int generations) {
        Genotype<DoubleGene> any = Genotype.of(DoubleChromosome.of(0, 1, slices * GENES_PER_SLICE + 1));
        Engine<DoubleGene, Vec<double[]>> engine = new Engine.Builder<>(this::play, any)
                .populationSize(population)
                .minimizing()
                .offspringSelector(UFTournamentSelector.ofVec())
                .survivorsSelector(NSGA2Selector.ofVec())
                .alterers(new SimulatedBinaryCrossover<>(0.9), new Mutator<>(1.0 / (slices * GENES_PER_SLICE + 1)))
                .executor(Runnable::run)
                .build();
        ISeq<Phenotype<DoubleGene, Vec<double[]>>> front = engine.stream(known())
                .limit(generations)
                .peek(result -> listener.accept((int) result.generation()))
                .collect(MOEA.toParetoSet(new IntRange(MOST_OF_FRONT / 2, MOST_OF_FRONT)));
        List<Found> found = new ArrayList<>();
        front.forEach(one -> found.add(found(one.genotype(), one.fitness().data())));
        found.removeIf(one -> one.aims().violationSeconds() >= FAILED);
        found.sort(Comparator.comparingDouble((Found one) -> one.aims().violationSeconds())
                .thenComparingDouble(one -> one.aims().prbSeconds())
                .thenComparingDouble(one -> one.aims().movedPercent()));
        return List.copyOf(found);
    }

    /** Where the search begins besides chance: the cell in equal parts, and everybody what it needs. */
    private ISeq<Genotype<DoubleGene>> known() {
        return ISeq.of(known(1.0 / slices, 0, 1), known(0, 1, 0.3), known(0.5 / slices, 1, 0.1));
    }

    private Genotype<DoubleGene> known(double basis, double gain, double newest) {
        List<DoubleGene> genes = new ArrayList<>();
        for (int slice = 0; slice < slices; slice++) {
            for (double gene : new double[] {basis, gain / SliceTemplate.MOST_GAIN, 0, 1}) {
                genes.add(DoubleGene.of(gene, 0, 1));
            }
        }
        genes.add(DoubleGene.of((newest - SLOWEST) / (1 - SLOWEST), 0, 1));
        return Genotype.of(DoubleChromosome.of(genes));
    }

    /** Judges those of a generation that were not judged before, their episodes side by side. */
    private ISeq<Phenotype<DoubleGene, Vec<double[]>>> play(Seq<Phenotype<DoubleGene, Vec<double[]>>> generation) {
        List<List<CompletableFuture<TemplateAims>>> episodes = new ArrayList<>();
        for (Phenotype<DoubleGene, Vec<double[]>> one : generation) {
            List<CompletableFuture<TemplateAims>> ofOne = new ArrayList<>();
            if (!one.isEvaluated()) {
                Found found = found(one.genotype(), new double[3]);
                for (long episode : seeds) {
                    ofOne.add(CompletableFuture.supplyAsync(
                            () -> aims(found.policy("template"), environments, episode), executor));
                }
            }
            episodes.add(ofOne);
        }
        List<Phenotype<DoubleGene, Vec<double[]>>> judged = new ArrayList<>();
        for (int i = 0; i < episodes.size(); i++) {
            Phenotype<DoubleGene, Vec<double[]>> one = generation.get(i);
            judged.add(one.isEvaluated() ? one : one.withFitness(mean(episodes.get(i))));
        }
        return ISeq.of(judged);
    }

    private static Vec<double[]> mean(List<CompletableFuture<TemplateAims>> episodes) {
        double[] mean = new double[3];
        for (CompletableFuture<TemplateAims> episode : episodes) {
            TemplateAims aims = episode.join();
            mean[0] += aims.violationSeconds() / episodes.size();
            mean[1] += aims.prbSeconds() / episodes.size();
            mean[2] += aims.movedPercent() / episodes.size();
        }
        return Vec.of(mean);
    }

    private Found found(Genotype<DoubleGene> genotype, double[] aims) {
        List<SliceTemplate> templates = new ArrayList<>();
        for (int slice = 0; slice < slices; slice++) {
            int at = slice * GENES_PER_SLICE;
            templates.add(new SliceTemplate(
                    gene(genotype, at),
                    SliceTemplate.MOST_GAIN * gene(genotype, at + 1),
                    gene(genotype, at + 2),
                    gene(genotype, at + 3)));
        }
        double newest = SLOWEST + (1 - SLOWEST) * gene(genotype, slices * GENES_PER_SLICE);
        return new Found(templates, newest, new TemplateAims(aims[0], aims[1], aims[2]));
    }

    private static double gene(Genotype<DoubleGene> genotype, int at) {
        return Math.clamp(genotype.chromosome().get(at).doubleValue(), 0.0, 1.0);
    }

    /** What a policy brings in one episode. */
    public static TemplateAims aims(Policy policy, Supplier<Environment> environments, long seed) {
        CountingPolicy counting = new CountingPolicy(policy);
        try (Environment environment = environments.get()) {
            EpisodeScore score = EpisodeRunner.run(environment, counting, seed);
            return score.failed()
                    ? new TemplateAims(FAILED, FAILED, FAILED)
                    : new TemplateAims(score.violationSeconds(), score.prbSeconds(), counting.movedPercent());
        }
    }
}
