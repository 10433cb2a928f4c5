package io.twinslice.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Environment} keeps. Extend it, and give {@link #environment} one with {@link #windows} windows. */
public abstract class EnvironmentContract {
    /** A fresh environment. */
    protected abstract Environment environment();

    /** Windows of an episode, at least 2. */
    protected abstract int windows();

    @Test
    void aStepBeforeTheFirstResetIsRefused() {
        try (Environment environment = environment()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> environment.step(QuotaPlan.unsliced(1)))
                    .withMessageContaining("reset");
        }
    }

    @Test
    void aResetAnswersWithTheLastWarmUpWindowUnderTheUnslicedPlan() {
        try (Environment environment = environment()) {
            TwinSnapshot snapshot = running(environment.reset(1));
            assertThat(snapshot.inForce()).isEqualTo(QuotaPlan.unsliced(snapshot.slices()));
            assertThat(snapshot.windowEndMillis()).isGreaterThanOrEqualTo(snapshot.windowMillis());
        }
    }

    @Test
    void aStepReportsThePlanThatItWasGiven() {
        try (Environment environment = environment()) {
            TwinSnapshot before = running(environment.reset(1));
            QuotaPlan plan = QuotaPlan.equalSplit(before.slices());
            TwinSnapshot after = running(environment.step(plan));
            assertThat(after.inForce()).isEqualTo(plan);
            assertThat(after.windowEndMillis() - before.windowEndMillis()).isEqualTo(after.windowMillis());
        }
    }

    @Test
    void theTimeLimitTruncatesAndDoesNotTerminateOrFail() {
        try (Environment environment = environment()) {
            List<Step> steps = episode(environment, 1);
            assertThat(steps).hasSize(windows());
            assertThat(steps.getLast()).isInstanceOf(Step.Truncated.class);
            assertThat(steps.subList(0, windows() - 1)).allMatch(step -> step instanceof Step.Running);
        }
    }

    @Test
    void afterTheEndOnlyAResetMayFollow() {
        try (Environment environment = environment()) {
            episode(environment, 1);
            assertThatIllegalStateException().isThrownBy(() -> environment.step(QuotaPlan.unsliced(1)));
            assertThat(environment.reset(2)).isInstanceOf(Step.Running.class);
        }
    }

    @Test
    void theSameSeedAndPlansGiveTheSameStepsOnAUsedAndOnAFreshEnvironment() {
        try (Environment used = environment();
                Environment fresh = environment()) {
            episode(used, 7);
            assertThat(episode(used, 8)).isEqualTo(episode(fresh, 8));
        }
    }

    @Test
    void anotherSeedGivesAnotherEpisode() {
        try (Environment environment = environment()) {
            assertThat(episode(environment, 1)).isNotEqualTo(episode(environment, 2));
        }
    }

    @Test
    void aPlanForAnotherNumberOfSlicesIsRefusedAndTheEpisodeGoesOn() {
        try (Environment environment = environment()) {
            int slices = running(environment.reset(1)).slices();
            assertThatIllegalArgumentException().isThrownBy(() -> environment.step(QuotaPlan.unsliced(slices + 1)));
            assertThat(environment.step(QuotaPlan.unsliced(slices))).isInstanceOf(Step.Running.class);
        }
    }

    /** Plays one episode, alternating between two plans. */
    private static List<Step> episode(Environment environment, long seed) {
        int slices = running(environment.reset(seed)).slices();
        List<Step> steps = new ArrayList<>();
        do {
            steps.add(environment.step(
                    steps.size() % 2 == 0 ? QuotaPlan.equalSplit(slices) : QuotaPlan.unsliced(slices)));
        } while (steps.getLast() instanceof Step.Running);
        return steps;
    }

    private static TwinSnapshot running(Step step) {
        if (step instanceof Step.Running running) {
            return running.snapshot();
        }
        throw new AssertionError("the episode ended early: " + step);
    }
}
