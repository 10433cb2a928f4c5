package io.twinslice.ransim;

import java.util.List;

/**
 * What one UE is sent. Every UE draws its own arrivals; phases are independent unless said otherwise. A packet is the
 * unit that a deadline applies to: a message, a video frame, a burst.
 */
public sealed interface Traffic {
    /** Largest packet, in bytes. */
    int MAX_PACKET_BYTES = 1 << 19;

    /** The same source offering {@code load} times the volume, 0.01..100. */
    Traffic scaled(double load);

    /** Mean volume offered to one UE. */
    double kbitPerSecond();

    /**
     * A message each cycle; load scales its size.
     *
     * @param periodMillis cycle, 0.5..600000
     * @param bytes size of a message
     * @param jitterMillis each message is late by a uniform draw up to this, less than a cycle
     * @param inPhase whether all UEs of the twin begin their cycles together
     */
    record Periodic(double periodMillis, int bytes, double jitterMillis, boolean inPhase) implements Traffic {
        public Periodic {
            Range.require("periodMillis", periodMillis, 0.5, 600_000);
            Range.require("bytes", bytes, 1, MAX_PACKET_BYTES);
            Range.require("jitterMillis", jitterMillis, 0, periodMillis);
        }

        /** Cycles with phases of their own. */
        public Periodic(double periodMillis, int bytes, double jitterMillis) {
            this(periodMillis, bytes, jitterMillis, false);
        }

        @Override
        public Periodic scaled(double load) {
            return new Periodic(periodMillis, scaledBytes(bytes, load), jitterMillis, inPhase);
        }

        @Override
        public double kbitPerSecond() {
            return bytes * 8 / periodMillis;
        }
    }

    /**
     * Packets at random times; load scales their rate.
     *
     * @param packetsPerSecond mean rate, 1e-4..1e5
     * @param bytes size of a packet
     */
    record Poisson(double packetsPerSecond, int bytes) implements Traffic {
        public Poisson {
            Range.require("packetsPerSecond", packetsPerSecond, 1e-4, 1e5);
            Range.require("bytes", bytes, 1, MAX_PACKET_BYTES);
        }

        @Override
        public Poisson scaled(double load) {
            return new Poisson(packetsPerSecond * load, bytes);
        }

        @Override
        public double kbitPerSecond() {
            return packetsPerSecond * bytes * 8 / 1000;
        }
    }

    /**
     * Video frames, Gaussian in size (limits 50..150 % of the mean) and in arrival (2 ms, limits ±4 ms), as TR 38.838
     * has XR; load scales the size.
     *
     * @param framesPerSecond 1..120
     * @param kbitPerSecond mean rate, above 0
     * @param relativeStd standard deviation of the frame size over its mean, 0..1
     */
    record Video(double framesPerSecond, double kbitPerSecond, double relativeStd) implements Traffic {
        public Video {
            Range.require("framesPerSecond", framesPerSecond, 1, 120);
            Range.require("kbitPerSecond", kbitPerSecond, 0.01, 1e6);
            Range.require("relativeStd", relativeStd, 0, 1);
        }

        @Override
        public Video scaled(double load) {
            return new Video(framesPerSecond, kbitPerSecond * load, relativeStd);
        }
    }

    /**
     * Large objects at random times, each one packet; load scales their rate.
     *
     * @param burstsPerSecond mean rate, 1e-4..1e4
     * @param bytesPerBurst mean size
     * @param relativeStd standard deviation of the size over its mean (limits 20..300 %), 0..1
     */
    record Bursts(double burstsPerSecond, int bytesPerBurst, double relativeStd) implements Traffic {
        public Bursts {
            Range.require("burstsPerSecond", burstsPerSecond, 1e-4, 1e4);
            Range.require("bytesPerBurst", bytesPerBurst, 1, MAX_PACKET_BYTES);
            Range.require("relativeStd", relativeStd, 0, 1);
        }

        /** Bursts of one size. */
        public Bursts(double burstsPerSecond, int bytesPerBurst) {
            this(burstsPerSecond, bytesPerBurst, 0);
        }

        @Override
        public Bursts scaled(double load) {
            return new Bursts(burstsPerSecond * load, bytesPerBurst, relativeStd);
        }

        @Override
        public double kbitPerSecond() {
            return burstsPerSecond * bytesPerBurst * 8 / 1000;
        }
    }

    /**
     * A recording, repeated, which each UE enters at a point of its own.
     *
     * @param trace the recording
     * @param pace how much faster than recorded it is played; load scales it
     */
    record Recorded(PacketTrace trace, double pace) implements Traffic {
        public Recorded {
            Range.require("pace", pace, 1e-4, 1e4);
        }

        /** The recording at its own pace. */
        public Recorded(PacketTrace trace) {
            this(trace, 1);
        }

        @Override
        public Recorded scaled(double load) {
            return new Recorded(trace, pace * load);
        }

        @Override
        public double kbitPerSecond() {
            return trace.kbitPerSecond() * pace;
        }
    }

    /**
     * Several sources at one UE.
     *
     * @param parts 1..8 sources
     */
    record Mixed(List<Traffic> parts) implements Traffic {
        public Mixed {
            parts = List.copyOf(parts);
            Range.require("number of parts", parts.size(), 1, 8);
        }

        @Override
        public Mixed scaled(double load) {
            return new Mixed(parts.stream().map(part -> part.scaled(load)).toList());
        }

        @Override
        public double kbitPerSecond() {
            return parts.stream().mapToDouble(Traffic::kbitPerSecond).sum();
        }
    }

    /**
     * A source of its own for each UE: the first UE of the twin has the first part, and after the last part it starts
     * again with the first.
     *
     * @param parts 1..64 sources
     */
    record PerUe(List<Traffic> parts) implements Traffic {
        public PerUe {
            parts = List.copyOf(parts);
            Range.require("number of parts", parts.size(), 1, 64);
        }

        @Override
        public PerUe scaled(double load) {
            return new PerUe(parts.stream().map(part -> part.scaled(load)).toList());
        }

        /** The mean of the parts: exact for as many UEs as parts. */
        @Override
        public double kbitPerSecond() {
            return parts.stream().mapToDouble(Traffic::kbitPerSecond).sum() / parts.size();
        }
    }

    private static int scaledBytes(int bytes, double load) {
        return Math.clamp(Math.round(bytes * load), 1, MAX_PACKET_BYTES);
    }
}
