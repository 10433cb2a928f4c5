package io.twinslice.aper;

/** Reads numbers: INTEGER, REAL, ENUMERATED and the index of a CHOICE (X.691 clauses 13 to 15 and 23). */
abstract class NumberReader extends BitCursor {
    NumberReader(DecodeLimits limits, PeerDialect dialect) {
        super(limits, dialect);
    }

    /** INTEGER (lower..upper). */
    public long integer(String name, long lower, long upper) throws DecodeException {
        long range = upper - lower + 1;
        long offset;
        if (range <= 255) {
            offset = bits(name, BitWriter.bitsFor(range));
        } else if (range <= 65536) {
            align();
            offset = bits(name, range == 256 ? 8 : 16);
        } else {
            int most = BitWriter.octetsFor(range - 1);
            int octets = (int) bits(name, BitWriter.bitsFor(most)) + 1;
            if (octets > most) {
                throw malformed(name, octets + " octets for a value of at most " + most);
            }
            align();
            offset = bits(name, octets * 8);
        }
        if (offset >= range) {
            throw malformed(name, lower + offset + " is outside " + lower + ".." + upper);
        }
        return lower + offset;
    }

    /** INTEGER (lower..upper, ...). */
    public long extensibleInteger(String name, long lower, long upper) throws DecodeException {
        return bool(name) ? integer(name) : integer(name, lower, upper);
    }

    /** INTEGER without bounds, of at most 64 bits; length zero is 0 (a peer sends it so). */
    public long integer(String name) throws DecodeException {
        int octets = length(name);
        need(name, octets * 8L);
        boolean srsran = dialect == PeerDialect.SRSRAN && octets > 0;
        if (srsran && octets > 1 && data[position >>> 3] == 0) {
            position += 8;
            octets--;
        } else if (srsran && data[position >>> 3] < 0) {
            return unsigned(name, octets);
        }
        while (octets > 8) {
            int head = data[position >>> 3];
            if ((head != 0 && head != -1) || head != data[(position >>> 3) + 1] >> 7) {
                throw malformed(name, "an INTEGER of " + octets + " octets is beyond 64 bits");
            }
            position += 8;
            octets--;
        }
        if (octets == 0) {
            return 0;
        }
        int unused = 64 - octets * 8;
        return bits(name, octets * 8) << unused >> unused;
    }

    private long unsigned(String name, int octets) throws DecodeException {
        if (octets >= 8) {
            throw malformed(name, "an INTEGER of " + octets + " octets is beyond 64 bits");
        }
        return bits(name, octets * 8);
    }

    /** REAL, in any of the forms of X.690 clause 8.5 that a double can hold. */
    public double real(String name) throws DecodeException {
        int octets = length(name);
        need(name, octets * 8L);
        int start = position >>> 3;
        position += octets * 8;
        return RealContents.parse(this, name, data, start, octets);
    }

    /** ENUMERATED with extension marker; an extension item counts on from {@code root}. */
    public int extensibleEnum(String name, int root) throws DecodeException {
        return extensionIndex(name, root);
    }

    /** ENUMERATED without extension marker. */
    public int enumerated(String name, int root) throws DecodeException {
        return (int) integer(name, 0, root - 1L);
    }

    /** The index of an extensible CHOICE; {@code root} and more mean an extension alternative, held in an open type. */
    public int choice(String name, int root) throws DecodeException {
        return extensionIndex(name, root);
    }

    /**
     * The index of an extensible CHOICE of which {@code known} alternatives are known, those from {@code root} on as
     * extension alternatives; the content of such a one is read by {@link BitReader#alternative}.
     */
    public int choice(String name, int root, int known) throws DecodeException {
        return extensionIndex(name, dialect == PeerDialect.FLEXRIC_2023 ? known : root);
    }

    /** Whether the peer's text has extension alternatives, and some additions, in the root. */
    public boolean flattened() {
        return dialect == PeerDialect.FLEXRIC_2023;
    }

    private int extensionIndex(String name, int root) throws DecodeException {
        if (!bool(name)) {
            return (int) integer(name, 0, root - 1L);
        }
        if (!bool(name)) {
            return root + (int) bits(name, 6);
        }
        int octets = length(name);
        if (octets > 3) {
            throw malformed(name, "an extension index of " + octets + " octets");
        }
        return root + (int) bits(name, octets * 8);
    }

    private int length(String name) throws DecodeException {
        int length = fragment(name);
        if (length >= BitWriter.FRAGMENT) {
            throw malformed(name, "a fragmented number");
        }
        return length;
    }
}
