package io.twinslice.sync.recording;

import java.util.List;

/**
 * A recorded and a simulated line to be drawn over each other; all lists are equally long.
 *
 * @param title of the plot
 * @param acrossUnit what the points are counted in
 * @param unit of the values
 */
public record Curve(
        String title, String acrossUnit, String unit, List<Double> across, List<Double> real, List<Double> twin) {
    public Curve {
        across = List.copyOf(across);
        real = List.copyOf(real);
        twin = List.copyOf(twin);
        if (across.size() != real.size() || real.size() != twin.size()) {
            throw new IllegalArgumentException("lines of different lengths");
        }
    }
}
