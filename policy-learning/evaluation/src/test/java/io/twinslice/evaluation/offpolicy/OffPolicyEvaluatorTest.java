package io.twinslice.evaluation.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.evaluation.scores.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OffPolicyEvaluatorTest {
    private static final EvaluationRules LENIENT = new EvaluationRules(0.5, 2, 0, 0, 0, 0, 1, 1);

    /** Two episodes of two decisions; weights 2, 1 and 0.5, 1. */
    private static final LoggedData BY_HAND = new LoggedData(
            2,
            1,
            List.of(
                    new LoggedEpisode("a", List.of(step(0, 0.25, 4), step(1, 1, 8))),
                    new LoggedEpisode("b", List.of(step(1, 1, 2), step(0, 0.25, 6)))));

    private static final ActionProbabilities EVEN = (state, into) -> {
        into[0] = 0.5;
        into[1] = 0.5;
    };

    @Test
    void theWeightedEstimatorsAgreeWithTheHand() {
        // Weights, products: a: 0.5/0.25 = 2, then 0.5/1: 1. b: 0.5/1 = 0.5, then 0.5/0.25: 1.
        // Discounted sums: a: 4 + 8/2 = 8. b: 2 + 6/2 = 5.
        assertThat(value(BY_HAND, Estimator.SNIPS)).isCloseTo((1 * 8 + 1 * 5) / 2.0, within(1e-12));
        assertThat(value(BY_HAND, Estimator.PDIS))
                .isCloseTo(((2 * 4 + 0.5 * 1 * 8) + (0.5 * 2 + 0.5 * 1 * 6)) / 2, within(1e-12));
        assertThat(value(BY_HAND, Estimator.WPDIS))
                .isCloseTo((2 * 4 + 0.5 * 2) / 2.5 + 0.5 * (1 * 8 + 1 * 6) / 2, within(1e-12));
    }

    @Test
    void aDoublyRobustEstimateWithoutAModelIsPerDecisionImportanceSampling() {
        QFitter nothing = (data, policy, discount) -> (state, into) -> Arrays.fill(into, 0);
        OffPolicyEvaluator evaluator = new OffPolicyEvaluator(BY_HAND, EVEN, LENIENT, state -> 0, nothing);
        assertThat(estimated(evaluator, Estimator.DOUBLY_ROBUST).value()).isEqualTo(value(BY_HAND, Estimator.PDIS));
        assertThat(estimated(evaluator, Estimator.WEIGHTED_DOUBLY_ROBUST).value())
                .isCloseTo(value(BY_HAND, Estimator.WPDIS), within(1e-12));
    }

    @Test
    void theLoggingPolicyIsWorthWhatItsEpisodesBrought() {
        LoggedData log = SmallWorlds.chain(300, SmallWorlds.CHAIN_LOGGED, new SplittableRandom(1));
        double mean = 0;
        for (LoggedEpisode episode : log.episodes()) {
            double factor = 1;
            for (LoggedStep step : episode.steps()) {
                mean += factor * step.reward() / 300;
                factor *= 0.9;
            }
        }
        OffPolicyEvaluator evaluator = new OffPolicyEvaluator(
                log, SmallWorlds.byState(SmallWorlds.CHAIN_LOGGED), EvaluationRules.standard(0.9, 1));
        assertThat(evaluator.support().effectiveEpisodes()).isCloseTo(300, within(1e-9));
        for (Estimator estimator : List.of(Estimator.SNIPS, Estimator.PDIS, Estimator.WPDIS)) {
            assertThat(estimated(evaluator, estimator).value()).isCloseTo(mean, within(1e-9));
        }
    }

    @Test
    void fittedQFindsTheValueOfAChainFromMuchData() {
        LoggedData log = SmallWorlds.chain(20_000, SmallWorlds.CHAIN_LOGGED, new SplittableRandom(3));
        ActionValues q = LinearQ.fit(log, SmallWorlds.byState(SmallWorlds.CHAIN_TARGET), 0.9);
        assertThat(first(q, log)).isCloseTo(SmallWorlds.chainValue(SmallWorlds.CHAIN_TARGET, 0.9), within(0.03));
    }

    private static double first(ActionValues q, LoggedData log) {
        double[] values = new double[2];
        double[] probabilities = new double[2];
        double[] state = log.episodes().getFirst().steps().getFirst().state();
        q.of(state, values);
        SmallWorlds.byState(SmallWorlds.CHAIN_TARGET).of(state, probabilities);
        return values[0] * probabilities[0] + values[1] * probabilities[1];
    }

    /** What "doubly" means: the model may be wrong when the propensities are right. */
    @Test
    void aDoublyRobustEstimateForgivesAWrongModel() {
        LoggedData log = SmallWorlds.bandit(20_000, SmallWorlds.BANDIT_LOGGED, new SplittableRandom(4));
        QFitter wrong = (data, policy, discount) -> (state, into) -> Arrays.fill(into, 3);
        OffPolicyEvaluator evaluator = new OffPolicyEvaluator(
                log,
                SmallWorlds.byState(SmallWorlds.BANDIT_TARGET),
                EvaluationRules.standard(1, 1),
                state -> (int) state[0],
                wrong);
        double truth = SmallWorlds.banditValue(SmallWorlds.BANDIT_TARGET);
        assertThat(estimated(evaluator, Estimator.DOUBLY_ROBUST).contains(truth))
                .isTrue();
        assertThat(estimated(evaluator, Estimator.WEIGHTED_DOUBLY_ROBUST).contains(truth))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Estimator.class)
    void aPolicyThatDoesWhatTheLogNeverDidIsRefusedByName(Estimator estimator) {
        double[][] never = {{0.5, 0.5, 0}, {0.5, 0.5, 0}};
        LoggedData log = SmallWorlds.bandit(500, never, new SplittableRandom(5));
        OffPolicyEvaluator evaluator =
                new OffPolicyEvaluator(log, ActionProbabilities.always(state -> 2), EvaluationRules.standard(1, 1));
        assertThat(evaluator.estimate(estimator)).isInstanceOfSatisfying(OffPolicyAnswer.NoSupport.class, refused -> {
            assertThat(refused.reason()).contains("100.0 %", "action 2", "taken 0 times");
            assertThat(refused.support().missing()).containsExactly(new Support.Missing(2, 1, 0));
        });
    }

    /** Action 2 is common in state 0 and unknown in state 1: only cells show it. */
    @Test
    void supportIsAskedForInStatesOfTheSameCell() {
        double[][] partly = {{0.2, 0.2, 0.6}, {0.5, 0.5, 0}};
        LoggedData log = SmallWorlds.bandit(1000, partly, new SplittableRandom(6));
        ActionProbabilities two = ActionProbabilities.always(state -> 2);
        EvaluationRules rules = EvaluationRules.standard(1, 1);
        assertThat(new OffPolicyEvaluator(log, two, rules).support().supportedShare())
                .isEqualTo(1);
        Support support = new OffPolicyEvaluator(log, two, rules, state -> (int) state[0], LinearQ::fit).support();
        assertThat(support.supportedShare()).isCloseTo(0.6, within(0.05));
    }

    @Test
    void tooSmallAnEffectiveSizeIsRefused() {
        LoggedData log = SmallWorlds.bandit(60, SmallWorlds.BANDIT_LOGGED, new SplittableRandom(7));
        OffPolicyEvaluator evaluator = new OffPolicyEvaluator(
                log, SmallWorlds.byState(SmallWorlds.BANDIT_TARGET), EvaluationRules.standard(1, 1));
        assertThat(evaluator.estimate(Estimator.SNIPS))
                .isInstanceOfSatisfying(
                        OffPolicyAnswer.NoSupport.class,
                        refused -> assertThat(refused.reason()).contains("episodes of the policy; 50 are needed"));
    }

    /** Rounds of a run that are all alike say as much as one. */
    @Test
    void clustersWidenTheInterval() {
        SplittableRandom random = new SplittableRandom(8);
        List<LoggedEpisode> alone = new ArrayList<>();
        List<LoggedEpisode> together = new ArrayList<>();
        for (int run = 0; run < 10; run++) {
            double ofTheRun = random.nextGaussian();
            for (int i = 0; i < 50; i++) {
                List<LoggedStep> steps = List.of(step(0, 1, ofTheRun));
                alone.add(new LoggedEpisode(run + "/" + i, steps));
                together.add(new LoggedEpisode("run " + run, steps));
            }
        }
        ActionProbabilities zero = ActionProbabilities.always(state -> 0);
        EvaluationRules rules = EvaluationRules.standard(1, 1);
        Interval narrow = estimated(new OffPolicyEvaluator(new LoggedData(2, 1, alone), zero, rules), Estimator.SNIPS);
        Interval wide = estimated(new OffPolicyEvaluator(new LoggedData(2, 1, together), zero, rules), Estimator.SNIPS);
        assertThat(wide.halfWidth()).isGreaterThan(4 * narrow.halfWidth());
    }

    @Test
    void theDifferenceOfAPolicyFromItselfIsNothing() {
        LoggedData log = SmallWorlds.chain(200, SmallWorlds.CHAIN_LOGGED, new SplittableRandom(9));
        EvaluationRules rules = EvaluationRules.standard(0.9, 1);
        OffPolicyEvaluator one = new OffPolicyEvaluator(log, SmallWorlds.byState(SmallWorlds.CHAIN_TARGET), rules);
        OffPolicyEvaluator other = new OffPolicyEvaluator(log, SmallWorlds.byState(SmallWorlds.CHAIN_LOGGED), rules);
        assertThat(difference(one, one).value()).isCloseTo(0, within(1e-9));
        assertThat(difference(one, one).halfWidth()).isCloseTo(0, within(1e-9));
        double truth = SmallWorlds.chainValue(SmallWorlds.CHAIN_TARGET, 0.9)
                - SmallWorlds.chainValue(SmallWorlds.CHAIN_LOGGED, 0.9);
        assertThat(difference(one, other).contains(truth)).isTrue();
        assertThat(difference(one, other).value())
                .isCloseTo(-difference(other, one).value(), within(1e-9));
    }

    private static Interval difference(OffPolicyEvaluator one, OffPolicyEvaluator other) {
        return one.difference(other, Estimator.WEIGHTED_DOUBLY_ROBUST) instanceof OffPolicyAnswer.Estimated estimated
                ? estimated.value()
                : new Interval(Double.POSITIVE_INFINITY, 0, 0);
    }

    @Test
    void estimatedPropensitiesAreThoseOfTheLog() {
        LoggedData log = SmallWorlds.bandit(20_000, SmallWorlds.BANDIT_LOGGED, new SplittableRandom(10));
        LoggedData blind = log.withEstimatedPropensities(state -> (int) state[0]);
        for (int i = 0; i < 50; i++) {
            LoggedStep real = log.episodes().get(i).steps().getFirst();
            assertThat(blind.episodes().get(i).steps().getFirst().propensity())
                    .isCloseTo(real.propensity(), within(0.02));
        }
    }

    @Test
    void impossibleStepsAreRefused() {
        assertThatThrownBy(() -> step(0, 0, 1)).hasMessageContaining("propensity must be in (0, 1]");
        assertThatThrownBy(() -> step(-1, 1, 1)).hasMessageContaining("numbered from 0");
        assertThatThrownBy(() -> step(0, 1, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new LoggedStep(new double[] {Double.POSITIVE_INFINITY}, 0, 1, 0))
                .hasMessageContaining("Infinity");
        assertThatThrownBy(() -> new LoggedEpisode("a", List.of())).hasMessageContaining("no steps");
        assertThatThrownBy(() -> new LoggedData(1, 1, List.of(new LoggedEpisode("a", List.of(step(1, 1, 0))))))
                .hasMessageContaining("action 1");
    }

    private static LoggedStep step(int action, double propensity, double reward) {
        return new LoggedStep(new double[] {0}, action, propensity, reward);
    }

    private static double value(LoggedData log, Estimator estimator) {
        return estimated(new OffPolicyEvaluator(log, EVEN, LENIENT), estimator).value();
    }

    private static Interval estimated(OffPolicyEvaluator evaluator, Estimator estimator) {
        return switch (evaluator.estimate(estimator)) {
            case OffPolicyAnswer.Estimated estimated -> estimated.value();
            case OffPolicyAnswer.NoSupport refused -> throw new AssertionError(refused.reason());
        };
    }
}
