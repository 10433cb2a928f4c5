package io.twinslice.aper;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bits appended to one growing array. */
abstract class BitBuffer {
    private static final VarHandle WINDOW = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int MAX_OCTETS = 1 << 27;

    byte[] buffer;
    int position;

    BitBuffer(int initialOctets) {
        buffer = new byte[Math.max(16, initialOctets)];
    }

    /** Length of the encoding in octets; an encoding without bits still takes one (X.691 clause 11.1.3). */
    public int octetLength() {
        return Math.max(1, (position + 7) >>> 3);
    }

    public byte[] toByteArray() {
        ensure(8);
        if (position == 0) {
            buffer[0] = 0;
        }
        return Arrays.copyOf(buffer, octetLength());
    }

    /** Like {@link #toByteArray()} as an immutable value. */
    public Octets toOctets() {
        return Octets.owning(toByteArray());
    }

    /** Copies the {@link #octetLength()} octets of the encoding to {@code target}. */
    public void copyTo(byte[] target, int offset) {
        ensure(8);
        if (position == 0) {
            buffer[0] = 0;
        }
        System.arraycopy(buffer, 0, target, offset, octetLength());
    }

    /**
     * The low {@code count} bits of {@code value}, most significant first.
     *
     * <p>Up to 57 bits go into one 8-octet window, which clears what stood behind them.
     */
    public void bits(long value, int count) {
        if (count == 0) {
            return;
        }
        if (count > 57) {
            bits(value >>> 32, count - 32);
            bits(value, 32);
            return;
        }
        ensure(64);
        int used = position & 7;
        int index = position >>> 3;
        long window = value << (64 - count) >>> used;
        if (used != 0) {
            window |= (long) (buffer[index] & (0xFF00 >>> used) & 0xFF) << 56;
        }
        WINDOW.set(buffer, index, window);
        position += count;
    }

    public void bit(boolean set) {
        bits(set ? 1 : 0, 1);
    }

    public void align() {
        position = (position + 7) & ~7;
    }

    void raw(byte[] content, int from, int count) {
        if ((position & 7) != 0) {
            for (int i = from; i < from + count; i++) {
                bits(content[i] & 0xFF, 8);
            }
            return;
        }
        ensure(count * 8L);
        System.arraycopy(content, from, buffer, position >>> 3, count);
        position += count * 8;
    }

    final void ensure(long moreBits) {
        long octets = (position + moreBits + 7) >>> 3;
        if (octets > buffer.length) {
            if (octets > MAX_OCTETS) {
                throw new IllegalArgumentException("an encoding of more than " + MAX_OCTETS + " octets");
            }
            buffer = Arrays.copyOf(buffer, (int) Math.min(MAX_OCTETS, Math.max(octets, buffer.length * 2L)));
        }
    }
}
