package io.twinslice.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrbAllocatorTest {
    @Test
    void theFourPassesGiveTheExampleWorkedByHand() {
        // N = 50. D = (5, 0, 10), M = (15, 10, 10), X = (50, 20, 50). After floor and guarantee: (15, 10, 10), 15 left.
        // Weights 31 : 21 share 15 as 8.94 : 6.06, largest remainder 9 + 6. The idle dedicated units of C stay idle.
        assertThat(grants(50, plan(10, 30, 100, 0, 20, 40, 20, 20, 100), 40, 40, 0))
                .containsExactly(24, 16, 10);
    }

    @Test
    void whatACappedSliceCannotTakeIsLentToTheOthers() {
        // M = (5, 20); B is at its ceiling of 20, so A takes all that is left.
        assertThat(grants(50, plan(0, 10, 100, 0, 40, 40), 50, 50)).containsExactly(30, 20);
        // Nobody else wants it: it stays idle.
        assertThat(grants(50, plan(0, 10, 100, 0, 40, 40), 3, 50)).containsExactly(3, 20);
    }

    @Test
    void anIdleGuaranteeIsLentAndAnIdleDedicatedPartIsNot() {
        assertThat(grants(100, plan(0, 60, 100, 0, 0, 100), 0, 100)).containsExactly(0, 100);
        assertThat(grants(100, plan(60, 60, 100, 0, 0, 100), 0, 100)).containsExactly(60, 40);
    }

    @Test
    void withoutSlicingTheDemandIsServedInEqualParts() {
        assertThat(grants(52, QuotaPlan.unsliced(4), 100, 100, 100, 100)).containsExactly(13, 13, 13, 13);
        assertThat(grants(52, QuotaPlan.unsliced(4), 4, 100, 0, 100)).containsExactly(4, 24, 0, 24);
    }

    @Test
    void theMinimaAreRoundedByLargestRemainderToTheirCommonTotal() {
        // 33 % of 10 are 3.3 each; the total of 99 % is 9, all of it whole: 3 + 3 + 3, and the tenth PRB is shared.
        assertThat(grants(10, plan(0, 33, 100, 0, 33, 33, 0, 33, 33), 0, 10, 10))
                .containsExactly(0, 3, 3);
        // 5 % and 95 % of 10 are 0.5 and 9.5: the tie goes to the lower index.
        assertThat(grants(10, plan(0, 5, 5, 0, 95, 95), 10, 10)).containsExactly(1, 9);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyGuaranteeHoldsOnRandomCases(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 20_000; round++) {
            int slices = random.nextInt(1, 9);
            int prbs = random.nextInt(6, 274);
            QuotaPlan plan = randomPlan(random, slices);
            int[] demand = new int[slices];
            for (int i = 0; i < slices; i++) {
                demand[i] = random.nextInt(3) == 0 ? 0 : random.nextInt(2 * prbs);
            }
            PrbAllocator allocator = new PrbAllocator(prbs, slices);
            allocator.apply(plan);
            int[] grant = new int[slices];
            int sum = allocator.allocate(demand, grant);
            holds(plan, prbs, demand, grant, sum);
            int[] again = new int[slices];
            assertThat(allocator.allocate(demand, again)).isEqualTo(sum);
            assertThat(again).isEqualTo(grant);
        }
    }

    private static void holds(QuotaPlan plan, int prbs, int[] demand, int[] grant, int sum) {
        int total = 0;
        boolean someoneWantsMore = false;
        for (int i = 0; i < grant.length; i++) {
            PrbQuota quota = plan.quota(i);
            int dedicated = quota.dedicatedPercent() * prbs / 100;
            int leastMin = quota.minPercent() * prbs / 100;
            int leastMax = Math.max(leastMin, quota.maxPercent() * prbs / 100);
            total += grant[i];
            assertThat(grant[i]).isGreaterThanOrEqualTo(dedicated);
            assertThat(grant[i]).isGreaterThanOrEqualTo(Math.min(leastMin, demand[i]));
            // The largest remainder may lift a minimum, and with it the ceiling, by one unit.
            assertThat(grant[i]).isLessThanOrEqualTo(Math.max(dedicated, Math.min(leastMax + 1, demand[i])));
            someoneWantsMore |= grant[i] < Math.min(leastMax, demand[i]);
        }
        assertThat(sum).isEqualTo(total).isLessThanOrEqualTo(prbs);
        if (someoneWantsMore) {
            assertThat(sum)
                    .as("no unit idles while a slice below its ceiling wants it")
                    .isEqualTo(prbs);
        }
    }

    @Test
    void aPlanForAnotherNumberOfSlicesIsRefusedAndTheOldOneStays() {
        PrbAllocator allocator = new PrbAllocator(50, 2);
        allocator.apply(plan(0, 80, 80, 0, 20, 20));
        assertThatIllegalArgumentException().isThrownBy(() -> allocator.apply(QuotaPlan.unsliced(3)));
        int[] grant = new int[2];
        allocator.allocate(new int[] {50, 50}, grant);
        assertThat(grant).containsExactly(40, 10);
        assertThatIllegalArgumentException().isThrownBy(() -> new PrbAllocator(0, 1));
    }

    private static int[] grants(int prbs, QuotaPlan plan, int... demand) {
        PrbAllocator allocator = new PrbAllocator(prbs, plan.slices());
        allocator.apply(plan);
        int[] grant = new int[demand.length];
        allocator.allocate(demand, grant);
        return grant;
    }

    /** Triples of dedicated, min and max percent. */
    private static QuotaPlan plan(int... percents) {
        List<PrbQuota> quotas = new ArrayList<>();
        for (int i = 0; i < percents.length; i += 3) {
            quotas.add(new PrbQuota(percents[i], percents[i + 1], percents[i + 2]));
        }
        return new QuotaPlan(quotas);
    }

    private static QuotaPlan randomPlan(SplittableRandom random, int slices) {
        List<PrbQuota> quotas = new ArrayList<>();
        int left = 100;
        for (int i = 0; i < slices; i++) {
            int min = random.nextInt(left + 1);
            left -= min;
            quotas.add(new PrbQuota(random.nextInt(min + 1), min, min + random.nextInt(101 - min)));
        }
        return new QuotaPlan(quotas);
    }
}
