package io.twinslice.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShieldTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 16})
    void whateverIsProposedTheAdmittedPlanIsWithinTheEnvelope(int slices) {
        SplittableRandom random = new SplittableRandom(slices);
        for (int round = 0; round < 3000; round++) {
            Envelope envelope = envelope(random, slices);
            QuotaPlan inForce = Snapshots.plan(random, slices);
            QuotaPlan proposed = Snapshots.plan(random, slices);
            Shield.Admitted admitted = new Shield(envelope).admit(proposed, inForce);
            for (int i = 0; i < slices; i++) {
                PrbQuota quota = admitted.plan().quota(i);
                assertThat(quota.minPercent())
                        .isGreaterThanOrEqualTo(envelope.floorPercent().get(i));
                assertThat(quota.maxPercent())
                        .isLessThanOrEqualTo(envelope.ceilingPercent().get(i));
                assertThat(quota.dedicatedPercent())
                        .isLessThanOrEqualTo(proposed.quota(i).dedicatedPercent());
            }
            assertThat(admitted.altered()).isEqualTo(!admitted.plan().equals(proposed));
            assertThat(admitted.reason().isEmpty()).isEqualTo(!admitted.altered());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 16})
    void anAdmittedPlanIsAdmittedAgainUnaltered(int slices) {
        SplittableRandom random = new SplittableRandom(100 + slices);
        for (int round = 0; round < 3000; round++) {
            Shield shield = new Shield(envelope(random, slices));
            QuotaPlan inForce = Snapshots.plan(random, slices);
            QuotaPlan once =
                    shield.admit(Snapshots.plan(random, slices), inForce).plan();
            assertThat(shield.admit(once, inForce)).isEqualTo(new Shield.Admitted(once, false, ""));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 16})
    void noRatioMovesFurtherThanOneStepWhereFloorsAndCeilingsDoNotAskForIt(int slices) {
        SplittableRandom random = new SplittableRandom(200 + slices);
        for (int round = 0; round < 3000; round++) {
            int step = random.nextInt(1, 101);
            Shield shield = new Shield(Envelope.uniform(slices, 0, 100, step));
            QuotaPlan inForce = Snapshots.plan(random, slices);
            QuotaPlan plan =
                    shield.admit(Snapshots.plan(random, slices), inForce).plan();
            for (int i = 0; i < slices; i++) {
                PrbQuota from = inForce.quota(i);
                PrbQuota to = plan.quota(i);
                assertThat(Math.abs(to.minPercent() - from.minPercent())).isLessThanOrEqualTo(step);
                assertThat(Math.abs(to.maxPercent() - from.maxPercent())).isLessThanOrEqualTo(step);
                assertThat(to.dedicatedPercent() - from.dedicatedPercent()).isLessThanOrEqualTo(step);
            }
        }
    }

    @Test
    void anOpenEnvelopeAltersNothing() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 300; round++) {
            QuotaPlan plan = Snapshots.plan(random, 4);
            assertThat(new Shield(Envelope.open(4)).admit(plan, Snapshots.plan(random, 4)))
                    .isEqualTo(new Shield.Admitted(plan, false, ""));
        }
    }

    @Test
    void theReasonNamesWhatWasBroken() {
        Shield shield = new Shield(new Envelope(List.of(10, 0), List.of(100, 60), 20));
        QuotaPlan inForce = plan(new PrbQuota(0, 40, 100), new PrbQuota(0, 40, 60));
        assertThat(shield.admit(plan(new PrbQuota(0, 5, 100), new PrbQuota(0, 40, 60)), inForce))
                .isEqualTo(new Shield.Admitted(
                        plan(new PrbQuota(0, 20, 100), new PrbQuota(0, 40, 60)),
                        true,
                        "slice 0 below its floor of 10 percent"));
        assertThat(shield.admit(plan(new PrbQuota(0, 40, 100), new PrbQuota(0, 40, 80)), inForce)
                        .reason())
                .isEqualTo("slice 1 above its ceiling of 60 percent");
        assertThat(shield.admit(plan(new PrbQuota(0, 80, 100), new PrbQuota(0, 20, 60)), inForce))
                .isEqualTo(new Shield.Admitted(
                        plan(new PrbQuota(0, 60, 100), new PrbQuota(0, 20, 60)),
                        true,
                        "slice 0 moved by more than 20 percent"));
    }

    @Test
    void raisedGuaranteesWaitUntilTheOthersHaveMadeRoom() {
        Shield shield = new Shield(Envelope.uniform(3, 0, 100, 10));
        QuotaPlan inForce = plan(new PrbQuota(0, 80, 100), new PrbQuota(0, 10, 100), new PrbQuota(0, 10, 100));
        QuotaPlan proposed = plan(new PrbQuota(0, 20, 100), new PrbQuota(0, 40, 100), new PrbQuota(0, 40, 100));
        assertThat(shield.admit(proposed, inForce).plan())
                .isEqualTo(plan(new PrbQuota(0, 70, 100), new PrbQuota(0, 15, 100), new PrbQuota(0, 15, 100)));
    }

    @Test
    void anEnvelopeThatCannotHoldIsRefused() {
        assertThatThrownBy(() -> Envelope.uniform(3, 40, 100, 10)).hasMessageContaining("add up to 120");
        assertThatThrownBy(() -> Envelope.uniform(1, 40, 30, 10)).hasMessageContaining("floor <= ceiling");
        assertThatThrownBy(() -> Envelope.uniform(1, 0, 100, 0)).hasMessageContaining("maxStepPercent");
        assertThatThrownBy(() -> new Shield(Envelope.open(2)).admit(QuotaPlan.unsliced(3), QuotaPlan.unsliced(3)))
                .hasMessageContaining("an envelope for 2 slices");
    }

    private static Envelope envelope(SplittableRandom random, int slices) {
        List<Integer> floors = new ArrayList<>();
        List<Integer> ceilings = new ArrayList<>();
        for (PrbQuota quota : Snapshots.plan(random, slices).quotas()) {
            floors.add(quota.minPercent());
            ceilings.add(quota.maxPercent());
        }
        return new Envelope(floors, ceilings, random.nextInt(1, 101));
    }

    private static QuotaPlan plan(PrbQuota... quotas) {
        return new QuotaPlan(List.of(quotas));
    }
}
