package io.twinslice.keeper;

import io.twinslice.env.Scenario;
import io.twinslice.sync.CalibrationResult;

/**
 * A calibrated twin of a live cell, and how good it is.
 *
 * @param scenario what to train and verify on: the prior scenario on the calibrated cell, events included
 * @param calibration estimates, distances before and after, and one entry for each twin and KPI
 * @param windows observed windows that it rests on
 * @param observedFromMillis end of the first of them, in the RAN's time
 * @param observedUntilMillis end of the last of them, in the RAN's time
 */
public record Mirror(
        Scenario scenario,
        CalibrationResult calibration,
        int windows,
        long observedFromMillis,
        long observedUntilMillis) {
    /** Age of the newest observation that the mirror rests on. */
    public long ageMillis(long nowMillis) {
        return Math.max(0, nowMillis - observedUntilMillis);
    }
}
