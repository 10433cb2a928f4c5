package io.twinslice.evaluation.offpolicy;

import io.twinslice.evaluation.scores.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/**
 * Tells from a log what another policy would have brought. Formulas, sources and limits of each estimator are in
 * docs/evaluation.md. The same log, policy and rules give the same answers. Not thread-safe.
 */
public final class OffPolicyEvaluator {
    private static final int FITTED_Q_RESAMPLES = 400;

    /** Most numbers kept for the resampling of fitted Q evaluation: 80 MB. */
    private static final long MOST_SUMS = 10_000_000;

    private final LoggedData data;
    private final ActionProbabilities policy;
    private final EvaluationRules rules;
    private final QFitter fitter;
    private final int[] clusterOf;
    private final int clusters;
    private final double[][] weights;
    private final Support support;

    /** Evaluates with a linear Q, taking all states alike for support. */
    public OffPolicyEvaluator(LoggedData data, ActionProbabilities policy, EvaluationRules rules) {
        this(data, policy, rules, state -> 0, LinearQ::fit);
    }

    /**
     * Evaluates.
     *
     * @param cell of a state; what was done in states of the same cell supports what is to be done there
     * @param fitter of the doubly robust estimators
     */
    public OffPolicyEvaluator(
            LoggedData data,
            ActionProbabilities policy,
            EvaluationRules rules,
            ToIntFunction<double[]> cell,
            QFitter fitter) {
        this.data = data;
        this.policy = policy;
        this.rules = rules;
        this.fitter = fitter;
        clusterOf = data.clusterOfEpisode();
        clusters = Arrays.stream(clusterOf).max().orElse(0) + 1;
        weights = weights();
        double[] last =
                Arrays.stream(weights).mapToDouble(row -> row[row.length - 1]).toArray();
        support = Support.of(data, policy, last, cell, rules.seldom());
    }

    public Support support() {
        return support;
    }

    /** Tells the value of the policy, or why the log cannot. */
    public OffPolicyAnswer estimate(Estimator estimator) {
        String problem = problem(estimator);
        if (!problem.isEmpty()) {
            return new OffPolicyAnswer.NoSupport(problem, support);
        }
        if (estimator == Estimator.FITTED_Q) {
            return new OffPolicyAnswer.Estimated(estimator, fittedQ(), support);
        }
        RatioSum sum = terms(estimator);
        problem = emptiness(sum);
        return problem.isEmpty()
                ? new OffPolicyAnswer.Estimated(estimator, sum.interval(rules.seed()), support)
                : new OffPolicyAnswer.NoSupport(problem, support);
    }

    private String emptiness(RatioSum sum) {
        int empty = sum.emptyTerm();
        return empty < 0
                ? ""
                : "no logged episode does what the policy does up to decision " + (empty % data.horizon() + 1);
    }

    /**
     * The value of this policy minus that of another on the same log, with the interval of the difference: both are
     * told from the same resamples, so what they have in common cancels out.
     *
     * @param other evaluator of the same log with the same rules
     * @param estimator any but {@link Estimator#FITTED_Q}
     * @return of the two the one without support when there is one
     */
    public OffPolicyAnswer difference(OffPolicyEvaluator other, Estimator estimator) {
        if (!data.equals(other.data) || !rules.equals(other.rules)) {
            throw new IllegalArgumentException("policies are compared on one log with one set of rules");
        }
        List<RatioSum> sums = new ArrayList<>();
        for (OffPolicyEvaluator one : List.of(this, other)) {
            String problem = one.problem(estimator);
            if (problem.isEmpty()) {
                sums.add(one.terms(estimator));
                problem = one.emptiness(sums.getLast());
            }
            if (!problem.isEmpty()) {
                return new OffPolicyAnswer.NoSupport(problem, one.support);
            }
        }
        RatioSum sum = RatioSum.difference(sums.getFirst(), sums.getLast());
        return new OffPolicyAnswer.Estimated(estimator, sum.interval(rules.seed()), support);
    }

