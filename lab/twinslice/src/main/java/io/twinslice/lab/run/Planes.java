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
 *
 * <p>On a quiet shift the cell can keep every promise, so an episode counts as violated when a tenth of its windows is
 * broken. Under events it cannot: no plan carries twice the load on a channel 8 dB worse. There the question is whether
 * a twin is given up, which is half of the windows.
 */
final class Planes {
    private static final String QUIET = "quiet-shift";
    private static final double QUIET_BROKEN_SHARE = 0.1;
    private static final double EVENTFUL_BROKEN_SHARE = 0.5;
    private static final double DELTA = 0.05;
    private static final int STATIC_SNAPSHOTS = 5_000;

    private Planes() {}

    /** The families of training, in the calibrated cell. */
    static List<Scenario> training(Scenario played, CellParameters calibrated) {
        List<Scenario> scenarios = new ArrayList<>();
        scenarios.add(played.withParameters(calibrated));
        for (String name : List.of(QUIET, "flash-crowd", "cell-edge-drift")) {
            if (!name.equals(played.name())) {
                scenarios.add(Scenarios.byName(name).withParameters(calibrated));
            }
        }
        return scenarios;
    }

    static VerificationPlan plan(Scenario played, CellParameters calibrated, RunSize size) {
        List<VirtualPlane> planes = new ArrayList<>();
        planes.add(quiet(Scenarios.byName(QUIET).withParameters(calibrated), size));
        for (String unseen : List.of("surgery-burst", "slot-loss")) {
            if (!unseen.equals(played.name())) {
                planes.add(eventful(Scenarios.byName(unseen).withParameters(calibrated), size));
            }
        }
        if (!played.name().equals(QUIET)) {
            planes.add(eventful(played.withParameters(calibrated), size));
        }
        int twins = played.twins().size();
        return new VerificationPlan(planes, twins, DELTA, 1, Guardrails.envelope(twins), STATIC_SNAPSHOTS);
    }

    private static VirtualPlane quiet(Scenario scenario, RunSize size) {
        return plane(
                scenario, Evidence.Kind.NOMINAL, size.quietEpisodes(), size.quietLimit(), QUIET_BROKEN_SHARE, size);
    }

    private static VirtualPlane eventful(Scenario scenario, RunSize size) {
        return plane(
                scenario,
                Evidence.Kind.STRESS,
                size.eventfulEpisodes(),
                size.eventfulLimit(),
                EVENTFUL_BROKEN_SHARE,
                size);
    }

    private static VirtualPlane plane(
            Scenario scenario, Evidence.Kind kind, int episodes, double limit, double brokenShare, RunSize size) {
        Scenario shortened = scenario.withWindows(size.episodeWindows());
        return new VirtualPlane(
                shortened.name(),
                kind,
                episodes,
                limit,
                Collections.nCopies(scenario.twins().size(), brokenShare),
                Candidates.sha256(shortened.toString()),
                shortened::environment);
    }
}
