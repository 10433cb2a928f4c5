package io.twinslice.lab.report;

import java.util.Locale;

/** Numbers for people: about three significant digits, a comma at the thousands, a true minus. */
final class Numbers {
    private Numbers() {}

    static String show(double value) {
        double size = Math.abs(value);
        int digits;
        if (size >= 100 || value == Math.rint(value)) {
            digits = 0;
        } else {
            digits = size >= 10 ? 1 : 2;
        }
        String text = String.format(Locale.ROOT, "%,." + digits + "f", value).replace('-', '−');
        return text.equals("−0.00") ? "0.00" : text;
    }

    /** A count with a comma at the thousands. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A length in the unit that suits it, for example {@code 12 kB}. */
    static String bytes(long length) {
        if (length < 1000) {
            return length + " B";
        }
        return length < 1_000_000 ? show(length / 1000.0) + " kB" : show(length / 1e6) + " MB";
    }
}
