package io.twinslice.lab.run;

import io.twinslice.policy.Envelope;

/**
 * What no policy of the lab may overstep. The same envelope holds in training, in verification, in the comparison and
 * in the xApp, or the verdict would be about another system than the one that runs.
 */
final class Guardrails {
    /** Every twin keeps at least this guaranteed share. */
    static final int FLOOR_PERCENT = 2;

    static final int MAX_STEP_PERCENT = 100;

    private Guardrails() {}

    static Envelope envelope(int twins) {
        return Envelope.uniform(twins, FLOOR_PERCENT, 100, MAX_STEP_PERCENT);
    }
}
