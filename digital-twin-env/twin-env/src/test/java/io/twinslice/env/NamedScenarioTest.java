package io.twinslice.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedScenarioTest {
    @Test
    void everyNameGivesTheScenarioItNamesThroughItsReference() {
        assertThat(NamedScenario.names()).doesNotHaveDuplicates().contains("factory-floor", "suite:flash-crowd");
        for (String name : NamedScenario.names()) {
            NamedScenario scenario = NamedScenario.of(name, Split.VALIDATION, 250);
            NamedScenario again = NamedScenario.parse(scenario.reference());
            assertThat(again).isEqualTo(scenario).hasSameHashCodeAs(scenario);
            assertThat(again.scenario()).isEqualTo(scenario.scenario());
            assertThat(scenario.scenario().windows()).isEqualTo(250);
        }
    }

    @Test
    void theSuiteAndItsNamesakeAreTwoScenariosAndSplitsDiffer() {
        NamedScenario whole = NamedScenario.of("flash-crowd", Split.TRAIN, 600);
        NamedScenario train = NamedScenario.of("suite:flash-crowd", Split.TRAIN, 600);
        NamedScenario test = NamedScenario.of("suite:flash-crowd", Split.TEST, 600);
        assertThat(whole.scenario()).isEqualTo(Scenarios.byName("flash-crowd"));
        assertThat(train.scenario()).isEqualTo(ScenarioSuite.synthetic().scenario("flash-crowd", Split.TRAIN));
        assertThat(train).isNotEqualTo(test).isNotEqualTo(whole);
        assertThat(train.scenario()).isNotEqualTo(test.scenario());
    }

    @Test
    void anEnvironmentStarts() {
        try (Environment environment =
                NamedScenario.of("suite:sla-flip", Split.TEST, 10).get()) {
            assertThat(environment.reset(1)).isInstanceOf(Step.Running.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "suite:nowhere", "suite:", "", "Flash-Crowd"})
    void anUnknownNameIsRefusedWithTheNamesThereAre(String name) {
        assertThatThrownBy(() -> NamedScenario.of(name, Split.TRAIN, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + name + "\"")
                .hasMessageContaining("suite:sla-flip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "factory-floor",
                "factory-floor/train",
                "factory-floor/train/0",
                "factory-floor/train/999999",
                "factory-floor/both/10",
                "factory-floor/train/10/",
                "factory-floor/train/-1",
                "factory-floor/train/99999999999"
            })
    void aReferenceThatIsNoneIsRefused(String reference) {
        assertThatThrownBy(() -> NamedScenario.parse(reference)).isInstanceOf(IllegalArgumentException.class);
    }
}
