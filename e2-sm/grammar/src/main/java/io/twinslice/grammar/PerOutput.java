package io.twinslice.grammar;

import io.twinslice.aper.BitString;
import io.twinslice.aper.Octets;
import io.twinslice.aper.PeerDialect;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Deque;

/** The parts that aligned PER (X.691) puts encodings together from, in canonical form. */
final class PerOutput extends BitList {
    private static final int FRAGMENT = PerInput.FRAGMENT;

    private final PeerDialect dialect;
    private final Deque<String> path;

    PerOutput(PeerDialect dialect, Deque<String> path) {
        this.dialect = dialect;
        this.path = path;
    }

    IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException(String.join(".", path) + ": " + problem);
    }

    void constrained(long value, long lower, long upper) {
        if (value < lower || value > upper) {
            throw wrong(value + " is not " + lower + ".." + upper);
        }
        long count = upper - lower + 1;
        if (count <= 255) {
            number(value - lower, PerInput.bitsFor(count));
        } else if (count <= 65536) {
            align();
            number(value - lower, count == 256 ? 8 : 16);
        } else {
            int octets = Math.max(1, (PerInput.bitsFor(value - lower + 1) + 7) / 8);
            number(octets - 1L, PerInput.bitsFor((PerInput.bitsFor(count) + 7) / 8));
            align();
            number(value - lower, octets * 8);
        }
    }

    void integer(long value, AsnType.Range range) {
        boolean root = range.bounded() && range.holds(value);
        if (range.extensible()) {
            bit(!root);
        } else if (range.bounded() && !root) {
            throw wrong(value + " is not " + range.lower() + ".." + range.upper());
        }
        if (root) {
            constrained(value, range.lower(), range.upper());
        } else {
            unconstrained(value);
        }
    }

    void unconstrained(long value) {
        byte[] octets = BigInteger.valueOf(value).toByteArray();
        if (dialect == PeerDialect.SRSRAN) {
            boolean unsigned = value > 0 && octets[0] == 0;
            octets = value == 0 ? new byte[0] : unsigned ? Arrays.copyOfRange(octets, 1, octets.length) : octets;
            if (value < 0) {
                byte[] marked = new byte[octets.length + 1];
                System.arraycopy(octets, 0, marked, 1, octets.length);
                octets = marked;
            }
        }
        underLength(octets);
    }

    void underLength(byte[] octets) {
        fragments(octets.length, (from, count) -> octets(octets, from, count));
    }

    /** What writes {@code count} units from {@code from} on. */
    interface Units {
        void write(int from, int count);
    }

    /** Lengths and units in fragments (clause 11.9). */
    void fragments(int all, Units units) {
        int at = 0;
        int count;
        do {
            int left = all - at;
            align();
            if (left < 128) {
                count = left;
                number(count, 8);
            } else if (left < FRAGMENT) {
                count = left;
                number(0x8000 | count, 16);
            } else {
                int times = Math.min(4, left / FRAGMENT);
                count = times * FRAGMENT;
                number(0xC0 | times, 8);
            }
            units.write(at, count);
            at += count;
        } while (count >= FRAGMENT);
    }

    void octetString(Octets value, AsnType.Range size) {
        if (!size.bounded()) {
            underLength(value.toByteArray());
            return;
        }
        if (value.length() != size.upper()) {
            throw wrong(value.length() + " octets instead of " + size.upper());
        }
        if (value.length() > 2) {
            align();
        }
        octets(value.toByteArray(), 0, value.length());
    }

    void bitString(BitString value, AsnType.Range size) {
        boolean root = size.bounded() && size.holds(value.length());
        if (size.extensible()) {
            bit(!root);
        } else if (size.bounded() && !root) {
            throw wrong(value.length() + " bits instead of " + size.lower() + ".." + size.upper());
        }
        if (!root) {
            fragments(value.length(), (from, count) -> bits(value, from, count));
            return;
        }
        if (!size.fixed()) {
            constrained(value.length(), size.lower(), size.upper());
        }
        if (!size.fixed() || value.length() > 16) {
            align();
        }
        bits(value, 0, value.length());
    }

    void bits(BitString value, int from, int count) {
        for (int i = from; i < from + count; i++) {
            bit((value.octets().octet(i / 8) >> (7 - i % 8) & 1) == 1);
        }
    }

    void text(String value, AsnType.Range size) {
        byte[] characters = value.getBytes(StandardCharsets.US_ASCII);
        if (!new String(characters, StandardCharsets.US_ASCII).equals(value)) {
            throw wrong("\"" + value + "\" has a character beyond ASCII");
        }
        boolean root = size.bounded() && size.holds(characters.length);
        if (size.extensible()) {
            bit(!root);
        } else if (size.bounded() && !root) {
            throw wrong(characters.length + " characters instead of " + size.lower() + ".." + size.upper());
        }
        if (root) {
            constrained(characters.length, size.lower(), size.upper());
            align();
            octets(characters, 0, characters.length);
        } else {
            underLength(characters);
        }
    }

    void real(double value) {
        if (Double.doubleToRawLongBits(value) == 0) {
            underLength(new byte[0]);
        } else if (value == 0 || !Double.isFinite(value)) {
            int code = value == 0 ? 0x43 : Double.isNaN(value) ? 0x42 : value > 0 ? 0x40 : 0x41;
            underLength(new byte[] {(byte) code});
        } else {
            BigDecimal magnitude = new BigDecimal(Math.abs(value));
            int exponent = 0;
            while (magnitude.stripTrailingZeros().scale() > 0) {
                magnitude = magnitude.multiply(BigDecimal.TWO);
                exponent--;
            }
            BigInteger mantissa = magnitude.toBigIntegerExact();
            while (!mantissa.testBit(0)) {
                mantissa = mantissa.shiftRight(1);
                exponent++;
            }
            byte[] power = BigInteger.valueOf(exponent).toByteArray();
            byte[] digits = mantissa.toByteArray();
            int skip = digits[0] == 0 ? 1 : 0;
            byte[] all = new byte[1 + power.length + digits.length - skip];
            all[0] = (byte) ((value < 0 ? 0xC0 : 0x80) | (power.length - 1));
            System.arraycopy(power, 0, all, 1, power.length);
            System.arraycopy(digits, skip, all, 1 + power.length, digits.length - skip);
            underLength(all);
        }
    }

    void extensibleIndex(int index, int root) {
        bit(index >= root);
        if (index < root) {
            constrained(index, 0, root - 1L);
        } else if (index - root < 64) {
            bit(false);
            number(index - (long) root, 6);
        } else {
            bit(true);
            byte[] signed = BigInteger.valueOf(index - (long) root).toByteArray();
            // Semi-constrained (clause 11.7): a magnitude without room for a sign.
            underLength(signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed);
        }
    }
}
