package io.twinslice.lab.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import org.junit.jupiter.api.Test;

class HiddenCellTest {
    private static final Scenario NOMINAL = Scenarios.byName(Scenarios.DEFAULT);

    @Test
    void theSameSeedHidesTheSameCellAndAnotherSeedAnother() {
        assertThat(HiddenCell.of(NOMINAL, 5)).isEqualTo(HiddenCell.of(NOMINAL, 5));
        assertThat(HiddenCell.of(NOMINAL, 5)).isNotEqualTo(HiddenCell.of(NOMINAL, 6));
    }

    @Test
    void everyTwinDiffersFromTheNominalOneButPromisesAndEventsDoNot() {
        Scenario hidden = HiddenCell.of(NOMINAL, 5);

        assertThat(hidden.twins()).isEqualTo(NOMINAL.twins());
        assertThat(hidden.events()).isEqualTo(NOMINAL.events());
        for (int i = 0; i < NOMINAL.twins().size(); i++) {
            assertThat(hidden.parameters().twins().get(i))
                    .isNotEqualTo(NOMINAL.parameters().twins().get(i));
        }
    }
}
