package io.twinslice.lab.run;

import io.twinslice.bundle.Evidence;
import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.ransim.CellParameters;
import io.twinslice.verification.VerificationPlan;
import io.twinslice.verification.VirtualPlane;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which scenario families a candidate is trained on and which it is judged on. Two of the planes are families that
 * training never saw; on the others the seeds are the verifier's own.
 */
final class Planes {
    /** A twin counts as violated in an episode when its SLA is broken in more than this share of the windows. */
    static final double BROKEN_WINDOW_SHARE = 0.5;

    private static final double DELTA = 0.05;
    private static final int STATIC_SNAPSHOTS = 5_000;

    private Planes() {}

    /** The families of training, in the calibrated cell. */
    static List<Scenario> training(Scenario played, CellParameters calibrated) {
        List<Scenario> scenarios = new ArrayList<>();
        scenarios.add(played.withParameters(calibrated));
        for (String name : List.of("quiet-shift", "flash-crowd", "cell-edge-drift")) {
            if (!name.equals(played.name())) {
                scenarios.add(Scenarios.byName(name).withParameters(calibrated));
            }
        }
        return scenarios;
    }

    static VerificationPlan plan(Scenario played, CellParameters calibrated, RunSize size) {
        List<VirtualPlane> planes = new ArrayList<>();
        planes.add(plane(played.withParameters(calibrated), true, size));
        if (!played.name().equals("quiet-shift")) {
            planes.add(plane(Scenarios.byName("quiet-shift").withParameters(calibrated), true, size));
        }
        for (String unseen : List.of("surgery-burst", "slot-loss")) {
            if (!played.name().equals(unseen)) {
                planes.add(plane(Scenarios.byName(unseen).withParameters(calibrated), false, size));
            }
        }
        int twins = played.twins().size();
        return new VerificationPlan(planes, twins, DELTA, 1, Guardrails.envelope(twins), STATIC_SNAPSHOTS);
    }

    private static VirtualPlane plane(Scenario scenario, boolean nominal, RunSize size) {
        Scenario shortened = scenario.withWindows(size.episodeWindows());
        return new VirtualPlane(
                shortened.name(),
                nominal ? Evidence.Kind.NOMINAL : Evidence.Kind.STRESS,
                nominal ? size.nominalEpisodes() : size.stressEpisodes(),
                nominal ? size.nominalLimit() : size.stressLimit(),
                Collections.nCopies(scenario.twins().size(), BROKEN_WINDOW_SHARE),
                Candidates.sha256(shortened.toString()),
                shortened::environment);
    }
}
