package io.twinslice.lab.sim;

import java.util.List;

/** A row of bars one character high. */
final class Sparkline {
    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";
    private static final String PLAIN = " .:-=+*#@";

    private Sparkline() {}

    /**
     * Draws values, the mean of neighbours where there are more than columns.
     *
     * @param values at least 0
     * @param full the value of a full bar, above 0
     * @param rich whether block characters can be printed
     */
    static String of(List<Double> values, double full, int columns, boolean rich) {
        String levels = rich ? BLOCKS : PLAIN;
        int width = Math.min(columns, values.size());
        StringBuilder line = new StringBuilder(width);
        for (int column = 0; column < width; column++) {
            int from = column * values.size() / width;
            int to = Math.max(from + 1, (column + 1) * values.size() / width);
            double mean = values.subList(from, to).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0);
            int level = (int) Math.ceil(mean / full * (levels.length() - 1));
            line.append(levels.charAt(Math.clamp(level, 0, levels.length() - 1)));
        }
        return line.toString();
    }
}
