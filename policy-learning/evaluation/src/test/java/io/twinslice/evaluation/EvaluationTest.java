package io.twinslice.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.env.Scenarios;
import io.twinslice.evaluation.PolicyComparison.Contender;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Baselines;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Envelope;
import io.twinslice.policy.Policy;
import io.twinslice.policy.Shield;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final QuotaPlan ENOUGH = new QuotaPlan(List.of(new PrbQuota(0, 70, 100), new PrbQuota(30, 30, 100)));
    private static final QuotaPlan STARVED = new QuotaPlan(List.of(new PrbQuota(0, 70, 100), new PrbQuota(0, 10, 100)));

    @Test
    void anEpisodeIsScoredByItsWindows() {
        EpisodeScore good = EpisodeRunner.run(new ToyEnvironment(), Baselines.fixed("enough", ENOUGH), 3);
        EpisodeScore bad = EpisodeRunner.run(new ToyEnvironment(), Baselines.fixed("starved", STARVED), 3);

        assertThat(good.windows()).isEqualTo(20);
        assertThat(good.violationSeconds()).isZero();
        assertThat(good.failed()).isFalse();
        assertThat(bad.brokenWindows()).containsExactly(0, 20);
        assertThat(bad.violationSeconds()).isEqualTo(10);
        assertThat(bad.violationSeconds(1)).isEqualTo(10);
        assertThat(good.reward()).isGreaterThan(bad.reward());
    }

    /** Ages 51..70 in 20 windows of the one twin with a limit: rank ceil(0.99·20) is the largest. */
    @Test
    void theAgeCountsTheTwinsThatWerePromisedALimit() {
        EpisodeScore score = EpisodeRunner.run(new ToyEnvironment(), Baselines.fixed("enough", ENOUGH), 3);
        assertThat(score.aoiP99Millis()).isEqualTo(70);
    }

    /** The second slice uses 20..29 of its 30 dedicated PRBs: nobody else can have the rest. */
    @Test
    void idleDedicatedPrbsCount() {
        QuotaPlan shared = new QuotaPlan(List.of(new PrbQuota(0, 70, 100), new PrbQuota(0, 30, 100)));
        double dedicated = EpisodeRunner.run(new ToyEnvironment(), Baselines.fixed("d", ENOUGH), 3)
                .prbSeconds();
        double lent = EpisodeRunner.run(new ToyEnvironment(), Baselines.fixed("s", shared), 3)
                .prbSeconds();
        assertThat(dedicated).isBetween(20 * 0.5 * 70, 20 * 0.5 * 80);
        assertThat(lent).isBetween(20 * 0.5 * 60, dedicated - 1);
    }

    @Test
    void theShieldHasTheLastWord() {
        Shield shield = new Shield(Envelope.uniform(2, 30, 100, 100));
        EpisodeScore score = EpisodeRunner.run(new ToyEnvironment(), Baselines.fixed("starved", STARVED), shield, 3);
        assertThat(score.violationSeconds()).isZero();
        assertThat(score.shieldedWindows()).isEqualTo(20);
    }

    @Test
    void aFailureOrACrashIsAFailedScoreAndNoException() {
        EpisodeScore broken = EpisodeRunner.run(new ToyEnvironment(5), Baselines.fixed("enough", ENOUGH), 3);
        EpisodeScore crashed = EpisodeRunner.run(new ToyEnvironment(), new Crashing(), 3);
        assertThat(broken.failure()).isEqualTo("planted");
        assertThat(broken.windows()).isEqualTo(4);
        assertThat(crashed.failed()).isTrue();
        assertThat(crashed.failure()).contains("planted crash");
    }

    @Test
    void theComparisonIsTheSameOnAnyNumberOfThreads() {
        List<Contender> contenders = contenders();
        PolicyComparison here = PolicyComparison.run(ToyEnvironment::new, contenders, seeds(12), Runnable::run);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            PolicyComparison there = PolicyComparison.run(ToyEnvironment::new, contenders, seeds(12), threads);
            assertThat(there.rows()).isEqualTo(here.rows());
            assertThat(there.difference("starved", "enough")).isEqualTo(here.difference("starved", "enough"));
        }
    }

    @Test
    void rowsAndDifferencesSayWhatWasPlanted() {
        PolicyComparison comparison = PolicyComparison.run(ToyEnvironment::new, contenders(), seeds(12), Runnable::run);
        PolicyRow starved = comparison.row("starved");
        assertThat(comparison.rows()).hasSize(2);
        assertThat(starved.violationSeconds()).isEqualTo(new Estimate(10, 10, 10));
        assertThat(starved.perTwinViolationSeconds()).containsExactly(new Estimate(0, 0, 0), new Estimate(10, 10, 10));
        assertThat(starved.prbSeconds().low()).isLessThan(starved.prbSeconds().mean());

        PairedDifference difference = comparison.difference("enough", "starved");
        assertThat(difference.violationSeconds().mean()).isEqualTo(-10);
        assertThat(difference.violationSeconds().isSignificant()).isTrue();
        assertThat(difference.episodes()).isEqualTo(12);
        assertThatThrownBy(() -> comparison.row("nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("enough");
    }

    @Test
    void failedEpisodesAreCountedAndNotAveraged() {
        PolicyComparison comparison = PolicyComparison.run(
                ToyEnvironment::new,
                List.of(
                        Contender.of("good", () -> Baselines.fixed("good", ENOUGH)),
                        Contender.of("bad", Crashing::new)),
                seeds(4),
                Runnable::run);
        assertThat(comparison.row("bad").failedEpisodes()).isEqualTo(4);
        assertThat(comparison.row("bad").violationSeconds().mean()).isNaN();
        assertThat(comparison.difference("good", "bad").episodes()).isZero();
    }

    /** 400 intervals from 100 exponential values each: a 95 % interval must hold the truth about 95 % of the time. */
    @Test
    void theBootstrapIntervalCoversTheTruth() {
        SplittableRandom random = new SplittableRandom(17);
        int covered = 0;
        for (int trial = 0; trial < 400; trial++) {
            double[] values = new double[100];
            for (int i = 0; i < values.length; i++) {
                values[i] = -StrictMath.log(1 - random.nextDouble());
            }
            Estimate estimate = Estimate.of(values, trial);
            covered += estimate.low() <= 1 && 1 <= estimate.high() ? 1 : 0;
        }
        // The percentile bootstrap of a skewed mean falls a little short of 95 %.
        assertThat(covered / 400.0).isBetween(0.91, 0.98);
    }

    @Test
    void theSearchFindsAPlanThatKeepsAllPromises() {
        BestStatic.Found found = BestStatic.search(
                ToyEnvironment::new, 2, seeds(4), EpisodeScore::violationSeconds, 400, 5, Runnable::run);
        assertThat(found.cost()).isLessThan(1);
        assertThat(found.plan().quota(0).minPercent()).isGreaterThan(45);
        assertThat(found.evaluations()).isLessThanOrEqualTo(400);

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            assertThat(BestStatic.search(
                            ToyEnvironment::new, 2, seeds(4), EpisodeScore::violationSeconds, 400, 5, threads))
                    .isEqualTo(found);
        }
    }

    @Test
    void policiesPlayTheFastTwin() {
        List<Contender> contenders = List.of(
                Contender.of("equal", () -> Baselines.equalSplit(twins())),
                Contender.of("proportional", () -> Baselines.proportional(twins())));
        PolicyComparison comparison = PolicyComparison.run(
                () -> Scenarios.byName(Scenarios.DEFAULT).withWindows(60).environment(),
                contenders,
                seeds(2),
                Runnable::run);
        for (PolicyRow row : comparison.rows()) {
            assertThat(row.failedEpisodes()).isZero();
            assertThat(row.prbSeconds().mean()).isPositive();
            assertThat(row.violationSeconds().mean()).isBetween(0.0, 6.0 * twins());
        }
        assertThat(comparison.difference("equal", "equal").violationSeconds().mean())
                .isCloseTo(0, within(0.0));
    }

    private static int twins() {
        return Scenarios.byName(Scenarios.DEFAULT).twins().size();
    }

    private static List<Contender> contenders() {
        return List.of(
                Contender.of("enough", () -> Baselines.fixed("enough", ENOUGH)),
                Contender.of("starved", () -> Baselines.fixed("starved", STARVED)));
    }

    private static List<Long> seeds(int count) {
        return LongStream.range(100, 100 + count).boxed().toList();
    }

    private static final class Crashing implements Policy {
        @Override
        public String name() {
            return "crashing";
        }

        @Override
        public Decision decide(TwinSnapshot snapshot) {
            throw new IllegalStateException("planted crash");
        }
    }
}
