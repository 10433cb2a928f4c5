package io.twinslice.ransim.lte;

/**
 * A UE of a {@link TestbedCell} and what is sent to it.
 *
 * @param slice 0, 1 or 2
 * @param packetsPerSecond mean rate, above 0
 * @param payloadBytes of every packet, 1..1500
 * @param regular at constant intervals; otherwise a Poisson process
 */
public record TestbedUe(int slice, double packetsPerSecond, int payloadBytes, boolean regular) {
    public TestbedUe {
        if (slice < 0 || slice >= TestbedCell.SLICES) {
            throw new IllegalArgumentException("slice must be 0.." + (TestbedCell.SLICES - 1) + ", not " + slice);
        }
        if (!(packetsPerSecond > 0) || packetsPerSecond > 10_000) {
            throw new IllegalArgumentException("packetsPerSecond must be in (0, 10000], not " + packetsPerSecond);
        }
        if (payloadBytes < 1 || payloadBytes > 1500) {
            throw new IllegalArgumentException("payloadBytes must be 1..1500, not " + payloadBytes);
        }
    }
}
