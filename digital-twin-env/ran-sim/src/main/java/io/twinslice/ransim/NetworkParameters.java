package io.twinslice.ransim;

import io.twinslice.ransim.propagation.Doppler;
import io.twinslice.ransim.propagation.LinkBudget;
import io.twinslice.ransim.propagation.Propagation;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything the simulator is told about several cells.
 *
 * @param cell what all cells have in common. Its twins' UEs are those of the whole network; their {@link Radio} gives
 *     the depth of the fading, and at rest its coherence time, while the mean SNR follows from geometry. Disturbances
 *     happen in all cells, stays are stays in the network.
 * @param layout where the cells stand
 * @param propagation path loss between them and the UEs
 * @param transmitDbm power of each base station over its carrier, -20..80
 * @param noiseFigureDb of the UEs, 0..20
 * @param mobility one for each twin
 * @param handover when UEs change cells
 */
public record NetworkParameters(
        CellParameters cell,
        Layout layout,
        Propagation propagation,
        double transmitDbm,
        double noiseFigureDb,
        List<Mobility> mobility,
        HandoverRule handover) {
    private static final int MAX_LINKS = 20_000;

    public NetworkParameters {
        mobility = List.copyOf(mobility);
        if (mobility.size() != cell.twins().size()) {
            throw new IllegalArgumentException(
                    mobility.size() + " kinds of mobility for " + cell.twins().size() + " twins");
        }
        Range.require("transmitDbm", transmitDbm, -20, 80);
        Range.require("noiseFigureDb", noiseFigureDb, 0, 20);
        int links = cell.twins().stream().mapToInt(TwinParameters::ues).sum()
                * layout.sites().size();
        Range.require("UEs times cells", links, 1, MAX_LINKS);
    }

    LinkBudget budget() {
        return new LinkBudget(cell.prbCount(), 15_000 / cell.slotMicros(), transmitDbm, noiseFigureDb);
    }

    /** One of the cells, without stays, its links as fast as its UEs. */
    CellParameters oneCell() {
        List<TwinParameters> twins = new ArrayList<>();
        for (int twin = 0; twin < mobility.size(); twin++) {
            TwinParameters described = cell.twins().get(twin);
            Radio radio = described.radio();
            double speed = mobility.get(twin).kilometresPerHour();
            double coherence = speed == 0
                    ? radio.coherenceMillis()
                    : Math.clamp(Doppler.coherenceMillis(speed, propagation.carrierGhz()), 0.1, 1e6);
            twins.add(described.withRadio(new Radio(0, 0, radio.fadingDb(), coherence)));
        }
        return cell.withTwins(twins).withPresences(List.of());
    }
}
