package io.twinslice.lab.node;

import java.time.Duration;

/**
 * Who the node is and how it waits.
 *
 * @param mcc mobile country code, three digits
 * @param mnc mobile network code, two or three digits
 * @param gnbId gNB id of 32 bits
 * @param controlWait how long a lock-step window waits for the control that answers its report
 * @param paced whether windows follow the wall clock instead of waiting for controls
 */
public record NodeSettings(String mcc, String mnc, long gnbId, Duration controlWait, boolean paced) {
    public NodeSettings {
        if (gnbId < 0 || gnbId > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("gnbId has 32 bits, not " + gnbId);
        }
        if (controlWait.isNegative() || controlWait.isZero()) {
            throw new IllegalArgumentException("controlWait must be positive, not " + controlWait);
        }
    }

    /** The same node on the wall clock. */
    public static NodeSettings onTheClock() {
        NodeSettings lockStep = lockStep();
        return new NodeSettings(lockStep.mcc, lockStep.mnc, lockStep.gnbId, lockStep.controlWait, true);
    }

    /** Test network 001/01, gNB 1, lock-step with five seconds of patience. */
    public static NodeSettings lockStep() {
        return new NodeSettings("001", "01", 1, Duration.ofSeconds(5), false);
    }
}
