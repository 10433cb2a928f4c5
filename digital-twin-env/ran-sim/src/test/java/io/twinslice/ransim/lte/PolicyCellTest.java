package io.twinslice.ransim.lte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PolicyCellTest {
    private static final PolicyCellSettings SETTINGS = new PolicyCellSettings(4, 0.4, 3.2, -20);
    private static final int[] SLICES = {0, 0, 1};
    private static final double[] GOOD = {25, 22, 25};

    /** Every UE is offered more than the carrier can take. */
    private static PolicyCell flooded(Fading fading, PolicyQuota... quotas) {
        PolicyCell cell = new PolicyCell(SLICES, GOOD, fading, SETTINGS, 0, 5);
        cell.apply(List.of(quotas));
        for (int packet = 0; packet < 12_000; packet++) {
            for (int ue = 0; ue < SLICES.length; ue++) {
                cell.offer(ue, packet * 0.25, 1230);
            }
        }
        return cell;
    }

    private static double share(PolicyCell cell, int slice) {
        return cell.window(slice).prbsUsed() / (double) (PolicyCell.USABLE_PRBS * 1000);
    }

    @Test
    void aHardCapIsUsedToTheLastGroupAndNeverExceeded() {
        PolicyCell cell = flooded(Fading.none(), new PolicyQuota(0.33, 0.33, 0.33), new PolicyQuota(0.5, 0.5, 0.5));
        cell.runWindow(1000);
        cell.runWindow(1000);
        assertThat(share(cell, 0)).isCloseTo(0.33, within(0.002));
        assertThat(share(cell, 1)).isCloseTo(0.5, within(0.002));
    }

    @Test
    void aDedicatedShareStaysIdleAndAGuaranteeIsLent() {
        PolicyCell cell = new PolicyCell(SLICES, GOOD, Fading.none(), SETTINGS, 0, 5);
        cell.apply(List.of(new PolicyQuota(0, 0.4, 1), new PolicyQuota(0.5, 0.5, 1)));
        for (int packet = 0; packet < 12_000; packet++) {
            cell.offer(0, packet * 0.25, 1230);
        }
        cell.runWindow(1000);
        assertThat(share(cell, 0)).isCloseTo(0.5, within(0.002));
        cell.apply(List.of(new PolicyQuota(0, 0.4, 1), new PolicyQuota(0, 0.5, 1)));
        cell.runWindow(1000);
        assertThat(share(cell, 0)).isCloseTo(1, within(0.002));
    }

    @Test
    void withoutFadingAPacketTakesThePipelineAndTheWaitForItsMillisecond() {
        PolicyCell cell = new PolicyCell(SLICES, GOOD, Fading.none(), SETTINGS, 0, 5);
        for (int packet = 0; packet < 100; packet++) {
            cell.offer(0, packet * 10.37, 190);
        }
        cell.runWindow(1100);
        double[] edges = {3.1, 4.3};
        long[] counts = new long[3];
        cell.window(0).addDelays(edges, counts);
        assertThat(counts).containsExactly(0, 100, 0);
        assertThat(cell.window(0).deliveredBytes()).isEqualTo(19_000);
    }

    @Test
    void whatIsOfferedIsDeliveredDroppedOrQueued() {
        Fading fading = Fading.of(FadingProfile.EVA, 60 / 3.6, 2000, 3);
        PolicyCell cell = flooded(fading, new PolicyQuota(0, 0.5, 1), new PolicyQuota(0, 0.5, 1));
        long accounted = 0;
        for (int i = 0; i < 4; i++) {
            cell.runWindow(1000);
            accounted += cell.window(0).deliveredPackets() + cell.window(0).droppedPackets();
        }
        assertThat(accounted).isBetween(24_000L - 2 * 84 - 200, 24_000L);
        assertThat(cell.window(0).failedBlocks()).isPositive();
    }

    @Test
    void fadingHasUnitPowerAndDeepFades() {
        Fading fading = Fading.of(FadingProfile.EPA, 3 / 3.6, 20_000, 1);
        double power = 0;
        int deep = 0;
        for (int ms = 0; ms < 20_000; ms++) {
            power += StrictMath.pow(10, fading.gainTenth(ms, 5) / 100.0);
            deep += fading.gainTenth(ms, 5) < -95 ? 1 : 0;
        }
        assertThat(power / 20_000).isCloseTo(1, within(0.35));
        assertThat(deep / 20_000.0).isBetween(0.03, 0.2);
    }
}
