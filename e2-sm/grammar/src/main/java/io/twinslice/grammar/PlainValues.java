package io.twinslice.grammar;

import io.twinslice.aper.BitString;
import io.twinslice.aper.Octets;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Values as the maps, lists, strings and numbers that a JSON library reads and writes: INTEGER a number; ENUMERATED its
 * item's name; OCTET STRING hexadecimal digits; BIT STRING the characters 0 and 1; NULL null; REAL a map of m, b and e
 * for m·b^e (b and e null for the infinities, m null for not-a-number); SEQUENCE a map of the fields that are there;
 * SEQUENCE OF a list; CHOICE and open types a map of one entry. What the grammar does not know is {@code _ext_N} and
 * {@code _unknown}.
 */
public final class PlainValues {
    private PlainValues() {}

    /** {@code value} without names of types and offsets. */
    public static @Nullable Object of(Value value) {
        return switch (value) {
            case Value.Int(long number) -> number;
            case Value.Truth(boolean truth) -> truth;
            case Value.Real(double real) -> real(real);
            case Value.Nothing _ -> null;
            case Value.Item item -> item.name();
            case Value.Content(Octets octets) -> octets.toHex();
            case Value.Bits(BitString bits) -> text(bits);
            case Value.Text(String text) -> text;
            case Value.Fields(List<Node> fields) -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                fields.forEach(field -> map.put(field.name(), of(field.value())));
                yield map;
            }
            case Value.Items(List<Node> items) -> {
                List<@Nullable Object> list = new ArrayList<>();
                items.forEach(item -> list.add(of(item.value())));
                yield list;
            }
            case Value.Alternative(Node node) -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                map.put(node.name(), of(node.value()));
                yield map;
            }
        };
    }

    private static Map<String, @Nullable Object> real(double value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        if (!Double.isFinite(value)) {
            map.put("m", Double.isNaN(value) ? null : value > 0 ? 1L : -1L);
            map.put("b", null);
            map.put("e", null);
            return map;
        }
        long raw = Double.doubleToRawLongBits(value);
        int exponent = Math.max(1, (int) (raw >>> 52) & 0x7FF) - 1075;
        long mantissa = (raw & ((1L << 52) - 1)) | ((raw >>> 52 & 0x7FF) == 0 ? 0 : 1L << 52);
        if (mantissa == 0) {
            exponent = 0;
        } else {
            exponent += Long.numberOfTrailingZeros(mantissa);
            mantissa >>>= Long.numberOfTrailingZeros(mantissa);
        }
        map.put("m", value < 0 ? -mantissa : mantissa);
        map.put("b", 2L);
        map.put("e", (long) exponent);
        return map;
    }

    private static String text(BitString bits) {
        StringBuilder text = new StringBuilder(bits.length());
        for (int i = 0; i < bits.length(); i++) {
            text.append((bits.octets().octet(i / 8) >> (7 - i % 8) & 1) == 1 ? '1' : '0');
        }
        return text.toString();
    }

    /**
     * The value of {@code type} that {@code plain} stands for.
     *
     * @throws IllegalArgumentException when it stands for none; the message says where
     */
    public static Value parse(Grammar grammar, String type, @Nullable Object plain) {
        return new PlainReader(grammar).read(type, new AsnType.Reference(type), plain);
    }

    static OptionalInt extension(String name) {
        return name.matches("_ext_[0-9]{1,4}")
                ? OptionalInt.of(Integer.parseInt(name.substring(5)))
                : OptionalInt.empty();
    }

    /** m·b^e; anything else is no real number. */
    static double real(Map<?, ?> map) {
        Object m = map.get("m");
        Object b = map.get("b");
        Object e = map.get("e");
        if (m == null) {
            return Double.NaN;
        }
        BigInteger mantissa = number(m);
        if (b == null || e == null) {
            return mantissa.signum() < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        int base = number(b).intValueExact();
        int exponent = number(e).intValueExact();
        if ((base != 2 && base != 10) || Math.abs(exponent) > 20_000) {
            throw new IllegalArgumentException("a REAL of base " + base + " and exponent " + exponent);
        }
        BigDecimal power = BigDecimal.valueOf(base).pow(Math.abs(exponent));
        BigDecimal exact = exponent >= 0
                ? new BigDecimal(mantissa).multiply(power)
                : base == 2
                        ? new BigDecimal(mantissa).divide(power)
                        : new BigDecimal(mantissa).scaleByPowerOfTen(exponent);
        return exact.doubleValue();
    }

    /** {@code plain} as a whole number. */
    static BigInteger number(Object plain) {
        return switch (plain) {
            case Long number -> BigInteger.valueOf(number);
            case Integer number -> BigInteger.valueOf(number);
            case BigInteger number -> number;
            default ->
                throw new IllegalArgumentException("\"" + plain + "\" is no whole number but a "
                        + plain.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        };
    }
}
