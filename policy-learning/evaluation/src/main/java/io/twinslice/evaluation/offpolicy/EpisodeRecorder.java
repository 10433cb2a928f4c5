package io.twinslice.evaluation.offpolicy;

import io.twinslice.env.Environment;
import io.twinslice.env.Step;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/**
 * Makes episodes of decisions, of a twin or of an xApp's log.
 *
 * <p>An action is the number of the proposed plan in {@code plans}; what the shield made of it is part of the world.
 */
public final class EpisodeRecorder {
    private final List<QuotaPlan> plans;
    private final Function<TwinSnapshot, double[]> features;
    private final ToDoubleBiFunction<TwinSnapshot, QuotaPlan> reward;

    /**
     * A recorder.
     *
     * @param plans that may be proposed
     * @param features of a snapshot
     * @param reward of a window and of the plan in force before it
     */
    public EpisodeRecorder(
            List<QuotaPlan> plans,
            Function<TwinSnapshot, double[]> features,
            ToDoubleBiFunction<TwinSnapshot, QuotaPlan> reward) {
        this.plans = List.copyOf(plans);
        this.features = features;
        this.reward = reward;
    }

    /**
     * Plays an episode and records it; the cluster is the seed.
     *
     * @throws IllegalStateException when the environment fails, or ends before the first decision
     */
    public LoggedEpisode play(Environment environment, Policy policy, long seed) {
        policy.restart();
        List<LoggedStep> steps = new ArrayList<>();
        Step step = environment.reset(seed);
        while (step instanceof Step.Running(TwinSnapshot now)) {
            Decision decision = policy.decide(now);
            step = environment.step(decision.plan());
            TwinSnapshot next = switch (step) {
                case Step.Running running -> running.snapshot();
                case Step.Truncated truncated -> truncated.snapshot();
                case Step.Terminated terminated -> terminated.snapshot();
                case Step.Failed failed -> throw new IllegalStateException(failed.reason());
            };
            steps.add(new LoggedStep(
                    features.apply(now),
                    action(decision.plan()),
                    decision.propensity(),
                    reward.applyAsDouble(next, now.inForce())));
        }
        if (steps.isEmpty()) {
            throw new IllegalStateException("the episode of seed " + seed + " ended before its first decision");
        }
        return new LoggedEpisode("seed " + seed, steps);
    }

    /**
     * Cuts the log of an xApp into episodes. A decision counts when the node acknowledged it and the next report shows
     * its action in force; where that fails, where a window is left out or the policy changes, an episode ends.
     *
     * @param twins as they were promised, in the order of the log
     * @param prbCount PRBs of the cell
     * @param horizon decisions of an episode; what is left at an end is dropped
     * @param together episodes that follow each other and form a cluster
     * @throws IllegalArgumentException when the log is of other twins or proposes a plan that is not among the plans
     */
    public List<LoggedEpisode> cut(
            List<LoggedDecision> decisions, List<TwinProfile> twins, int prbCount, int horizon, int together) {
        if (horizon < 1 || together < 1) {
            throw new IllegalArgumentException("an episode and a cluster have at least one member");
        }
        List<LoggedEpisode> episodes = new ArrayList<>();
        List<LoggedStep> steps = new ArrayList<>();
        long windowMillis = windowMillis(decisions);
        for (int i = 0; i + 1 < decisions.size(); i++) {
            LoggedDecision here = decisions.get(i);
            LoggedDecision next = decisions.get(i + 1);
            if (!follows(here, next, windowMillis)) {
                steps.clear();
                continue;
            }
            steps.add(new LoggedStep(
                    features.apply(snapshot(here, twins, windowMillis, prbCount)),
                    action(here.proposed()),
                    here.propensity(),
                    reward.applyAsDouble(snapshot(next, twins, windowMillis, prbCount), here.inForce())));
            if (steps.size() == horizon) {
                episodes.add(new LoggedEpisode("block " + episodes.size() / together, steps));
                steps.clear();
            }
        }
        return episodes;
    }

    private static boolean follows(LoggedDecision here, LoggedDecision next, long windowMillis) {
        return here.acknowledged()
                && next.inForce().equals(here.action())
                && next.windowEndMillis() - here.windowEndMillis() == windowMillis
                && next.policyDigest().equals(here.policyDigest());
    }

    /** The shortest distance of two reports; one that was lost makes a longer one. */
    private static long windowMillis(List<LoggedDecision> decisions) {
        long shortest = Integer.MAX_VALUE;
        for (int i = 1; i < decisions.size(); i++) {
            long distance =
                    decisions.get(i).windowEndMillis() - decisions.get(i - 1).windowEndMillis();
            if (distance > 0) {
                shortest = Math.min(shortest, distance);
            }
        }
        return shortest;
    }

    private static TwinSnapshot snapshot(
            LoggedDecision decision, List<TwinProfile> twins, long windowMillis, int prbCount) {
        if (!decision.twins().equals(twins.stream().map(TwinProfile::name).toList())) {
            throw new IllegalArgumentException("the log is of " + decision.twins() + ", not of "
                    + twins.stream().map(TwinProfile::name).toList());
        }
        return new TwinSnapshot(
                decision.windowEndMillis(),
                (int) windowMillis,
                prbCount,
                twins,
                decision.reports(),
                decision.inForce());
    }

    private int action(QuotaPlan plan) {
        int action = plans.indexOf(plan);
        if (action < 0) {
            throw new IllegalArgumentException(plan + " is none of the " + plans.size() + " plans");
        }
        return action;
    }
}
