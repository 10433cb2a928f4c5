package io.twinslice.grammar;

import io.twinslice.aper.DecodeException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Octets read one bit at a time, and the path of names that says where. */
class BitTape {
    private final byte[] octets;
    private final Deque<String> path = new ArrayDeque<>();
    private int end;
    private int position;

    BitTape(byte[] octets) {
        this.octets = octets;
        end = octets.length * 8;
    }

    int position() {
        return position;
    }

    int left() {
        return end - position;
    }

    void enter(String name) {
        path.addLast(name);
    }

    void leave() {
        path.removeLast();
    }

    int depth() {
        return path.size();
    }

    boolean bit() throws DecodeException {
        if (position >= end) {
            throw malformed("the input ends here");
        }
        boolean bit = (octets[position / 8] >> (7 - position % 8) & 1) == 1;
        position++;
        return bit;
    }

    long number(int bits) throws DecodeException {
        long number = 0;
        for (int i = 0; i < bits; i++) {
            number = number * 2 + (bit() ? 1 : 0);
        }
        return number;
    }

    /** Pads to an octet boundary; what is padded with is not looked at. */
    void align() {
        position = (position + 7) / 8 * 8;
    }

    byte[] octets(int count) throws DecodeException {
        if (count > left() / 8) {
            throw malformed(count + " octets wanted, " + left() / 8 + " left");
        }
        byte[] read = new byte[count];
        for (int i = 0; i < count; i++) {
            read[i] = (byte) number(8);
        }
        return read;
    }

    DecodeException malformed(String problem) {
        return new DecodeException(String.join(".", path) + " at bit " + position + ": " + problem);
    }
}
