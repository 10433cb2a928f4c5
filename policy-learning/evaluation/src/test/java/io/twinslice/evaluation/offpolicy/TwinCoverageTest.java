package io.twinslice.evaluation.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Off-policy against on-policy in the twin: a policy that explores is logged, another one is estimated from its log and
 * then played. What is counted are broken promises in an episode of four windows.
 */
class TwinCoverageTest {
    private static final Scenario SCENARIO = Scenarios.byName("flash-crowd").withWindows(4);
    private static final List<QuotaPlan> PLANS = plans();
    private static final ActionProbabilities LOGGED = (state, into) -> Arrays.fill(into, 1.0 / into.length);

    /** Prefers to give the building what it asks for while it waits for much. */
    private static final ActionProbabilities TARGET = (state, into) -> {
        Arrays.fill(into, 0.25);
        into[state[0] > 0.5 ? 1 : 0] = 0.5;
    };

    /** Fitted Q evaluation is shown and not judged: a linear Q of the twin has an error that no resampling knows. */
    private static final Set<Estimator> WEIGHTED = EnumSet.complementOf(EnumSet.of(Estimator.FITTED_Q));

    private static final EpisodeRecorder RECORDER =
            new EpisodeRecorder(PLANS, TwinCoverageTest::features, (window, before) -> broken(window));

    @Test
    void theTwinConfirmsWhatALogForetells() {
        double truth = played(500, 900_000);
        OffPolicyEvaluator evaluator = evaluator(300, 1);
        for (Estimator estimator : WEIGHTED) {
            assertThat(evaluator.estimate(estimator))
                    .isInstanceOfSatisfying(OffPolicyAnswer.Estimated.class, estimated -> {
                        // The truth is itself a mean, of 500 episodes.
                        double slack = estimated.value().halfWidth() / 2;
                        assertThat(truth)
                                .as(estimator.shortName())
                                .isBetween(
                                        estimated.value().low() - slack,
                                        estimated.value().high() + slack);
                    });
        }
    }

    @Tag("nightly")
    @Test
    void overManyLogsOfTheTwinTheIntervalsCoverTheTruth() {
        double truth = played(20_000, 10_000_000);
        int logs = 200;
        Map<Estimator, Integer> covered = new EnumMap<>(Estimator.class);
        for (int log = 0; log < logs; log++) {
            OffPolicyEvaluator evaluator = evaluator(200, 1000L * log);
            for (Estimator estimator : Estimator.values()) {
                if (evaluator.estimate(estimator) instanceof OffPolicyAnswer.Estimated estimated) {
                    covered.merge(estimator, estimated.value().contains(truth) ? 1 : 0, Integer::sum);
                }
            }
        }
        covered.forEach((estimator, count) -> {
            double share = count / (double) logs;
            System.out.printf(Locale.ROOT, "%-4s twin %.1f %%%n", estimator.shortName(), 100 * share);
            // Three standard errors of a share of 200.
            assertThat(WEIGHTED.contains(estimator) && share < 0.95 - 0.046)
                    .as("%s covers %s", estimator.shortName(), share)
                    .isFalse();
        });
    }

    private static OffPolicyEvaluator evaluator(int episodes, long firstSeed) {
        List<LoggedEpisode> log = new ArrayList<>();
        try (Environment twin = SCENARIO.environment()) {
            for (int i = 0; i < episodes; i++) {
                log.add(RECORDER.play(twin, choice(LOGGED, firstSeed + i), firstSeed + i));
            }
        }
        return new OffPolicyEvaluator(
                new LoggedData(PLANS.size(), 5, log), TARGET, EvaluationRules.standard(1, firstSeed));
    }

    private static double played(int episodes, long firstSeed) {
        double sum = 0;
        try (Environment twin = SCENARIO.environment()) {
            for (int i = 0; i < episodes; i++) {
                for (LoggedStep step : RECORDER.play(twin, choice(TARGET, firstSeed + i), firstSeed + i)
                        .steps()) {
                    sum += step.reward();
                }
            }
        }
        return sum / episodes;
    }

    private static RandomChoice choice(ActionProbabilities probabilities, long seed) {
        return new RandomChoice(
                "choice", PLANS, TwinCoverageTest::features, probabilities, new SplittableRandom(~seed));
    }

    /** Three shares of the cell for the last twin, the rest in equal parts. */
    private static List<QuotaPlan> plans() {
        int twins = twins();
        List<QuotaPlan> plans = new ArrayList<>();
        for (int share : List.of(10, 30, 50)) {
            List<PrbQuota> quotas = new ArrayList<>();
            for (int i = 0; i < twins; i++) {
                int percent = i == twins - 1 ? share : (100 - share) / (twins - 1);
                quotas.add(new PrbQuota(0, percent, percent));
            }
            plans.add(new QuotaPlan(quotas));
        }
        return plans;
    }

    private static int twins() {
        return SCENARIO.twins().size();
    }

    private static double[] features(TwinSnapshot window) {
        int last = window.slices() - 1;
        double waiting = 0;
        for (int i = 0; i < last; i++) {
            waiting += window.reports().get(i).bufferedKbit() / 1000.0;
        }
        return new double[] {
            window.reports().get(last).bufferedKbit() / 1000.0,
            Math.min(4, waiting),
            window.inForce().quota(last).minPercent() / 100.0,
            broken(window),
            (window.windowEndMillis() / window.windowMillis()) % 5
        };
    }

    private static double broken(TwinSnapshot window) {
        int broken = 0;
        for (int twin = 0; twin < window.slices(); twin++) {
            broken += window.isBroken(twin) ? 1 : 0;
        }
        return broken;
    }
}
