package io.twinslice.lab.report;

import java.util.List;
import java.util.Optional;

/**
 * What {@code run.json} says; {@code docs/json.md} describes each field.
 *
 * @param scenario name of the scenario
 * @param seed of everything random
 * @param quick whether the plan was the small one
 * @param recording name of the traffic recording replayed
 * @param verdict {@code PASS}, {@code FAIL} or {@code INCONCLUSIVE}
 * @param activated whether the xApp put the policy into force
 * @param candidateDigest digest of the policy's canonical bytes
 * @param bundleDigest digest of the signed bundle; empty unless one was sealed or given
 * @param indications KPM indications that the xApp decoded
 * @param controls RC controls that it sent; each of them is acknowledged, refused or timed out
 * @param controlsAcknowledged of those, acknowledged
 * @param controlsRefused of those, refused
 * @param controlsTimedOut of those, never answered in time
 * @param policies the comparison, the candidate first
 * @param learnedMinusEqual the candidate minus the equal split
 * @param learnedMinusBestStatic the candidate minus the best static plan
 * @param gates what verification found
 * @param refusals what was refused in the live run
 * @param wallClock when, and how long
 */
public record RunRecord(
        String scenario,
        long seed,
        boolean quick,
        Optional<String> recording,
        String verdict,
        boolean activated,
        Optional<String> candidateDigest,
        Optional<String> bundleDigest,
        long indications,
        long controls,
        long controlsAcknowledged,
        long controlsRefused,
        long controlsTimedOut,
        List<PolicyResult> policies,
        Optional<PairedDifference> learnedMinusEqual,
        Optional<PairedDifference> learnedMinusBestStatic,
        List<GateResult> gates,
        List<Refusal> refusals,
        WallClock wallClock) {
    /** Raised whenever a field changes its meaning or leaves. */
    public static final int FORMAT_VERSION = 1;

    public RunRecord {
        policies = List.copyOf(policies);
        gates = List.copyOf(gates);
        refusals = List.copyOf(refusals);
        if (!verdict.equals("PASS") && !verdict.equals("FAIL") && !verdict.equals("INCONCLUSIVE")) {
            throw new IllegalArgumentException("verdict must be PASS, FAIL or INCONCLUSIVE, not " + verdict);
        }
        if (controlsAcknowledged + controlsRefused + controlsTimedOut != controls) {
            throw new IllegalArgumentException(controls + " controls, but " + controlsAcknowledged + " acknowledged, "
                    + controlsRefused + " refused and " + controlsTimedOut + " timed out");
        }
    }
}
