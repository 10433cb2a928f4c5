package io.twinslice.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
    void everyGuaranteeHoldsOnAMillionRandomCases(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 31_250; round++) {
            int slices = random.nextInt(1, 9);
            int prbs = random.nextInt(6, 276);
            QuotaPlan plan = randomPlan(random, slices);
            PrbAllocator allocator = new PrbAllocator(prbs, slices);
            allocator.apply(plan);
            int[] grant = new int[slices];
            int[] demand = new int[slices];
            Limits whole = whole(plan, prbs);
            for (int draw = 0; draw < 4; draw++) {
                for (int i = 0; i < slices; i++) {
                    demand[i] = random.nextInt(3) == 0 ? 0 : random.nextInt(2 * prbs);
                }
                int sum = allocator.allocate(demand, grant);
                String broken = broken(plan, prbs, demand, grant, sum, whole);
                long slot = random.nextInt(1_000_000);
                sum = allocator.allocate(slot, demand, grant);
                broken += broken(plan, prbs, demand, grant, sum, inSlot(plan, prbs, slot));
                if (!broken.isEmpty()) {
                    fail(plan + " on " + prbs + " PRBs in slot " + slot + ", " + Arrays.toString(demand) + " -> "
                            + Arrays.toString(grant) + ": " + broken);
                }
            }
        }
    }

    /** Dedicated, minimum and maximum of each slice. */
    private static final class Limits {
        private final int[] dedicated;
        private final int[] min;
        private final int[] max;

        private Limits(int[] dedicated, int[] min, int[] max) {
            this.dedicated = dedicated;
            this.min = min;
            this.max = max;
        }
    }

    /** By the definition: floors, and the largest remainder for the minima, ties to the lower index. */
    private static Limits whole(QuotaPlan plan, int prbs) {
        int slices = plan.slices();
        int[] dedicated = new int[slices];
        int[] min = new int[slices];
        int[] max = new int[slices];
        int total = 0;
        int given = 0;
        List<Integer> byRemainder = new ArrayList<>();
        for (int i = 0; i < slices; i++) {
            dedicated[i] = plan.quota(i).dedicatedPercent() * prbs / 100;
            min[i] = plan.quota(i).minPercent() * prbs / 100;
            total += plan.quota(i).minPercent() * prbs;
            given += min[i];
            byRemainder.add(i);
        }
        byRemainder.sort(Comparator.comparingInt(i -> -(plan.quota(i).minPercent() * prbs % 100)));
        for (int i = 0; i < total / 100 - given; i++) {
            min[byRemainder.get(i)]++;
        }
        for (int i = 0; i < slices; i++) {
            max[i] = Math.max(min[i], plan.quota(i).maxPercent() * prbs / 100);
        }
        return new Limits(dedicated, min, max);
    }

    /** By what happens to slices that want all or nothing, since the definition is a sum over slots. */
    private static Limits inSlot(QuotaPlan plan, int prbs, long slot) {
        int slices = plan.slices();
        int[] dedicated = new int[slices];
        int[] min = new int[slices];
        int[] max = new int[slices];
        int before = 0;
        for (int i = 0; i < slices; i++) {
            PrbQuota quota = plan.quota(i);
            double phase = Math.floorMod(slot * 61, 100);
            double mark = Math.floor((before * prbs + phase) / 100);
            double over = (before * prbs + phase) / 100 - mark + 1e-9;
            dedicated[i] = (int) Math.floor(quota.dedicatedPercent() * prbs / 100.0 + over);
            min[i] = (int) Math.floor(quota.minPercent() * prbs / 100.0 + over);
            max[i] = (int) Math.floor(quota.maxPercent() * prbs / 100.0 + over);
            before += quota.minPercent();
        }
        return new Limits(dedicated, min, max);
    }

    private static String broken(QuotaPlan plan, int prbs, int[] demand, int[] grant, int sum, Limits limits) {
        StringBuilder broken = new StringBuilder();
        int total = 0;
        int minima = 0;
        boolean someoneWantsMore = false;
        for (int i = 0; i < grant.length; i++) {
            int floor = limits.dedicated[i];
            int ceiling = limits.max[i];
            total += grant[i];
            minima += limits.min[i];
            broken.append(floor <= limits.min[i] && limits.min[i] <= ceiling ? "" : "limits cross; ");
            broken.append(grant[i] >= floor ? "" : "below the floor; ");
            broken.append(grant[i] >= Math.min(limits.min[i], demand[i]) ? "" : "below the guarantee; ");
            broken.append(grant[i] <= Math.max(floor, Math.min(ceiling, demand[i])) ? "" : "above the ceiling; ");
            // Against the ratios themselves, in whole PRBs.
            broken.append(
                    Math.abs(limits.min[i] * 100 - plan.quota(i).minPercent() * prbs) < 100 ? "" : "min is off; ");
            someoneWantsMore |= grant[i] < Math.min(ceiling, demand[i]);
        }
        broken.append(minima <= prbs ? "" : "the minima exceed the cell; ");
        broken.append(sum == total && sum <= prbs ? "" : "the sum is wrong; ");
        broken.append(someoneWantsMore && sum < prbs ? "a unit idles that a slice may have; " : "");
        return broken.toString();
    }

    @Test
    void whatNobodyIsGuaranteedIsSharedByWeightAndLargestRemainder() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 20_000; round++) {
            int slices = random.nextInt(1, 9);
            int prbs = random.nextInt(6, 276);
            QuotaPlan plan = randomPlan(random, slices);
            QuotaPlan open = new QuotaPlan(plan.quotas().stream()
                    .map(quota -> new PrbQuota(0, quota.minPercent(), 100))
                    .toList());
            int[] all = new int[slices];
            Arrays.fill(all, prbs);
            // Nobody has a ceiling and all want everything: one round of sharing.
            int[] expected = whole(open, prbs).min.clone();
            int left = prbs - Arrays.stream(expected).sum();
            int weights = open.quotas().stream()
                    .mapToInt(quota -> 1 + quota.minPercent())
                    .sum();
            List<Integer> byRemainder = new ArrayList<>();
            int rest = left;
            for (int i = 0; i < slices; i++) {
                int share = left * (1 + open.quota(i).minPercent()) / weights;
                expected[i] += share;
                rest -= share;
                byRemainder.add(i);
            }
            int units = left;
            byRemainder.sort(
                    Comparator.comparingInt(i -> -(units * (1 + open.quota(i).minPercent()) % weights)));
            for (int i = 0; i < rest; i++) {
                expected[byRemainder.get(i)]++;
            }
            assertThat(grants(prbs, open, all)).isEqualTo(expected);
        }
    }

    @Test
    void withCreditACeilingIsExactOverAnyHundredSlots() {
        int[] grant = new int[2];
        for (int prbs = 6; prbs <= 275; prbs++) {
            PrbAllocator allocator = new PrbAllocator(prbs, 2);
            for (int percent = prbs % 5; percent <= 100; percent += 5) {
                allocator.apply(plan(0, 10, 100, 0, Math.min(percent, 80), percent));
                int sum = 0;
                for (int slot = 0; slot < PrbAllocator.CREDIT_SLOTS; slot++) {
                    allocator.allocate(slot + 37L * prbs, new int[] {0, prbs}, grant);
                    sum += grant[1];
                }
                assertThat(sum).as(percent + " %% of " + prbs).isEqualTo(percent * prbs);
            }
        }
    }

    @Test
    void withCreditHardSharesAreExactTogetherAndNeverFarOffInBetween() {
        QuotaPlan plan = plan(7, 17, 17, 0, 50, 50, 33, 33, 33);
        for (int prbs : new int[] {6, 25, 51, 52, 106, 273}) {
            PrbAllocator allocator = new PrbAllocator(prbs, 3);
            allocator.apply(plan);
            int[] grant = new int[3];
            int[] sum = new int[3];
            for (int slot = 1; slot <= 1000; slot++) {
                assertThat(allocator.allocate(slot, new int[] {prbs, prbs, prbs}, grant))
                        .isLessThanOrEqualTo(prbs);
                for (int i = 0; i < 3; i++) {
                    sum[i] += grant[i];
                    assertThat(Math.abs(sum[i] - plan.quota(i).maxPercent() * prbs * slot / 100.0))
                            .as("PRBs that slice " + i + " is ahead or behind after " + slot + " slots")
                            .isLessThan(4);
                }
            }
            for (int i = 0; i < 3; i++) {
                assertThat(sum[i]).isEqualTo(plan.quota(i).maxPercent() * prbs * 10);
            }
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
