package io.twinslice.slicecontrol;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.twinslice.aper.Octets;
import io.twinslice.kpm.MeasurementValue;
import io.twinslice.policy.Baselines;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;

/**
 * Hostile octets at the loop's door, nightly as the engine starts slowly ({@link LoopMutationTest} is its quick
 * sibling): whatever arrives, the loop ticks on and never sends what the shield would not admit.
 */
@Tag("nightly")
class LoopFuzzTest {
    @FuzzTest(maxDuration = "20s")
    void anyOctetsLeaveTheLoopRunning(byte[] octets) {
        LoopRig rig = new LoopRig(Baselines.proportional(Cell.TWINS.size()));
        rig.control();
        rig.arrive(Octets.of(octets));
        rig.tick();
        LoopMutationTest.requireSound(rig);
    }

    @FuzzTest(maxDuration = "20s")
    void anyValuesLeaveTheLoopRunning(FuzzedDataProvider data) {
        List<MeasurementValue> values = new ArrayList<>();
        int count = data.consumeInt(1, 60);
        for (int i = 0; i < count; i++) {
            values.add(
                    data.consumeBoolean()
                            ? new MeasurementValue.IntegerValue(data.consumeLong(0, 0xFFFF_FFFFL))
                            : new MeasurementValue.RealValue(data.consumeDouble()));
        }
        LoopRig rig = new LoopRig(Baselines.proportional(Cell.TWINS.size()));
        rig.arrive(Cell.indication(data.consumeLong(0, 1L << 40), Cell.measurements(Cell.TWINS), values));
        rig.tick();
        LoopMutationTest.requireSound(rig);
    }
}
