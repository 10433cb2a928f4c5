package io.twinslice.lab.report;

import java.util.Optional;

/** Puts the outcome of a run into two sentences and a badge. */
final class Headline {
    private final ReportData data;

    Headline(ReportData data) {
        this.data = data;
    }

    /** Whether the outcome is a yes. */
    boolean good() {
        return data.verdict().equals("PASS") && data.activated();
    }

    boolean bad() {
        return data.verdict().equals("FAIL") || (data.verdict().equals("PASS") && !data.activated());
    }

    String badge() {
        String force = data.activated() ? "in force" : "not in force";
        return switch (data.verdict()) {
            case "PASS" -> (data.activated() ? "✓" : "✗") + " Verification passed · " + force;
            case "FAIL" -> "✗ Verification refused · " + force;
            default -> "Verification inconclusive · " + force;
        };
    }

    /** The outcome in one sentence. */
    String sentence() {
        long failed = data.gates().stream().filter(gate -> !gate.passed()).count();
        String policy = "“" + data.candidate() + "”";
        return switch (data.verdict()) {
            case "PASS" ->
                data.activated()
                        ? "The policy " + policy + " passed verification and took over the live RAN" + gain() + "."
                        : "The policy " + policy + " passed verification but did not come into force.";
            case "FAIL" ->
                "Verification refused the policy " + policy + ": " + failed + " of "
                        + data.gates().size() + " gates failed"
                        + (data.activated() ? ", yet it came into force." : ", so it stayed in the laboratory.");
            default ->
                "Verification could show neither that the policy " + policy + " is good nor that it is bad"
                        + (data.activated() ? ", yet it came into force." : ", so it stayed in the laboratory.");
        };
    }

    private String gain() {
        Optional<PolicyResult> ours = policy(data.candidate());
        Optional<PolicyResult> theirs = policy(data.baseline());
        if (ours.isEmpty() || theirs.isEmpty()) {
            return "";
        }
        double before = theirs.get().violationSeconds().value();
        double after = ours.get().violationSeconds().value();
        boolean clear = data.candidateMinusBaseline()
                .map(difference -> difference.violationSeconds().low() > 0
                        || difference.violationSeconds().high() < 0)
                .orElse(true);
        if (before <= 0 || !clear) {
            return "";
        }
        long percent = Math.round(100 * (before - after) / before);
        if (percent == 0) {
            return "";
        }
        return percent > 0
                ? ": " + percent + " % less time with broken promises than under “" + data.baseline() + "”"
                : ": " + -percent + " % more time with broken promises than under “" + data.baseline() + "”";
    }

    /** The numbers behind the sentence; empty when nothing was compared. */
    String lead() {
        Optional<PolicyResult> ours = policy(data.candidate());
        Optional<PolicyResult> theirs = policy(data.baseline());
        if (ours.isEmpty() || theirs.isEmpty()) {
            return "";
        }
        String compared = "In an episode, promises to the twins were broken for "
                + Numbers.show(ours.get().violationSeconds().value()) + " s under “" + data.candidate() + "” and for "
                + Numbers.show(theirs.get().violationSeconds().value()) + " s under “" + data.baseline() + "”.";
        return compared
                + data.candidateMinusBaseline().map(Headline::difference).orElse("")
                + data.candidateMinusBestStatic()
                        .map(Headline::againstBestStatic)
                        .orElse("");
    }

    /** The plan that needs no learning is the one to beat. */
    private static String againstBestStatic(PairedDifference difference) {
        Estimate seconds = difference.violationSeconds();
        String compared = " Against the best static plan it is " + Numbers.show(seconds.value()) + " s ("
                + Numbers.show(seconds.low()) + " to " + Numbers.show(seconds.high()) + "): ";
        if (seconds.high() < 0) {
            return compared + "better.";
        }
        return compared + (seconds.low() > 0 ? "worse." : "no clear difference.");
    }

    private static String difference(PairedDifference difference) {
        Estimate seconds = difference.violationSeconds();
        boolean clear = seconds.low() > 0 || seconds.high() < 0;
        return " The difference over the same seeds is " + Numbers.show(seconds.value()) + " s (95 % interval "
                + Numbers.show(seconds.low()) + " to " + Numbers.show(seconds.high()) + ")"
                + (clear ? "" : ", which may be chance")
                + "; that of the resources used is "
                + Numbers.show(difference.prbSeconds().value()) + " PRB·s ("
                + Numbers.show(difference.prbSeconds().low()) + " to "
                + Numbers.show(difference.prbSeconds().high()) + ").";
    }

    private Optional<PolicyResult> policy(String name) {
        return data.policies().stream()
                .filter(policy -> policy.name().equals(name))
                .findFirst();
    }
}
