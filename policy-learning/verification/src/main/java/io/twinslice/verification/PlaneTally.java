package io.twinslice.verification;

import io.twinslice.bundle.Evidence;
import io.twinslice.evaluation.EpisodeScore;
import java.util.ArrayList;
import java.util.List;

/** Counts the violating episodes of one plane, twin by twin. */
final class PlaneTally {
    private final VirtualPlane plane;
    private final VerificationPlan plan;
    private final List<String> twins;
    private final int[] violations;
    private int episodes;
    private int failedEpisodes;
    private long windows;
    private long shieldedWindows;
    private String firstFailure = "";

    PlaneTally(VirtualPlane plane, VerificationPlan plan, List<String> twins) {
        this.plane = plane;
        this.plan = plan;
        this.twins = twins;
        this.violations = new int[twins.size()];
    }

    void add(EpisodeScore score) {
        episodes++;
        windows += score.windows();
        shieldedWindows += score.shieldedWindows();
        boolean crashed =
                score.failed() || score.windows() == 0 || score.brokenWindows().size() != violations.length;
        if (crashed) {
            failedEpisodes++;
            firstFailure = firstFailure.isEmpty() ? score.failure() : firstFailure;
        }
        for (int i = 0; i < violations.length; i++) {
            boolean violated = crashed
                    || score.brokenWindows().get(i) > plane.brokenWindowShares().get(i) * score.windows();
            violations[i] += violated ? 1 : 0;
        }
    }

    /**
     * Whether some twin already has so many violations that even all remaining episodes being clean would leave the
     * lower bound above the limit. Counting against the planned number keeps the bound valid although the run stops.
     */
    boolean isHopeless() {
        for (int k : violations) {
            if (ClopperPearson.lowerBound(k, plane.episodes(), plan.testDelta()) > plane.limit()) {
                return true;
            }
        }
        return false;
    }

    Evidence.Family family() {
        List<Evidence.Twin> results = new ArrayList<>();
        for (int i = 0; i < violations.length; i++) {
            double bound = episodes == 0 ? 1 : ClopperPearson.upperBound(violations[i], episodes, plan.testDelta());
            results.add(
                    new Evidence.Twin(twins.get(i), plane.brokenWindowShares().get(i), violations[i], bound));
        }
        return new Evidence.Family(
                plane.name(), plane.kind(), plane.episodes(), episodes, plane.limit(), plan.testDelta(), results);
    }

    int failedEpisodes() {
        return failedEpisodes;
    }

    String firstFailure() {
        return firstFailure;
    }

    long windows() {
        return windows;
    }

    long shieldedWindows() {
        return shieldedWindows;
    }
}
