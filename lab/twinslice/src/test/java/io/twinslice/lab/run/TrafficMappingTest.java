package io.twinslice.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.lab.ExitCode;
import io.twinslice.lab.JobFailure;
import io.twinslice.ransim.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficMappingTest {
    private static final Scenario SCENARIO = Scenarios.byName(Scenarios.DEFAULT);

    @TempDir
    private Path folder;

    @Test
    void capturesFindTheirTwinsByNameThenBySliceTypeThenByTheMap() throws Exception {
        Path file = recording("factory_1", "embb_a", "urllc_b", "mmtc_c", "other");
        TrafficMapping.Replay replay = TrafficMapping.replay(SCENARIO, file, Map.of("other", "factory"));
        assertThat(replay.byTwin())
                .isEqualTo(Map.of(
                        "factory", List.of("factory_1", "other"),
                        "building", List.of("embb_a"),
                        "vehicle", List.of("urllc_b"),
                        "health", List.of("mmtc_c")));
        assertThat(replay.description()).startsWith("r.csv; building: embb_a; factory: factory_1 + other");
    }

    @Test
    void moreCapturesThanPhonesArePlayedOneAfterTheOther() throws Exception {
        Path file = recording("building_a", "building_b", "building_c", "building_d", "building_e");
        TrafficMapping.Replay replay = TrafficMapping.replay(SCENARIO, file, Map.of());
        Traffic demand = replay.scenario().parameters().twins().get(3).traffic();
        assertThat(demand)
                .isInstanceOfSatisfying(
                        Traffic.PerUe.class,
                        each -> assertThat(each.parts())
                                .extracting(part ->
                                        ((Traffic.Recorded) part).trace().name())
                                .containsExactly("building_a, building_d", "building_b, building_e", "building_c"));
    }

    @Test
    void aTwinOfPhonesIsPromisedNoAgeAndTheOthersKeepTheirs() throws Exception {
        Scenario played = TrafficMapping.replay(SCENARIO, recording("vehicle_a"), Map.of())
                .scenario();
        assertThat(played.twins().get(1).sla().aoiLimitMillis()).isEqualTo(Integer.MAX_VALUE);
        assertThat(played.twins().get(1).sla().reliability())
                .isEqualTo(SCENARIO.twins().get(1).sla().reliability());
        assertThat(played.twins().get(0)).isEqualTo(SCENARIO.twins().get(0));
    }

    @Test
    void aBadRecordingAndABadMapAreToldWithTheirPlace() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.csv"), "trace,t_us,bytes,dir\na,0,100,d\na,5,many,d\n");
        assertThatThrownBy(() -> TrafficMapping.replay(SCENARIO, bad, Map.of()))
                .isInstanceOfSatisfying(JobFailure.class, failure -> {
                    assertThat(failure.complaint().exitCode()).isEqualTo(ExitCode.USAGE);
                    assertThat(failure.complaint().what()).contains("line 3", "column");
                });
        Path good = recording("building_a");
        assertThatThrownBy(() -> TrafficMapping.replay(SCENARIO, good, Map.of("building_z", "factory")))
                .hasMessageContaining("building_z");
        assertThatThrownBy(() -> TrafficMapping.replay(SCENARIO, good, Map.of("building_a", "ward")))
                .hasMessageContaining("ward");
        Path strange = recording("nobody");
        assertThatThrownBy(() -> TrafficMapping.replay(SCENARIO, strange, Map.of()))
                .hasMessageContaining("nobody");
    }

    private Path recording(String... captures) throws IOException {
        StringBuilder csv = new StringBuilder("trace,t_us,bytes,dir\n");
        for (String capture : captures) {
            for (int i = 0; i < 20; i++) {
                csv.append(capture).append(',').append(i * 10_000L).append(",500,d\n");
            }
        }
        return Files.writeString(folder.resolve("r.csv"), csv);
    }
}
