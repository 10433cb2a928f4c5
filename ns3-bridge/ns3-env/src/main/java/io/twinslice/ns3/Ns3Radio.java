package io.twinslice.ns3;

/**
 * The carrier of a cell of ns-3.
 *
 * @param prbs 25, 50 or 100; only whole resource block groups of them can be used (24, 48, 100)
 * @param fading a profile of TS 36.104 annex B.2 and a speed
 * @param olla whether the MCS follows the HARQ feedback, which stock ns-3 does not
 */
public record Ns3Radio(int prbs, Fading fading, boolean olla) {
    /** 10 MHz, pedestrians, and the link adaptation of stock ns-3. */
    public static final Ns3Radio USUAL = new Ns3Radio(50, Fading.EPA_3, false);

    private static final double TRANSMIT_DBM = 46;
    private static final double NOISE_FIGURE_DB = 9;
    private static final double NOISE_DBM_PER_HZ = -174;
    private static final double PRB_HZ = 180_000;
    private static final double LOSS_AT_1_KM_DB = 128.1;
    private static final double LOSS_PER_DECADE_DB = 37.6;
    private static final double NEAREST_METRES = 10;
    private static final double FARTHEST_METRES = 20_000;

    /** Multipath profiles with the speed of the UEs in km/h. */
    public enum Fading {
        NONE("none"),
        EPA_3("epa3"),
        EVA_60("eva60"),
        ETU_3("etu3");

        private final String key;

        Fading(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    public Ns3Radio {
        if (prbs != 25 && prbs != 50 && prbs != 100) {
            throw new IllegalArgumentException("prbs must be 25, 50 or 100, not " + prbs);
        }
    }

    /** How far away a UE hears the cell with this SNR, without fading. */
    double metresAt(double snrDb) {
        double noiseDbm = NOISE_DBM_PER_HZ + 10 * StrictMath.log10(prbs * PRB_HZ) + NOISE_FIGURE_DB;
        double lossDb = TRANSMIT_DBM - noiseDbm - snrDb;
        double metres = 1000 * StrictMath.pow(10, (lossDb - LOSS_AT_1_KM_DB) / LOSS_PER_DECADE_DB);
        return Math.clamp(metres, NEAREST_METRES, FARTHEST_METRES);
    }

    String transmit() {
        return "\"txPowerDbm\":" + TRANSMIT_DBM + ",\"noiseFigureDb\":" + NOISE_FIGURE_DB;
    }
}
