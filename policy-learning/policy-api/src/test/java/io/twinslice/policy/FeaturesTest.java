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

class FeaturesTest {
    @Test
    void everyNumberStaysInItsRangeForEveryValidSnapshot() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 1000; round++) {
            int slices = random.nextInt(1, 17);
            float[] rows = rows(Snapshots.random(random, slices));
            for (float value : rows) {
                assertThat(value).isBetween(0f, 4f);
            }
        }
    }

    @Test
    void aKnownWindowGivesTheNumbersComputedByHand() {
        TwinSnapshot scene = Scenes.offering(900, 300);
        SliceReport report = new SliceReport(900, 800, 450, 30, 200, 4, 100, 300, 50, 300, 25, 100, 75, 4);
        QuotaPlan plan = new QuotaPlan(List.of(new PrbQuota(10, 30, 100), new PrbQuota(0, 20, 100)));
        float[] rows = rows(Scenes.under(Scenes.withReport(scene, 0, report), plan));
        // CQI 10 carries 2.7305 bit per element, 0.14 kbit each per PRB and ms: 1911.35 kbit in the window.
        double[] own = {
            900 / 1911.35,
            450 / 1911.35,
            300 / 200.0,
            100 / 200.0,
            2.7305 / 5.5547,
            (1.4766 + 1.9141) / 2 / 5.5547,
            (4 / 200.0) / 0.01,
            50 / 200.0,
            25 / 50.0,
            0,
            0.3,
            100 / 120.0
        };
        for (int f = 0; f < own.length; f++) {
            assertThat((double) rows[f]).as("number %d", f).isCloseTo(own[f], within(2e-4));
        }
        assertThat((double) rows[Features.PER_SLICE]).isCloseTo((900 + 300) / 1911.35 / 2, within(2e-4));
        assertThat((double) rows[24]).isCloseTo((900 + 300) / 1911.35, within(3e-4));
        assertThat((double) rows[25]).isCloseTo(450 / 1911.35, within(2e-4));
        assertThat((double) rows[26]).isCloseTo(0.5, within(3e-4));
        assertThat(rows[27]).isEqualTo(0.5f);
    }

    @Test
    void reorderingTheSlicesReordersTheRowsBitForBit() {
        SplittableRandom random = new SplittableRandom(2);
        int[] order = {3, 1, 0, 2};
        for (int round = 0; round < 200; round++) {
            TwinSnapshot snapshot = Snapshots.random(random, 4);
            float[] rows = rows(snapshot);
            float[] other = rows(Snapshots.reordered(snapshot, order));
            for (int i = 0; i < order.length; i++) {
                for (int f = 0; f < Features.INPUTS; f++) {
                    assertThat(other[i * Features.INPUTS + f]).isEqualTo(rows[order[i] * Features.INPUTS + f]);
                }
            }
        }
    }

    private static float[] rows(TwinSnapshot snapshot) {
        short[] codes = new short[snapshot.slices() * Features.PER_SLICE];
        float[] rows = new float[snapshot.slices() * Features.INPUTS];
        Features.encode(snapshot, codes);
        Features.inputs(codes, 0, snapshot.slices(), rows, 0);
        return rows;
    }
}
