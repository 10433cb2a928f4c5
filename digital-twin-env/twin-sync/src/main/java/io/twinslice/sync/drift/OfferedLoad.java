package io.twinslice.sync.drift;

import io.twinslice.ransim.Traffic;
import io.twinslice.ransim.TwinParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The offered volume of one twin, window by window, without a cell around it: some hundred times faster than the
 * simulator, with the same laws of arrival but other draws. Not thread-safe; a window allocates nothing.
 */
public final class OfferedLoad {
    private final List<Stream> streams = new ArrayList<>();
    private final double windowMicros;
    private double now;
    private double load = 1;

    /**
     * @param windowMillis length of a window, 1..60000
     * @param seed everything random follows from it
     * @throws IllegalArgumentException when the twin replays a recording: its arrivals are no law
     */
    public OfferedLoad(TwinParameters twin, int windowMillis, long seed) {
        if (windowMillis < 1 || windowMillis > 60_000) {
            throw new IllegalArgumentException("windowMillis must be 1..60000, not " + windowMillis);
        }
        windowMicros = windowMillis * 1000.0;
        SplittableRandom random = new SplittableRandom(seed);
        double shared = random.nextDouble();
        for (int ue = 0; ue < twin.ues(); ue++) {
            add(twin.traffic(), ue, shared, random);
        }
    }

    private void add(Traffic traffic, int ue, double shared, SplittableRandom random) {
        switch (traffic) {
            case Traffic.Periodic periodic -> streams.add(new Cycle(periodic, shared, random.split()));
            case Traffic.Poisson(double rate, int bytes) -> streams.add(new Objects(rate, bytes, 0, random.split()));
            case Traffic.Bursts(double rate, int bytes, double std) ->
                streams.add(new Objects(rate, bytes, std, random.split()));
            case Traffic.Video video -> streams.add(new Frames(video, random.split()));
            case Traffic.Mixed(var parts) -> parts.forEach(part -> add(part, ue, shared, random));
            case Traffic.PerUe(var parts) -> add(parts.get(ue % parts.size()), ue, shared, random);
            case Traffic.Recorded recorded ->
                throw new IllegalArgumentException(
                        "a recording has no law of arrival: " + recorded.trace().name());
        }
    }

    /** Whether the twin's traffic has a law that can be drawn from. */
    public static boolean draws(Traffic traffic) {
        return switch (traffic) {
            case Traffic.Recorded _ -> false;
            case Traffic.Mixed(var parts) -> parts.stream().allMatch(OfferedLoad::draws);
            case Traffic.PerUe(var parts) -> parts.stream().allMatch(OfferedLoad::draws);
            default -> true;
        };
    }

    /**
     * Multiplies the offered volume from the next window on.
     *
     * @param factor 0.01..100
     */
    public void scale(double factor) {
        if (!(factor >= 0.01 && factor <= 100)) {
            throw new IllegalArgumentException("factor must be 0.01..100, not " + factor);
        }
        load = factor;
    }

    /** Volume of the next window in whole kbit, as KPM reports it. */
    public int nextKbit() {
        now += windowMicros;
        long bytes = 0;
        for (int i = 0; i < streams.size(); i++) {
            bytes += streams.get(i).until(now, load);
        }
        return (int) Math.min(Integer.MAX_VALUE, Math.round(bytes * 8 / 1000.0));
    }

    /** One source at one UE. */
    private abstract static sealed class Stream {
        final RandomGenerator random;
        double next;

        Stream(RandomGenerator random) {
            this.random = random;
        }

        final long until(double time, double load) {
            long bytes = 0;
            while (next <= time) {
                bytes += Math.max(1, Math.round(size(load)));
                advance(load);
            }
            return bytes;
        }

        abstract double size(double load);

        abstract void advance(double load);
    }

    private static final class Cycle extends Stream {
        private final Traffic.Periodic periodic;
        private final double phase;
        private long cycle;

        Cycle(Traffic.Periodic periodic, double shared, RandomGenerator random) {
            super(random);
            this.periodic = periodic;
            phase = (periodic.inPhase() ? shared : random.nextDouble()) * periodic.periodMillis() * 1000;
            advance(1);
        }

        @Override
        double size(double load) {
            return periodic.bytes() * load;
        }

        @Override
        void advance(double load) {
            double jitter = periodic.jitterMillis() == 0 ? 0 : random.nextDouble() * periodic.jitterMillis();
            next = phase + (cycle++ * periodic.periodMillis() + jitter) * 1000;
        }
    }

    private static final class Objects extends Stream {
        private final double perMicro;
        private final int bytes;
        private final double deviation;

        Objects(double perSecond, int bytes, double deviation, RandomGenerator random) {
            super(random);
            perMicro = perSecond / 1e6;
            this.bytes = bytes;
            this.deviation = deviation;
            advance(1);
        }

        @Override
        double size(double load) {
            return deviation == 0 ? bytes : bytes * Math.clamp(1 + deviation * random.nextGaussian(), 0.2, 3);
        }

        @Override
        void advance(double load) {
            next -= StrictMath.log(1 - random.nextDouble()) / (perMicro * load);
        }
    }

    private static final class Frames extends Stream {
        private static final double JITTER_MICROS = 2000;

        private final Traffic.Video video;
        private final double phase;
        private long frame;

        Frames(Traffic.Video video, RandomGenerator random) {
            super(random);
            this.video = video;
            phase = random.nextDouble() * 1e6 / video.framesPerSecond() + 2 * JITTER_MICROS;
            advance(1);
        }

        @Override
        double size(double load) {
            double shape = Math.clamp(1 + video.relativeStd() * random.nextGaussian(), 0.5, 1.5);
            return video.kbitPerSecond() * 125 / video.framesPerSecond() * shape * load;
        }

        @Override
        void advance(double load) {
            double jitter = Math.clamp(random.nextGaussian(), -2, 2) * JITTER_MICROS;
            next = Math.max(next, phase + frame++ * 1e6 / video.framesPerSecond() + jitter);
        }
    }
}
