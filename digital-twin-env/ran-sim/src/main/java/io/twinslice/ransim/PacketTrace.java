package io.twinslice.ransim;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The downlink packets of one recording, oldest first. Immutable. */
public final class PacketTrace {
    private final String name;
    private final long[] micros;
    private final int[] bytes;
    private final long volumeBytes;

    /**
     * @param name what the recording calls itself
     * @param micros arrival times since the start of the recording, at least 0 and never falling
     * @param bytes sizes, 1..65535, one for each time
     */
    public PacketTrace(String name, long[] micros, int[] bytes) {
        if (micros.length == 0 || micros.length != bytes.length) {
            throw new IllegalArgumentException("a recording needs at least one packet and a size for each time, not "
                    + micros.length + " and " + bytes.length);
        }
        long last = 0;
        long volume = 0;
        for (int i = 0; i < micros.length; i++) {
            if (micros[i] < last) {
                throw new IllegalArgumentException("packet " + i + " at " + micros[i] + " us is earlier than " + last);
            }
            if (bytes[i] < 1 || bytes[i] > 65_535) {
                throw new IllegalArgumentException("packet " + i + " has " + bytes[i] + " bytes, not 1..65535");
            }
            last = micros[i];
            volume += bytes[i];
        }
        this.name = name;
        this.micros = micros.clone();
        this.bytes = bytes.clone();
        volumeBytes = volume;
    }

    /** This recording and then another one. */
    public PacketTrace then(PacketTrace next) {
        int packets = micros.length;
        long[] bothMicros = Arrays.copyOf(micros, packets + next.micros.length);
        int[] bothBytes = Arrays.copyOf(bytes, packets + next.bytes.length);
        for (int i = 0; i < next.micros.length; i++) {
            bothMicros[packets + i] = durationMicros() + next.micros[i];
            bothBytes[packets + i] = next.bytes[i];
        }
        return new PacketTrace(name + ", " + next.name, bothMicros, bothBytes);
    }

    public String name() {
        return name;
    }

    public int packets() {
        return micros.length;
    }

    public long micros(int packet) {
        return micros[packet];
    }

    public int bytes(int packet) {
        return bytes[packet];
    }

    /** Length of one repetition: the last arrival plus the mean gap, at least 1 ms. */
    public long durationMicros() {
        long last = micros[micros.length - 1];
        return Math.max(1000, last + last / micros.length);
    }

    /** Mean rate over one repetition. */
    public double kbitPerSecond() {
        return volumeBytes * 8e3 / durationMicros();
    }

    /** Name, number of packets and SHA-256 of times and sizes: equal for equal recordings only, on any machine. */
    @Override
    public String toString() {
        ByteBuffer content = ByteBuffer.allocate(12 * micros.length);
        for (int i = 0; i < micros.length; i++) {
            content.putLong(micros[i]).putInt(bytes[i]);
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.array());
            return "PacketTrace[" + name + ", " + micros.length + ", "
                    + HexFormat.of().formatHex(digest) + "]";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
