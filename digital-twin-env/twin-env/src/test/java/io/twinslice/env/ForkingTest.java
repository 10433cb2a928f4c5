package io.twinslice.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.model.QuotaPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of running environments, and environments side by side. */
class ForkingTest {
    private static final QuotaPlan ONE = QuotaPlan.equalGuarantee(4);
    private static final QuotaPlan OTHER = QuotaPlan.equalSplit(4);

    @ParameterizedTest
    @ValueSource(strings = {"kpm-blind", "sla-flip", "platoon-passing", "twin-join-storm"})
    void aForkGoesOnAsItsOriginAndNeitherTouchesTheOther(String name) {
        Scenario scenario =
                ScenarioSuite.synthetic().scenario(name, Split.TRAIN).withWindows(60);
        try (Environment origin = scenario.environment()) {
            origin.reset(4);
            for (int i = 0; i < 20; i++) {
                origin.step(ONE);
            }
            Environment same = origin.fork();
            Environment disturbed = origin.fork();
            for (int i = 0; i < 15; i++) {
                disturbed.step(OTHER);
            }
            assertThat(steps(same)).isEqualTo(steps(origin));
            same.close();
            disturbed.close();
        }
    }

    @Test
    void aForkOfWhatHasNotBegunHasToBeResetToo() {
        try (Environment environment =
                Scenarios.byName(Scenarios.DEFAULT).withWindows(2).environment()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> environment.fork().step(ONE));
        }
    }

    @Test
    void anEnvironmentThatCannotBeForkedSaysSo() {
        Environment remote = new Environment() {
            @Override
            public Step reset(long seed) {
                return new Step.Failed("no");
            }

            @Override
            public Step step(QuotaPlan plan) {
                return new Step.Failed("no");
            }
        };
        assertThatThrownBy(remote::fork).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void manyEnvironmentsGiveTheSameStepsOnAnyNumberOfThreads() throws InterruptedException {
        List<List<Step>> alone = new ArrayList<>();
        for (int threads : new int[] {1, 2, 16}) {
            try (ExecutorService executor = Executors.newFixedThreadPool(threads);
                    VectorEnvironment many = new VectorEnvironment(
                            9,
                            () -> Scenarios.byName(Scenarios.DEFAULT)
                                    .withWindows(3)
                                    .environment(),
                            executor,
                            threads)) {
                List<Step> all = new ArrayList<>(many.reset(seeds(9)));
                for (int i = 0; i < 3; i++) {
                    all.addAll(many.step(Collections.nCopies(9, i % 2 == 0 ? ONE : OTHER)));
                }
                assertThat(all.getLast()).isInstanceOf(Step.Truncated.class);
                alone.add(all);
            }
        }
        assertThat(alone.get(1)).isEqualTo(alone.get(0));
        assertThat(alone.get(2)).isEqualTo(alone.get(0));
        assertThat(alone.get(0).get(0)).isNotEqualTo(alone.get(0).get(1));
    }

    @Test
    void plansAreTriedSideBySideInForksOfOneEpisode() throws InterruptedException {
        try (ExecutorService executor = Executors.newFixedThreadPool(2);
                Environment running =
                        Scenarios.byName(Scenarios.DEFAULT).withWindows(5).environment()) {
            running.reset(1);
            try (VectorEnvironment forks = VectorEnvironment.ofForks(running, 2, executor, 2)) {
                List<Step> steps = forks.step(List.of(ONE, OTHER));
                assertThat(steps.getFirst()).isEqualTo(running.step(ONE));
                assertThat(steps.getLast()).isNotEqualTo(steps.getFirst());
            }
        }
    }

    @Test
    void asManyPlansAndSeedsAsEnvironmentsAreNeeded() {
        try (ExecutorService executor = Executors.newFixedThreadPool(1);
                VectorEnvironment two = new VectorEnvironment(
                        2,
                        () -> Scenarios.byName(Scenarios.DEFAULT).withWindows(2).environment(),
                        executor,
                        1)) {
            assertThat(two.size()).isEqualTo(2);
            assertThatIllegalArgumentException().isThrownBy(() -> two.reset(seeds(3)));
            assertThatIllegalArgumentException().isThrownBy(() -> two.step(List.of(ONE)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new VectorEnvironment(0, () -> two.environment(0), executor, 1));
        }
    }

    @Test
    void theCostsOfAWindowAreThosePromiseByPromise() {
        try (Environment environment = ScenarioSuite.synthetic()
                .scenario("model-shift", Split.TEST)
                .withWindows(40)
                .environment()) {
            environment.reset(1);
            int broken = 0;
            for (int i = 0; i < 30; i++) {
                if (environment.step(OTHER) instanceof Step.Running(var window)) {
                    List<SlaCost> costs = SlaCost.of(window);
                    for (int twin = 0; twin < 4; twin++) {
                        SlaCost cost = costs.get(twin);
                        assertThat(cost.broken()).isEqualTo(window.isBroken(twin));
                        assertThat(cost.broken())
                                .isEqualTo(cost.lateExcess() + cost.aoiExcess() + cost.rateShortfall() > 0);
                        broken += cost.broken() ? 1 : 0;
                    }
                }
            }
            assertThat(broken).isPositive();
        }
    }

    private static List<Long> seeds(int count) {
        return IntStream.range(0, count).mapToObj(i -> (long) i).toList();
    }

    private static List<Step> steps(Environment environment) {
        List<Step> steps = new ArrayList<>();
        do {
            steps.add(environment.step(steps.size() % 3 == 0 ? OTHER : ONE));
        } while (steps.getLast() instanceof Step.Running);
        return steps;
    }
}
