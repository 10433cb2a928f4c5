package io.twinslice.onspark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.env.NamedScenario;
import io.twinslice.env.Split;
import io.twinslice.learners.Checkpoints;
import io.twinslice.learners.ErlLearner;
import io.twinslice.learners.ErlPlan;
import io.twinslice.learners.RolloutPool;
import io.twinslice.learners.TrainingOutcome;
import io.twinslice.networks.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every pool keeps, wherever its tasks run. */
abstract class RolloutPoolContract {
    /** The pool under test; the same for all tests of a class. */
    abstract RolloutPool pool();

    @Test
    void resultsComeInTheOrderOfTheTasksThatTravelAndThoseThatStay() {
        List<Supplier<Integer>> tasks = new ArrayList<>();
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int number = i;
            tasks.add(i % 3 == 1 ? () -> -number : new Squared(number));
            expected.add(i % 3 == 1 ? -i : i * i);
        }
        assertThat(pool().run(tasks)).isEqualTo(expected);
        assertThat(pool().run(List.<Supplier<Integer>>of(() -> 5))).containsExactly(5);
        assertThat(pool().run(List.<Supplier<Integer>>of(new Squared(7)))).containsExactly(49);
        assertThat(pool().run(List.<Supplier<Integer>>of())).isEmpty();
    }

    @Test
    void aTaskThatFailsEndsTheCallWithItsWordsAndThePoolGoesOn() {
        assertThatThrownBy(() -> pool().run(List.of(new Squared(2), new Squared(-3))))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("no square of -3");
        assertThatThrownBy(() -> pool().run(List.<Supplier<Integer>>of(new Squared(2), () -> {
                    throw new IllegalStateException("stayed and failed");
                })))
                .hasMessageContaining("stayed and failed");
        assertThat(pool().run(List.<Supplier<Integer>>of(new Squared(9)))).containsExactly(81);
    }

    @Test
    void aTrainingIsTheSameBitForBitAsInOneThread() {
        TrainingOutcome alone = learner(RolloutPool.inCaller()).run(Checkpoints.none(), progress -> {});
        TrainingOutcome here = learner(pool()).run(Checkpoints.none(), progress -> {});
        assertThat(here.network().parameters()).isEqualTo(alone.network().parameters());
        assertThat(here.curve()).isEqualTo(alone.curve());
        assertThat(here.origin()).isEqualTo(alone.origin());
        assertThat(here.violationsPermille()).isEqualTo(alone.violationsPermille());
        assertThat(here.heldPrbs()).isEqualTo(alone.heldPrbs());
        assertThat(here.environmentSteps()).isEqualTo(alone.environmentSteps());
    }

    private static ErlLearner learner(RolloutPool pool) {
        ErlPlan plan = new ErlPlan(
                11,
                6,
                3,
                2,
                30,
                8,
                30,
                2,
                new ErlPlan.Evolution(1, 2, 0.3, 0.9, 0.2, 0.2, 1),
                new ErlPlan.OffPolicy(2000, 96, 10, 16, 0.9, 0.02, 1e-3, 1e-3, 0.5, 2),
                new ErlPlan.Guard(2, 100));
        return new ErlLearner(
                plan,
                List.of(
                        NamedScenario.of("factory-floor", Split.TRAIN, 30),
                        NamedScenario.of("suite:flash-crowd", Split.TRAIN, 30)),
                pool,
                Kernel.plain());
    }
}
