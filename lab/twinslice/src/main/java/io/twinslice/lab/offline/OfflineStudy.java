package io.twinslice.lab.offline;

import io.twinslice.evaluation.offpolicy.ActionProbabilities;
import io.twinslice.evaluation.offpolicy.Estimator;
import io.twinslice.evaluation.offpolicy.EvaluationRules;
import io.twinslice.evaluation.offpolicy.LoggedData;
import io.twinslice.evaluation.offpolicy.LoggedEpisode;
import io.twinslice.evaluation.offpolicy.LoggedStep;
import io.twinslice.evaluation.offpolicy.OffPolicyAnswer;
import io.twinslice.evaluation.offpolicy.OffPolicyEvaluator;
import io.twinslice.lab.offline.OfflineResult.Comparison;
import io.twinslice.lab.offline.OfflineResult.Followed;
import io.twinslice.lab.offline.OfflineResult.OfLoad;
import io.twinslice.lab.offline.OfflineResult.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Evaluates static splits and a learned policy on recorded runs. Whatever was learned about a run was learned from the
 * other runs; whole runs are resampled.
 */
final class OfflineStudy {
    static final String LEARNED = "learned";

    private static final String HINDSIGHT = "best static, chosen in hindsight";

    /** Buckets with fewer rounds say little about propensities. */
    private static final int FEW = 200;

    private final List<Split> splits;
    private final List<Round> rounds;
    private final double[] propensities;
    private final AdditiveModel[] models;
    private final List<NetworkChoices> networks;
    private final int[] bestOfOthers;
    private final EvaluationRules rules;
    private final int runs;

