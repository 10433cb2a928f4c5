package io.twinslice.aper;

/** Writes numbers: INTEGER, REAL, ENUMERATED and the index of a CHOICE (X.691 clauses 13 to 15 and 23). */
abstract class NumberWriter extends BitBuffer {
    final PeerDialect dialect;

    NumberWriter(int initialOctets, PeerDialect dialect) {
        super(initialOctets);
        this.dialect = dialect;
    }

    /** INTEGER (lower..upper). */
    public void integer(long value, long lower, long upper) {
        if (value < lower || value > upper) {
            throw new IllegalArgumentException(value + " is outside " + lower + ".." + upper);
        }
        long range = upper - lower + 1;
        if (range <= 255) {
            bits(value - lower, bitsFor(range));
        } else if (range == 256) {
            align();
            bits(value - lower, 8);
        } else if (range <= 65536) {
            align();
            bits(value - lower, 16);
        } else {
            int octets = Math.max(1, octetsFor(value - lower));
            bits(octets - 1L, bitsFor(octetsFor(range - 1)));
            align();
            bits(value - lower, octets * 8);
        }
    }

    /** INTEGER (lower..upper, ...): values outside the root travel in the extension form. */
    public void extensibleInteger(long value, long lower, long upper) {
        boolean root = value >= lower && value <= upper;
        if (root && upper - lower >= 65536) {
            // The extension bit is the zero before the number of octets.
            int octets = Math.max(1, octetsFor(value - lower));
            bits(octets - 1L, 1 + bitsFor(octetsFor(upper - lower)));
            align();
            bits(value - lower, octets * 8);
            return;
        }
        bit(!root);
        if (root) {
            integer(value, lower, upper);
        } else {
            integer(value);
        }
    }

    /** INTEGER without bounds. */
    public void integer(long value) {
        if (dialect == PeerDialect.SRSRAN) {
            srsranInteger(value);
            return;
        }
        int octets = (64 - Long.numberOfLeadingZeros(value < 0 ? ~value : value)) / 8 + 1;
        align();
        if (octets <= 4) {
            bits(((long) octets << (octets * 8)) | (value & ((1L << (octets * 8)) - 1)), octets * 8 + 8);
        } else {
            bits(octets, 8);
            bits(value, octets * 8);
        }
    }

    private void srsranInteger(long value) {
        align();
        int octets = value < 0 ? (64 - Long.numberOfLeadingZeros(~value)) / 8 + 1 : octetsFor(value);
        if (value < 0) {
            bits(octets + 1L, 8);
            bits(0, 8);
        } else {
            bits(octets, 8);
        }
        bits(value, octets * 8);
    }

    /** REAL in the canonical binary form: base 2, odd mantissa, shortest exponent. */
    public void real(double value) {
        align();
        if (value == 0 && Double.doubleToRawLongBits(value) == 0) {
            bits(0, 8);
        } else if (value == 0 || !Double.isFinite(value)) {
            bits(1, 8);
            bits(value == 0 ? 0x43 : Double.isNaN(value) ? 0x42 : value > 0 ? 0x40 : 0x41, 8);
        } else {
            long raw = Double.doubleToRawLongBits(value);
            int biased = (int) (raw >>> 52) & 0x7FF;
            long mantissa = (raw & ((1L << 52) - 1)) | (biased == 0 ? 0 : 1L << 52);
            int exponent = Math.max(biased, 1) - 1075;
            int zeros = Long.numberOfTrailingZeros(mantissa);
            mantissa >>>= zeros;
            exponent += zeros;
            int exponentOctets = exponent >= -128 && exponent <= 127 ? 1 : 2;
            int mantissaOctets = octetsFor(mantissa);
            bits(1L + exponentOctets + mantissaOctets, 8);
            bits((raw < 0 ? 0xC0 : 0x80) | (exponentOctets - 1), 8);
            bits(exponent, exponentOctets * 8);
            bits(mantissa, mantissaOctets * 8);
        }
    }

    /** ENUMERATED with {@code root} root items and an extension marker; items beyond the root are extension items. */
    public void extensibleEnum(int index, int root) {
        extensionIndex(index, root);
    }

    /** ENUMERATED without extension marker. */
    public void enumerated(int index, int root) {
        integer(index, 0, root - 1L);
    }

    /**
     * The index of an extensible CHOICE with {@code root} root alternatives. An alternative beyond the root must be
     * followed by its content as an open type.
     */
    public void choice(int index, int root) {
        extensionIndex(index, root);
    }

    /**
     * The index of an extensible CHOICE of {@code known} alternatives, those from {@code root} on in the extension; the
     * content of such a one is written by {@link BitWriter#alternative}.
     */
    public void choice(int index, int root, int known) {
        extensionIndex(index, dialect == PeerDialect.FLEXRIC_2023 ? known : root);
    }

    /** Whether the peer's text has extension alternatives, and some additions, in the root. */
    public boolean flattened() {
        return dialect == PeerDialect.FLEXRIC_2023;
    }

    private void extensionIndex(int index, int root) {
        if (index < root) {
            bits(index, 1 + bitsFor(root));
        } else if (index - root < 64) {
            bits(0x80 | (index - root), 8);
        } else {
            bits(3, 2);
            int octets = octetsFor(index - root);
            align();
            bits(octets, 8);
            bits(index - root, octets * 8);
        }
    }

    static int bitsFor(long range) {
        return 64 - Long.numberOfLeadingZeros(range - 1);
    }

    static int octetsFor(long value) {
        return (71 - Long.numberOfLeadingZeros(value)) >>> 3;
    }
}
