package io.twinslice.verification;

import io.twinslice.bundle.Evidence;
import io.twinslice.bundle.PolicyCandidate;
import io.twinslice.bundle.TrustRoot;
import io.twinslice.env.Environment;
import io.twinslice.env.Step;
import io.twinslice.evaluation.EpisodeRunner;
import io.twinslice.evaluation.EpisodeScore;
import io.twinslice.evaluation.IndexedTasks;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Shield;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Plays a verification plan and gives the verdict.
 *
 * <p>Gates in this order: G0 the candidate itself (trainer's signature, twins), G1 the twin's fitness, G2 the static
 * check, G4 the Monte-Carlo planes. It stops early only to reject. The same candidate, plan and secret give the same
 * verdict with the same bytes of evidence on any executor. Thread-safe.
 */
public final class Verifier {
    private static final int BATCH = 64;
    private static final int LEAST_SECRET_BYTES = 16;
    private static final int MAX_DETAIL = 500;

    private final TrustRoot root;
    private final byte[] secret;
    private final Executor executor;

    /**
     * @param root whose trainers are believed
     * @param secret the verifier's own, at least 16 bytes; whoever knows it could train on the test
     * @param executor plays the episodes
     */
    public Verifier(TrustRoot root, byte[] secret, Executor executor) {
        if (secret.length < LEAST_SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "the verifier's secret has " + secret.length + " bytes, fewer than " + LEAST_SECRET_BYTES);
        }
        this.root = root;
        this.secret = secret.clone();
        this.executor = executor;
    }

    /** Verifies in silence. */
    public Verdict verify(PolicyCandidate candidate, VerificationPlan plan, TwinFitness fitness) {
        return verify(candidate, plan, fitness, Progress.SILENT);
    }

    /**
     * Verifies; blocks until the verdict.
     *
     * @param fitness an unfit twin makes the verdict inconclusive before an episode is played
     */
    public Verdict verify(PolicyCandidate candidate, VerificationPlan plan, TwinFitness fitness, Progress progress) {
        Run run = new Run(candidate, plan, progress);
        Optional<String> broken = brokenCandidate(candidate, plan);
        run.gate("G0 bundle", broken.isEmpty(), broken.orElse("signed by a trainer, finite, shapes fit"));
        if (broken.isPresent()) {
            return run.failed("G0 bundle: " + broken.get());
        }
        run.gate("G1 twin", fitness.fit(), fitness.reason());
        if (!fitness.fit()) {
            return run.inconclusive("the twin is unfit to judge: " + fitness.reason());
        }
        return run.play();
    }

    private Optional<String> brokenCandidate(PolicyCandidate candidate, VerificationPlan plan) {
        if (candidate.manifest().twins() != plan.twins()) {
            return Optional.of("made for " + candidate.manifest().twins() + " twins, the plan is for " + plan.twins());
        }
        return candidate.trainedUnder(root);
    }

    /** One verification under way. */
    private final class Run {
        private final PolicyCandidate candidate;
        private final VerificationPlan plan;
        private final Progress progress;
        private final String planDigest;
        private final VerificationSeeds seeds;
        private final Shield shield;
        private final List<Evidence.Gate> gates = new ArrayList<>();
        private final List<PlaneTally> tallies = new ArrayList<>();

        private Run(PolicyCandidate candidate, VerificationPlan plan, Progress progress) {
            this.candidate = candidate;
            this.plan = plan;
            this.progress = progress;
            this.planDigest = plan.digest();
            this.seeds = new VerificationSeeds(secret, candidate.digest(), planDigest);
            this.shield = new Shield(plan.envelope());
        }

        private void gate(String name, boolean passed, String detail) {
            gates.add(new Evidence.Gate(name, passed, shortened(detail)));
        }

        private Verdict play() {
            for (VirtualPlane plane : plan.planes()) {
                Optional<TwinSnapshot> first = firstSnapshot(plane);
                if (first.isEmpty() || first.get().slices() != plan.twins()) {
                    return inconclusive("plane " + plane.name() + " does not start with " + plan.twins() + " twins");
                }
                List<String> twins =
                        first.get().twins().stream().map(TwinProfile::name).toList();
                StaticCheck.Finding finding = new StaticCheck(first.get(), shield, seeds.seed(plane.name(), -1))
                        .run(candidate.policy(), plan.staticSnapshots());
                if (!finding.passed() || tallies.isEmpty()) {
                    gate("G2 static", finding.passed(), finding.detail());
                }
                if (!finding.passed()) {
                    return failed("G2 static: " + finding.detail());
                }
                tallies.add(new PlaneTally(plane, plan, twins));
            }
            for (int i = 0; i < tallies.size(); i++) {
                play(plan.planes().get(i), tallies.get(i));
                if (tallies.get(i).isHopeless()) {
                    String why =
                            "too many violations in " + plan.planes().get(i).name() + crashes();
                    gate("G4 planes", false, why);
                    return failed("G4 planes: " + why);
                }
            }
            return judged();
        }

        private Optional<TwinSnapshot> firstSnapshot(VirtualPlane plane) {
            try (Environment environment = plane.environments().get()) {
                return environment.reset(seeds.seed(plane.name(), -2)) instanceof Step.Running(TwinSnapshot first)
                        ? Optional.of(first)
                        : Optional.empty();
            }
        }

        private void play(VirtualPlane plane, PlaneTally tally) {
            for (int from = 0; from < plane.episodes() && !tally.isHopeless(); from += BATCH) {
                int start = from;
                int count = Math.min(BATCH, plane.episodes() - start);
                IndexedTasks.run(count, i -> episode(plane, start + i), executor)
                        .forEach(tally::add);
                progress.played(plane.name(), start + count, plane.episodes());
            }
        }

        private EpisodeScore episode(VirtualPlane plane, int index) {
            try (Environment environment = plane.environments().get()) {
                return EpisodeRunner.run(environment, candidate.policy(), shield, seeds.seed(plane.name(), index));
            }
        }

        private Verdict judged() {
            List<Evidence.Family> families = families();
            List<String> open = families.stream()
                    .filter(family -> !family.holds())
                    .map(Evidence.Family::name)
                    .toList();
            long windows = tallies.stream().mapToLong(PlaneTally::windows).sum();
            long shielded =
                    tallies.stream().mapToLong(PlaneTally::shieldedWindows).sum();
            String use = String.format(
                    Locale.ROOT, "the shield altered %.2f %% of the windows", 100.0 * shielded / Math.max(1, windows));
            if (open.isEmpty()) {
                gate("G4 planes", true, "all bounds keep their limits; " + use);
                return new Verdict.Passed(candidate, evidence(Evidence.Outcome.PASS));
            }
            gate("G4 planes", false, "limits not shown to be kept in " + open + crashes() + "; " + use);
            return inconclusive("limits neither kept nor broken for sure in " + open + crashes());
        }

        private String crashes() {
            for (PlaneTally tally : tallies) {
                if (tally.failedEpisodes() > 0) {
                    return "; " + tally.failedEpisodes() + " episodes of "
                            + tally.family().name() + " crashed, the first with " + shortened(tally.firstFailure());
                }
            }
            return "";
        }

        private List<Evidence.Family> families() {
            return tallies.stream().map(PlaneTally::family).toList();
        }

        private Verdict failed(String reason) {
            return new Verdict.Failed(evidence(Evidence.Outcome.FAIL), reason);
        }

        private Verdict inconclusive(String reason) {
            return new Verdict.Inconclusive(evidence(Evidence.Outcome.INCONCLUSIVE), reason);
        }

        private Evidence evidence(Evidence.Outcome outcome) {
            return new Evidence(
                    candidate.digest(), planDigest, plan.attempt(), plan.attemptDelta(), gates, families(), outcome);
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(MAX_DETAIL, text.length()));
    }
}
