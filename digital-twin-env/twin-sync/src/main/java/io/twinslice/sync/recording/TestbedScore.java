package io.twinslice.sync.recording;

import io.twinslice.ransim.lte.TestbedRadio;
import java.util.List;

/**
 * How close a twin comes to recordings of the testbed that it was not fitted to, as normalised Wasserstein-1 distances
 * over cells of traffic, slice and PRBs.
 *
 * @param method which runs were fitted and which scored
 * @param rate median distance of the MAC rate
 * @param buffer median distance of the queued octets
 * @param ratio median distance of granted over requested PRBs
 * @param rateTail distance that nine of ten cells stay under
 * @param cells every cell, the mean over the folds it was scored in
 * @param fitted the radio of each fold
 */
public record TestbedScore(
        String method,
        double rate,
        double buffer,
        double ratio,
        double rateTail,
        double bufferTail,
        double ratioTail,
        List<Cell> cells,
        List<TestbedRadio> fitted,
        List<Curve> curves) {
    /**
     * Distances in one cell.
     *
     * @param traffic 1 or 2
     * @param slice 0 eMBB, 1 MTC, 2 URLLC
     * @param rows recorded rows
     */
    public record Cell(int traffic, int slice, int prbs, int rows, double rate, double buffer, double ratio) {}

    public TestbedScore {
        cells = List.copyOf(cells);
        fitted = List.copyOf(fitted);
        curves = List.copyOf(curves);
    }

    /** What should be reached. */
    public List<Bar> bars() {
        return List.of(
                new Bar("rate, median nW1", rate, 0, 0.15),
                new Bar("buffer, median nW1", buffer, 0, 0.15),
                new Bar("granted ratio, median nW1", ratio, 0, 0.30));
    }
}
