package io.twinslice.verification;

import static io.twinslice.verification.ClopperPearson.allowedEvents;
import static io.twinslice.verification.ClopperPearson.lowerBound;
import static io.twinslice.verification.ClopperPearson.trialsNeeded;
import static io.twinslice.verification.ClopperPearson.upperBound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClopperPearsonTest {
    /** Limit, delta, then the episodes for 0, 1, 2, 5 and 10 violations; computed independently. */
    @ParameterizedTest
    @CsvSource({
        "0.05,  0.05, 59,    93,    124,   208,    336",
        "0.05,  0.01, 90,    130,   165,   259,    398",
        "0.01,  0.05, 299,   473,   628,   1049,   1693",
        "0.01,  0.01, 459,   662,   838,   1307,   2010",
        "0.005, 0.01, 919,   1325,  1678,  2618,   4024",
        "0.001, 0.01, 4603,  6636,  8403,  13105,  20140",
        "0.0001,0.01, 46050, 66381, 84057, 131081, 201442"
    })
    void theEpisodesNeededFitTheTable(double limit, double delta, int none, int one, int two, int five, int ten) {
        assertThat(trialsNeeded(0, limit, delta)).isEqualTo(none);
        assertThat(trialsNeeded(1, limit, delta)).isEqualTo(one);
        assertThat(trialsNeeded(2, limit, delta)).isEqualTo(two);
        assertThat(trialsNeeded(5, limit, delta)).isEqualTo(five);
        assertThat(trialsNeeded(10, limit, delta)).isEqualTo(ten);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 299,  2995, 29956, 299572",
        "1, 473,  4742, 47437, 474385",
        "2, 628,  6294, 62956, 629578",
        "3, 773,  7752, 77535, 775364"
    })
    void theEpisodesNeededAtNinetyFivePercentFitTheTable(int k, int n2, int n3, int n4, int n5) {
        assertThat(trialsNeeded(k, 1e-2, 0.05)).isEqualTo(n2);
        assertThat(trialsNeeded(k, 1e-3, 0.05)).isEqualTo(n3);
        assertThat(trialsNeeded(k, 1e-4, 0.05)).isEqualTo(n4);
        assertThat(trialsNeeded(k, 1e-5, 0.05)).isEqualTo(n5);
    }

    /** Eighteen tests share 0.02; later attempts of a lineage get less. */
    @Test
    void manyTestsAndManyAttemptsCostWhatTheTableSays() {
        assertThat(trialsNeeded(0, 0.01, 0.02 / 18)).isEqualTo(677);
        assertThat(trialsNeeded(0, 0.001, 0.02 / 18)).isEqualTo(6799);
        assertThat(VerificationPlan.episodesNeeded(0, 0.01, 0.02, 1, 6, 3)).isEqualTo(727);
        assertThat(VerificationPlan.episodesNeeded(0, 0.01, 0.02, 10, 6, 3)).isEqualTo(1185);
        assertThat(VerificationPlan.episodesNeeded(0, 0.01, 0.02, 100, 6, 3)).isEqualTo(1643);
        assertThat(VerificationPlan.episodesNeeded(0, 0.01, 0.02, 1000, 6, 3)).isEqualTo(2101);
        assertThat(allowedEvents(2534, 0.01, 0.02 / 18)).isEqualTo(11);
    }

    /**
     * The gate accepts with at most allowedEvents violations of n. By the exact binomial sum a policy at the limit is
     * accepted with probability at most delta, and one at a fifth of it nearly always once n is large enough.
     */
    @ParameterizedTest
    @MethodSource("gates")
    void theGatesFalseAcceptRateIsAtMostDelta(int n, double limit, double delta) {
        int allowed = allowedEvents(n, limit, delta);
        assertThat(accept(n, limit, allowed)).isLessThanOrEqualTo(delta);
        assertThat(accept(n, 1.5 * limit, allowed)).isLessThan(accept(n, limit, allowed));
        assertThat(accept(n, limit, allowed + 1)).isGreaterThan(delta);
    }

    private static double accept(int n, double rate, int allowed) {
        return new BinomialDistribution(null, n, rate).cumulativeProbability(allowed);
    }

    private static Stream<Arguments> gates() {
        return Stream.of(
                Arguments.of(459, 0.01, 0.01),
                Arguments.of(1157, 0.01, 0.01),
                Arguments.of(3924, 0.01, 0.01),
                Arguments.of(2534, 0.01, 0.02 / 18),
                Arguments.of(200, 0.05, 0.02 / 12),
                Arguments.of(4603, 0.001, 0.01));
    }

    @Test
    void aGoodPolicyPassesWithThePowerOfTheTable() {
        assertThat(allowedEvents(1157, 0.01, 0.01)).isEqualTo(4);
        assertThat(accept(1157, 0.002, 4)).isGreaterThan(0.9);
        assertThat(accept(838, 0.001, allowedEvents(838, 0.01, 0.01))).isGreaterThan(0.9);
        assertThat(accept(2534, 0.002, 11)).isGreaterThan(0.99);
    }

    @Test
    void theBoundsMeetTheirDefinition() {
        for (int[] kn : new int[][] {{0, 10}, {3, 50}, {17, 200}, {199, 200}}) {
            double upper = upperBound(kn[0], kn[1], 0.03);
            assertThat(accept(kn[1], upper, kn[0])).isCloseTo(0.03, within(1e-9));
            double lower = lowerBound(kn[0], kn[1], 0.03);
            assertThat(lower).isLessThan(upper);
            if (kn[0] > 0) {
                assertThat(1 - accept(kn[1], lower, kn[0] - 1)).isCloseTo(0.03, within(1e-9));
            }
        }
        assertThat(upperBound(5, 5, 0.01)).isEqualTo(1);
        assertThat(lowerBound(0, 5, 0.01)).isZero();
        assertThatThrownBy(() -> upperBound(6, 5, 0.01)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> upperBound(1, 5, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theAttemptsOfALineageSpendNoMoreThanItsShare() {
        double spent = 0;
        for (int j = 1; j <= 100_000; j++) {
            spent += VerificationPlan.share(0.02, j);
        }
        assertThat(spent).isBetween(0.0199, 0.02);
    }
}
