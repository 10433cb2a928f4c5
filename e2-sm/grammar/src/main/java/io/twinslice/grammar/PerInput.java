package io.twinslice.grammar;

import io.twinslice.aper.BitString;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.Octets;
import io.twinslice.aper.PeerDialect;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The parts that aligned PER (X.691) puts values together from. */
final class PerInput extends BitTape {
    static final int FRAGMENT = 16384;

    private final PeerDialect dialect;

    PerInput(byte[] octets, PeerDialect dialect) {
        super(octets);
        this.dialect = dialect;
    }

    /** A whole number of lower..upper (X.691 clause 11.5). */
    long constrained(long lower, long upper) throws DecodeException {
        long count = upper - lower + 1;
        long offset;
        if (count <= 255) {
            offset = number(bitsFor(count));
        } else if (count <= 65536) {
            align();
            offset = number(count == 256 ? 8 : 16);
        } else {
            int most = (bitsFor(count) + 7) / 8;
            int octets = (int) number(bitsFor(most)) + 1;
            if (octets > most) {
                throw malformed(octets + " octets for a number of " + most);
            }
            align();
            offset = number(octets * 8);
        }
        if (offset > upper - lower) {
            throw malformed(lower + offset + " is beyond " + upper);
        }
        return lower + offset;
    }

    long integer(AsnType.Range range) throws DecodeException {
        boolean unbounded = !range.bounded() || (range.extensible() && bit());
        return unbounded ? unconstrained(octetsUnderLength()) : constrained(range.lower(), range.upper());
    }

    long unconstrained(byte[] octets) throws DecodeException {
        if (octets.length == 0) {
            return 0;
        }
        boolean leadingZero = octets.length > 1 && octets[0] == 0;
        java.math.BigInteger number = switch (dialect) {
            case STANDARD, FLEXRIC_2023 -> new java.math.BigInteger(octets);
            case SRSRAN ->
                leadingZero
                        ? new java.math.BigInteger(octets, 1, octets.length - 1)
                        : new java.math.BigInteger(1, octets);
        };
        if (number.bitLength() > 63) {
            throw malformed("an INTEGER beyond 64 bits");
        }
        return number.longValueExact();
    }

    /** The octets behind a length that may not be fragmented. */
    byte[] octetsUnderLength() throws DecodeException {
        int length = length();
        if (length >= FRAGMENT) {
            throw malformed("a fragmented number");
        }
        return octets(length);
    }

    /** A length determinant (clause 11.9); 16K and more announce another one. */
    int length() throws DecodeException {
        align();
        if (!bit()) {
            return (int) number(7);
        }
        if (!bit()) {
            return (int) number(14);
        }
        int units = (int) number(6);
        if (units < 1 || units > 4) {
            throw malformed("a fragment of " + units + " times 16K");
        }
        return units * FRAGMENT;
    }

    byte[] generalOctets() throws DecodeException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int length;
        do {
            length = length();
            all.writeBytes(octets(length));
        } while (length >= FRAGMENT);
        return all.toByteArray();
    }

    Octets octetString(AsnType.Range size) throws DecodeException {
        if (!size.bounded()) {
            return Octets.of(generalOctets());
        }
        if (size.upper() > 2) {
            align();
        }
        return Octets.of(octets((int) size.upper()));
    }

    BitString bitString(AsnType.Range size) throws DecodeException {
        if (!size.bounded() || (size.extensible() && bit())) {
            StringBuilder bits = new StringBuilder();
            int length;
            do {
                length = length();
                appendBits(bits, length);
            } while (length >= FRAGMENT);
            return ofText(bits);
        }
        int length = size.fixed() ? (int) size.upper() : (int) constrained(size.lower(), size.upper());
        if (!size.fixed() || length > 16) {
            align();
        }
        StringBuilder bits = new StringBuilder();
        appendBits(bits, length);
        return ofText(bits);
    }

    void appendBits(StringBuilder bits, int count) throws DecodeException {
        for (int i = 0; i < count; i++) {
            bits.append(bit() ? '1' : '0');
        }
    }

    static BitString ofText(CharSequence bits) {
        byte[] octets = new byte[(bits.length() + 7) / 8];
        for (int i = 0; i < bits.length(); i++) {
            if (bits.charAt(i) == '1') {
                octets[i / 8] |= (byte) (128 >> i % 8);
            }
        }
        return new BitString(Octets.of(octets), bits.length());
    }

    String text(AsnType.Range size) throws DecodeException {
        byte[] characters;
        if (!size.bounded() || (size.extensible() && bit())) {
            characters = generalOctets();
        } else {
            int length = (int) constrained(size.lower(), size.upper());
            align();
            characters = octets(length);
        }
        for (byte character : characters) {
            if (character < 0) {
                throw malformed("a character beyond ASCII");
            }
        }
        return new String(characters, StandardCharsets.US_ASCII);
    }

    /** The index of an extensible ENUMERATED or CHOICE. */
    int extensibleIndex(int root) throws DecodeException {
        if (!bit()) {
            return (int) constrained(0, root - 1L);
        }
        return root + smallNumber();
    }

    /** A normally small number (clause 11.6). */
    int smallNumber() throws DecodeException {
        if (!bit()) {
            return (int) number(6);
        }
        byte[] octets = octetsUnderLength();
        if (octets.length > 3) {
            throw malformed("an index of " + octets.length + " octets");
        }
        return new java.math.BigInteger(1, octets).intValueExact();
    }

    static int bitsFor(long count) {
        int bits = 0;
        while (bits < 63 && 1L << bits < count) {
            bits++;
        }
        return bits;
    }
}
