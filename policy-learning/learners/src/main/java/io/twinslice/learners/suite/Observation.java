package io.twinslice.learners.suite;

import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Features;

/**
 * What a network of this package sees of a cell: the {@link Features} of all slices, in their order, as they are now
 * and smoothed over about {@value #MEMORY_WINDOWS} reports. Large values are squeezed: v / (1 + v / 4). Not
 * thread-safe.
 */
public final class Observation {
    /** Reports over which it smooths. */
    public static final int MEMORY_WINDOWS = 7;

    private static final float NEWEST = 1f / MEMORY_WINDOWS;
    private static final float SQUEEZE = 4;

    private final short[] codes;
    private final float[] values;
    private boolean fresh = true;

    public Observation(int slices) {
        codes = new short[slices * Features.PER_SLICE];
        values = new float[size(slices)];
    }

    /** Numbers in an observation. */
    public static int size(int slices) {
        return 2 * slices * Features.PER_SLICE;
    }

    /** Forgets everything seen so far. */
    public void restart() {
        fresh = true;
    }

    /** Takes a report in; the same array each time. */
    public float[] next(TwinSnapshot snapshot) {
        if (snapshot.slices() * Features.PER_SLICE != codes.length) {
            throw new IllegalArgumentException(
                    "a cell of " + snapshot.slices() + " slices is not the one that was learned for");
        }
        Features.encode(snapshot, codes);
        for (int i = 0; i < codes.length; i++) {
            float value = codes[i] / (float) Features.SCALE;
            float squeezed = value / (1 + value / SQUEEZE);
            int smooth = codes.length + i;
            values[i] = squeezed;
            values[smooth] = fresh ? squeezed : values[smooth] + NEWEST * (squeezed - values[smooth]);
        }
        fresh = false;
        return values;
    }
}
