package io.twinslice.learners.suite;

import io.twinslice.learners.RolloutPool;
import io.twinslice.learners.SplitMix;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.policy.Baselines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The plans that a policy chooses among: the constant plan that does best over whole episodes, then, greedily, the plan
 * that helps most where those before it do badly.
 */
final class PlanLibrary {
    private static final int RACE_ROUNDS = 3;
    private static final int[] BOOSTS = {30, 40, 50};
    private static final int[] CEILINGS = {5, 30, 40};
    private static final int RANDOM_SHARE = 4;

    private PlanLibrary() {}

    /** The known plans, each of the first with one slice lifted, capped or given up for another, and random ones. */
    static List<QuotaPlan> candidates(List<QuotaPlan> known, int count, SplitMix random) {
        int slices = known.getFirst().slices();
        Set<QuotaPlan> plans = new LinkedHashSet<>(known);
        QuotaPlan first = known.getFirst();
        List<QuotaPlan> bent = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            for (int to : BOOSTS) {
                bent.add(lifted(first, i, to));
            }
            for (int ceiling : CEILINGS) {
                bent.add(capped(first, i, ceiling));
            }
            for (int j = 0; j < slices; j++) {
                if (j != i) {
                    bent.add(lifted(capped(first, i, 5), j, 40));
                    bent.add(lifted(capped(first, i, 30), j, 40));
                    bent.add(lifted(lifted(first, i, 30), j, 40));
                }
            }
        }
        shuffle(bent, random);
        int bentRoom = count - count / RANDOM_SHARE;
        for (QuotaPlan plan : bent) {
            if (plans.size() < bentRoom) {
                plans.add(plan);
            }
        }
        while (plans.size() < count) {
            plans.add(drawn(slices, random));
        }
        return List.copyOf(plans);
    }

    private static void shuffle(List<QuotaPlan> plans, SplitMix random) {
        for (int i = plans.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            QuotaPlan kept = plans.get(i);
            plans.set(i, plans.get(other));
            plans.set(other, kept);
        }
    }

    /** A slice is guaranteed this much, with an open ceiling; the guarantees of the others make room. */
    static QuotaPlan lifted(QuotaPlan plan, int slice, int minPercent) {
        int others = -plan.quota(slice).minPercent();
        for (PrbQuota quota : plan.quotas()) {
            others += quota.minPercent();
        }
        List<PrbQuota> quotas = new ArrayList<>();
        for (int i = 0; i < plan.slices(); i++) {
            PrbQuota quota = plan.quota(i);
            int min = i == slice
                    ? minPercent
                    : quota.minPercent() * Math.min(others, 100 - minPercent) / Math.max(1, others);
            quotas.add(new PrbQuota(0, min, i == slice ? 100 : Math.max(min, quota.maxPercent())));
        }
        return new QuotaPlan(quotas);
    }

    /** A slice gets no more than this and is guaranteed nothing. */
    static QuotaPlan capped(QuotaPlan plan, int slice, int maxPercent) {
        List<PrbQuota> quotas = new ArrayList<>(plan.quotas());
        quotas.set(slice, new PrbQuota(0, 0, maxPercent));
        return new QuotaPlan(quotas);
    }

    private static QuotaPlan drawn(int slices, SplitMix random) {
        double[] weight = new double[slices];
        double sum = 0;
        for (int i = 0; i < slices; i++) {
            weight[i] = random.nextDouble() < 0.25 ? 0 : -StrictMath.log(1 - random.nextDouble());
            sum += weight[i];
        }
        double level = random.nextDouble() < 0.5 ? 1 : random.nextDouble();
        List<PrbQuota> quotas = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            int min = sum == 0 ? 0 : (int) (100 * level * weight[i] / sum);
            int max = random.nextDouble() < 0.7 ? 100 : min + (int) ((100 - min) * random.nextDouble());
            quotas.add(new PrbQuota(0, min, max));
        }
        return new QuotaPlan(quotas);
    }

    /**
     * The constant plan that breaks the fewest promises: all play some episodes, the best third of them twice as many
     * more, three times.
     */
    static QuotaPlan race(List<QuotaPlan> candidates, SuitePlan plan, SuiteCell cell, RolloutPool pool) {
        List<QuotaPlan> left = candidates;
        List<List<Play.Outcome>> played = new ArrayList<>();
        left.forEach(each -> played.add(new ArrayList<>()));
        int episodes = plan.raceEpisodes();
        int place = 0;
        for (int round = 0; round < RACE_ROUNDS; round++) {
            List<Supplier<Play.Outcome>> tasks = new ArrayList<>();
            for (QuotaPlan each : left) {
                for (int e = place; e < place + episodes; e++) {
                    long seed = cell.trainingSeed(e);
                    tasks.add(() -> Play.whole(cell.training(), seed, Baselines.fixed("candidate", each)));
                }
            }
            List<Play.Outcome> outcomes = pool.run(tasks);
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < left.size(); i++) {
                played.get(i).addAll(outcomes.subList(i * episodes, (i + 1) * episodes));
                order.add(i);
            }
            order.sort(Comparator.comparing(i -> Fitness.of(played.get(i))));
            List<Integer> best = order.subList(0, Math.max(1, order.size() / 3));
            List<QuotaPlan> before = left;
            List<List<Play.Outcome>> kept = best.stream().map(played::get).toList();
            left = best.stream().map(before::get).toList();
            played.clear();
            played.addAll(kept);
            place += episodes;
            episodes *= 2;
        }
        return left.getFirst();
    }

    /** Chooses by what each candidate would have cost at the same moments of some episodes. */
    static List<QuotaPlan> cover(
            QuotaPlan best, List<QuotaPlan> candidates, SuitePlan plan, SuiteCell cell, RolloutPool pool) {
        List<QuotaPlan> all = new ArrayList<>(candidates);
        all.remove(best);
        all.addFirst(best);
        List<Supplier<List<double[]>>> tasks = new ArrayList<>();
        for (int e = 0; e < plan.probeEpisodes(); e++) {
            int episode = e;
            tasks.add(() -> probed(all, plan, cell, episode));
        }
        List<double[]> costs = pool.run(tasks).stream().flatMap(List::stream).toList();
        return greedy(costs, plan.libraryPlans()).stream().map(all::get).toList();
    }

    private static List<double[]> probed(List<QuotaPlan> all, SuitePlan plan, SuiteCell cell, int episode) {
        SplitMix random = new SplitMix(SplitMix.seed(plan.seed(), Purpose.PROBE.number(), episode));
        List<double[]> rows = new ArrayList<>();
        try (Play play = Play.begin(cell.training(), cell.trainingSeed(episode))) {
            QuotaPlan now = all.getFirst();
            int offset = random.nextInt(plan.probeEvery());
            for (int window = 0; play.goesOn(); window++) {
                if (window % plan.probeEvery() == offset) {
                    rows.add(all.stream()
                            .mapToDouble(each -> play.cost(each, plan.horizonWindows(), plan.prbSecondPrice()))
                            .toArray());
                    now = random.nextBoolean() ? all.getFirst() : all.get(random.nextInt(all.size()));
                }
                play.step(now);
            }
        }
        return rows;
    }

    /** Columns, the first always, that together cost least when the cheapest of them is taken in each row. */
    static List<Integer> greedy(List<double[]> rows, int count) {
        List<Integer> chosen = new ArrayList<>(List.of(0));
        double[] cheapest = rows.stream().mapToDouble(row -> row[0]).toArray();
        int columns = rows.isEmpty() ? 1 : rows.getFirst().length;
        while (chosen.size() < Math.min(count, columns)) {
            int best = -1;
            double least = Arrays.stream(cheapest).sum();
            for (int column = 1; column < columns; column++) {
                double sum = 0;
                for (int row = 0; row < cheapest.length; row++) {
                    sum += Math.min(cheapest[row], rows.get(row)[column]);
                }
                if (sum < least) {
                    least = sum;
                    best = column;
                }
            }
            if (best < 0) {
                break;
            }
            chosen.add(best);
            for (int row = 0; row < cheapest.length; row++) {
                cheapest[row] = Math.min(cheapest[row], rows.get(row)[best]);
            }
        }
        return chosen;
    }
}
