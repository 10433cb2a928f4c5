package io.twinslice.ransim;

import java.util.List;

/**
 * Everything the simulator is told about a cell.
 *
 * @param prbCount PRBs of the carrier, 1..275
 * @param slotMicros slot length, 1000 (15 kHz) or 500 (30 kHz)
 * @param twins one entry for each slice, 1..16
 * @param disturbances what happens when; overlapping ones combine
 * @param presences stays of UEs that are not always attached, at most 10000
 */
public record CellParameters(
        int prbCount,
        int slotMicros,
        List<TwinParameters> twins,
        List<Disturbance> disturbances,
        List<Presence> presences) {
    private static final int MAX_TWINS = 16;
    private static final int MAX_PRESENCES = 10_000;

    public CellParameters {
        twins = List.copyOf(twins);
        disturbances = List.copyOf(disturbances);
        presences = List.copyOf(presences);
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
        if (presences.size() > MAX_PRESENCES) {
            throw new IllegalArgumentException(
                    "a cell has at most " + MAX_PRESENCES + " presences, not " + presences.size());
        }
        for (Presence presence : presences) {
            if (presence.twin() >= twins.size()
                    || presence.ue() >= twins.get(presence.twin()).ues()) {
                throw new IllegalArgumentException("a presence names UE " + presence.ue() + " of twin "
                        + presence.twin() + ", which the cell does not have");
            }
        }
    }

    /** A cell whose UEs are always attached. */
    public CellParameters(int prbCount, int slotMicros, List<TwinParameters> twins, List<Disturbance> disturbances) {
        this(prbCount, slotMicros, twins, disturbances, List.of());
    }

    public CellParameters withTwins(List<TwinParameters> changed) {
        return new CellParameters(prbCount, slotMicros, changed, disturbances, presences);
    }

    public CellParameters withDisturbances(List<Disturbance> changed) {
        return new CellParameters(prbCount, slotMicros, twins, changed, presences);
    }

    public CellParameters withPresences(List<Presence> changed) {
        return new CellParameters(prbCount, slotMicros, twins, disturbances, changed);
    }
}
