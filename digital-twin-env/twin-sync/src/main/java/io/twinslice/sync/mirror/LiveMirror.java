package io.twinslice.sync.mirror;

import io.twinslice.env.Scenario;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ransim.TwinParameters;
import io.twinslice.sync.forecast.Coverage;
import io.twinslice.sync.forecast.Forecast;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The mirror of one live cell. Reports go in as they come; out come estimates with their age, forecasts, a posterior
 * over what differs from the prior cell, and the drifts that were found.
 *
 * <p>The same reports at the same times give the same mirror, however often it is asked. Not thread-safe.
 */
public final class LiveMirror {
    private static final int MOST_RESYNCS = 10_000;

    private final Scenario prior;
    private final MirrorSettings settings;
    private final ReportOrder order;
    private final List<TwinWatch> twins = new ArrayList<>();
    private final List<Resync> resyncs = new ArrayList<>();
    private long refused;
    private long windows;

    /** @param prior what is believed of the cell before anything was observed; its events are not looked at */
    public LiveMirror(Scenario prior, MirrorSettings settings) {
        this.prior = prior;
        this.settings = settings;
        order = new ReportOrder(prior.windowMillis(), settings.patienceMillis());
        SplittableRandom random = new SplittableRandom(settings.seed());
        double[] cqiAt = RadioModel.cqiTable();
        for (int twin = 0; twin < prior.twins().size(); twin++) {
            TwinParameters believed = prior.parameters().twins().get(twin);
            RadioModel radio = new RadioModel(believed, cqiAt);
            LoadModel loads = new LoadModel(believed, prior.windowMillis(), random.nextLong());
            TwinFilter filter =
                    new TwinFilter(loads, radio, prior.windowMillis(), settings.particles(), random.split());
            filter.rounding(settings.volumeStepKbit(), settings.cqiStepTenth() / 10.0);
            twins.add(new TwinWatch(prior.twins().get(twin).name(), twin, radio, filter, settings.coverage()));
        }
    }

    /**
     * Takes in a report; late, repeated and disordered ones are welcome.
     *
     * @return whether it is of this cell; otherwise nothing but a counter has changed
     */
    public boolean accept(TwinSnapshot report) {
        boolean belongs = report.twins().equals(prior.twins())
                && report.prbCount() == prior.parameters().prbCount()
                && report.windowMillis() == prior.windowMillis();
        if (belongs) {
            order.accept(report);
        } else {
            refused++;
        }
        return belongs;
    }

    /**
     * Works on what has come in order, or need not be waited for any longer.
     *
     * @param nowMillis now, in the RAN's time; never falls
     * @return the drifts that were found with it, oldest first
     */
    public List<Resync> advance(long nowMillis) {
        List<Resync> found = new ArrayList<>();
        order.release(nowMillis, (window, lost) -> {
            windows++;
            twins.forEach(twin -> twin.observe(window, lost).ifPresent(found::add));
        });
        for (Resync resync : found) {
            if (resyncs.size() < MOST_RESYNCS) {
                resyncs.add(resync);
            }
        }
        return found;
    }

    /** The value of every quantity of every twin now. */
    public List<ValueEstimate> estimates(long nowMillis) {
        List<ValueEstimate> estimates = new ArrayList<>();
        TwinWatch.Pace pace = new TwinWatch.Pace(prior.windowMillis(), settings.patienceMillis());
        for (TwinWatch twin : twins) {
            for (Quantity quantity : Quantity.values()) {
                estimates.add(twin.estimate(quantity, nowMillis, order.lastMillis(), pace));
            }
        }
        return estimates;
    }

    /**
     * The forecast for the window that ends so many windows after the newest that was worked on.
     *
     * @param twin index of the twin
     * @param horizon 1..{@value io.twinslice.sync.forecast.Forecaster#LONGEST}
     */
    public Forecast forecast(int twin, Quantity quantity, int horizon) {
        return twins.get(twin).forecaster(quantity).ahead(horizon);
    }

    /** How often the intervals of these forecasts held. */
    public Coverage coverage(int twin, Quantity quantity, int horizon) {
        return twins.get(twin).forecaster(quantity).coverage(horizon);
    }

    /** Mean normalised innovation squared of a value of late: about 1 while its deviation is right. */
    public double consistency(int twin, Quantity quantity) {
        return twins.get(twin).consistency(quantity);
    }

    /** What is believed of the cell's parameters now. */
    public TwinPosterior posterior() {
        return new TwinPosterior(
                prior, twins.stream().map(twin -> twin.filter().cloud()).toList(), settings.seed());
    }

    /** Times that particles were resampled, all twins. */
    public long resamplings() {
        return twins.stream().mapToLong(twin -> twin.filter().resamplings()).sum();
    }

    /** The drifts found so far, oldest first; at most {@value #MOST_RESYNCS} are remembered. */
    public List<Resync> resyncs() {
        return List.copyOf(resyncs);
    }

    public LinkCounters link() {
        return order.counters(refused);
    }

    /** Windows worked on. */
    public long windows() {
        return windows;
    }

    /** End of the newest window worked on; {@link Long#MIN_VALUE} before the first. */
    public long newestMillis() {
        return order.lastMillis();
    }
}
