package io.twinslice.ransim.lte;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LteTablesTest {
    @Test
    void blocksGrowWithPrbsAndWithTheSizeIndex() {
        // With one PRB the table has an exception: size 6 holds 328 bits, more than size 7.
        for (int size = 0; size < LteTables.SIZES; size++) {
            for (int prbs = 3; prbs <= LteTables.PRBS; prbs++) {
                assertThat(LteTables.bits(size, prbs)).isGreaterThanOrEqualTo(LteTables.bits(size, prbs - 1));
                if (size > 0) {
                    assertThat(LteTables.bits(size, prbs)).isGreaterThanOrEqualTo(LteTables.bits(size - 1, prbs));
                }
            }
        }
    }

    @Test
    void cornersOfTheTableAreThoseOfTheSpecification() {
        assertThat(LteTables.bits(0, 1)).isEqualTo(16);
        assertThat(LteTables.bits(26, 1)).isEqualTo(712);
        assertThat(LteTables.bits(0, 50)).isEqualTo(1384);
        assertThat(LteTables.bits(26, 50)).isEqualTo(36_696);
        assertThat(LteTables.bits(18, 3)).isEqualTo(1160);
    }

    @Test
    void noFewerPrbsHoldTheBits() {
        for (int size = 0; size < LteTables.SIZES; size++) {
            for (int bits = 8; bits <= LteTables.bits(size, LteTables.PRBS); bits += 88) {
                int prbs = LteTables.prbsFor(size, bits);
                assertThat(LteTables.bits(size, prbs)).isGreaterThanOrEqualTo(bits);
                if (prbs > 1) {
                    assertThat(LteTables.bits(size, prbs - 1)).isLessThan(bits);
                }
            }
        }
    }

    @Test
    void theBestCqiCarriesTheLargestSize() {
        assertThat(LteTables.sizeOfCqi(15)).isEqualTo(26);
        assertThat(LteTables.sizeOfCqi(11)).isEqualTo(20);
        assertThat(LteTables.sizeOfCqi(0)).isZero();
    }
}
