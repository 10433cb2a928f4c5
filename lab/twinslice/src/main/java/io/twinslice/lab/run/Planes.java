package io.twinslice.lab.run;

import io.twinslice.bundle.Evidence;
import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.evaluation.PolicyComparison;
import io.twinslice.policy.Baselines;
import io.twinslice.ransim.CellParameters;
import io.twinslice.verification.VerificationPlan;
import io.twinslice.verification.VirtualPlane;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.LongStream;

/**
 * Which scenario families a candidate is trained on and which it is judged on. Two of the planes are families that
 * training never saw; on the others the seeds are the verifier's own.
 *
 * <p>When is an episode violated? On a quiet shift the cell can keep every promise, so a tenth of its windows may be
 * broken. Under events it cannot: no plan carries twice the load on a channel 8 dB worse; there half of the windows
 * may. Where the policy that would be replaced does not keep even that, the candidate must do no worse than it did in
 * the worst of its own episodes. All that is fixed before the candidate is looked at.
 */
final class Planes {
    private static final String QUIET = "quiet-shift";
    private static final int REFERENCE_EPISODES = 100;
    private static final long REFERENCE_SALT = 0x2EFE_2E4CEL;
    private static final double LARGEST_SHARE = 0.99;
    private static final double QUIET_BROKEN_SHARE = 0.1;
    private static final double EVENTFUL_BROKEN_SHARE = 0.5;
    private static final double DELTA = 0.05;
    private static final int STATIC_SNAPSHOTS = 5_000;

    private final Scenario played;
    private final CellParameters calibrated;
    private final RunSize size;
    private final long seed;
    private final Executor executor;

    /**
     * @param played the scenario of the run, as everyone knows it
     * @param calibrated the twin's cell
     * @param seed of the reference episodes; those of the verification are the verifier's secret
     * @param executor plays the reference episodes
     */
    Planes(Scenario played, CellParameters calibrated, RunSize size, long seed, Executor executor) {
        this.played = played;
        this.calibrated = calibrated;
        this.size = size;
        this.seed = seed;
        this.executor = executor;
    }

    /** The families of training, in the calibrated cell. */
    List<Scenario> training() {
        List<Scenario> scenarios = new ArrayList<>();
        scenarios.add(family(played.name()));
        for (String name : List.of(QUIET, "flash-crowd", "cell-edge-drift")) {
            if (!name.equals(played.name())) {
                scenarios.add(family(name));
            }
        }
        return scenarios;
    }

    VerificationPlan plan() {
        List<VirtualPlane> planes = new ArrayList<>();
        planes.add(plane(QUIET, Evidence.Kind.NOMINAL, QUIET_BROKEN_SHARE));
        for (String unseen : List.of("surgery-burst", "slot-loss")) {
            if (!unseen.equals(played.name())) {
                planes.add(plane(unseen, Evidence.Kind.STRESS, EVENTFUL_BROKEN_SHARE));
            }
        }
        if (!played.name().equals(QUIET)) {
            planes.add(plane(played.name(), Evidence.Kind.STRESS, EVENTFUL_BROKEN_SHARE));
        }
        int twins = played.twins().size();
        return new VerificationPlan(planes, twins, DELTA, 1, Guardrails.envelope(twins), STATIC_SNAPSHOTS);
    }

    private Scenario family(String name) {
        Scenario events = name.equals(played.name()) ? played : Scenarios.byName(name);
        return events.withTwins(played.twins()).withParameters(calibrated);
    }

    private VirtualPlane plane(String name, Evidence.Kind kind, double brokenShare) {
        Scenario scenario = family(name).withWindows(size.episodeWindows());
        return new VirtualPlane(
                name,
                kind,
                size.episodes(),
                size.violationLimit(),
                shares(scenario, brokenShare),
                Candidates.sha256(scenario.toString()),
                scenario::environment);
    }

    /** For each twin the share of broken windows from which on an episode counts as violated. */
    private List<Double> shares(Scenario scenario, double promised) {
        int twins = scenario.twins().size();
        List<Long> seeds = LongStream.range(0, REFERENCE_EPISODES)
                .map(i -> (seed ^ REFERENCE_SALT) + i * 0x9E37_79B9L)
                .boxed()
                .toList();
        PolicyComparison reference = PolicyComparison.run(
                scenario::environment,
                List.of(PolicyComparison.Contender.of(Contest.EQUAL_GUARANTEE, () -> Baselines.equalGuarantee(twins))),
                seeds,
                executor);
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < twins; i++) {
            int twin = i;
            double worst = reference.scores(Contest.EQUAL_GUARANTEE).stream()
                    .mapToDouble(score -> score.brokenWindows().get(twin) / (double) score.windows())
                    .max()
                    .orElse(0);
            shares.add(Math.min(LARGEST_SHARE, Math.max(promised, worst)));
        }
        return shares;
    }
}
