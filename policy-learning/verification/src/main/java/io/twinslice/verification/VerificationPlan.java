package io.twinslice.verification;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.bundle.CanonicalJson;
import io.twinslice.bundle.Sha256;
import io.twinslice.policy.Envelope;
import java.util.List;

/**
 * What will be tested and what counts as what, fixed before the first episode; its digest goes into the evidence.
 *
 * <p>The violation event: a twin's SLA is broken in more than the plane's share of the windows of an episode, or the
 * episode crashes. The error probability: the j-th candidate of a lineage may spend 6δ/(π²j²), so that a whole lineage
 * spends at most δ; that is split evenly over families × twins (Bonferroni).
 *
 * @param planes at least one, with unique names
 * @param twins of the cell, 1..16
 * @param delta error probability of the lineage, in (0, 0.5]
 * @param attempt which candidate of its lineage this is, from 1
 * @param envelope of the shield that plays along, as it will in the xApp
 * @param staticSnapshots random snapshots of the static check, 1..1,000,000
 */
public record VerificationPlan(
        List<VirtualPlane> planes, int twins, double delta, int attempt, Envelope envelope, int staticSnapshots) {
    public VerificationPlan {
        planes = List.copyOf(planes);
        if (planes.isEmpty()
                || planes.stream().map(VirtualPlane::name).distinct().count() < planes.size()) {
            throw new IllegalArgumentException("a plan needs planes with unique names");
        }
        if (twins < 1 || twins > 16 || twins != envelope.slices()) {
            throw new IllegalArgumentException(
                    "a plan needs 1..16 twins and an envelope for them, not " + twins + " and " + envelope.slices());
        }
        if (!(delta > 0 && delta <= 0.5) || attempt < 1) {
            throw new IllegalArgumentException("a plan needs delta in (0, 0.5] and attempt >= 1");
        }
        if (staticSnapshots < 1 || staticSnapshots > 1_000_000) {
            throw new IllegalArgumentException("staticSnapshots must be 1..1000000, not " + staticSnapshots);
        }
        double each = share(delta, attempt) / (planes.size() * twins);
        for (VirtualPlane plane : planes) {
            if (plane.brokenWindowShares().size() != twins) {
                throw new IllegalArgumentException("plane " + plane.name() + " needs one share for each twin");
            }
            int needed = ClopperPearson.trialsNeeded(0, plane.limit(), each);
            if (plane.episodes() < needed) {
                throw new IllegalArgumentException("plane " + plane.name() + " can never pass with " + plane.episodes()
                        + " episodes; a limit of " + plane.limit() + " needs at least " + needed);
            }
        }
    }

    /** The same plan for another candidate of the lineage. */
    public VerificationPlan withAttempt(int changed) {
        return new VerificationPlan(planes, twins, delta, changed, envelope, staticSnapshots);
    }

    /** Error probability that this attempt may spend on all bounds together. */
    public double attemptDelta() {
        return share(delta, attempt);
    }

    /** Error probability of one bound. */
    public double testDelta() {
        return attemptDelta() / (planes.size() * twins);
    }

    /** The error share of the j-th attempt: the shares of all attempts add up to delta. */
    static double share(double delta, int attempt) {
        return 6 * delta / (StrictMath.PI * StrictMath.PI * attempt * (double) attempt);
    }

    /**
     * Fewest episodes with which k violations of one twin still pass, for a plan of this shape.
     *
     * @param violations to be tolerated, at least 0
     */
    public static int episodesNeeded(int violations, double limit, double delta, int attempt, int planes, int twins) {
        return ClopperPearson.trialsNeeded(violations, limit, share(delta, attempt) / (planes * twins));
    }

    /** SHA-256 of the plan in canonical JSON. */
    public String digest() {
        ObjectNode json = CanonicalJson.object();
        json.put("kind", "twinslice.verification-plan.v1");
        json.put("twins", twins);
        json.put("delta", delta);
        json.put("attempt", attempt);
        json.put("staticSnapshots", staticSnapshots);
        ObjectNode bounds = json.putObject("envelope");
        ArrayNode floors = bounds.putArray("floorPercent");
        envelope.floorPercent().forEach(floors::add);
        ArrayNode ceilings = bounds.putArray("ceilingPercent");
        envelope.ceilingPercent().forEach(ceilings::add);
        bounds.put("maxStepPercent", envelope.maxStepPercent());
        ArrayNode list = json.putArray("planes");
        for (VirtualPlane plane : planes) {
            ObjectNode node = list.addObject();
            ArrayNode shares = node.putArray("brokenWindowShares");
            plane.brokenWindowShares().forEach(shares::add);
            node.put("name", plane.name())
                    .put("kind", plane.kind().name())
                    .put("episodes", plane.episodes())
                    .put("limit", plane.limit())
                    .put("definition", plane.definition());
        }
        return Sha256.hex(CanonicalJson.write(json));
    }
}
