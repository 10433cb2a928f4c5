package io.twinslice.lab.mirror;

import io.twinslice.sync.drift.DriftTrial;
import io.twinslice.sync.fidelity.ActionResponse;
import io.twinslice.sync.fidelity.FidelityScore;
import io.twinslice.sync.fidelity.FidelityVector;
import io.twinslice.sync.forecast.Coverage;
import io.twinslice.sync.mirror.LinkCounters;
import io.twinslice.sync.mirror.Quantity;
import io.twinslice.sync.mirror.ReportQuality;
import io.twinslice.sync.mirror.Resync;
import io.twinslice.sync.mirror.TwinPosterior;
import io.twinslice.sync.mirror.ValueEstimate;
import java.util.List;

/**
 * What {@code twinslice mirror} found.
 *
 * @param parameters estimated and true, at the end of the watch
 * @param values every value at the end of the watch
 * @param fidelity the vector
 * @param floor the same comparisons of the hidden cell with itself under other chance: no mirror can be asked for more
 * @param drift empty when it was not asked for
 * @param series by twin, for plots
 */
record MirrorRecord(
        String scenario,
        long seed,
        int windows,
        int windowMillis,
        ReportQuality quality,
        LinkCounters link,
        List<Double> effectiveSizes,
        long resamplings,
        List<Found> parameters,
        List<ValueEstimate> values,
        List<Resync> resyncs,
        List<Held> coverage,
        FidelityVector fidelity,
        List<FidelityScore> floor,
        ActionResponse response,
        List<Drift> drift,
        List<Series> series) {
    static final int FORMAT_VERSION = 1;

    MirrorRecord {
        effectiveSizes = List.copyOf(effectiveSizes);
        parameters = List.copyOf(parameters);
        values = List.copyOf(values);
        resyncs = List.copyOf(resyncs);
        coverage = List.copyOf(coverage);
        floor = List.copyOf(floor);
        drift = List.copyOf(drift);
        series = List.copyOf(series);
    }

    /** A parameter with its truth. */
    record Found(TwinPosterior.Parameter estimate, double truth) {
        boolean covered() {
            return estimate.covers(truth);
        }
    }

    /** Coverage of the forecasts of one stream. */
    record Held(String twin, Quantity quantity, int horizon, Coverage coverage) {}

    /** How well a detector does on the load of one twin; {@code simulated} is measured on the simulator itself. */
    record Drift(String twin, String detector, DriftTrial.Outcome outcome, Simulated simulated) {}

    /** Shifts of the simulator's load. */
    record Simulated(int shifts, double foundWithin, int medianDelay) {}

    /** A point of time in the life of one twin. */
    record Moment(
            double seconds,
            double trueLoad,
            TwinPosterior.Parameter load,
            double trueSnrDb,
            TwinPosterior.Parameter snr) {}

    /** A forecast of the load one window ahead, and what came; in kbit/s. */
    record Foretold(double seconds, double low, double high, double came) {}

    /** What the plots show of one twin. */
    record Series(String twin, List<Moment> moments, List<Foretold> forecasts) {
        Series {
            moments = List.copyOf(moments);
            forecasts = List.copyOf(forecasts);
        }
    }
}
