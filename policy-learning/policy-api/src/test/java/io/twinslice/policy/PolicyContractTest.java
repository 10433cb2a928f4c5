package io.twinslice.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.networks.Mlp;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyContractTest {
    static Stream<IntFunction<Policy>> policies() {
        return Stream.of(
                Baselines::equalSplit,
                Baselines::unsliced,
                Baselines::proportional,
                Baselines::driftPlusPenalty,
                slices -> Baselines.loadProportional(),
                slices -> Baselines.nvs(),
                slices -> Baselines.strictPriority(),
                slices -> Baselines.earliestDeadlineFirst(),
                slices -> Baselines.maxWeight(),
                slices -> network(3f));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aPolicyDecidesOnEveryValidSnapshot(IntFunction<Policy> policies) {
        SplittableRandom random = new SplittableRandom(1);
        for (int slices : new int[] {1, 3, 16}) {
            Policy policy = policies.apply(slices);
            for (int round = 0; round < 300; round++) {
                Decision decision = policy.decide(Snapshots.random(random, slices));
                assertThat(decision.plan().slices()).isEqualTo(slices);
                assertThat(decision.propensity()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aRestartedPolicyDecidesTheSameAgain(IntFunction<Policy> policies) {
        SplittableRandom random = new SplittableRandom(2);
        List<TwinSnapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            snapshots.add(Snapshots.random(random, 4));
        }
        Policy policy = policies.apply(4);
        List<Decision> first = snapshots.stream().map(policy::decide).toList();
        policy.restart();
        assertThat(snapshots.stream().map(policy::decide)).isEqualTo(first);
    }

    @Test
    void theOrderOfTheSlicesDoesNotMatterToANetwork() {
        SplittableRandom random = new SplittableRandom(3);
        Policy policy = network(3f);
        int[] order = {2, 0, 4, 1, 3};
        int compared = 0;
        for (int round = 0; round < 300; round++) {
            TwinSnapshot snapshot = Snapshots.random(random, 5);
            QuotaPlan plan = policy.decide(snapshot).plan();
            QuotaPlan other =
                    policy.decide(Snapshots.reordered(snapshot, order)).plan();
            for (int i = 0; i < order.length; i++) {
                assertThat(other.quota(i)).isEqualTo(plan.quota(order[i]));
            }
            compared += plan.quotas().stream().distinct().count() > 1 ? 1 : 0;
        }
        assertThat(compared).as("plans that treat slices differently").isGreaterThan(200);
    }

    @Test
    void theDecisionsOfASeededNetworkNeverChange() {
        // Pinned: a policy that was certified on one machine decides on another.
        SplittableRandom random = new SplittableRandom(4);
        Policy policy = network(3f);
        int digest = 0;
        for (int round = 0; round < 200; round++) {
            for (PrbQuota quota :
                    policy.decide(Snapshots.random(random, 3)).plan().quotas()) {
                digest = 31 * digest + quota.dedicatedPercent();
                digest = 31 * digest + quota.minPercent();
                digest = 31 * digest + quota.maxPercent();
            }
        }
        assertThat(digest).isEqualTo(565300878);
    }

    @Test
    void theProportionalPolicyGuaranteesMoreToWhomMoreIsOffered() {
        TwinSnapshot snapshot = Scenes.offering(900, 300);
        QuotaPlan plan = Baselines.proportional(2).decide(snapshot).plan();
        // Floors of 5 percent, the other 90 in the ratio 3 to 1.
        assertThat(plan.quotas()).containsExactly(new PrbQuota(0, 73, 100), new PrbQuota(0, 27, 100));
    }

    @Test
    void driftPlusPenaltyShiftsTheGuaranteeToATwinWhosePromiseKeepsBreaking() {
        Policy policy = Baselines.driftPlusPenalty(2);
        TwinSnapshot calm = Scenes.offering(2000, 2000);
        TwinSnapshot late = Scenes.withLatePackets(calm, 1, 50);
        int before = policy.decide(calm).plan().quota(1).minPercent();
        for (int window = 0; window < 10; window++) {
            policy.decide(late);
        }
        assertThat(policy.decide(late).plan().quota(1).minPercent()).isGreaterThan(before + 10);
    }

    @Test
    void driftPlusPenaltyGuaranteesNothingThatIsNotWorthItsPrice() {
        TwinSnapshot snapshot = Scenes.offering(900, 300);
        QuotaPlan plan = Baselines.driftPlusPenalty(2, 1000).decide(snapshot).plan();
        assertThat(plan).isEqualTo(QuotaPlan.unsliced(2));
    }

    @Test
    void theRulesOfTheTableAreFreshAndTheirNamesAreUnique() {
        List<Policy> rules = Baselines.rules(3);
        assertThat(rules).hasSize(10).extracting(Policy::name).doesNotHaveDuplicates();
        assertThat(Baselines.rules(3).get(3)).isNotSameAs(rules.get(3));
    }

    @Test
    void strictPriorityServesTheTwinThatMattersMostFirst() {
        TwinSnapshot scene = Scenes.offering(40_000, 40_000);
        TwinSnapshot first = Scenes.withPriority(scene, 0, 9);
        TwinSnapshot second = Scenes.withPriority(scene, 1, 9);
        assertThat(minima(Baselines.strictPriority().decide(first))).containsExactly(100, 0);
        assertThat(minima(Baselines.strictPriority().decide(second))).containsExactly(0, 100);
    }

    @Test
    void theEarliestDeadlineIsThatOfTheOldestPacketAndNotThatOfThePromise() {
        TwinSnapshot scene = Scenes.offering(40_000, 40_000);
        assertThat(minima(Baselines.earliestDeadlineFirst().decide(Scenes.waiting(scene, 1, 3000))))
                .containsExactly(0, 100);
        assertThat(minima(Baselines.earliestDeadlineFirst().decide(Scenes.waiting(scene, 0, 3000))))
                .containsExactly(100, 0);
    }

    @Test
    void maxWeightGivesTheWholeCellWhileOneBacklogIsByFarTheLargest() {
        assertThat(minima(Baselines.maxWeight().decide(Scenes.offering(60_000, 100))))
                .containsExactly(100, 0);
        List<Integer> even = minima(Baselines.maxWeight().decide(Scenes.offering(60_000, 60_000)));
        assertThat(even).containsExactly(50, 50);
    }

    @Test
    void theLoadProportionalPolicySettlesWhileTheProportionalOneFollows() {
        Policy settled = Baselines.loadProportional();
        Policy following = Baselines.proportional(2);
        for (int window = 0; window < 200; window++) {
            settled.decide(Scenes.offering(300, 300));
            following.decide(Scenes.offering(300, 300));
        }
        Decision after = settled.decide(Scenes.offering(900, 300));
        assertThat(minima(after).getFirst()).isBetween(49, 51);
        assertThat(minima(following.decide(Scenes.offering(900, 300))).getFirst())
                .isGreaterThan(55);
    }

    @Test
    void nvsFavoursASliceThatGotLessThanItsReservationAndNoneThatWantsNothing() {
        assertThat(minima(Baselines.nvs().decide(Scenes.offering(300, 0))).get(1))
                .isLessThanOrEqualTo(3);
        Policy policy = Baselines.nvs();
        TwinSnapshot fair = Scenes.using(Scenes.using(Scenes.offering(300, 300), 0, 10), 1, 10);
        int before = minima(policy.decide(fair)).get(1);
        TwinSnapshot starved = Scenes.using(fair, 1, 1);
        for (int window = 0; window < 20; window++) {
            policy.decide(starved);
        }
        assertThat(minima(policy.decide(starved)).get(1)).isGreaterThan(before + 10);
    }

    private static List<Integer> minima(Decision decision) {
        return decision.plan().quotas().stream().map(PrbQuota::minPercent).toList();
    }

    @Test
    void aFixedPlanForAnotherNumberOfSlicesIsRefused() {
        Policy policy = Baselines.equalSplit(3);
        assertThatThrownBy(() -> policy.decide(Scenes.offering(1, 1))).hasMessageContaining("made for 3 slices");
    }

    @Test
    void aNetworkOfAnotherShapeIsRefused() {
        Mlp mlp = Mlp.random(List.of(12, 4), 1f, new SplittableRandom(1));
        assertThatThrownBy(() -> new NetworkPolicy("odd", mlp)).hasMessageContaining("not 12 to 4");
    }

    private static NetworkPolicy network(float gain) {
        List<Integer> sizes = List.of(Features.INPUTS, 24, 24, ActionMapping.PER_SLICE);
        return new NetworkPolicy("seeded", Mlp.random(sizes, gain, new SplittableRandom(11)));
    }
}