    private String problem(Estimator estimator) {
        if (support.supportedShare() < rules.leastSupport()) {
            Support.Missing worst = support.missing().getFirst();
            return String.format(
                    Locale.ROOT,
                    "%.1f %% of the policy's probability is on actions that the log lacks in such states, most of it"
                            + " (%.1f %%) on action %d, taken %d times there",
                    100 * (1 - support.supportedShare()),
                    100 * worst.share(),
                    worst.action(),
                    worst.taken());
        }
        if (estimator == Estimator.FITTED_Q) {
            return "";
        }
        double needed = Math.max(
                rules.leastEffectiveEpisodes(),
                rules.leastEffectiveShare() * data.episodes().size());
        if (!(support.effectiveEpisodes() >= needed)) {
            return String.format(
                    Locale.ROOT,
                    "the log is worth %.1f episodes of the policy; %.0f are needed",
                    support.effectiveEpisodes(),
                    needed);
        }
        double groups = Math.min(clusters, rules.leastEffectiveClusters());
        if (clusters < data.episodes().size() && !(support.effectiveClusters() >= groups)) {
            return String.format(
                    Locale.ROOT,
                    "the weight lies on %.1f independent clusters; %.0f are needed",
                    support.effectiveClusters(),
                    groups);
        }
        return "";
    }

    /** Products of π/μ up to and with each decision. */
    private double[][] weights() {
        double[] probabilities = new double[data.actions()];
        double[][] products = new double[data.episodes().size()][];
        for (int i = 0; i < products.length; i++) {
            List<LoggedStep> steps = data.episodes().get(i).steps();
            products[i] = new double[steps.size()];
            double product = 1;
            for (int t = 0; t < products[i].length; t++) {
                LoggedStep step = steps.get(t);
                policy.of(step.state(), probabilities);
                product *= probabilities[step.action()] / step.propensity();
                products[i][t] = product;
            }
        }
        return products;
    }

    private RatioSum terms(Estimator estimator) {
        return switch (estimator) {
            case SNIPS -> snips();
            case PDIS -> perDecision(false);
            case WPDIS -> perDecision(true);
            case DOUBLY_ROBUST -> doublyRobust(false);
            case WEIGHTED_DOUBLY_ROBUST -> doublyRobust(true);
            case FITTED_Q -> throw new IllegalArgumentException("fitted Q evaluation has no weights");
        };
    }

    private RatioSum snips() {
        RatioSum sum = new RatioSum(clusters, 1);
        for (int i = 0; i < weights.length; i++) {
            double sumOfRewards = 0;
            double discount = 1;
            for (LoggedStep step : data.episodes().get(i).steps()) {
                sumOfRewards += discount * step.reward();
                discount *= rules.discount();
            }
            double weight = weights[i][weights[i].length - 1];
            sum.add(clusterOf[i], 0, weight * sumOfRewards, weight);
        }
        return sum;
    }

    /** An episode that has ended keeps its weight and brings nothing: so its end is part of what is weighed. */
    private RatioSum perDecision(boolean weighted) {
        int horizon = data.horizon();
        RatioSum sum = new RatioSum(clusters, weighted ? horizon : 1);
        for (int i = 0; i < weights.length; i++) {
            List<LoggedStep> steps = data.episodes().get(i).steps();
            double discount = 1;
            for (int t = 0; t < horizon; t++) {
                boolean lasts = t < steps.size();
                double weight = weights[i][Math.min(t, steps.size() - 1)];
                double brought = lasts ? discount * weight * steps.get(t).reward() : 0;
                sum.add(clusterOf[i], weighted ? t : 0, brought, weighted ? weight : t == 0 ? 1 : 0);
                discount *= rules.discount();
            }
        }
        return sum;
    }

