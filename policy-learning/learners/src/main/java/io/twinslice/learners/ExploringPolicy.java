package io.twinslice.learners;

import io.twinslice.model.TwinSnapshot;
import io.twinslice.networks.Mlp;
import io.twinslice.policy.ActionMapping;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Features;
import io.twinslice.policy.Policy;
import java.util.Arrays;

/**
 * The learner's actor with noise on its raw outputs, correlated over some ten windows: a quota must stay for a while to
 * show what it does. Its propensity is not known; it is for training rollouts alone.
 */
final class ExploringPolicy implements Policy {
    private static final float KEPT = 0.9f;

    private final Mlp network;
    private final float strength;
    private final SplitMix random;
    private final float[] input = new float[Features.INPUTS];
    private final float[] output = new float[ActionMapping.PER_SLICE];
    private float[] noise = new float[0];

    ExploringPolicy(Mlp network, double strength, SplitMix random) {
        this.network = network;
        this.strength = (float) (strength * Math.sqrt(1 - KEPT * KEPT));
        this.random = random;
    }

    @Override
    public String name() {
        return "exploring";
    }

    @Override
    public void restart() {
        Arrays.fill(noise, 0f);
    }

    @Override
    public Decision decide(TwinSnapshot snapshot) {
        int slices = snapshot.slices();
        if (noise.length != slices * ActionMapping.PER_SLICE) {
            noise = new float[slices * ActionMapping.PER_SLICE];
        }
        short[] codes = new short[slices * Features.PER_SLICE];
        float[] rows = new float[slices * Features.INPUTS];
        float[] raw = new float[noise.length];
        Features.encode(snapshot, codes);
        Features.inputs(codes, 0, slices, rows, 0);
        for (int i = 0; i < slices; i++) {
            System.arraycopy(rows, i * Features.INPUTS, input, 0, Features.INPUTS);
            network.forward(input, output);
            for (int k = 0; k < output.length; k++) {
                int at = i * output.length + k;
                noise[at] = KEPT * noise[at] + strength * (float) random.nextGaussian();
                raw[at] = output[k] + noise[at];
            }
        }
        return Decision.certain(ActionMapping.toPlan(raw, slices));
    }
}
