package io.twinslice.learners.control;

import io.twinslice.learners.SplitMix;
import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import io.twinslice.networks.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * ERL: a population that is bred by what its episodes return, and a learner that follows gradients on all that the
 * population has seen and sends its actor back into it (Khadka and Tumer, "Evolution-guided policy gradient in
 * reinforcement learning", 2018). The gradient learner is {@link Sac}, the individuals are its actors without chance.
 *
 * <p>A generation is one episode of each individual and one of the exploring actor; all their steps count. Elites keep
 * their record, so their fitness is the mean of all their episodes. Decisions are those of the champion: the fittest of
 * the last whole generation. Not thread-safe.
 */
final class Erl implements ControlLearner {
    private static final double SUPER_SHARE = 0.05;
    private static final double SUPER_STRENGTH = 10;
    private static final double RESET_SHARE = 0.05;

    private final Settings settings;
    private final SplitMix random;
    private final Kernel kernel;
    private final Sac gradient;
    private final Shape shape;
    private final float[] raw;
    private List<Individual> population = new ArrayList<>();
    private Individual champion;
    private int generation;

    /** Who plays: an individual, or the actor at {@code population.size()}. */
    private int turn;

    private double sum;

    /**
     * How it breeds.
     *
     * @param population individuals
     * @param gain of the first individuals' last layer: large ones act with all force from the beginning
     * @param elites fittest ones that go on unchanged
     * @param tournament individuals drawn to find a parent
     * @param mutation probability that a child is mutated
     * @param mutatedShare share of its weights that change then
     * @param strength deviation of a change, relative to the weight
     * @param newcomers individuals in each generation that are drawn anew (Grefenstette, "Genetic algorithms for
     *     changing environments", 1992); all but the elites where nobody is fitter than another, for then there is
     *     nothing to breed
     * @param injectEvery generations between two visits of the actor to the weakest one's place
     */
    record Settings(
            int population,
            double gain,
            int elites,
            int tournament,
            double mutation,
            double mutatedShare,
            double strength,
            int newcomers,
            int injectEvery) {}

    /** An individual with its record. */
    private static final class Individual {
        final float[] genome;
        final Mlp network;
        double returns;
        int episodes;

        Individual(Shape shape, float[] genome, Kernel kernel) {
            this.genome = genome;
            network = new Mlp(shape, genome).on(kernel);
        }

        double fitness() {
            return returns / Math.max(1, episodes);
        }
    }

    Erl(ControlTask task, int rows, Settings settings, Sac.Settings gradient, Kernel kernel, SplitMix random) {
        this.settings = settings;
        this.random = random;
        this.kernel = kernel;
        this.gradient = new Sac(task, rows, gradient, kernel, random);
        Mlp actor = this.gradient.actor();
        shape = actor.shape();
        raw = new float[shape.outputs()];
        for (int i = 0; i < settings.population(); i++) {
            population.add(newcomer());
        }
        champion = population.getFirst();
    }

    private Individual individual(float[] genome) {
        return new Individual(shape, genome, kernel);
    }

    private Individual newcomer() {
        return individual(Mlp.random(shape, (float) settings.gain(), random).parameters());
    }

    @Override
    public void begin() {
        gradient.begin();
    }

    @Override
    public void explore(float[] observation, double progress, float[] action) {
        if (turn < population.size()) {
            act(population.get(turn), observation, action);
        } else {
            gradient.explore(observation, progress, action);
        }
    }

    @Override
    public void felt(double reward, boolean over) {
        sum += reward;
        if (!over) {
            return;
        }
        if (turn < population.size()) {
            population.get(turn).returns += sum;
            population.get(turn).episodes++;
            turn++;
        } else {
            turn = 0;
            breed();
        }
        sum = 0;
    }

    @Override
    public void decide(float[] observation, float[] action) {
        act(champion, observation, action);
    }

    private void act(Individual individual, float[] observation, float[] action) {
        individual.network.forward(observation, raw);
        System.arraycopy(raw, 0, action, 0, action.length);
        for (int i = 0; i < action.length; i++) {
            action[i] = (float) StrictMath.tanh(raw[i]);
        }
    }

    @Override
    public void learn(Memory memory) {
        gradient.learn(memory);
    }

    private void breed() {
        List<Individual> ranked = new ArrayList<>(population);
        ranked.sort(Comparator.comparingDouble(Individual::fitness)
                .thenComparingInt(i -> i.episodes)
                .reversed());
        champion = ranked.getFirst();
        List<Individual> next = new ArrayList<>(ranked.subList(0, settings.elites()));
        boolean isLevel = champion.fitness() == ranked.getLast().fitness();
        int bred = isLevel ? 0 : population.size() - settings.newcomers();
        while (next.size() < bred) {
            float[] child = parent(ranked).genome.clone();
            if (random.nextDouble() < settings.mutation()) {
                mutate(child);
            }
            next.add(individual(child));
        }
        while (next.size() < population.size()) {
            next.add(newcomer());
        }
        if (++generation % settings.injectEvery() == 0) {
            next.set(next.size() - 1, individual(gradient.actor().parameters()));
        }
        population = next;
    }

    private Individual parent(List<Individual> ranked) {
        int best = ranked.size();
        for (int i = 0; i < settings.tournament(); i++) {
            best = Math.min(best, random.nextInt(ranked.size()));
        }
        return ranked.get(best);
    }

    private void mutate(float[] genome) {
        for (int i = 0; i < genome.length; i++) {
            if (random.nextDouble() >= settings.mutatedShare()) {
                continue;
            }
            double kind = random.nextDouble();
            double change = random.nextGaussian();
            if (kind < SUPER_SHARE) {
                genome[i] += (float) (SUPER_STRENGTH * settings.strength() * Math.abs(genome[i]) * change);
            } else if (kind < SUPER_SHARE + RESET_SHARE) {
                genome[i] = (float) change;
            } else {
                genome[i] += (float) (settings.strength() * Math.abs(genome[i]) * change);
            }
        }
    }
}
