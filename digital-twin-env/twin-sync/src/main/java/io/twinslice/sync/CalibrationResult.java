package io.twinslice.sync;

import io.twinslice.ransim.CellParameters;
import java.util.List;

/**
 * What a calibration found. All distances are measured on seeds that the search never saw.
 *
 * @param parameters the calibrated cell; the prior one when nothing better was found
 * @param estimates what was changed, one for each twin
 * @param distanceBefore mean normalised distance of the prior cell
 * @param distanceAfter mean normalised distance of the calibrated cell, never above {@code distanceBefore}
 * @param entries one for each twin and KPI
 */
public record CalibrationResult(
        CellParameters parameters,
        List<TwinEstimate> estimates,
        double distanceBefore,
        double distanceAfter,
        List<FidelityEntry> entries) {
    public CalibrationResult {
        estimates = List.copyOf(estimates);
        entries = List.copyOf(entries);
    }
}
