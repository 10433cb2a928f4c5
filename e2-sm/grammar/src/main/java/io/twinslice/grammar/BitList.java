package io.twinslice.grammar;

import java.util.BitSet;

/** Bits written one at a time. */
class BitList {
    private final BitSet bits = new BitSet();
    private int length;

    void bit(boolean bit) {
        bits.set(length++, bit);
    }

    void number(long number, int width) {
        for (int i = width - 1; i >= 0; i--) {
            bit(i < 64 ? (number >> i & 1) == 1 : number < 0);
        }
    }

    void align() {
        while (length % 8 != 0) {
            bit(false);
        }
    }

    void octets(byte[] octets, int from, int count) {
        for (int i = from; i < from + count; i++) {
            number(octets[i], 8);
        }
    }

    /** The bits padded to whole octets; at least one octet. */
    byte[] toOctets() {
        byte[] octets = new byte[Math.max(1, (length + 7) / 8)];
        for (int i = 0; i < length; i++) {
            if (bits.get(i)) {
                octets[i / 8] |= (byte) (128 >> i % 8);
            }
        }
        return octets;
    }
}
