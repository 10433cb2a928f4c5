package io.twinslice.sync.forecast;

/**
 * What a stream will be.
 *
 * @param value most likely; NaN before the first observation
 * @param low the interval begins here
 * @param high and ends here, at least {@code low}; infinite ends as long as nothing is known
 */
public record Forecast(double value, double low, double high) {
    /** Whether the interval holds the value that came. */
    public boolean covers(double came) {
        return came >= low && came <= high;
    }
}