    private OfflineStudy(List<RecordedRun> recorded, long seed) throws InvalidRecordingException {
        runs = recorded.size();
        rules = EvaluationRules.standard(1, seed);
        splits = recorded.stream()
                .flatMap(run -> run.decisions().stream())
                .map(RecordedRun.Choice::split)
                .distinct()
                .sorted(Comparator.comparingInt(Split::embb).thenComparingInt(Split::mtc))
                .toList();
        rounds = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            rounds.addAll(Round.of(run, recorded.get(run), splits));
        }
        if (rounds.isEmpty()) {
            throw new InvalidRecordingException("no decision of the recording is followed by a report that shows it");
        }
        propensities = propensities(rounds, splits.size());
        models = AdditiveModel.leaveOneRunOut(rounds, propensities, splits, runs);
        networks = NetworkChoices.learn(rounds, propensities, splits.size(), runs, seed);
        bestOfOthers = bestOfOthers();
    }

    private static double[] propensities(List<Round> rounds, int actions) {
        List<LoggedEpisode> blind = new ArrayList<>();
        for (Round round : rounds) {
            LoggedStep step = new LoggedStep(round.state(), round.action(), 1, round.cost());
            blind.add(new LoggedEpisode("run " + round.run(), List.of(step)));
        }
        return new LoggedData(actions, State.FEATURES, blind)
                .withEstimatedPropensities(State::phase).episodes().stream()
                        .mapToDouble(episode -> episode.steps().getFirst().propensity())
                        .toArray();
    }

    static OfflineResult run(List<RecordedRun> recorded, long seed) throws InvalidRecordingException {
        OfflineStudy study = new OfflineStudy(recorded, seed);
        Map<Boolean, Integer> best = new HashMap<>();
        List<OfLoad> loads = new ArrayList<>();
        for (boolean heavy : new boolean[] {true, false}) {
            Predicate<double[]> ofLoad = state -> State.heavy(state) == heavy;
            if (study.rounds.stream().anyMatch(round -> ofLoad.test(round.state()))) {
                loads.add(study.load(heavy ? "heavy (trf1)" : "light (trf2)", ofLoad, best, List.of(heavy)));
            }
        }
        if (loads.size() == 2) {
            loads.add(study.load("both", state -> true, best, List.of()));
        }
        OffPolicyAnswer decisive = loads.getLast().comparisons().getFirst().weighted();
        boolean beaten = decisive instanceof OffPolicyAnswer.Estimated estimated
                && estimated.value().high() < 0;
        return new OfflineResult(study.runs, study.rounds.size(), loads, beaten, answer(loads.getLast(), decisive));
    }

    private static String answer(OfLoad load, OffPolicyAnswer decisive) {
        return switch (decisive) {
            case OffPolicyAnswer.NoSupport refused ->
                "The log cannot tell whether the learned policy beats the best static split: " + refused.reason() + ".";
            case OffPolicyAnswer.Estimated estimated -> {
                String figures = String.format(
                        Locale.ROOT,
                        "%+.4f, 95 %% interval %+.4f to %+.4f, over %d runs",
                        estimated.value().value(),
                        estimated.value().low(),
                        estimated.value().high(),
                        load.runs());
                yield estimated.value().high() < 0
                        ? "The learned policy costs less than the best static split of each load (" + figures + ")."
                        : estimated.value().low() > 0
                                ? "The learned policy costs more than the best static split of each load (" + figures
                                        + ")."
                                : "The log does not show that a learned policy beats the best static split of each"
                                        + " load (" + figures + ").";
            }
        };
    }

    private OfLoad load(String name, Predicate<double[]> wanted, Map<Boolean, Integer> best, List<Boolean> only) {
        int[] chosen = IntStream.range(0, rounds.size())
                .filter(i -> wanted.test(rounds.get(i).state()))
                .toArray();
        LoggedData data = followed(chosen, 1);
        List<Row> rows = new ArrayList<>();
        double[] costs = new double[splits.size()];
        for (int action = 0; action < splits.size(); action++) {
            int always = action;
            Row row = row(splits.get(action).toString(), evaluator(data, state -> always));
            rows.add(row);
            costs[action] = cost(row);
        }
        rows.sort(Comparator.comparingDouble(OfflineStudy::cost));
        only.forEach(heavy -> best.put(heavy, AdditiveModel.smallest(costs)));
        ToIntFunction<double[]> bestStatic = state -> best.getOrDefault(State.heavy(state), 0);
        ToIntFunction<double[]> learned = state -> models[State.run(state)].best(state);
        OffPolicyEvaluator ofLearned = evaluator(data, learned);
        rows.add(row(LEARNED, ofLearned));
        OffPolicyEvaluator ofBest = evaluator(data, bestStatic);
        OffPolicyEvaluator ofOthers = evaluator(data, state -> bestOfOthers[State.run(state)]);
        List<Comparison> comparisons = new ArrayList<>();
        comparisons.add(comparison(LEARNED, ofLearned, HINDSIGHT, ofBest));
        comparisons.add(comparison(LEARNED, ofLearned, "best static of the other runs", ofOthers));
        for (NetworkChoices network : networks) {
            OffPolicyEvaluator ofNetwork = evaluator(data, network::choice);
            rows.add(row(network.name(), ofNetwork));
            comparisons.add(comparison(network.name(), ofNetwork, HINDSIGHT, ofBest));
            comparisons.add(comparison(network.name(), ofNetwork, "best static of the other runs", ofOthers));
        }
        List<Followed> followed = new ArrayList<>();
        for (int decisions : new int[] {2, 3}) {
            LoggedData longer = followed(chosen, decisions);
            followed.add(
                    new Followed(LEARNED, decisions, evaluator(longer, learned).estimate(Estimator.SNIPS)));
            followed.add(new Followed(
                    HINDSIGHT, decisions, evaluator(longer, bestStatic).estimate(Estimator.SNIPS)));
        }
        return new OfLoad(
                name,
                data.clusters().size(),
                chosen.length,
                IntStream.of(chosen)
                        .mapToDouble(i -> rounds.get(i).cost())
                        .average()
                        .orElse(0),
                IntStream.of(chosen)
                        .mapToObj(rounds::get)
                        .mapToDouble(round -> models[round.run()].bound(round.state()))
                        .average()
                        .orElse(0),
                propensityGap(chosen),
                rows,
                comparisons,
                followed);
    }

    private OffPolicyEvaluator evaluator(LoggedData data, ToIntFunction<double[]> choice) {
        return new OffPolicyEvaluator(
                data,
                ActionProbabilities.always(choice),
                rules,
                State::cell,
                (training, policy, discount) -> (state, into) -> models[State.run(state)].of(state, into));
    }

    private static Row row(String name, OffPolicyEvaluator evaluator) {
        return new Row(
                name,
                evaluator.estimate(Estimator.SNIPS),
                evaluator.estimate(Estimator.DOUBLY_ROBUST),
                evaluator.estimate(Estimator.WEIGHTED_DOUBLY_ROBUST));
    }

    private static double cost(Row row) {
        return row.weighted() instanceof OffPolicyAnswer.Estimated estimated
                ? estimated.value().value()
                : Double.POSITIVE_INFINITY;
    }

    private static Comparison comparison(
            String name, OffPolicyEvaluator learned, String against, OffPolicyEvaluator other) {
        return new Comparison(
                name,
                against,
                learned.difference(other, Estimator.WEIGHTED_DOUBLY_ROBUST),
                learned.difference(other, Estimator.SNIPS));
    }

    /** Episodes of several decisions that followed each other; of one decision all rounds. */
    private LoggedData followed(int[] chosen, int decisions) {
        List<LoggedEpisode> episodes = new ArrayList<>();
        for (int at = 0; at + decisions <= chosen.length; at++) {
            Round first = rounds.get(chosen[at]);
            Round last = rounds.get(chosen[at + decisions - 1]);
            if (first.run() != last.run() || last.number() - first.number() != decisions - 1) {
                continue;
            }
            List<LoggedStep> steps = new ArrayList<>();
            for (int i = at; i < at + decisions; i++) {
                Round round = rounds.get(chosen[i]);
                double cost = i == at + decisions - 1 ? round.cost() : 0;
                steps.add(new LoggedStep(round.state(), round.action(), propensities[chosen[i]], cost));
            }
            episodes.add(new LoggedEpisode("run " + first.run(), steps));
        }
        return new LoggedData(splits.size(), State.FEATURES, episodes);
    }

    /** For each run the split that was cheapest, by self-normalised weights, in the other runs of its load. */
    private int[] bestOfOthers() {
        boolean[] heavy = new boolean[runs];
        double[][] cost = new double[runs][splits.size()];
        double[][] weight = new double[runs][splits.size()];
        for (int i = 0; i < propensities.length; i++) {
            Round round = rounds.get(i);
            heavy[round.run()] = State.heavy(round.state());
            cost[round.run()][round.action()] += round.cost() / propensities[i];
            weight[round.run()][round.action()] += 1 / propensities[i];
        }
        int[] best = new int[runs];
        for (int run = 0; run < runs; run++) {
            double[] means = new double[splits.size()];
            for (int action = 0; action < means.length; action++) {
                double costs = 0;
                double weights = 0;
                for (int other = 0; other < runs; other++) {
                    if (other != run && heavy[other] == heavy[run]) {
                        costs += cost[other][action];
                        weights += weight[other][action];
                    }
                }
                means[action] = weights > 0 ? costs / weights : Double.POSITIVE_INFINITY;
            }
            best[run] = AdditiveModel.smallest(means);
        }
        return best;
    }

    /** Were the propensities right, both sums would be alike in every bucket of states. */
    private double propensityGap(int[] chosen) {
        Map<Integer, double[]> done = new HashMap<>();
        Map<Integer, double[]> said = new HashMap<>();
        Map<Integer, double[]> ofPhase = new HashMap<>();
        for (int i = 0; i < propensities.length; i++) {
            ofPhase.computeIfAbsent(State.phase(rounds.get(i).state()), ignored -> new double[splits.size()])[
                            rounds.get(i).action()] =
                    propensities[i];
        }
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i : chosen) {
            Round round = rounds.get(i);
            int cell = State.cell(round.state());
            counts.merge(cell, 1, Integer::sum);
            done.computeIfAbsent(cell, ignored -> new double[splits.size()])[round.action()]++;
            double[] sum = said.computeIfAbsent(cell, ignored -> new double[splits.size()]);
            double[] chances = ofPhase.getOrDefault(State.phase(round.state()), sum);
            for (int action = 0; action < sum.length; action++) {
                sum[action] += chances[action];
            }
        }
        double largest = 0;
        for (Map.Entry<Integer, Integer> cell : counts.entrySet()) {
            double[] expected = said.getOrDefault(cell.getKey(), new double[splits.size()]);
            double[] counted = done.getOrDefault(cell.getKey(), new double[splits.size()]);
            double distance = 0;
            for (int action = 0; action < splits.size(); action++) {
                distance += Math.abs(counted[action] - expected[action]) / 2;
            }
            if (cell.getValue() >= FEW) {
                largest = Math.max(largest, distance / cell.getValue());
            }
        }
        return largest;
    }
}
