package io.twinslice.ransim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LinkTableTest {
    /** Entries of TS 38.214 tables 5.1.3.1-1..3: modulation order, rate × 1024, efficiency as printed there. */
    @ParameterizedTest
    @CsvSource({
        "QAM64, 0, 2, 120, 0.2344",
        "QAM64, 9, 2, 679, 1.3262",
        "QAM64, 10, 4, 340, 1.3281",
        "QAM64, 16, 4, 658, 2.5703",
        "QAM64, 17, 6, 438, 2.5664",
        "QAM64, 28, 6, 948, 5.5547",
        "QAM256, 0, 2, 120, 0.2344",
        "QAM256, 4, 2, 602, 1.1758",
        "QAM256, 5, 4, 378, 1.4766",
        "QAM256, 10, 4, 658, 2.5703",
        "QAM256, 11, 6, 466, 2.7305",
        "QAM256, 19, 6, 873, 5.1152",
        "QAM256, 20, 8, 682.5, 5.3320",
        "QAM256, 26, 8, 916.5, 7.1602",
        "QAM256, 27, 8, 948, 7.4063",
        "LOW_EFFICIENCY, 0, 2, 30, 0.0586",
        "LOW_EFFICIENCY, 14, 2, 602, 1.1758",
        "LOW_EFFICIENCY, 15, 4, 340, 1.3281",
        "LOW_EFFICIENCY, 20, 4, 616, 2.4063",
        "LOW_EFFICIENCY, 21, 6, 438, 2.5664",
        "LOW_EFFICIENCY, 28, 6, 772, 4.5234",
    })
    void mcsEntriesAreThoseOfTheSpecification(LinkTable table, int mcs, int order, double rate, double efficiency) {
        assertThat(table.order(mcs)).isEqualTo(order);
        assertThat(table.rate1024(mcs)).isEqualTo(rate);
        assertThat(table.efficiency(mcs)).isCloseTo(efficiency, within(5.1e-5));
    }

    @Test
    void theEfficienciesOfTable1AreThoseOfTheSpecification() {
        double[] printed = {
            .2344, .3066, .3770, .4902, .6016, .7402, .8770, 1.0273, 1.1758, 1.3262, 1.3281, 1.4766, 1.6953, 1.9141,
            2.1602, 2.4063, 2.5703, 2.5664, 2.7305, 3.0293, 3.3223, 3.6094, 3.9023, 4.2129, 4.5234, 4.8164, 5.1152,
            5.3320, 5.5547
        };
        assertThat(LinkTable.QAM64.mcsCount()).isEqualTo(29);
        assertThat(LinkTable.QAM256.mcsCount()).isEqualTo(28);
        assertThat(LinkTable.LOW_EFFICIENCY.mcsCount()).isEqualTo(29);
        for (int mcs = 0; mcs < printed.length; mcs++) {
            assertThat(LinkTable.QAM64.efficiency(mcs)).isCloseTo(printed[mcs], within(5.1e-5));
        }
    }

    /** Efficiencies as printed in TS 38.214 tables 5.2.2.1-2..4. */
    @Test
    void theEfficienciesOfEachCqiAreThoseOfTheSpecification() {
        double[][] printed = {
            {
                .1523, .2344, .3770, .6016, .8770, 1.1758, 1.4766, 1.9141, 2.4063, 2.7305, 3.3223, 3.9023, 4.5234,
                5.1152, 5.5547
            },
            {
                .1523, .3770, .8770, 1.4766, 1.9141, 2.4063, 2.7305, 3.3223, 3.9023, 4.5234, 5.1152, 5.5547, 6.2266,
                6.9141, 7.4063
            },
            {
                .0586, .0977, .1523, .2344, .3770, .6016, .8770, 1.1758, 1.4766, 1.9141, 2.4063, 2.7305, 3.3223, 3.9023,
                4.5234
            }
        };
        for (LinkTable table : LinkTable.values()) {
            for (int cqi = 1; cqi <= LinkTable.MAX_CQI; cqi++) {
                assertThat(table.cqiEfficiency(cqi)).isCloseTo(printed[table.ordinal()][cqi - 1], within(5.1e-5));
            }
        }
        assertThat(LinkTable.LOW_EFFICIENCY.targetBler()).isEqualTo(1e-5);
    }

    @ParameterizedTest
    @EnumSource
    void everyCqiNamesACodeThatSomeMcsTableHas(LinkTable table) {
        for (int cqi = 1; cqi <= LinkTable.MAX_CQI; cqi++) {
            int matches = 0;
            for (int row = 0; row < LinkTables.ROWS; row++) {
                LinkTable other = LinkTables.tableOf(row);
                int mcs = row - other.firstRow();
                if (other.order(mcs) == table.cqiOrder(cqi) && other.rate1024(mcs) == table.cqiRate1024(cqi)) {
                    matches++;
                    double reach = LinkTables.snrForTenPercent(row) + (table == LinkTable.LOW_EFFICIENCY ? 1.3 : 0);
                    // Fitted from different data where a code is in several tables.
                    assertThat(LinkTables.snrOfCqi(table, cqi))
                            .as("%s CQI %d", table, cqi)
                            .isCloseTo(reach, within(0.45));
                }
            }
            assertThat(matches).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCqiKeepsItsPromiseAtTheMcsOfItsEfficiency(LinkTable table) {
        for (int cqi = 1; cqi <= LinkTable.MAX_CQI; cqi++) {
            for (int mcs = 0; mcs < table.mcsCount(); mcs++) {
                if (table.order(mcs) == table.cqiOrder(cqi) && table.rate1024(mcs) == table.cqiRate1024(cqi)) {
                    // The points of CQI table 1 come from another reading of the same curves, up to 0.3 dB away.
                    double error = LinkTables.blockError(table.firstRow() + mcs, 500, LinkTables.snrOfCqi(table, cqi));
                    assertThat(error).isLessThanOrEqualTo(table.targetBler() * 3);
                }
            }
        }
    }

    /** The rules that fit the 10 % points, and extrapolate them where there is no data. */
    @ParameterizedTest
    @CsvSource({"QAM64, 1.47, 0.22, 0.5", "QAM256, 1.63, 0.17, 0.5", "LOW_EFFICIENCY, 1.37, 0.27, 0.5"})
    void theTenPercentPointsOfEachTableFollowTheirRule(LinkTable table, double base, double slope, double tolerance) {
        double squares = 0;
        for (int mcs = 0; mcs < table.mcsCount(); mcs++) {
            double efficiency = table.efficiency(mcs);
            double rule = 10 * Math.log10(Math.pow(2, efficiency) - 1) + base + slope * efficiency;
            double residual = LinkTables.snrForTenPercent(table.firstRow() + mcs) - rule;
            assertThat(residual).as("%s MCS %d", table, mcs).isBetween(-tolerance, tolerance);
            squares += residual * residual;
        }
        assertThat(Math.sqrt(squares / table.mcsCount())).isLessThan(0.19);
    }

    @Test
    void rowsOfTheTablesStandOneBelowTheOther() {
        int row = 0;
        for (LinkTable table : LinkTable.values()) {
            assertThat(table.firstRow()).isEqualTo(row);
            for (int mcs = 0; mcs < table.mcsCount(); mcs++) {
                assertThat(LinkTables.tableOf(row)).isEqualTo(table);
                assertThat(LinkTables.isHighest(row)).isEqualTo(mcs == table.mcsCount() - 1);
                assertThat(LinkTables.rowAt(table, LinkTables.snrForTenPercent(row)))
                        .isGreaterThanOrEqualTo(row);
                row++;
            }
            assertThat(LinkTables.rowAt(table, -40)).isEqualTo(table.firstRow());
            assertThat(LinkTables.rowAt(table, 50)).isEqualTo(row - 1);
        }
        assertThat(row).isEqualTo(LinkTables.ROWS);
    }
}
