package io.twinslice.lab.report;

import java.util.List;

/** What a {@link Page} can draw. Titles, names and units are texts; numbers that are not finite leave a gap. */
public sealed interface Plot {
    /** What is seen, in a few words. */
    String title();

    /**
     * Curves over a common axis, for example time.
     *
     * @param x label of the horizontal axis, with its unit
     * @param y label of the vertical axis, with its unit
     * @param stepped whether a value holds until the next
     * @param logarithmic whether the vertical axis is; values must be above 0 then
     * @param series at most seven have a colour of their own
     * @param shaded spans of the horizontal axis that stand out, for example where a promise was broken
     */
    record Curves(
            String title,
            String x,
            String y,
            boolean stepped,
            boolean logarithmic,
            List<Series> series,
            List<Span> shaded)
            implements Plot {
        public Curves {
            series = List.copyOf(series);
            shaded = List.copyOf(shaded);
        }

        /** Straight lines on linear axes, nothing shaded. */
        public Curves(String title, String x, String y, List<Series> series) {
            this(title, x, y, false, false, series, List.of());
        }
    }

    /**
     * Horizontal bars with whiskers, one above the other.
     *
     * @param unit of the values
     */
    record Bars(String title, String unit, List<Bar> bars) implements Plot {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /** One bar; {@code chosen} gives it the accent colour. */
    record Bar(String name, Estimate value, boolean chosen) {}

    /** A part of the horizontal axis. */
    record Span(double begin, double end) {}

    /**
     * One curve, perhaps with a band around it.
     *
     * @param low lower edge of the band; empty for none, otherwise as long as the curve
     * @param high upper edge, as long as {@code low}
     * @param dashed for what is a reference and no result
     */
    record Series(String name, List<Double> x, List<Double> y, List<Double> low, List<Double> high, boolean dashed) {
        public Series {
            x = List.copyOf(x);
            y = List.copyOf(y);
            low = List.copyOf(low);
            high = List.copyOf(high);
            boolean banded = !low.isEmpty() || !high.isEmpty();
            if (x.size() != y.size() || (banded && (low.size() != x.size() || high.size() != x.size()))) {
                throw new IllegalArgumentException("the lists of the series \"" + name + "\" differ in length");
            }
        }

        /** A curve without a band. */
        public static Series of(String name, List<Double> x, List<Double> y) {
            return new Series(name, x, y, List.of(), List.of(), false);
        }

        /** A dashed curve without a band. */
        public static Series reference(String name, List<Double> x, List<Double> y) {
            return new Series(name, x, y, List.of(), List.of(), true);
        }
    }
}
