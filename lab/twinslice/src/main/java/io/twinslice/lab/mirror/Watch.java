package io.twinslice.lab.mirror;

import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import io.twinslice.env.Step;
import io.twinslice.lab.mirror.MirrorRecord.Foretold;
import io.twinslice.lab.mirror.MirrorRecord.Held;
import io.twinslice.lab.mirror.MirrorRecord.Moment;
import io.twinslice.lab.mirror.MirrorRecord.Series;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.sync.Fidelity;
import io.twinslice.sync.Kpi;
import io.twinslice.sync.fidelity.Axis;
import io.twinslice.sync.fidelity.FidelityScore;
import io.twinslice.sync.fidelity.Light;
import io.twinslice.sync.forecast.Coverage;
import io.twinslice.sync.forecast.Forecast;
import io.twinslice.sync.forecast.Forecaster;
import io.twinslice.sync.mirror.LiveMirror;
import io.twinslice.sync.mirror.MirrorSettings;
import io.twinslice.sync.mirror.Quantity;
import io.twinslice.sync.mirror.ReportLink;
import io.twinslice.sync.mirror.ReportQuality;
import io.twinslice.sync.mirror.TwinPosterior;
import io.twinslice.sync.mirror.ValueEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Plays the hidden cell, sends its reports over the lossy link, and notes what the mirror makes of them. */
final class Watch {
    /** Windows between two looks at the posterior. */
    private static final int LOOK = 5;

    /** Most forecasts that are noted for plots, from the end. */
    private static final int NOTED = 400;

    private static final int[] HORIZONS = {1, 2, 5, Forecaster.LONGEST};
    private static final double LEVEL = 0.9;

    private final Truth truth;
    private final Scenario nominal;
    private final LiveMirror mirror;
    private final ReportLink link;
    private final List<TwinSnapshot> windows = new ArrayList<>();
    private final List<List<Moment>> moments = new ArrayList<>();
    private final List<List<Foretold>> forecasts = new ArrayList<>();
    private final List<Double> ages = new ArrayList<>();

    /** Squared errors of the forecast of each twin's load, and of its last value. */
    private final double[] forecastErrors;

    private final double[] persistenceErrors;

    Watch(Scenario nominal, Truth truth, ReportQuality quality, long seed) {
        this.truth = truth;
        this.nominal = nominal;
        mirror = new LiveMirror(nominal, MirrorSettings.of(quality, seed));
        link = new ReportLink(quality, seed);
        int twins = nominal.twins().size();
        for (int twin = 0; twin < twins; twin++) {
            moments.add(new ArrayList<>());
            forecasts.add(new ArrayList<>());
        }
        forecastErrors = new double[twins];
        persistenceErrors = new double[twins];
    }

    void run(QuotaPlan plan, long seed, IntConsumer progress) {
        Map<Long, TwinSnapshot> byEnd = new HashMap<>();
        try (Environment cell = truth.hidden().environment()) {
            cell.reset(seed);
            for (int i = 0; i < nominal.windows(); i++) {
                TwinSnapshot window = snapshot(cell.step(plan));
                windows.add(window);
                byEnd.put(window.windowEndMillis(), window);
                link.send(window);
                long now = window.windowEndMillis();
                link.receive(now).forEach(mirror::accept);
                mirror.advance(now);
                note(now, i, byEnd);
                progress.accept(i + 1);
            }
        }
        for (int twin = 0; twin < forecasts.size(); twin++) {
            fill(forecasts.get(twin), byEnd, twin);
        }
    }

    private static TwinSnapshot snapshot(Step step) {
        return switch (step) {
            case Step.Running(var snapshot) -> snapshot;
            case Step.Terminated(var snapshot) -> snapshot;
            case Step.Truncated(var snapshot) -> snapshot;
            case Step.Failed(var reason) -> throw new IllegalStateException("the cell failed: " + reason);
        };
    }

    private void note(long now, int window, Map<Long, TwinSnapshot> byEnd) {
        if (mirror.windows() == 0) {
            return;
        }
        for (ValueEstimate value : mirror.estimates(now)) {
            if (value.quantity() == Quantity.LOAD && value.ageMillis() >= 0) {
                ages.add(value.ageMillis() / (double) nominal.windowMillis());
            }
        }
        if (window % LOOK == 0) {
            List<TwinPosterior.Parameter> parameters = mirror.posterior().parameters(LEVEL);
            long at = mirror.newestMillis();
            for (int twin = 0; twin < moments.size(); twin++) {
                moments.get(twin)
                        .add(new Moment(
                                at / 1000.0,
                                truth.load(twin, at),
                                parameters.get(3 * twin),
                                truth.snrDb(twin, at),
                                parameters.get(3 * twin + 1)));
            }
        }
        TwinSnapshot newest = byEnd.get(mirror.newestMillis());
        if (newest == null) {
            return;
        }
        double ahead = (mirror.newestMillis() + nominal.windowMillis()) / 1000.0;
        for (int twin = 0; twin < forecasts.size(); twin++) {
            Forecast forecast = mirror.forecast(twin, Quantity.LOAD, 1);
            List<Foretold> noted = forecasts.get(twin);
            boolean isNew = noted.isEmpty() || noted.getLast().seconds() < ahead;
            if (Double.isFinite(forecast.low()) && isNew) {
                noted.add(new Foretold(ahead, forecast.low(), forecast.high(), forecast.value()));
            }
        }
    }

