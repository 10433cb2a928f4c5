package io.twinslice.grammar;

import io.twinslice.aper.DecodeException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** REAL contents octets (X.690 clause 8.5), by exact arithmetic. */
final class RealText {
    /** A mantissa of up to 63 bits times two to this power is infinite as a double, to its negative it is 0. */
    private static final int BEYOND_DOUBLE = 1200;

    private RealText() {}

    static double read(BitTape tape, byte[] octets) throws DecodeException {
        if (octets.length == 0) {
            return 0;
        }
        int first = octets[0] & 0xFF;
        if (first >= 0x80) {
            return binary(tape, first, octets);
        }
        return switch (first) {
            case 0x40 -> Double.POSITIVE_INFINITY;
            case 0x41 -> Double.NEGATIVE_INFINITY;
            case 0x42 -> Double.NaN;
            case 0x43 -> -0.0;
            case 1, 2, 3 -> decimal(tape, octets);
            default -> throw tape.malformed("a REAL that begins with octet " + first);
        };
    }

    private static double binary(BitTape tape, int first, byte[] octets) throws DecodeException {
        int exponentOctets = (first & 3) + 1;
        int at = 1;
        if (exponentOctets == 4) {
            exponentOctets = octets.length > 1 ? octets[1] & 0xFF : 0;
            at = 2;
        }
        int base = first >> 4 & 3;
        if (exponentOctets == 0 || at + exponentOctets >= octets.length || base == 3 || exponentOctets > 4) {
            throw tape.malformed("a REAL without exponent, mantissa or base");
        }
        BigInteger exponent = new BigInteger(octets, at, exponentOctets);
        BigInteger mantissa = new BigInteger(1, Arrays.copyOfRange(octets, at + exponentOctets, octets.length));
        if (mantissa.bitLength() > 63) {
            throw tape.malformed("a REAL mantissa beyond 63 bits");
        }
        if (mantissa.signum() == 0) {
            return (first & 0x40) != 0 ? -0.0 : 0.0;
        }
        BigInteger power = exponent.multiply(BigInteger.valueOf(base == 0 ? 1 : base == 1 ? 3 : 4))
                .add(BigInteger.valueOf(first >> 2 & 3));
        int shift = power.max(BigInteger.valueOf(-100_000))
                .min(BigInteger.valueOf(100_000))
                .intValueExact();
        BigDecimal exact = shift >= 0
                ? new BigDecimal(mantissa.shiftLeft(Math.min(shift, BEYOND_DOUBLE)))
                : shift < -BEYOND_DOUBLE
                        ? BigDecimal.ZERO
                        : new BigDecimal(mantissa).divide(new BigDecimal(BigInteger.TWO.pow(-shift)));
        return (first & 0x40) != 0 ? -exact.doubleValue() : exact.doubleValue();
    }

    private static double decimal(BitTape tape, byte[] octets) throws DecodeException {
        String text = new String(octets, 1, octets.length - 1, StandardCharsets.US_ASCII)
                .strip()
                .replace(',', '.');
        if (!text.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,6})?")) {
            throw tape.malformed("a REAL in characters that is no number");
        }
        return Double.parseDouble(text);
    }
}
