package io.twinslice.verification;

import io.twinslice.bundle.Evidence;
import io.twinslice.bundle.PolicyCandidate;

/** How a verification ended. Only a pass ships, and only the verifier can make one. */
public sealed interface Verdict {
    /** All that was seen, whatever the end. */
    Evidence evidence();

    /** Every gate let the candidate through and every bound keeps its limit. */
    final class Passed implements Verdict {
        private final PolicyCandidate candidate;
        private final Evidence evidence;

        Passed(PolicyCandidate candidate, Evidence evidence) {
            this.candidate = candidate;
            this.evidence = evidence;
        }

        /** What passed. */
        public PolicyCandidate candidate() {
            return candidate;
        }

        @Override
        public Evidence evidence() {
            return evidence;
        }

        @Override
        public String toString() {
            return "Passed[" + candidate + "]";
        }
    }

    /**
     * The candidate is shown to be bad.
     *
     * @param reason which gate, and why
     */
    record Failed(Evidence evidence, String reason) implements Verdict {}

    /**
     * Neither good nor bad is shown, or the twin is unfit to judge.
     *
     * @param reason what is missing
     */
    record Inconclusive(Evidence evidence, String reason) implements Verdict {}
}