    private RatioSum doublyRobust(boolean weighted) {
        int horizon = data.horizon();
        RatioSum sum = new RatioSum(clusters, weighted ? 2 * horizon : 1);
        ActionValues[] models = crossFitted();
        double[] values = new double[data.actions()];
        double[] probabilities = new double[data.actions()];
        for (int i = 0; i < weights.length; i++) {
            List<LoggedStep> steps = data.episodes().get(i).steps();
            double discount = 1;
            double before = 1;
            for (int t = 0; t < horizon; t++) {
                boolean lasts = t < steps.size();
                double weight = weights[i][Math.min(t, steps.size() - 1)];
                double corrected = 0;
                double expected = 0;
                if (lasts) {
                    LoggedStep step = steps.get(t);
                    models[clusterOf[i]].of(step.state(), values);
                    policy.of(step.state(), probabilities);
                    for (int action = 0; action < values.length; action++) {
                        expected += probabilities[action] * values[action];
                    }
                    corrected = step.reward() - values[step.action()];
                }
                sum.add(clusterOf[i], weighted ? t : 0, discount * weight * corrected, weighted ? weight : 0);
                sum.add(
                        clusterOf[i],
                        weighted ? horizon + t : 0,
                        discount * before * expected,
                        weighted ? before : t == 0 ? 1 : 0);
                before = weight;
                discount *= rules.discount();
            }
        }
        return sum;
    }

    /** For each cluster a Q that has not seen it. */
    private ActionValues[] crossFitted() {
        int folds = Math.min(rules.folds(), clusters);
        int[] order = shuffled(new SplittableRandom(rules.seed()));
        ActionValues[] models = new ActionValues[clusters];
        for (int fold = 0; fold < folds; fold++) {
            List<LoggedEpisode> others = new ArrayList<>();
            for (int i = 0; i < clusterOf.length; i++) {
                if (folds == 1 || order[clusterOf[i]] % folds != fold) {
                    others.add(data.episodes().get(i));
                }
            }
            ActionValues model =
                    fitter.fit(new LoggedData(data.actions(), data.features(), others), policy, rules.discount());
            for (int cluster = 0; cluster < clusters; cluster++) {
                if (order[cluster] % folds == fold) {
                    models[cluster] = model;
                }
            }
        }
        return models;
    }

    private int[] shuffled(SplittableRandom random) {
        int[] order = new int[clusters];
        for (int i = 0; i < order.length; i++) {
            int with = random.nextInt(i + 1);
            order[i] = order[with];
            order[with] = i;
        }
        return order;
    }

    private Interval fittedQ() {
        long size = (long) data.actions() * (data.features() + 1);
        int groups = (int) Math.min(clusters, Math.max(20, MOST_SUMS / (size * size)));
        LinearQ.Sums whole = new LinearQ.Sums(data);
        LinearQ.Sums[] parts = new LinearQ.Sums[groups];
        Arrays.setAll(parts, i -> whole.empty());
        for (int i = 0; i < clusterOf.length; i++) {
            parts[clusterOf[i] % groups].add(data.episodes().get(i), policy, rules.discount());
        }
        for (LinearQ.Sums part : parts) {
            whole.add(part);
        }
        double value = whole.value(whole.solve());
        if (groups < 2) {
            return new Interval(value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        SplittableRandom random = new SplittableRandom(rules.seed());
        double[] resampled = new double[FITTED_Q_RESAMPLES];
        for (int r = 0; r < resampled.length; r++) {
            LinearQ.Sums drawn = whole.empty();
            for (int i = 0; i < groups; i++) {
                drawn.add(parts[random.nextInt(groups)]);
            }
            resampled[r] = drawn.value(drawn.solve());
        }
        // The percentile interval alone is short; its mirror image (the basic bootstrap) mends what is one-sided in it.
        Interval interval = Interval.ofPercentiles(value, resampled);
        return new Interval(
                value,
                Math.min(interval.low(), 2 * value - interval.high()),
                Math.max(interval.high(), 2 * value - interval.low()));
    }
}
