package io.twinslice.lab.run;

import io.twinslice.env.Scenario;
import io.twinslice.evaluation.BestStatic;
import io.twinslice.evaluation.EpisodeScore;
import io.twinslice.evaluation.PolicyComparison;
import io.twinslice.evaluation.PolicyComparison.Contender;
import io.twinslice.evaluation.PolicyRow;
import io.twinslice.lab.report.Estimate;
import io.twinslice.lab.report.PairedDifference;
import io.twinslice.lab.report.PolicyResult;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinProfile;
import io.twinslice.policy.Baselines;
import io.twinslice.policy.Policy;
import io.twinslice.policy.Shield;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Every policy on the same seeds of the hidden cell. The best static plan is searched on that very cell, on other
 * seeds: it is given what no deployed policy has, so that to beat it means something.
 */
final class Contest {
    static final String EQUAL = "equal-static";
    static final String EQUAL_GUARANTEE = "equal-guarantee";
    static final String BEST_STATIC = "best-static";
    static final String PROPORTIONAL = "proportional";
    static final String DRIFT_PLUS_PENALTY = "drift-plus-penalty";
    static final String UNSLICED = "unsliced";

    private static final long STATIC_SALT = 0x57A71C;
    private static final long CONTEST_SALT = 0xC0_47E57;

    /**
     * What came out.
     *
     * @param rows one for each policy
     * @param bestStatic the plan that the search found
     * @param minusEqual the candidate minus the equal split
     * @param minusBestStatic the candidate minus the best static plan
     */
    record Result(
            List<PolicyResult> rows,
            QuotaPlan bestStatic,
            Optional<PairedDifference> minusEqual,
            Optional<PairedDifference> minusBestStatic) {}

    private Contest() {}

    static Result play(Scenario hidden, Optional<Entrant> candidate, RunSize size, long seed, Executor executor) {
        Scenario episode = hidden.withWindows(size.comparisonWindows());
        int twins = hidden.twins().size();
        QuotaPlan best = BestStatic.search(
                        episode::environment,
                        twins,
                        seeds(seed ^ STATIC_SALT, size.staticSeeds()),
                        EpisodeScore::violationSeconds,
                        size.staticPlans(),
                        seed,
                        executor)
                .plan();
        List<Contender> contenders = new ArrayList<>();
        contenders.add(Contender.of(EQUAL, () -> Baselines.equalSplit(twins)));
        contenders.add(Contender.of(EQUAL_GUARANTEE, () -> Baselines.equalGuarantee(twins)));
        contenders.add(Contender.of(BEST_STATIC, () -> Baselines.fixed(BEST_STATIC, best)));
        contenders.add(Contender.of(PROPORTIONAL, () -> Baselines.proportional(twins)));
        contenders.add(Contender.of(DRIFT_PLUS_PENALTY, () -> Baselines.driftPlusPenalty(twins)));
        candidate.ifPresent(policy -> contenders.add(
                new Contender(policy.name(), policy.fresh(), Optional.of(new Shield(Guardrails.envelope(twins))))));
        contenders.add(Contender.of(UNSLICED, () -> Baselines.unsliced(twins)));
        PolicyComparison comparison = PolicyComparison.run(
                episode::environment, contenders, seeds(seed ^ CONTEST_SALT, size.comparisonSeeds()), executor);
        return new Result(
                comparison.rows().stream().map(row -> row(row, hidden.twins())).toList(),
                best,
                candidate.map(policy -> difference(comparison, policy.name(), EQUAL)),
                candidate.map(policy -> difference(comparison, policy.name(), BEST_STATIC)));
    }

    private static PolicyResult row(PolicyRow row, List<TwinProfile> twins) {
        List<PolicyResult.Twin> byTwin = new ArrayList<>();
        for (int i = 0; i < row.perTwinViolationSeconds().size(); i++) {
            byTwin.add(new PolicyResult.Twin(
                    twins.get(i).name(), estimate(row.perTwinViolationSeconds().get(i))));
        }
        return new PolicyResult(
                row.name(),
                estimate(row.violationSeconds()),
                estimate(row.prbSeconds()),
                estimate(row.aoiP99Millis()),
                byTwin);
    }

    /** A policy that can be made afresh for each episode. */
    record Entrant(String name, Supplier<Policy> fresh) {}

    private static PairedDifference difference(PolicyComparison comparison, String policy, String against) {
        io.twinslice.evaluation.PairedDifference difference = comparison.difference(policy, against);
        return new PairedDifference(
                estimate(difference.violationSeconds()),
                estimate(difference.prbSeconds()),
                estimate(difference.aoiP99Millis()));
    }

    private static Estimate estimate(io.twinslice.evaluation.Estimate of) {
        return new Estimate(of.mean(), of.low(), of.high());
    }

    private static List<Long> seeds(long first, int count) {
        return LongStream.range(0, count)
                .map(i -> first + i * 0x9E37_79B9_7F4A_7C15L)
                .boxed()
                .toList();
    }
}
