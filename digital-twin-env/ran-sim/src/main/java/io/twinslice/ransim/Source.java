package io.twinslice.ransim;

/**
 * One stream of arrivals at one UE. {@link #micros} and {@link #bytes} describe the next packet; {@link #advance} moves
 * to the one after it.
 */
abstract sealed class Source {
    final int ue;
    private final long key;
    private long draws;

    long micros;
    int bytes;

    private Source(int ue, long key) {
        this.ue = ue;
        this.key = key;
    }

    /** Moves to the next packet under the load factor in force now. */
    abstract void advance(double load);

    /**
     * @param key this source's stream of chance
     * @param phaseKey the stream that its phase comes from; sources that share it are in phase
     */
    static Source of(Traffic traffic, int ue, long key, long phaseKey) {
        Source source = switch (traffic) {
            case Traffic.Periodic periodic -> new Cycle(periodic, ue, key, phaseKey);
            case Traffic.Poisson poisson -> new Objects(poisson.packetsPerSecond(), poisson.bytes(), 0, ue, key);
            case Traffic.Bursts bursts ->
                new Objects(bursts.burstsPerSecond(), bursts.bytesPerBurst(), bursts.relativeStd(), ue, key);
            case Traffic.Video video -> new Frames(video, ue, key);
            case Traffic.Recorded recorded -> new Replay(recorded, ue, key);
            case Traffic.Mixed _, Traffic.PerUe _ -> throw new IllegalArgumentException("not one source: " + traffic);
        };
        source.advance(1);
        return source;
    }

    double uniform() {
        return Chance.uniform(key, draws++);
    }

    double normal() {
        return Chance.normal(key, draws++);
    }

    double exponential() {
        return Chance.exponential(key, draws++);
    }

    void size(double mean, double load) {
        bytes = Math.clamp(Math.round(mean * load), 1, Traffic.MAX_PACKET_BYTES);
    }

    long digest(long seed) {
        return Chance.mix(Chance.mix(seed + micros) + draws * 31 + bytes);
    }

    private static final class Cycle extends Source {
        private final Traffic.Periodic periodic;
        private final double phaseMicros;
        private long cycle;

        private Cycle(Traffic.Periodic periodic, int ue, long key, long phaseKey) {
            super(ue, key);
            this.periodic = periodic;
            phaseMicros = Chance.uniform(phaseKey, 0) * periodic.periodMillis() * 1000;
        }

        @Override
        void advance(double load) {
            double jitter = periodic.jitterMillis() == 0 ? 0 : uniform() * periodic.jitterMillis();
            micros = (long) (phaseMicros + (cycle++ * periodic.periodMillis() + jitter) * 1000);
            size(periodic.bytes(), load);
        }
    }

    private static final class Objects extends Source {
        private final double perMicro;
        private final double meanBytes;
        private final double relativeStd;
        private double at;

        private Objects(double perSecond, double meanBytes, double relativeStd, int ue, long key) {
            super(ue, key);
            perMicro = perSecond / 1e6;
            this.meanBytes = meanBytes;
            this.relativeStd = relativeStd;
        }

        @Override
        void advance(double load) {
            at += exponential() / (perMicro * load);
            micros = (long) at;
            double shape = relativeStd == 0 ? 1 : Math.clamp(1 + relativeStd * normal(), 0.2, 3);
            size(meanBytes, shape);
        }
    }

    private static final class Frames extends Source {
        private static final double JITTER_MILLIS = 2;

        private final double periodMicros;
        private final double meanBytes;
        private final double relativeStd;
        private final double phaseMicros;
        private long frame;

        private Frames(Traffic.Video video, int ue, long key) {
            super(ue, key);
            periodMicros = 1e6 / video.framesPerSecond();
            meanBytes = video.kbitPerSecond() * 125 / video.framesPerSecond();
            relativeStd = video.relativeStd();
            phaseMicros = uniform() * periodMicros + 2 * JITTER_MILLIS * 1000;
        }

        @Override
        void advance(double load) {
            double jitter = Math.clamp(normal(), -2, 2) * JITTER_MILLIS * 1000;
            micros = Math.max(micros, (long) (phaseMicros + frame++ * periodMicros + jitter));
            size(meanBytes * Math.clamp(1 + relativeStd * normal(), 0.5, 1.5), load);
        }
    }

    private static final class Replay extends Source {
        private final PacketTrace trace;
        private final double microsPerMicro;
        private int packet;
        private double startMicros;

        private Replay(Traffic.Recorded recorded, int ue, long key) {
            super(ue, key);
            trace = recorded.trace();
            microsPerMicro = 1 / recorded.pace();
            packet = (int) (uniform() * trace.packets());
            startMicros = -trace.micros(packet) * microsPerMicro;
        }

        @Override
        void advance(double load) {
            if (packet == trace.packets()) {
                packet = 0;
                startMicros += trace.durationMicros() * microsPerMicro;
            }
            // A recording has a rate of its own; a load factor acts on the sizes.
            micros = Math.max(micros, (long) (startMicros + trace.micros(packet) * microsPerMicro));
            size(trace.bytes(packet++), load);
        }
    }
}
