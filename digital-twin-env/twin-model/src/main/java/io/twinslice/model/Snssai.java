package io.twinslice.model;

import java.util.Locale;

/**
 * Single network slice selection assistance information (TS 23.003 clause 28.4.2).
 *
 * @param sst slice/service type, 0..255
 * @param sd slice differentiator, 24 bits; {@link #NO_SD} when the slice has none
 */
public record Snssai(int sst, int sd) implements Comparable<Snssai> {
    /** The value that TS 23.003 reserves for "no slice differentiator". */
    public static final int NO_SD = 0xFFFFFF;

    public Snssai {
        if (sst < 0 || sst > 255) {
            throw new IllegalArgumentException("sst must be 0..255, not " + sst);
        }
        if (sd < 0 || sd > 0xFFFFFF) {
            throw new IllegalArgumentException("sd must be 24 bits, not " + sd);
        }
    }

    public boolean hasSd() {
        return sd != NO_SD;
    }

    @Override
    public int compareTo(Snssai other) {
        int bySst = Integer.compare(sst, other.sst);
        return bySst != 0 ? bySst : Integer.compare(sd, other.sd);
    }

    /** {@code sst} or {@code sst-sd} with six hexadecimal digits, as operators write it. */
    @Override
    public String toString() {
        return hasSd() ? String.format(Locale.ROOT, "%d-%06x", sst, sd) : Integer.toString(sst);
    }
}
