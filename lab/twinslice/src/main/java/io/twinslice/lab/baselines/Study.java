package io.twinslice.lab.baselines;

import java.util.List;

/**
 * What came out on all scenarios.
 *
 * @param size how much was played
 * @param results one for each scenario
 */
record Study(StudySize size, List<ScenarioResult> results) {
    Study {
        results = List.copyOf(results);
    }

    /** Whether the oracle costs less than every policy in every scenario. If it does not, the oracle is wrong. */
    boolean oracleIsFirst() {
        return results.stream().allMatch(ScenarioResult::oracleIsFirst);
    }

    List<Overall> overall() {
        return Overall.of(results);
    }
}
