package io.twinslice.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TemplatePolicyTest {
    private static TemplatePolicy policy(SliceTemplate first, SliceTemplate second) {
        return new TemplatePolicy("templates", List.of(first, second), 1);
    }

    @Test
    void aBasisIsGuaranteedWhateverIsNeededAndAGainAddsToIt() {
        TwinSnapshot little = Scenes.offering(30, 30);
        TwinSnapshot much = Scenes.offering(30, 300);
        TemplatePolicy policy = policy(new SliceTemplate(0.2, 0, 0.5, 0.4), new SliceTemplate(0, 1, 0, 1));
        PrbQuota steady = policy.decide(much).plan().quota(0);
        assertThat(steady).isEqualTo(new PrbQuota(10, 20, 40));
        int high = policy.decide(much).plan().quota(1).minPercent();
        assertThat(policy.decide(little).plan().quota(1).minPercent()).isLessThan(high / 5);
    }

    @Test
    void anyTemplatesMakeAFeasiblePlanOfAnySnapshot() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 2000; round++) {
            List<SliceTemplate> templates = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                templates.add(new SliceTemplate(
                        random.nextDouble(), 4 * random.nextDouble(), random.nextDouble(), random.nextDouble()));
            }
            TemplatePolicy policy = new TemplatePolicy("templates", templates, 0.01 + 0.99 * random.nextDouble());
            int sum = 0;
            for (PrbQuota quota :
                    policy.decide(Snapshots.random(random, 5)).plan().quotas()) {
                assertThat(quota.dedicatedPercent()).isLessThanOrEqualTo(quota.minPercent());
                assertThat(quota.maxPercent()).isGreaterThanOrEqualTo(quota.minPercent());
                sum += quota.minPercent();
            }
            assertThat(sum).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void templatesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new SliceTemplate(1.1, 0, 0, 0)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> new SliceTemplate(0, 4.5, 0, 0)).hasMessageContaining("4.5");
        assertThatThrownBy(() -> new SliceTemplate(0, 0, Double.NaN, 0)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new TemplatePolicy("t", List.of(), 0)).hasMessageContaining("newest window");
    }
}
