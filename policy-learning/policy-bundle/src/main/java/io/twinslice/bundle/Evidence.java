package io.twinslice.bundle;

import static io.twinslice.bundle.RefusalReason.NOT_VERIFIED;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * What the verifier saw: the plan it had fixed beforehand, every gate, and for each family and twin how many of how
 * many episodes broke the promise and what that bounds.
 *
 * @param candidateDigest SHA-256 of the candidate that was verified
 * @param planDigest SHA-256 of the verification plan
 * @param attempt which candidate of its lineage this was, from 1; later ones get a smaller share of the error
 * @param delta error probability that this attempt may spend on all bounds together
 * @param gates the gates in their order
 * @param families the virtual planes in their order
 * @param outcome the verdict
 */
public record Evidence(
        String candidateDigest,
        String planDigest,
        int attempt,
        double delta,
        List<Gate> gates,
        List<Family> families,
        Outcome outcome) {
    private static final int MAX_FAMILIES = 64;
    private static final int MAX_GATES = 16;
    private static final int MAX_TWINS = 16;
    private static final int MAX_EPISODES = 10_000_000;
    private static final int MAX_TEXT = 1000;

    /** The three ends of a verification; only a pass ships. */
    public enum Outcome {
        PASS,
        FAIL,
        INCONCLUSIVE
    }

    /** Whether a family is everyday life or stress; stress is granted a higher limit. */
    public enum Kind {
        NOMINAL,
        STRESS
    }

    /**
     * One gate.
     *
     * @param name for example {@code G0 bundle}
     * @param passed whether it let the candidate through
     * @param detail what was looked at, or why not
     */
    public record Gate(String name, boolean passed, String detail) {
        public Gate {
            if (name.length() > 64 || detail.length() > MAX_TEXT) {
                throw new IllegalArgumentException("a gate's name or detail is too long");
            }
        }
    }

    /**
     * One family of virtual planes.
     *
     * @param name the scenario
     * @param kind everyday or stress
     * @param planned episodes fixed beforehand
     * @param episodes episodes played; fewer than planned only after an early rejection or when none were due
     * @param limit allowed probability that an episode violates
     * @param testDelta error probability of each bound below
     * @param twins one result for each twin
     */
    public record Family(
            String name, Kind kind, int planned, int episodes, double limit, double testDelta, List<Twin> twins) {
        public Family {
            twins = List.copyOf(twins);
            if (name.length() > 64 || twins.size() > MAX_TWINS) {
                throw new IllegalArgumentException("a family has a name of at most 64 and at most 16 twins");
            }
            if (episodes < 0 || planned < 1 || episodes > planned || planned > MAX_EPISODES) {
                throw new IllegalArgumentException(episodes + " of " + planned + " episodes are no valid count");
            }
            for (Twin twin : twins) {
                if (twin.violations() > episodes) {
                    throw new IllegalArgumentException(twin.violations() + " violations in " + episodes + " episodes");
                }
            }
        }

        /** Whether all episodes were played and every bound keeps the limit. */
        public boolean holds() {
            return episodes == planned
                    && !twins.isEmpty()
                    && twins.stream().allMatch(twin -> twin.upperBound() <= limit);
        }
    }

    /**
     * One twin in one family.
     *
     * @param name the twin
     * @param brokenWindowShare an episode violates when the twin's SLA is broken in more than this share of its windows
     * @param violations episodes that violated
     * @param upperBound one-sided Clopper–Pearson bound of the violation probability
     */
    public record Twin(String name, double brokenWindowShare, int violations, double upperBound) {
        public Twin {
            if (!(brokenWindowShare >= 0 && brokenWindowShare < 1)) {
                throw new IllegalArgumentException("a share is in [0, 1), not " + brokenWindowShare);
            }
            if (name.length() > 64 || violations < 0 || !(upperBound >= 0 && upperBound <= 1)) {
                throw new IllegalArgumentException("a twin's result needs violations >= 0 and a bound of 0..1, not "
                        + violations + ", " + upperBound);
            }
        }
    }

    public Evidence {
        Sha256.require("candidateDigest", candidateDigest);
        Sha256.require("planDigest", planDigest);
        gates = List.copyOf(gates);
        families = List.copyOf(families);
        if (attempt < 1 || !(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("evidence needs attempt >= 1 and delta in (0, 1)");
        }
        if (gates.size() > MAX_GATES || families.size() > MAX_FAMILIES) {
            throw new IllegalArgumentException("evidence has at most 16 gates and 64 families");
        }
        boolean shown = !families.isEmpty()
                && families.stream().allMatch(Family::holds)
                && gates.stream().allMatch(Gate::passed);
        if (outcome == Outcome.PASS && !shown) {
            throw new IllegalArgumentException("a pass needs every gate passed and every bound kept");
        }
    }

    /**
     * The claim in two lines that are never merged: what was shown in the twin, and that transfer to the real cell is
     * another matter.
     */
    public List<String> claims() {
        if (outcome != Outcome.PASS) {
            return List.of("Nothing is claimed: the verdict is " + outcome + ".");
        }
        StringBuilder limits = new StringBuilder();
        for (Family family : families) {
            limits.append(limits.isEmpty() ? "" : ", ")
                    .append(String.format(Locale.ROOT, "%s <= %.3g %%", family.name(), 100 * family.limit()));
        }
        return List.of(
                String.format(
                        Locale.ROOT,
                        "Twin claim: in the virtual planes P(an episode violates a twin's SLA) is %s, for every twin at"
                                + " once, with confidence of at least %.3g %% (attempt %d of its lineage).",
                        limits,
                        100 * (1 - delta),
                        attempt),
                "Transfer claim: not yet established for this policy; it needs a canary in the real cell.");
    }

    /** The canonical JSON form. */
    public byte[] toJson() {
        ObjectNode json = CanonicalJson.object();
        json.put("candidateDigest", candidateDigest);
        json.put("planDigest", planDigest);
        json.put("attempt", attempt);
        json.put("delta", delta);
        json.put("outcome", outcome.name());
        ArrayNode gateList = json.putArray("gates");
        for (Gate gate : gates) {
            gateList.addObject()
                    .put("name", gate.name())
                    .put("passed", gate.passed())
                    .put("detail", gate.detail());
        }
        ArrayNode familyList = json.putArray("families");
        for (Family family : families) {
            ObjectNode node = familyList.addObject();
            node.put("name", family.name()).put("kind", family.kind().name());
            node.put("planned", family.planned()).put("episodes", family.episodes());
            node.put("limit", family.limit()).put("testDelta", family.testDelta());
            ArrayNode twinList = node.putArray("twins");
            for (Twin twin : family.twins()) {
                twinList.addObject()
                        .put("name", twin.name())
                        .put("brokenWindowShare", twin.brokenWindowShare())
                        .put("violations", twin.violations())
                        .put("upperBound", twin.upperBound());
            }
        }
        return CanonicalJson.write(json);
    }

    static Evidence parse(byte[] json) throws InvalidBundleException {
        return CanonicalJson.read(json, "verification.json", NOT_VERIFIED)
                .as(fields -> new Evidence(
                        fields.text("candidateDigest", 64),
                        fields.text("planDigest", 64),
                        fields.integer("attempt", 1, Integer.MAX_VALUE),
                        fields.number("delta", 0, 1),
                        fields.list(
                                "gates",
                                MAX_GATES,
                                gate -> new Gate(
                                        gate.text("name", 64), gate.flag("passed"), gate.text("detail", MAX_TEXT))),
                        fields.list("families", MAX_FAMILIES, Evidence::family),
                        fields.choice("outcome", Outcome.class)));
    }

    private static Family family(Fields fields) throws InvalidBundleException {
        return new Family(
                fields.text("name", 64),
                fields.choice("kind", Kind.class),
                fields.integer("planned", 1, MAX_EPISODES),
                fields.integer("episodes", 0, MAX_EPISODES),
                fields.number("limit", 0, 1),
                fields.number("testDelta", 0, 1),
                fields.list(
                        "twins",
                        MAX_TWINS,
                        twin -> new Twin(
                                twin.text("name", 64),
                                twin.number("brokenWindowShare", 0, 1),
                                twin.integer("violations", 0, MAX_EPISODES),
                                twin.number("upperBound", 0, 1))));
    }
}
