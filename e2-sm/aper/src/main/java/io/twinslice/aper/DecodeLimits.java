package io.twinslice.aper;

/**
 * What one decode may cost at most; input beyond it is refused before memory is spent on it.
 *
 * @param octets length of the input, in octets
 * @param items list items in the whole message, all lists together
 * @param depth nesting of the value, counted in fields, list items and open types
 */
public record DecodeLimits(int octets, int items, int depth) {
    /** Enough for the largest message of E2 practice: 1 MiB, 131 072 items, 64 levels. */
    public static final DecodeLimits STANDARD = new DecodeLimits(1 << 20, 1 << 17, 64);

    public DecodeLimits {
        if (octets < 1 || octets > 1 << 27) {
            throw new IllegalArgumentException("octets must be 1.." + (1 << 27) + ", not " + octets);
        }
        if (items < 1 || depth < 1 || depth > 1024) {
            throw new IllegalArgumentException(
                    "items must be positive and depth 1..1024, not " + items + " and " + depth);
        }
    }
}
