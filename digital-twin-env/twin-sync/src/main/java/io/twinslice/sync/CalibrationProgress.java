package io.twinslice.sync;

/** Hears how far a calibration is; called on the thread that calibrates. */
@FunctionalInterface
public interface CalibrationProgress {
    /** Hears nothing. */
    CalibrationProgress SILENT = (tried, planned) -> {};

    /** So many of at most so many candidates have been tried. */
    void tried(int tried, int planned);
}
