package io.twinslice.aper;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The contents octets of a REAL (X.690 clause 8.5), as the nearest double. */
final class RealContents {
    private static final Pattern DECIMAL = Pattern.compile(" *[+-]?[0-9]+([.,][0-9]*)?([Ee][+-]?[0-9]+)?");

    private RealContents() {}

    static double parse(BitCursor in, String name, byte[] data, int start, int octets) throws DecodeException {
        if (octets == 0) {
            return 0;
        }
        int first = data[start] & 0xFF;
        if ((first & 0x80) != 0) {
            return binary(in, name, data, start, octets);
        }
        if ((first & 0x40) != 0) {
            return special(in, name, first);
        }
        String text = new String(data, start + 1, octets - 1, StandardCharsets.ISO_8859_1);
        if (first < 1
                || first > 3
                || text.length() > 64
                || !DECIMAL.matcher(text).matches()) {
            throw in.malformed(name, "a REAL of unknown form");
        }
        return Double.parseDouble(text.trim().replace(',', '.'));
    }

    private static double special(BitCursor in, String name, int code) throws DecodeException {
        return switch (code) {
            case 0x40 -> Double.POSITIVE_INFINITY;
            case 0x41 -> Double.NEGATIVE_INFINITY;
            case 0x42 -> Double.NaN;
            case 0x43 -> -0.0;
            default -> throw in.malformed(name, "special REAL value " + code);
        };
    }

    private static double binary(BitCursor in, String name, byte[] data, int start, int octets) throws DecodeException {
        int first = data[start] & 0xFF;
        int at = start + 1;
        int end = start + octets;
        int exponentOctets = (first & 3) + 1;
        if (exponentOctets == 4) {
            if (at == end) {
                throw in.malformed(name, "a REAL without exponent");
            }
            exponentOctets = data[at++] & 0xFF;
        }
        if (exponentOctets < 1 || exponentOctets > 4 || end - at <= exponentOctets) {
            throw in.malformed(name, "a REAL with an exponent of " + exponentOctets + " octets");
        }
        long exponent = data[at++];
        for (int i = 1; i < exponentOctets; i++) {
            exponent = (exponent << 8) | (data[at++] & 0xFF);
        }
        int base = (first >> 4) & 3;
        if (base == 3) {
            throw in.malformed(name, "a REAL of reserved base");
        }
        exponent = exponent * (base == 0 ? 1 : base == 1 ? 3 : 4) + ((first >> 2) & 3);
        long mantissa = 0;
        for (; at < end; at++) {
            if (mantissa >>> 55 != 0) {
                throw in.malformed(name, "a REAL mantissa beyond 63 bits");
            }
            mantissa = (mantissa << 8) | (data[at] & 0xFF);
        }
        // Exponents beyond +-5000 are beyond every double, whatever the mantissa.
        double magnitude = Math.scalb((double) mantissa, (int) Math.max(-5000, Math.min(5000, exponent)));
        return (first & 0x40) == 0 ? magnitude : -magnitude;
    }
}
