package io.twinslice.sync;

/**
 * How well one KPI of one twin is repeated; see {@link Fidelity}.
 *
 * @param twin name of the twin
 * @param kpi what is compared
 * @param distanceBefore normalised distance of the prior cell, at least 0
 * @param distanceAfter normalised distance of the calibrated cell, at least 0
 */
public record FidelityEntry(String twin, Kpi kpi, double distanceBefore, double distanceAfter) {}
