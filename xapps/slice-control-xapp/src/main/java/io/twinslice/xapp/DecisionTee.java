package io.twinslice.xapp;

import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Shield;
import io.twinslice.slicecontrol.ControlOutcome;
import io.twinslice.slicecontrol.DecisionLog;

/** Hands every entry to two logs. */
record DecisionTee(DecisionLog first, DecisionLog second) implements DecisionLog {
    @Override
    public void decided(
            long control, TwinSnapshot state, Decision proposed, Shield.Admitted admitted, String policyDigest) {
        first.decided(control, state, proposed, admitted, policyDigest);
        second.decided(control, state, proposed, admitted, policyDigest);
    }

    @Override
    public void settled(long control, ControlOutcome outcome) {
        first.settled(control, outcome);
        second.settled(control, outcome);
    }
}
