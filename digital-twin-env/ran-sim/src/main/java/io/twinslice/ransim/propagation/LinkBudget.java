package io.twinslice.ransim.propagation;

/**
 * From transmit power to SNR, for one PRB of a carrier that spreads its power evenly.
 *
 * @param prbCount PRBs of the carrier, 1..275
 * @param subcarrierKhz 15, 30, 60 or 120
 * @param transmitDbm power of the base station over the whole carrier, with antenna gain, -20..80; usual without gain:
 *     46..49 over the roofs, 33..44 in the street, 24..30 indoors
 * @param noiseFigureDb of the receiver, 0..20; usually 9 in a UE
 */
public record LinkBudget(int prbCount, int subcarrierKhz, double transmitDbm, double noiseFigureDb) {
    private static final double THERMAL_DBM_PER_HERTZ = -174;

    public LinkBudget {
        Formulas.require("prbCount", prbCount, 1, 275);
        if (subcarrierKhz != 15 && subcarrierKhz != 30 && subcarrierKhz != 60 && subcarrierKhz != 120) {
            throw new IllegalArgumentException("subcarrierKhz must be 15, 30, 60 or 120, not " + subcarrierKhz);
        }
        Formulas.require("transmitDbm", transmitDbm, -20, 80);
        Formulas.require("noiseFigureDb", noiseFigureDb, 0, 20);
    }

    /** Noise in this many PRBs, in dBm. */
    public double noiseDbm(int prbs) {
        return THERMAL_DBM_PER_HERTZ + 10 * Formulas.log10(12_000.0 * subcarrierKhz * prbs) + noiseFigureDb;
    }

    /** What a PRB is received with over a link with this loss, in dBm. */
    public double receivedDbm(double lossDb) {
        return transmitDbm - 10 * Formulas.log10(prbCount) - lossDb;
    }

    /** SNR of a PRB without interference. */
    public double snrDb(double lossDb) {
        return receivedDbm(lossDb) - noiseDbm(1);
    }
}
