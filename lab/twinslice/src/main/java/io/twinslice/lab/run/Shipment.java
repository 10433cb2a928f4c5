package io.twinslice.lab.run;

import io.twinslice.bundle.Evidence;
import io.twinslice.lab.report.GateResult;
import io.twinslice.lab.report.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How the policy in question fared between its verification and the xApp.
 *
 * @param name of the policy, as in the comparison
 * @param verdict {@code PASS}, {@code FAIL} or {@code INCONCLUSIVE}
 * @param reason in a sentence
 * @param activated whether the xApp put it into force
 * @param candidateDigest of the candidate; empty of a bundle that nobody could open
 * @param bundleDigest of the sealed bundle, if there is one
 * @param evidence what verification saw
 * @param entrant for the comparison; empty when there is nothing that could play
 * @param refusals what was refused on the way
 */
record Shipment(
        String name,
        String verdict,
        String reason,
        boolean activated,
        Optional<String> candidateDigest,
        Optional<String> bundleDigest,
        Optional<Evidence> evidence,
        Optional<Contest.Entrant> entrant,
        List<Refusal> refusals) {
    Shipment {
        refusals = List.copyOf(refusals);
    }

    /** The gates, and below them each virtual plane with its worst twin. */
    List<GateResult> gates() {
        List<GateResult> results = new ArrayList<>();
        if (evidence.isEmpty()) {
            return results;
        }
        for (Evidence.Gate gate : evidence.get().gates()) {
            results.add(new GateResult(gate.name(), gate.passed(), gate.detail(), "", ""));
        }
        for (Evidence.Family family : evidence.get().families()) {
            results.add(plane(family));
        }
        return results;
    }

    private static GateResult plane(Evidence.Family family) {
        String measured = family.twins().stream()
                .max(Comparator.comparingDouble(Evidence.Twin::upperBound))
                .map(worst -> String.format(
                        Locale.ROOT,
                        "at most %.2f %% of episodes break the promise to %s (%d of %d did)",
                        100 * worst.upperBound(),
                        worst.name(),
                        worst.violations(),
                        family.episodes()))
                .orElse("nothing was played");
        return new GateResult(
                "plane " + family.name(),
                family.holds(),
                measured,
                String.format(Locale.ROOT, "at most %.2f %%", 100 * family.limit()),
                String.format(
                        Locale.ROOT,
                        "%s; %d of %d episodes planned; broken means more than %s of the windows; exact bound at error"
                                + " %.2g",
                        family.kind().name().toLowerCase(Locale.ROOT),
                        family.episodes(),
                        family.planned(),
                        shares(family),
                        family.testDelta()));
    }

    /** For example {@code 10 % (building 80 %)}. */
    private static String shares(Evidence.Family family) {
        double least = family.twins().stream()
                .mapToDouble(Evidence.Twin::brokenWindowShare)
                .min()
                .orElse(0);
        String others = family.twins().stream()
                .filter(twin -> twin.brokenWindowShare() > least)
                .map(twin -> String.format(Locale.ROOT, "%s %.0f %%", twin.name(), 100 * twin.brokenWindowShare()))
                .collect(Collectors.joining(", "));
        String least100 = String.format(Locale.ROOT, "%.0f %%", 100 * least);
        return others.isEmpty() ? least100 : least100 + " (" + others + ")";
    }
}
