package io.twinslice.evaluation;

import io.twinslice.env.Environment;
import io.twinslice.env.Step;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Policy;
import io.twinslice.policy.Reward;
import io.twinslice.policy.Shield;
import java.util.Optional;

/**
 * Plays one episode: the loop of the xApp without its wires. Where no new report arrived nobody decides and the plan in
 * force stays. Scored is what happened, which may not be what was reported ({@link Environment#truth}).
 */
public final class EpisodeRunner {
    private EpisodeRunner() {}

    /** Plays an episode in which every plan is put in force as decided. */
    public static EpisodeScore run(Environment environment, Policy policy, long seed) {
        return play(environment, policy, Optional.empty(), seed);
    }

    /** Plays an episode in which the shield has the last word, as it has in the xApp. */
    public static EpisodeScore run(Environment environment, Policy policy, Shield shield, long seed) {
        return play(environment, policy, Optional.of(shield), seed);
    }

    /**
     * As the two above.
     *
     * @return a failed score, never an exception, when the environment fails or either of the two throws: a gate must
     *     be able to count a crash
     */
    static EpisodeScore play(Environment environment, Policy policy, Optional<Shield> shield, long seed) {
        EpisodeTally tally = new EpisodeTally(seed);
        try {
            policy.restart();
            TwinSnapshot snapshot;
            switch (environment.reset(seed)) {
                case Step.Running(TwinSnapshot first) -> snapshot = first;
                case Step.Terminated(TwinSnapshot only) -> {
                    return tally.score("the episode ended before its first window at " + only.windowEndMillis());
                }
                case Step.Truncated(TwinSnapshot only) -> {
                    return tally.score("the episode ended before its first window at " + only.windowEndMillis());
                }
                case Step.Failed(String reason) -> {
                    return tally.score(described(reason));
                }
            }
            long decidedOn = Long.MIN_VALUE;
            QuotaPlan before = snapshot.inForce();
            while (true) {
                QuotaPlan plan = before;
                if (snapshot.windowEndMillis() != decidedOn) {
                    decidedOn = snapshot.windowEndMillis();
                    plan = plan(policy.decide(snapshot), shield, before, tally);
                }
                boolean goesOn = false;
                switch (environment.step(plan)) {
                    case Step.Running(TwinSnapshot next) -> {
                        snapshot = next;
                        goesOn = true;
                    }
                    case Step.Terminated(TwinSnapshot last) -> snapshot = last;
                    case Step.Truncated(TwinSnapshot last) -> snapshot = last;
                    case Step.Failed(String reason) -> {
                        return tally.score(described(reason));
                    }
                }
                TwinSnapshot happened = environment.truth().orElse(snapshot);
                tally.add(happened, Reward.of(happened, before));
                if (!goesOn) {
                    return tally.score("");
                }
                before = plan;
            }
        } catch (RuntimeException e) {
            return tally.score(e.toString());
        }
    }

    private static QuotaPlan plan(Decision decision, Optional<Shield> shield, QuotaPlan inForce, EpisodeTally tally) {
        if (shield.isEmpty()) {
            return decision.plan();
        }
        Shield.Admitted admitted = shield.get().admit(decision.plan(), inForce);
        tally.shielded(admitted.altered());
        return admitted.plan();
    }

    private static String described(String reason) {
        return reason.isEmpty() ? "the environment failed without a reason" : reason;
    }
}
