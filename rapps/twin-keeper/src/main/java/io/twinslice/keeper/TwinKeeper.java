package io.twinslice.keeper;

import io.twinslice.env.Scenario;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.sync.CalibrationProgress;
import io.twinslice.sync.TwinCalibrator;
import io.twinslice.sync.mirror.LiveMirror;
import io.twinslice.sync.mirror.MirrorSettings;
import io.twinslice.sync.mirror.ReportQuality;
import io.twinslice.sync.mirror.TwinPosterior;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Remembers the latest windows of a live cell and, when asked, makes a calibrated twin of them.
 *
 * <p>Thread-safe: windows may come in on one thread while another calibrates; a calibration works on the windows known
 * when it began.
 */
public final class TwinKeeper {
    private final Scenario prior;
    private final TwinCalibrator calibrator;
    private final long seed;
    private final int capacity;
    private final Deque<TwinSnapshot> history = new ArrayDeque<>();
    private long refused;

    /**
     * @param prior what is believed of the cell before anything was observed
     * @param capacity windows to remember, at least {@value TwinCalibrator#FEWEST_WINDOWS}
     * @param seed everything random in calibrations follows from it
     */
    public TwinKeeper(Scenario prior, int capacity, long seed) {
        if (capacity < TwinCalibrator.FEWEST_WINDOWS || capacity > 1_000_000) {
            throw new IllegalArgumentException(
                    "capacity must be " + TwinCalibrator.FEWEST_WINDOWS + "..1000000 windows, not " + capacity);
        }
        this.prior = prior;
        this.capacity = capacity;
        this.seed = seed;
        calibrator = new TwinCalibrator(seed);
    }

    /**
     * Takes in a window. One that does not end later than the last one (a repetition, or late on the wire), or that is
     * of other twins or another carrier, is refused.
     *
     * @return whether it was taken in
     */
    public synchronized boolean observe(TwinSnapshot window) {
        boolean belongs = window.twins().equals(prior.twins())
                && window.prbCount() == prior.parameters().prbCount();
        TwinSnapshot last = history.peekLast();
        if (!belongs || (last != null && window.windowEndMillis() <= last.windowEndMillis())) {
            refused++;
            return false;
        }
        if (history.size() == capacity) {
            history.removeFirst();
        }
        history.addLast(window);
        return true;
    }

    /** Windows remembered. */
    public synchronized int windows() {
        return history.size();
    }

    /** Windows refused so far. */
    public synchronized long refused() {
        return refused;
    }

    /**
     * Age of what is known of the cell.
     *
     * @param nowMillis now, in the RAN's time
     * @return milliseconds since the end of the newest window, at least 0; empty before the first one
     */
    public synchronized OptionalLong freshnessMillis(long nowMillis) {
        TwinSnapshot last = history.peekLast();
        return last == null ? OptionalLong.empty() : OptionalLong.of(Math.max(0, nowMillis - last.windowEndMillis()));
    }

    /**
     * Calibrates the twin on what is remembered; takes seconds.
     *
     * @return empty while there are fewer than {@value TwinCalibrator#FEWEST_WINDOWS} windows
     */
    public Optional<Mirror> calibrate() {
        return calibrate(CalibrationProgress.SILENT);
    }

    /**
     * What is believed of the cell after all that is remembered: cells drawn from it differ as much as the truth may.
     * {@link #calibrate()} gives one cell, and fits fading and burstiness closer.
     *
     * @return empty while there are fewer than {@value TwinCalibrator#FEWEST_WINDOWS} windows
     */
    public Optional<TwinPosterior> posterior() {
        List<TwinSnapshot> observed;
        synchronized (this) {
            observed = List.copyOf(history);
        }
        if (observed.size() < TwinCalibrator.FEWEST_WINDOWS) {
            return Optional.empty();
        }
        LiveMirror mirror = new LiveMirror(prior, MirrorSettings.of(ReportQuality.PERFECT, seed));
        for (TwinSnapshot window : observed) {
            mirror.accept(window);
            mirror.advance(window.windowEndMillis());
        }
        return Optional.of(mirror.posterior());
    }

    /** The same, heard by {@code progress}. */
    public Optional<Mirror> calibrate(CalibrationProgress progress) {
        List<TwinSnapshot> observed;
        synchronized (this) {
            observed = List.copyOf(history);
        }
        if (observed.size() < TwinCalibrator.FEWEST_WINDOWS) {
            return Optional.empty();
        }
        var calibration = calibrator.calibrate(prior, observed, progress);
        return Optional.of(new Mirror(
                prior.withParameters(calibration.parameters()),
                calibration,
                observed.size(),
                observed.getFirst().windowEndMillis(),
                observed.getLast().windowEndMillis()));
    }
}
