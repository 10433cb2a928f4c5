package io.twinslice.ransim;

import java.util.List;

/**
 * Everything the simulator is told about a cell.
 *
 * @param prbCount PRBs of the carrier, 1..275
 * @param slotMicros slot length, 1000 (15 kHz) or 500 (30 kHz)
 * @param twins one entry for each slice, 1..16
 * @param disturbances what happens when; overlapping ones combine
 */
public record CellParameters(int prbCount, int slotMicros, List<TwinParameters> twins, List<Disturbance> disturbances) {
    private static final int MAX_TWINS = 16;

    public CellParameters {
        twins = List.copyOf(twins);
        disturbances = List.copyOf(disturbances);
        if (prbCount < 1 || prbCount > 275) {
            throw new IllegalArgumentException("prbCount must be 1..275, not " + prbCount);
        }
        if (slotMicros != 1000 && slotMicros != 500) {
            throw new IllegalArgumentException("slotMicros must be 1000 or 500, not " + slotMicros);
        }
        if (twins.isEmpty() || twins.size() > MAX_TWINS) {
            throw new IllegalArgumentException("a cell has 1.." + MAX_TWINS + " twins, not " + twins.size());
        }
        for (Disturbance disturbance : disturbances) {
            if (disturbance.twin() >= twins.size()) {
                throw new IllegalArgumentException(
                        "a disturbance names twin " + disturbance.twin() + " of a cell with " + twins.size());
            }
        }
    }

    public CellParameters withTwins(List<TwinParameters> changed) {
        return new CellParameters(prbCount, slotMicros, changed, disturbances);
    }

    public CellParameters withDisturbances(List<Disturbance> changed) {
        return new CellParameters(prbCount, slotMicros, twins, changed);
    }
}
