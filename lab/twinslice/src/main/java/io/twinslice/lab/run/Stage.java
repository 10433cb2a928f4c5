package io.twinslice.lab.run;

import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.lab.Complaint;
import io.twinslice.lab.JobFailure;
import io.twinslice.lab.node.HiddenCell;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is played.
 *
 * @param known the scenario as everyone knows it; the twin starts from it
 * @param hidden the same on the cell that only the E2 node is told
 * @param recording which recording is replayed as which twin's demand
 */
record Stage(Scenario known, Scenario hidden, Optional<String> recording) {
    static Stage of(String name, Optional<Path> traffic, Map<String, String> map, long seed) throws JobFailure {
        if (Scenarios.all().stream().noneMatch(scenario -> scenario.name().equals(name))) {
            throw new JobFailure(Complaint.usage(
                    "no scenario is named \"" + name + "\"",
                    "--scenario",
                    "there are "
                            + String.join(
                                    ", ",
                                    Scenarios.all().stream().map(Scenario::name).toList())));
        }
        Scenario known = Scenarios.byName(name);
        Optional<String> recording = Optional.empty();
        if (traffic.isPresent()) {
            TrafficMapping.Replay replay = TrafficMapping.replay(known, traffic.get(), map);
            known = replay.scenario();
            recording = Optional.of(replay.description());
        }
        return new Stage(known, HiddenCell.of(known, seed), recording);
    }
}
