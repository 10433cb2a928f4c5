package io.twinslice.ransim;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All streams of arrivals of a cell, as a structure of arrays. {@link #micros} and {@link #bytes} describe the next
 * packet of a stream; {@link #advance} moves to the one after it.
 */
final class Sources {
    private static final byte CYCLE = 0;
    private static final byte OBJECTS = 1;
    private static final byte FRAMES = 2;
    private static final byte REPLAY = 3;

    private static final double VIDEO_JITTER_MICROS = 2000;

    /** One stream before it starts; streams that share the phase key are in phase. */
    record Stream(Traffic traffic, int ue, long key, long phaseKey) {}

    private final int[] ue;
    private final byte[] kind;
    /** Mean time between packets; of a recording, how long a microsecond of it takes. */
    private final double[] gapMicros;

    private final double[] meanBytes;
    /** Jitter of a cycle in microseconds; otherwise the standard deviation of the size over its mean. */
    private final double[] spread;

    private final @Nullable PacketTrace[] trace;
    private long[] key;

    /** Time of the last object, or the start of this repetition of a recording, or the phase. */
    private final double[] at;
    /** Cycles, frames or packets so far. */
    private final long[] count;

    private final long[] draws;
    private final long[] micros;
    private final int[] bytes;

    Sources(List<Stream> streams) {
        int size = streams.size();
        ue = new int[size];
        kind = new byte[size];
        gapMicros = new double[size];
        meanBytes = new double[size];
        spread = new double[size];
        trace = new PacketTrace[size];
        key = new long[size];
        at = new double[size];
        count = new long[size];
        draws = new long[size];
        micros = new long[size];
        bytes = new int[size];
        for (int i = 0; i < size; i++) {
            Stream stream = streams.get(i);
            ue[i] = stream.ue;
            key[i] = stream.key;
            prepare(i, stream);
            advance(i, 1);
        }
    }

    /** A copy that goes on by itself. */
    Sources(Sources other) {
        ue = other.ue;
        kind = other.kind;
        gapMicros = other.gapMicros;
        meanBytes = other.meanBytes;
        spread = other.spread;
        trace = other.trace;
        key = other.key;
        at = other.at.clone();
        count = other.count.clone();
        draws = other.draws.clone();
        micros = other.micros.clone();
        bytes = other.bytes.clone();
    }

    private void prepare(int i, Stream stream) {
        switch (stream.traffic) {
            case Traffic.Periodic periodic -> {
                kind[i] = CYCLE;
                gapMicros[i] = periodic.periodMillis() * 1000;
                meanBytes[i] = periodic.bytes();
                spread[i] = periodic.jitterMillis() * 1000;
                at[i] = Chance.uniform(stream.phaseKey, 0) * gapMicros[i];
            }
            case Traffic.Poisson poisson -> objects(i, poisson.packetsPerSecond(), poisson.bytes(), 0);
            case Traffic.Bursts bursts ->
                objects(i, bursts.burstsPerSecond(), bursts.bytesPerBurst(), bursts.relativeStd());
            case Traffic.Video video -> {
                kind[i] = FRAMES;
                gapMicros[i] = 1e6 / video.framesPerSecond();
                meanBytes[i] = video.kbitPerSecond() * 125 / video.framesPerSecond();
                spread[i] = video.relativeStd();
                at[i] = uniform(i) * gapMicros[i] + 2 * VIDEO_JITTER_MICROS;
            }
            case Traffic.Recorded recorded -> {
                kind[i] = REPLAY;
                gapMicros[i] = 1 / recorded.pace();
                trace[i] = recorded.trace();
                count[i] = (int) (uniform(i) * recorded.trace().packets());
                at[i] = -recorded.trace().micros((int) count[i]) * gapMicros[i];
            }
            case Traffic.Mixed _, Traffic.PerUe _ ->
                throw new IllegalArgumentException("not one stream: " + stream.traffic);
        }
    }

    private void objects(int i, double perSecond, double mean, double relativeStd) {
        kind[i] = OBJECTS;
        gapMicros[i] = 1e6 / perSecond;
        meanBytes[i] = mean;
        spread[i] = relativeStd;
    }

    int size() {
        return ue.length;
    }

    int ue(int i) {
        return ue[i];
    }

    long micros(int i) {
        return micros[i];
    }

    int bytes(int i) {
        return bytes[i];
    }

    /** Moves to the next packet under the load factor in force now. */
    void advance(int i, double load) {
        switch (kind[i]) {
            case CYCLE -> {
                double jitter = spread[i] == 0 ? 0 : uniform(i) * spread[i];
                micros[i] = (long) (at[i] + (count[i]++ * gapMicros[i] + jitter));
                size(i, meanBytes[i] * load);
            }
            case OBJECTS -> {
                double gap = exponential(i) * gapMicros[i];
                at[i] += load == 1 ? gap : gap / load;
                micros[i] = (long) at[i];
                double shape = spread[i] == 0 ? 1 : Math.clamp(1 + spread[i] * normal(i), 0.2, 3);
                size(i, meanBytes[i] * shape);
            }
            case FRAMES -> {
                double jitter = Math.clamp(normal(i), -2, 2) * VIDEO_JITTER_MICROS;
                micros[i] = Math.max(micros[i], (long) (at[i] + count[i]++ * gapMicros[i] + jitter));
                size(i, meanBytes[i] * Math.clamp(1 + spread[i] * normal(i), 0.5, 1.5) * load);
            }
            default -> replay(i, load);
        }
    }

    private void replay(int i, double load) {
        PacketTrace recording = trace[i];
        if (recording == null) {
            throw new IllegalStateException("stream " + i + " has no recording");
        }
        if (count[i] == recording.packets()) {
            count[i] = 0;
            at[i] += recording.durationMicros() * gapMicros[i];
        }
        int packet = (int) count[i]++;
        // A recording has a rate of its own; a load factor acts on the sizes.
        micros[i] = Math.max(micros[i], (long) (at[i] + recording.micros(packet) * gapMicros[i]));
        size(i, recording.bytes(packet) * load);
    }

    /**
     * Draws from another seed from now on. Objects have no memory, so that the next one is drawn anew; of cycles,
     * frames and recordings the next packet is on its way already.
     */
    void reseed(long seed, long nowMicros, double[] loadOfUe) {
        key = Arrays.stream(key).map(old -> Chance.rekeyed(old, seed)).toArray();
        for (int i = 0; i < kind.length; i++) {
            if (kind[i] == OBJECTS) {
                at[i] = nowMicros;
                advance(i, loadOfUe[ue[i]]);
            }
        }
    }

    private double uniform(int i) {
        return Chance.uniform(key[i], draws[i]++);
    }

    private double normal(int i) {
        return Chance.normal(key[i], draws[i]++);
    }

    private double exponential(int i) {
        return Chance.exponential(key[i], draws[i]++);
    }

    private void size(int i, double mean) {
        bytes[i] = (int) Math.max(1, Math.min(mean + 0.5, Traffic.MAX_PACKET_BYTES));
    }

    long digest(long seed) {
        long hash = Chance.mix(seed + Arrays.hashCode(key));
        for (int i = 0; i < ue.length; i++) {
            hash = Chance.mix(Chance.mix(hash + micros[i]) + draws[i] * 31 + bytes[i]);
            hash = Chance.mix(Chance.mix(hash + count[i]) + Double.doubleToLongBits(at[i]));
        }
        return hash;
    }
}
