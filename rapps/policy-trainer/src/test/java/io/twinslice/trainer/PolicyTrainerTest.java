package io.twinslice.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.learners.ErlPlan;
import io.twinslice.learners.RolloutPool;
import io.twinslice.learners.TrainingProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTrainerTest {
    private static final List<Scenario> SCENARIOS =
            List.of(Scenarios.byName("factory-floor"), Scenarios.byName("slot-loss"));

    @Test
    void aPolicyIsTheSameOnOneThreadAndOnTwoAndAfterAStop(@TempDir Path directory) {
        TrainedPolicy alone =
                new PolicyTrainer(RolloutPool.inCaller(), 1).train(tiny(), SCENARIOS, Optional.empty(), p -> {});
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            PolicyTrainer trainer = new PolicyTrainer(RolloutPool.on(threads), 1);
            assertThatThrownBy(() -> trainer.train(tiny(), SCENARIOS, Optional.of(directory), progress -> {
                        if (progress.generation() == 1) {
                            throw new IllegalStateException("stopped");
                        }
                    }))
                    .hasMessage("stopped");
            TrainedPolicy resumed = trainer.train(tiny(), SCENARIOS, Optional.of(directory), p -> {});
            assertThat(resumed.network().parameters()).isEqualTo(alone.network().parameters());
            assertThat(TrainingRecord.of(resumed)).isEqualTo(TrainingRecord.of(alone));
        }
    }

    @Test
    void aCheckpointOfOtherScenariosIsRefused(@TempDir Path directory) {
        PolicyTrainer trainer = new PolicyTrainer(RolloutPool.inCaller(), 1);
        trainer.train(tiny(), SCENARIOS, Optional.of(directory), p -> {});
        assertThatThrownBy(() -> trainer.train(
                        tiny(), List.of(Scenarios.byName("quiet-shift")), Optional.of(directory), p -> {}))
                .hasMessageContaining("other scenarios");
    }

    @Test
    void theRecordGoesThroughJsonUnchanged(@TempDir Path directory) throws IOException {
        TrainingRecord record = new TrainingRecord(
                TrainingPlans.full(9),
                List.of("factory-floor"),
                "genome",
                4.25,
                44.5,
                123_456,
                List.of(new TrainingProgress(1, 100, 2.5, 30, 60, -20, 43.2, 1000, 0.01, 0)));
        Path file = directory.resolve("training.json");
        record.save(file);
        assertThat(TrainingRecord.fromJson(Files.readString(file))).isEqualTo(record);
        assertThat(directory.toFile().list()).containsExactly("training.json");
        ErlPlan plan = TrainingPlans.quick(Long.MIN_VALUE);
        assertThat(TrainingRecord.planFromJson(TrainingRecord.planToJson(plan))).isEqualTo(plan);
    }

    @Test
    void aPlanThatIsIncompleteOrOutOfRangeIsRefused() {
        String json = TrainingRecord.planToJson(TrainingPlans.quick(1));
        assertThatThrownBy(() -> TrainingRecord.planFromJson(json.replace("\"population\" : 12,", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("population");
        assertThatThrownBy(() -> TrainingRecord.planFromJson(json.replace("\"population\" : 12", "\"population\" : 1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("population must be 4..1000");
        assertThatThrownBy(() -> TrainingRecord.planFromJson(json.replaceFirst("\\{", "{ \"sede\" : 1,")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sede");
        assertThatThrownBy(() -> TrainingRecord.planFromJson(json + "[]")).isInstanceOf(IllegalArgumentException.class);
    }

    private static ErlPlan tiny() {
        return new ErlPlan(
                3,
                4,
                2,
                2,
                30,
                8,
                20,
                1,
                new ErlPlan.Evolution(1, 2, 0.3, 0.9, 0.2, 0.2, 1),
                new ErlPlan.OffPolicy(2000, 96, 10, 16, 0.9, 0.02, 1e-3, 1e-3, 0.5, 2),
                new ErlPlan.Guard(0, 100));
    }
}
