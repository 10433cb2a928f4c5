package io.twinslice.lab.report;

import java.util.List;
import java.util.Optional;

/**
 * Everything that the report of one run shows. Texts may be hostile; the report escapes them.
 *
 * @param title for example {@code Twinslice run}
 * @param scenario name of the scenario
 * @param seed of everything random
 * @param quick whether the plan was the small one
 * @param recording name of the traffic recording replayed
 * @param candidate name of the policy in question, as in {@code policies}
 * @param baseline name of the policy it is measured against, as in {@code policies}
 * @param verdict {@code PASS}, {@code FAIL} or {@code INCONCLUSIVE}
 * @param gates the evidence
 * @param activated whether the xApp put the policy into force
 * @param counts what crossed E2 in the live run
 * @param policies the comparison; empty when nothing was compared
 * @param candidateMinusBaseline paired difference
 * @param candidateMinusBestStatic paired difference to the best plan that never changes
 * @param live what the twins went through in the live run, one series for each
 * @param marks events of the live run
 * @param training the training curve; empty when nothing was trained
 * @param calibration what the twin of the RAN was calibrated to
 * @param fidelity how well it then mirrors the RAN
 * @param refusals what was refused, and how often
 * @param counters further counters
 * @param files what lies beside the report
 */
public record ReportData(
        String title,
        String scenario,
        long seed,
        boolean quick,
        Optional<String> recording,
        String candidate,
        String baseline,
        String verdict,
        List<GateResult> gates,
        boolean activated,
        Counts counts,
        List<PolicyResult> policies,
        Optional<PairedDifference> candidateMinusBaseline,
        Optional<PairedDifference> candidateMinusBestStatic,
        List<TwinSeries> live,
        List<Mark> marks,
        List<Generation> training,
        List<NamedValue> calibration,
        List<Fidelity> fidelity,
        List<Refusal> refusals,
        List<NamedValue> counters,
        List<NamedFile> files) {
    public ReportData {
        gates = List.copyOf(gates);
        policies = List.copyOf(policies);
        live = List.copyOf(live);
        marks = List.copyOf(marks);
        training = List.copyOf(training);
        calibration = List.copyOf(calibration);
        fidelity = List.copyOf(fidelity);
        refusals = List.copyOf(refusals);
        counters = List.copyOf(counters);
        files = List.copyOf(files);
    }

    /**
     * What crossed E2 in the live run.
     *
     * @param indications KPM indications decoded
     * @param controls RC controls sent
     * @param acknowledged of those, acknowledged
     * @param refused of those, refused
     * @param timedOut of those, never answered in time
     */
    public record Counts(long indications, long controls, long acknowledged, long refused, long timedOut) {}

    /**
     * An event of the live run.
     *
     * @param seconds when, since the live run began
     * @param label what, in a few words
     */
    public record Mark(double seconds, String label) {}

    /**
     * One generation of the training.
     *
     * @param generation its number
     * @param bestViolationSeconds violations of its best policy, seconds per episode
     * @param meanViolationSeconds violations, mean over its policies, seconds per episode
     */
    public record Generation(int generation, double bestViolationSeconds, double meanViolationSeconds) {}

    /**
     * A value that has a name and needs no plot.
     *
     * @param name what it is
     * @param value with its unit
     */
    public record NamedValue(String name, String value) {}

    /**
     * How well the twin repeats one quantity: the distance of its distribution from the observed one, in standard
     * deviations of what was observed; 0 is equal.
     *
     * @param quantity whose, and what
     * @param before distance before the calibration
     * @param after distance after it
     * @param limit largest distance that counts as faithful
     */
    public record Fidelity(String quantity, double before, double after, double limit) {
        /** Whether the calibrated twin is faithful in it. */
        public boolean within() {
            return after <= limit;
        }
    }

    /**
     * A file beside the report.
     *
     * @param name its name, relative to the report
     * @param bytes its length
     * @param about what is in it
     */
    public record NamedFile(String name, long bytes, String about) {}
}
