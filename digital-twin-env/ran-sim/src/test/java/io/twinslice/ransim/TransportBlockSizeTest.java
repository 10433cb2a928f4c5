package io.twinslice.ransim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TS 38.214 clause 5.1.3.2; each expected value is worked by hand in the comment beside it. */
class TransportBlockSizeTest {
    @ParameterizedTest
    @CsvSource({
        // 156·1·2·120/1024 = 36.6; n = 3; 8·⌊36.6/8⌋ = 32; the table has 32.
        "156, 1, 2, 120, 1, 32",
        // 132·1·2·120/1024 = 30.9; n = 3; 24.
        "132, 1, 2, 120, 1, 24",
        // more than 156 elements count as 156.
        "168, 1, 2, 120, 1, 32",
        // 132·4·4·490/1024 = 1010.6; n = 3; 1008; next table entry 1032.
        "132, 4, 4, 490, 1, 1032",
        // 156·5·6·822/1024 = 3756.8; n = 5; 32·117 = 3744; next table entry 3752.
        "156, 5, 6, 822, 1, 3752",
        // 132·10·6·666/1024 = 5151.1; n = ⌊log2 5127.1⌋ - 5 = 7; 128·round(40.06) = 5120; C = 1; 8·643 - 24 = 5120.
        "132, 10, 6, 666, 1, 5120",
        // 156·52·6·948/1024 = 45059.1; n = 15 - 5 = 10; 1024·round(43.98) = 45056; C = ⌈45080/8424⌉ = 6;
        // 48·⌈45080/48⌉ - 24 = 48·940 - 24 = 45096.
        "156, 52, 6, 948, 1, 45096",
        // rate below 1/4: 156·60·2·120/1024 = 2193.75; small; n = 11 - 6 = 5; 32·68 = 2176; next table entry 2216.
        "156, 60, 2, 120, 1, 2216",
        // 156·106·2·193/1024 = 6233.3; n = 12 - 5 = 7; 128·round(48.51) = 6272; C = ⌈6296/3816⌉ = 2;
        // 16·⌈6296/16⌉ - 24 = 6280.
        "156, 106, 2, 193, 1, 6280",
        // two layers: 132·10·6·666/1024·2 = 10302.2; n = 13 - 5 = 8; 256·round(40.15) = 10240; C = ⌈10264/8424⌉ = 2;
        // 16·⌈10264/16⌉ - 24 = 10248.
        "132, 10, 6, 666, 2, 10248",
    })
    void theProcedureGivesTheSizeWorkedByHand(
            int elements, int prbs, int order, double rate1024, int layers, int expected) {
        assertThat(TransportBlockSize.of(elements, prbs, order, rate1024, layers))
                .isEqualTo(expected);
    }

    /** Every MCS of the three tables, every number of PRBs, 1 to 4 layers, and what DMRS and overhead may leave. */
    @ParameterizedTest
    @CsvSource({
        "14, 6, 0",
        "14, 12, 0",
        "14, 18, 6",
        "14, 24, 12",
        "14, 36, 18",
        "13, 6, 0",
        "12, 6, 0",
        "12, 12, 0",
        "12, 24, 6",
        "12, 36, 12",
        "10, 12, 18",
        "9, 6, 6",
        "7, 12, 0",
        "7, 12, 12",
        "5, 6, 0",
        "4, 12, 0",
        "2, 6, 0",
        "2, 12, 6"
    })
    void theSizeEqualsTheClauseReadLiterally(int symbols, int dmrs, int overhead) {
        assertThat(TransportBlockSizeReference.tableEntries()).isEqualTo(93);
        int compared = 0;
        for (int row = 0; row < LinkTables.ROWS; row++) {
            LinkTable table = LinkTables.tableOf(row);
            int order = table.order(row - table.firstRow());
            double rate = table.rate1024(row - table.firstRow());
            for (int prbs = 1; prbs <= 275; prbs++) {
                for (int layers = 1; layers <= 4; layers++) {
                    int expected = TransportBlockSizeReference.size(
                            symbols, dmrs, overhead, prbs, order, (int) (2 * rate), layers);
                    int actual = TransportBlockSize.of(12 * symbols - dmrs - overhead, prbs, order, rate, layers);
                    if (actual != expected) {
                        fail(
                                "%d bits instead of %d for %s row %d, %d PRBs, %d layers",
                                actual, expected, table, row, prbs, layers);
                    }
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(86 * 275 * 4);
    }

    @Test
    void thePrecomputedSizesAreThoseOfTheProcedure() {
        TransportBlockSize sizes = new TransportBlockSize(106);
        for (int row = 0; row < LinkTables.ROWS; row++) {
            LinkTable table = LinkTables.tableOf(row);
            int mcs = row - table.firstRow();
            for (int prbs = 1; prbs <= 106; prbs++) {
                assertThat(sizes.bits(row, prbs))
                        .isEqualTo(TransportBlockSizeReference.size(
                                12, 12, 0, prbs, table.order(mcs), (int) (2 * table.rate1024(mcs)), 1));
            }
        }
    }

    @Test
    void sizesAreWholeBytesAndNeverFallWithMorePrbs() {
        TransportBlockSize sizes = new TransportBlockSize(275);
        for (int mcs = 0; mcs < LinkTables.ROWS; mcs++) {
            for (int prbs = 1; prbs <= 275; prbs++) {
                assertThat(sizes.bits(mcs, prbs) % 8).isZero();
                assertThat(sizes.bits(mcs, prbs)).isGreaterThanOrEqualTo(sizes.bits(mcs, prbs - 1));
            }
        }
    }

    @Test
    void theFewestPrbsThatFitAreFoundForEverySize() {
        TransportBlockSize sizes = new TransportBlockSize(52);
        for (int mcs = 0; mcs < LinkTables.ROWS; mcs++) {
            for (int wanted = 8; wanted < 60_000; wanted += 88) {
                int prbs = sizes.prbsFor(mcs, wanted);
                if (prbs < 52) {
                    assertThat(sizes.bits(mcs, prbs)).isGreaterThanOrEqualTo(wanted);
                }
                assertThat(sizes.bits(mcs, prbs - 1)).isLessThan(wanted);
            }
        }
    }
}
