package io.twinslice.evaluation.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import io.twinslice.env.ScenarioSuite;
import io.twinslice.env.Split;
import io.twinslice.evaluation.templates.TemplateSearch.Found;
import io.twinslice.policy.Baselines;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TemplateSearchTest {
    private static final Scenario SHORT =
            ScenarioSuite.synthetic().scenario("quiet-shift", Split.TRAIN).withWindows(60);
    private static final int SLICES = SHORT.twins().size();
    private static final List<Long> SEEDS = Split.TRAIN.seeds(2);

    private static Environment environment() {
        return SHORT.environment();
    }

    private static List<Found> search(long seed, ExecutorService executor) {
        return TemplateSearch.search(
                TemplateSearchTest::environment, SLICES, SEEDS, 12, 4, seed, executor, generation -> {});
    }

    @Test
    void theFrontIsTheSameOnAnyNumberOfThreadsAndHasNothingThatIsBeaten() {
        try (ExecutorService one = Executors.newFixedThreadPool(1);
                ExecutorService three = Executors.newFixedThreadPool(3)) {
            List<Found> front = search(5, one);
            assertThat(front).isNotEmpty().isEqualTo(search(5, three));
            for (Found found : front) {
                assertThat(front).noneMatch(other -> other.aims().dominates(found.aims()));
            }
            assertThat(search(6, one)).isNotEqualTo(front);
        }
    }

    @Test
    void whatATemplateBringsIsPlayedAgainToTheSameFigures() {
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            Found best = search(5, executor).getFirst();
            double violations = 0;
            for (long seed : SEEDS) {
                violations += TemplateSearch.aims(best.policy("t"), TemplateSearchTest::environment, seed)
                        .violationSeconds();
            }
            assertThat(best.aims().violationSeconds()).isEqualTo(violations / SEEDS.size());
        }
    }

    @Test
    void aPlanThatNeverChangesDoesNotMove() {
        TemplateAims aims = TemplateSearch.aims(Baselines.equalGuarantee(SLICES), TemplateSearchTest::environment, 1);
        assertThat(aims.movedPercent()).isZero();
        assertThat(TemplateSearch.aims(Baselines.nvs(), TemplateSearchTest::environment, 1)
                        .movedPercent())
                .isPositive();
    }

    @Test
    void sizesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> TemplateSearch.search(
                        TemplateSearchTest::environment, SLICES, SEEDS, 3, 1, 1, Runnable::run, generation -> {}))
                .hasMessageContaining("4..10,000");
    }
}