    /** Puts what came beside the forecasts, and counts by how much they missed it. */
    private void fill(List<Foretold> noted, Map<Long, TwinSnapshot> byEnd, int twin) {
        List<Foretold> filled = new ArrayList<>();
        for (Foretold forecast : noted) {
            long end = Math.round(forecast.seconds() * 1000);
            TwinSnapshot came = byEnd.get(end);
            TwinSnapshot last = byEnd.get(end - nominal.windowMillis());
            if (came != null && last != null) {
                double value = Quantity.LOAD.of(came, twin);
                double off = value - forecast.came();
                double persisted = value - Quantity.LOAD.of(last, twin);
                forecastErrors[twin] += off * off;
                persistenceErrors[twin] += persisted * persisted;
                filled.add(new Foretold(forecast.seconds(), forecast.low(), forecast.high(), value));
            }
        }
        forecasts.set(twin, filled.subList(Math.max(0, filled.size() - NOTED), filled.size()));
    }

    LiveMirror mirror() {
        return mirror;
    }

    List<TwinSnapshot> windows() {
        return windows;
    }

    List<MirrorRecord.Found> parameters() {
        List<MirrorRecord.Found> found = new ArrayList<>();
        List<TwinPosterior.Parameter> parameters = mirror.posterior().parameters(LEVEL);
        for (int i = 0; i < parameters.size(); i++) {
            int twin = i / 3;
            double value = switch (i % 3) {
                case 0 -> truth.load(twin, mirror.newestMillis());
                case 1 -> truth.snrDb(twin, mirror.newestMillis());
                default -> truth.fading(twin);
            };
            found.add(new MirrorRecord.Found(parameters.get(i), value));
        }
        return found;
    }

    List<Held> coverage() {
        List<Held> held = new ArrayList<>();
        for (int twin = 0; twin < nominal.twins().size(); twin++) {
            for (Quantity quantity : List.of(Quantity.LOAD, Quantity.CQI)) {
                for (int horizon : HORIZONS) {
                    held.add(new Held(
                            nominal.twins().get(twin).name(),
                            quantity,
                            horizon,
                            mirror.coverage(twin, quantity, horizon)));
                }
            }
        }
        return held;
    }

    /** The axes that follow from the watch alone: freshness, skill and coverage. */
    List<FidelityScore> scores() {
        List<FidelityScore> scores = new ArrayList<>();
        ages.sort(Double::compare);
        scores.add(FidelityScore.of(
                Axis.FRESHNESS,
                "cell",
                ages.isEmpty() ? Double.NaN : ages.get((int) Math.ceil(0.99 * ages.size()) - 1)));
        for (int twin = 0; twin < nominal.twins().size(); twin++) {
            String name = nominal.twins().get(twin).name();
            double skill = persistenceErrors[twin] == 0
                    ? Double.NaN
                    : 1 - Math.sqrt(forecastErrors[twin] / persistenceErrors[twin]);
            scores.add(FidelityScore.of(Axis.SKILL, name, skill));
            scores.add(covered(name + ", load", twin, Quantity.LOAD, Kpi.OFFERED_KBIT));
            scores.add(covered(name + ", CQI", twin, Quantity.CQI, Kpi.CQI_MEAN_TENTH));
        }
        return scores;
    }

    /**
     * Pooled over horizons. A stream that says the same in most windows is held too often by the narrowest interval
     * there is, and no fault of the forecasts.
     */
    private FidelityScore covered(String subject, int twin, Quantity quantity, Kpi kpi) {
        Coverage pooled = Coverage.NONE;
        for (int horizon : HORIZONS) {
            pooled = pooled.plus(mirror.coverage(twin, quantity, horizon));
        }
        double share = pooled.intervals() == 0 ? Double.NaN : pooled.share();
        Light light = Axis.COVERAGE.judge(share);
        boolean narrowest = share > Axis.COVERAGE.greenHigh() && share <= steadiness(kpi, twin) + 0.03;
        return new FidelityScore(Axis.COVERAGE, subject, share, narrowest ? Light.GREEN : light);
    }

    /** Share of the windows within one reporting step of the most frequent value. */
    private double steadiness(Kpi kpi, int twin) {
        double[] values = Fidelity.series(windows, twin, kpi);
        double step = kpi.resolution();
        Map<Long, Integer> counts = new HashMap<>();
        Arrays.stream(values).forEach(value -> counts.merge(Math.round(value / step), 1, Integer::sum));
        return counts.values().stream().mapToInt(count -> count).max().orElse(0) / (double) values.length;
    }

    List<Series> series() {
        List<Series> series = new ArrayList<>();
        for (int twin = 0; twin < nominal.twins().size(); twin++) {
            series.add(new Series(nominal.twins().get(twin).name(), moments.get(twin), forecasts.get(twin)));
        }
        return series;
    }
}
