package io.twinslice.ransim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkTablesTest {
    @Test
    void theGaussianTailHasItsKnownValues() {
        assertThat(LinkTables.gaussianTail(0)).isCloseTo(0.5, within(1e-7));
        assertThat(LinkTables.gaussianTail(1.2815515655)).isCloseTo(0.1, within(1e-7));
        assertThat(LinkTables.gaussianTail(3.0902323062)).isCloseTo(1e-3, within(1e-9));
        assertThat(LinkTables.gaussianTail(-1.2815515655)).isCloseTo(0.9, within(1e-7));
    }

    @Test
    void aBlockOf500BitsFailsInTenPercentAtTheTabulatedSnr() {
        for (int mcs = 0; mcs < TransportBlockSize.MCS_COUNT; mcs++) {
            assertThat(LinkTables.blockError(mcs, 500, LinkTables.snrForTenPercent(mcs)))
                    .isCloseTo(0.1, within(1e-4));
        }
    }

    @Test
    void theTenPercentPointsFollowTheRuleThatFitsThem() {
        for (int mcs = 0; mcs < TransportBlockSize.MCS_COUNT; mcs++) {
            double efficiency = LinkTable.QAM64.efficiency(mcs);
            double rule = 10 * Math.log10(Math.pow(2, efficiency) - 1) + 1.47 + 0.22 * efficiency;
            assertThat(LinkTables.snrForTenPercent(mcs)).as("MCS %d", mcs).isCloseTo(rule, within(0.5));
        }
    }

    @ParameterizedTest
    @EnumSource
    void moreSnrNeverMeansMoreErrorsALowerMcsOrALowerCqi(LinkTable table) {
        for (double snr = -30; snr < 50; snr += 0.1) {
            assertThat(LinkTables.rowAt(table, snr + 0.1)).isGreaterThanOrEqualTo(LinkTables.rowAt(table, snr));
            assertThat(LinkTables.cqiAt(table, snr + 0.1)).isGreaterThanOrEqualTo(LinkTables.cqiAt(table, snr));
            for (int bits : new int[] {100, 500, 1000, 10_000}) {
                assertThat(LinkTables.blockError(table.firstRow() + 12, bits, snr + 0.1))
                        .isLessThanOrEqualTo(LinkTables.blockError(table.firstRow() + 12, bits, snr));
            }
        }
        assertThat(LinkTables.rowAt(table, 50)).isEqualTo(table.firstRow() + table.mcsCount() - 1);
        assertThat(LinkTables.cqiAt(table, 50)).isEqualTo(15);
        assertThat(LinkTables.cqiAt(table, -30)).isZero();
    }

    @Test
    void normalDrawsHaveTheMomentsOfANormal() {
        int n = 1_000_000;
        double sum = 0;
        double squares = 0;
        int beyondTwo = 0;
        for (int i = 0; i < n; i++) {
            double x = Chance.normal(42, i);
            sum += x;
            squares += x * x;
            beyondTwo += Math.abs(x) > 2 ? 1 : 0;
        }
        assertThat(sum / n).isCloseTo(0, within(0.004));
        assertThat(squares / n).isCloseTo(1, within(0.006));
        assertThat((double) beyondTwo / n).isCloseTo(0.0455, within(0.001));
    }
}
