package io.twinslice.sync.recording;

/** Hears how far a measurement of fidelity is. */
@FunctionalInterface
public interface FidelityProgress {
    /** Hears nothing. */
    FidelityProgress SILENT = (done, total) -> {};

    /** So many steps of so many are done. */
    void at(int done, int total);
}
