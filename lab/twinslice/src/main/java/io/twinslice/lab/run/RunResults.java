package io.twinslice.lab.run;

import io.twinslice.keeper.Mirror;
import io.twinslice.lab.RunOptions;
import io.twinslice.lab.node.NodeCounters;
import io.twinslice.slicecontrol.LoopCounters;
import io.twinslice.trainer.TrainedPolicy;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a run found out.
 *
 * @param mirror the calibrated twin; empty when a bundle was given
 * @param trained empty unless something was trained
 * @param tookOverAtSeconds when the policy came into force, since the live run began
 * @param loop the xApp's counters, all controls settled
 * @param policyRefusals policies that the xApp refused, by reason
 */
record RunResults(
        RunOptions options,
        Stage stage,
        Optional<Mirror> mirror,
        Optional<TrainedPolicy> trained,
        Shipment shipment,
        double tookOverAtSeconds,
        LiveRecorder recorder,
        LoopCounters loop,
        Map<String, Long> policyRefusals,
        NodeCounters node,
        Contest.Result contest,
        RunSize size) {
    RunResults {
        policyRefusals = Map.copyOf(policyRefusals);
    }

    /** Whether the policy passed and is in force. */
    boolean isYes() {
        return shipment.verdict().equals("PASS") && shipment.activated();
    }
}
