package io.twinslice.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinSnapshot;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RewardTest {
    private static final QuotaPlan OPEN = QuotaPlan.unsliced(2);

    @Test
    void keptPromisesWithoutGuaranteesOrChangesCostNothing() {
        assertThat(Reward.of(Scenes.offering(100, 100), OPEN)).isZero();
    }

    @Test
    void eachPartCostsWhatItsWeightSays() {
        TwinSnapshot calm = Scenes.offering(100, 100);
        // 2 of 100 late where 1 is allowed; 100 permille above the age limit where 50 are tolerated.
        SliceReport report = new SliceReport(100, 100, 0, 10, 100, 2, 20, 0, 100, 150, 100, 100, 80, 4);
        assertThat(Reward.of(Scenes.withReport(calm, 0, report), OPEN)).isCloseTo(-(2 + 1), within(1e-9));
        // 10 of 50 PRBs used of 30 percent guaranteed; the plan moved by 0.3 + 0.1.
        QuotaPlan plan = new QuotaPlan(List.of(new PrbQuota(10, 30, 100), new PrbQuota(0, 0, 100)));
        assertThat(Reward.of(Scenes.under(calm, plan), OPEN)).isCloseTo(-(0.15 * 0.1 + 0.02 * 0.4), within(1e-9));
    }

    @Test
    void theRewardIsBoundedWhateverTheWindowSays() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 1000; round++) {
            TwinSnapshot snapshot = Snapshots.random(random, 3);
            // Priorities up to 3, three brackets up to 4, guarantees and changes below 1 together.
            assertThat(Reward.of(snapshot, Snapshots.plan(random, 3))).isBetween(-3.0 * 3 * 3 * 4 - 1, 0.0);
        }
    }
}
