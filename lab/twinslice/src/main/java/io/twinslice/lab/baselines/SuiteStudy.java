package io.twinslice.lab.baselines;

import io.twinslice.model.QuotaPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came out on the suite.
 *
 * @param size how much was played
 * @param trainingSeed what learning began with
 * @param learners that were asked for
 * @param played one for each scenario
 */
record SuiteStudy(StudySize size, long trainingSeed, List<String> learners, List<Played> played) {
    /** The rule that a learner has to beat. */
    static final String RULE = "drift-plus-penalty";

    /**
     * One scenario.
     *
     * @param result the episodes of all policies
     * @param raced the best constant plan that certified ERL met
     * @param trained by the name of the learner
     */
    record Played(ScenarioResult result, QuotaPlan raced, Map<String, TrainedPolicy> trained) {
        /** What a learner that was asked for made. */
        TrainedPolicy of(String learner) {
            TrainedPolicy found = trained.get(learner);
            if (found == null) {
                throw new IllegalArgumentException("no learner " + learner);
            }
            return found;
        }
    }

    SuiteStudy {
        learners = List.copyOf(learners);
        played = List.copyOf(played);
    }

    List<ScenarioResult> results() {
        return played.stream().map(Played::result).toList();
    }

    /** The policies that tables show, in this order. */
    List<String> shown() {
        List<String> shown = new ArrayList<>(
                List.of(ScenarioStudy.ORACLE, ScenarioStudy.BEST_STATIC, SuiteLearning.RACED_STATIC, RULE));
        shown.addAll(1, learners);
        return shown;
    }

    /** Each learner, and the constant plan that ours met, against what there is to beat. */
    List<SuiteComparison> comparisons() {
        List<SuiteComparison> comparisons = new ArrayList<>();
        if (results().stream()
                .allMatch(result ->
                        SuiteComparison.STEADY.contains(result.scenario().name()))) {
            return comparisons;
        }
        for (String learner : learners) {
            for (String against : against(learner)) {
                comparisons.add(SuiteComparison.of(results(), learner, against));
            }
        }
        comparisons.add(SuiteComparison.of(results(), SuiteLearning.RACED_STATIC, ScenarioStudy.BEST_STATIC));
        return comparisons;
    }

    private List<String> against(String learner) {
        List<String> against = new ArrayList<>(List.of(ScenarioStudy.BEST_STATIC, SuiteLearning.RACED_STATIC, RULE));
        if (learner.equals(SuiteLearning.CERTIFIED_ERL)) {
            learners.stream().filter(each -> !each.equals(learner)).forEach(against::add);
        }
        return against;
    }

    /** CPU seconds that a learner took for all scenarios together. */
    double cpuSeconds(String learner) {
        return played.stream()
                .mapToDouble(each -> each.of(learner).cpuSeconds())
                .sum();
    }

    long environmentSteps(String learner) {
        return played.stream()
                .mapToLong(each -> each.of(learner).environmentSteps())
                .sum();
    }
}
