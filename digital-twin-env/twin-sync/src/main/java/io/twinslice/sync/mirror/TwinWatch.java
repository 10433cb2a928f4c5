package io.twinslice.sync.mirror;

import io.twinslice.model.TwinSnapshot;
import io.twinslice.sync.drift.Adwin;
import io.twinslice.sync.drift.DriftDetector;
import io.twinslice.sync.drift.MovingSum;
import io.twinslice.sync.drift.PageHinkley;
import io.twinslice.sync.forecast.Forecaster;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Everything that the mirror holds of one twin. */
final class TwinWatch {
    private static final double LOAD_SHIFT = 0.2;

    /** About 2 dB. */
    private static final double CQI_SHIFT = 1;

    private final String name;
    private final int twin;
    private final RadioModel radio;
    private final TwinFilter filter;
    private final Map<Quantity, Followed> followed = new EnumMap<>(Quantity.class);
    private final List<Guard> guards;
    private double lastCqi = Double.NaN;

    /** A value, the end of the window it was last seen in and the windows lost before that. */
    private static final class Followed {
        private final LocalLevel level = new LocalLevel();
        private final Forecaster forecaster;
        private long seenMillis = -1;
        private int lost;

        Followed(double coverage) {
            forecaster = new Forecaster(coverage);
        }
    }

    /** How often reports are made, and how long they are waited for. */
    record Pace(int windowMillis, int patienceMillis) {}

    private record Guard(Quantity quantity, String name, DriftDetector detector) {}

    TwinWatch(String name, int twin, RadioModel radio, TwinFilter filter, double coverage) {
        this.name = name;
        this.twin = twin;
        this.radio = radio;
        this.filter = filter;
        for (Quantity quantity : Quantity.values()) {
            followed.put(quantity, new Followed(coverage));
        }
        guards = List.of(
                new Guard(
                        Quantity.LOAD,
                        "page-hinkley",
                        PageHinkley.forRelativeShift(LOAD_SHIFT, PageHinkley.FALSE_ALARMS)),
                new Guard(Quantity.LOAD, "adwin", Adwin.forLoads()),
                new Guard(Quantity.LOAD, "moving-sum", MovingSum.forLoads()),
                new Guard(Quantity.CQI, "page-hinkley", PageHinkley.forShift(CQI_SHIFT, PageHinkley.FALSE_ALARMS)),
                new Guard(Quantity.CQI, "adwin", Adwin.forLoads()));
    }

    /** Takes in a window after so many lost ones; at most one drift is reported. */
    Optional<Resync> observe(TwinSnapshot window, int lost) {
        for (Quantity quantity : Quantity.values()) {
            follow(quantity, quantity.of(window, twin), window.windowEndMillis(), lost);
        }
        var report = window.reports().get(twin);
        filter.observe(report.offeredKbit(), report.cqiMeanTenth() / 10.0, lost + 1);
        Optional<Resync> drift = look(window, lost);
        drift.ifPresent(found -> {
            filter.forget(found.quantity());
            filter.observe(report.offeredKbit(), report.cqiMeanTenth() / 10.0, 1);
            of(found.quantity()).level.restart();
            of(found.quantity()).forecaster.restart();
        });
        return drift;
    }

    private void follow(Quantity quantity, double value, long endMillis, int lost) {
        Followed state = of(quantity);
        for (int i = 0; i < Math.min(lost, Forecaster.LONGEST); i++) {
            state.forecaster.miss();
        }
        if (Double.isNaN(value)) {
            state.forecaster.miss();
            state.lost += lost + 1;
            return;
        }
        state.level.observe(value, lost + 1);
        state.forecaster.observe(value);
        state.seenMillis = endMillis;
        state.lost = lost;
    }

    private Optional<Resync> look(TwinSnapshot window, int lost) {
        double cqi = Quantity.CQI.of(window, twin);
        // Channels remember: detectors want what is new in a window.
        double memory = Double.isNaN(lastCqi) ? 0 : radio.correlation((lost + 1.0) * window.windowMillis(), 1);
        double fresh = memory == 0 ? cqi : (cqi - memory * lastCqi) / (1 - memory);
        boolean known = memory < 0.9;
        lastCqi = cqi;
        Resync found = null;
        for (Guard guard : guards) {
            double value = guard.quantity() == Quantity.LOAD ? Quantity.LOAD.of(window, twin) : fresh;
            double before = guard.detector().mean();
            if ((guard.quantity() == Quantity.LOAD || known) && guard.detector().observe(value) && found == null) {
                found = new Resync(
                        window.windowEndMillis(),
                        name,
                        guard.quantity(),
                        guard.name(),
                        before,
                        of(guard.quantity()).level.level());
            }
        }
        if (found != null) {
            for (Guard guard : guards) {
                if (guard.quantity() == found.quantity()) {
                    guard.detector().reset();
                }
            }
        }
        return Optional.ofNullable(found);
    }

    ValueEstimate estimate(Quantity quantity, long nowMillis, long newestMillis, Pace pace) {
        Followed state = of(quantity);
        long age = state.seenMillis < 0 ? -1 : Math.max(0, nowMillis - state.seenMillis);
        double deviation = state.level.deviation(age < 0 ? 0 : age / pace.windowMillis());
        double level = state.level.level();
        return new ValueEstimate(
                name,
                quantity,
                level,
                level - 1.96 * deviation,
                level + 1.96 * deviation,
                age,
                state.lost,
                age >= 0 && state.seenMillis == newestMillis && age <= pace.windowMillis() + pace.patienceMillis());
    }

    Forecaster forecaster(Quantity quantity) {
        return of(quantity).forecaster;
    }

    TwinFilter filter() {
        return filter;
    }

    /** Mean normalised innovation squared of late: about 1 while the filter says rightly how sure it is. */
    double consistency(Quantity quantity) {
        return of(quantity).level.consistency();
    }

    private Followed of(Quantity quantity) {
        return Objects.requireNonNull(followed.get(quantity));
    }
}
