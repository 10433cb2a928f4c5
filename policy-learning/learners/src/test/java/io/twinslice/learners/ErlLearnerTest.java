package io.twinslice.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.env.Environment;
import io.twinslice.networks.Kernel;
import io.twinslice.policy.Baselines;
import io.twinslice.policy.NetworkPolicy;
import io.twinslice.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErlLearnerTest {
    @Test
    void theResultDoesNotDependOnThreadsOrKernel() {
        TrainingOutcome alone = learner(Plans.tiny(1, 4), RolloutPool.inCaller(), Kernel.plain())
                .run(Checkpoints.none(), ErlLearnerTest::toNobody);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            TrainingOutcome together = learner(Plans.tiny(1, 4), RolloutPool.on(threads), Kernel.fastest())
                    .run(Checkpoints.none(), ErlLearnerTest::toNobody);
            assertThat(together.network().parameters())
                    .isEqualTo(alone.network().parameters());
            assertThat(together.curve()).isEqualTo(alone.curve());
            assertThat(together.environmentSteps()).isEqualTo(alone.environmentSteps());
        }
    }

    @Test
    void anotherSeedGivesAnotherPolicy() {
        TrainingOutcome one = learner(Plans.tiny(1, 2)).run(Checkpoints.none(), ErlLearnerTest::toNobody);
        TrainingOutcome two = learner(Plans.tiny(2, 2)).run(Checkpoints.none(), ErlLearnerTest::toNobody);
        assertThat(two.network().parameters()).isNotEqualTo(one.network().parameters());
    }

    @Test
    void aStoppedRunGoesOnToTheSameBytes(@TempDir Path directory) throws IOException {
        Path whole = directory.resolve("whole");
        Path parts = directory.resolve("parts");
        TrainingOutcome uninterrupted =
                learner(Plans.tiny(4, 5)).run(Checkpoints.in(whole, 1, "cells"), ErlLearnerTest::toNobody);
        for (int stopAt : new int[] {2, 3}) {
            assertThatThrownBy(() -> learner(Plans.tiny(4, 5)).run(Checkpoints.in(parts, 1, "cells"), progress -> {
                        if (progress.generation() == stopAt) {
                            throw new IllegalStateException("stopped");
                        }
                    }))
                    .hasMessage("stopped");
        }
        List<TrainingProgress> told = new ArrayList<>();
        TrainingOutcome resumed = learner(Plans.tiny(4, 5)).run(Checkpoints.in(parts, 1, "cells"), told::add);
        assertThat(told).extracting(TrainingProgress::generation).containsExactly(4, 5);
        assertThat(resumed.network().parameters())
                .isEqualTo(uninterrupted.network().parameters());
        assertThat(resumed.curve()).isEqualTo(uninterrupted.curve());
        assertThat(Files.readAllBytes(parts.resolve(Checkpoints.FILE)))
                .isEqualTo(Files.readAllBytes(whole.resolve(Checkpoints.FILE)));
    }

    @Test
    void aCheckpointIsDueByGenerationsOrByTimeAndTellsHowFarItIs(@TempDir Path directory) {
        ErlPlan plan = Plans.tiny(4, 5);
        AtomicLong seconds = new AtomicLong();
        List<Integer> kept = new ArrayList<>();
        learner(plan)
                .run(
                        Checkpoints.in(directory, 100, "cells")
                                .atLeastEvery(Duration.ofSeconds(60), () -> 1_000_000_000 * seconds.get()),
                        progress -> {
                            kept.add(Checkpoints.in(directory, 1, "cells").generations(plan));
                            seconds.addAndGet(25);
                        });
        // After 75 s, for the first time 60 s or more, and after the last generation.
        assertThat(kept).containsExactly(0, 0, 0, 4, 5);
        assertThatThrownBy(() -> Checkpoints.in(directory, 1, "cells").generations(Plans.tiny(5, 5)))
                .isInstanceOf(CheckpointException.class);
    }

    @Test
    void aDamagedOrForeignCheckpointIsRefused(@TempDir Path directory) throws IOException {
        ErlPlan plan = Plans.tiny(5, 1);
        learner(plan).run(Checkpoints.in(directory, 1, "cells"), ErlLearnerTest::toNobody);
        assertThatThrownBy(() ->
                        learner(Plans.tiny(6, 1)).run(Checkpoints.in(directory, 1, "cells"), ErlLearnerTest::toNobody))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("another training plan");
        assertThatThrownBy(() -> learner(plan).run(Checkpoints.in(directory, 1, "others"), ErlLearnerTest::toNobody))
                .hasMessageContaining("other scenarios");
        Path file = directory.resolve(Checkpoints.FILE);
        byte[] bytes = Files.readAllBytes(file);
        SplitMix random = new SplitMix(1);
        for (int round = 0; round < 50; round++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            assertThatThrownBy(() -> CheckpointCodec.decode(plan, "cells", damaged))
                    .isInstanceOf(CheckpointException.class);
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            assertThatThrownBy(() -> CheckpointCodec.decode(plan, "cells", cut))
                    .isInstanceOf(CheckpointException.class);
        }
    }

    @Test
    void trainingBeatsTheEqualSplitAndWhatItWasClonedFrom() {
        ErlPlan plan = Plans.small(7, 14, 0.8);
        TrainingOutcome outcome = learner(plan).run(Checkpoints.none(), ErlLearnerTest::toNobody);
        double equal = violations(plan, () -> Baselines.equalSplit(3));
        double proportional = violations(plan, () -> Baselines.proportional(3));
        double trained = violations(plan, () -> new NetworkPolicy("trained", outcome.network()));
        assertThat(trained).isLessThan(0.2 * equal).isLessThan(proportional);
    }

    @Test
    void episodesThatTheEnvironmentBreaksAreCountedAndNotLearnedFrom() {
        Supplier<Environment> fragile = () -> new FluidCell(40, 0.5);
        ErlPlan plan = Plans.tiny(8, 2);
        TrainingOutcome outcome = new ErlLearner(plan, List.of(fragile), RolloutPool.inCaller(), Kernel.plain())
                .run(Checkpoints.none(), ErlLearnerTest::toNobody);
        assertThat(outcome.curve())
                .anySatisfy(progress -> assertThat(progress.failedEpisodes()).isPositive());
        EpisodeResult broken = IntStream.range(0, 20)
                .mapToObj(seed -> Rollout.play(plan, fragile, seed, Baselines.unsliced(3)))
                .filter(result -> result.windows() == 0)
                .findFirst()
                .orElseThrow();
        assertThat(broken.trajectory()).isEmpty();
    }

    @Test
    void aPlanOutOfRangeIsRefusedByName() {
        assertThatThrownBy(() -> Plans.tiny(1, 0)).hasMessageContaining("generations must be 1..100000, not 0");
        assertThatThrownBy(() -> new ErlPlan.Guard(0, 0)).hasMessageContaining("maxStepPercent");
    }

    private static double violations(ErlPlan plan, Supplier<Policy> policies) {
        return Fitness.of(IntStream.range(0, 20)
                        .mapToObj(seed -> Rollout.play(plan, ErlLearnerTest::cell, 900 + seed, policies.get()))
                        .toList())
                .violationsPermille();
    }

    private static ErlLearner learner(ErlPlan plan) {
        return learner(plan, RolloutPool.inCaller(), Kernel.fastest());
    }

    private static ErlLearner learner(ErlPlan plan, RolloutPool pool, Kernel kernel) {
        return new ErlLearner(plan, List.of(ErlLearnerTest::cell, ErlLearnerTest::shortCell), pool, kernel);
    }

    private static Environment cell() {
        return new FluidCell(40);
    }

    private static Environment shortCell() {
        return new FluidCell(25);
    }

    private static void toNobody(TrainingProgress progress) {}
}
