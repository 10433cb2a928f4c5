package io.twinslice.ransim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EesmTest {
    @Test
    void aFlatChannelIsItsOwnEffectiveSnr() {
        for (int row = 0; row < LinkTables.ROWS; row++) {
            for (double snr = -15; snr <= 40; snr += 5) {
                assertThat(Eesm.effectiveDb(row, snr, snr, snr)).isCloseTo(snr, within(1e-9));
                assertThat(Eesm.effectiveOfPartDb(row, snr, 0, 0.5)).isCloseTo(snr, within(1e-9));
            }
        }
    }

    @Test
    void theValueWorkedByHandIsFound() {
        // MCS 16 of table 1, β 6.5, half at 14 dB (25.12) and half at 8 dB (6.31):
        // -6.5 ln((e^-3.8645 + e^-0.9707) / 2) = -6.5 ln(0.19989) = 10.465, which is 10.20 dB.
        assertThat(Eesm.effectiveDb(16, 14, 8)).isCloseTo(10.20, within(0.005));
        assertThat(Eesm.effectiveOfPartDb(16, 14, -6, 0.5)).isCloseTo(10.20, within(0.005));
    }

    @Test
    void theEffectiveSnrLiesBetweenTheWorstPrbAndTheMean() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 20_000; i++) {
            int row = random.nextInt(LinkTables.ROWS);
            double[] snr = new double[1 + random.nextInt(20)];
            Arrays.setAll(snr, k -> random.nextDouble(-20, 45));
            double worst = Arrays.stream(snr).min().orElseThrow();
            double mean = 10
                    * Math.log10(Arrays.stream(snr)
                            .map(x -> Math.pow(10, x / 10))
                            .average()
                            .orElseThrow());
            assertThat(Eesm.effectiveDb(row, snr)).isBetween(worst - 1e-9, mean + 1e-9);
        }
    }

    @Test
    void aPartOfTheBandCountsAsItsShareOfPrbs() {
        for (int row = 0; row < LinkTables.ROWS; row += 5) {
            assertThat(Eesm.effectiveOfPartDb(row, 12, -7, 0.25))
                    .isCloseTo(Eesm.effectiveDb(row, 5, 12, 12, 12), within(1e-9));
        }
    }

    @Test
    void betaGrowsWithTheMcsOfATable() {
        for (int row = 1; row < LinkTables.ROWS; row++) {
            if (!LinkTables.isHighest(row - 1)) {
                assertThat(Eesm.beta(row)).isGreaterThanOrEqualTo(Eesm.beta(row - 1));
            }
        }
    }
}
