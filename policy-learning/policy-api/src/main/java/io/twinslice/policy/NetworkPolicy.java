package io.twinslice.policy;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.networks.Mlp;

/**
 * A policy that one small network computes: the same network for every slice, on what it sees of the slice and of the
 * cell ({@link Features}), and one {@link ActionMapping} over the outputs of all slices.
 *
 * <p>Deterministic and stateless; any number of slices; the order of the slices cannot matter. Not thread-safe.
 */
public final class NetworkPolicy implements Policy {
    private final String name;
    private final Mlp network;
    private final float[] input = new float[Features.INPUTS];
    private final float[] output = new float[ActionMapping.PER_SLICE];
    private short[] codes = new short[0];
    private float[] rows = new float[0];
    private float[] raw = new float[0];

    /** @param network from {@link Features#INPUTS} inputs to {@link ActionMapping#PER_SLICE} outputs; not shared */
    public NetworkPolicy(String name, Mlp network) {
        if (network.inputs() != Features.INPUTS || network.outputs() != ActionMapping.PER_SLICE) {
            throw new IllegalArgumentException("a policy network maps " + Features.INPUTS + " to "
                    + ActionMapping.PER_SLICE + " values, not " + network.inputs() + " to " + network.outputs());
        }
        this.name = name;
        this.network = network;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Decision decide(TwinSnapshot snapshot) {
        return Decision.certain(plan(snapshot));
    }

    private QuotaPlan plan(TwinSnapshot snapshot) {
        int slices = snapshot.slices();
        if (raw.length != slices * ActionMapping.PER_SLICE) {
            codes = new short[slices * Features.PER_SLICE];
            rows = new float[slices * Features.INPUTS];
            raw = new float[slices * ActionMapping.PER_SLICE];
        }
        Features.encode(snapshot, codes);
        Features.inputs(codes, 0, slices, rows, 0);
        for (int i = 0; i < slices; i++) {
            System.arraycopy(rows, i * Features.INPUTS, input, 0, Features.INPUTS);
            network.forward(input, output);
            System.arraycopy(output, 0, raw, i * ActionMapping.PER_SLICE, ActionMapping.PER_SLICE);
        }
        return ActionMapping.toPlan(raw, slices);
    }
}
