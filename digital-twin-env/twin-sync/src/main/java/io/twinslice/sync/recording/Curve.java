package io.twinslice.sync.recording;

/**
 * A recorded and a simulated line to be drawn over each other.
 *
 * @param title of the plot
 * @param acrossUnit what the points are counted in
 * @param unit of the values
 */
public record Curve(String title, String acrossUnit, String unit, double[] across, double[] real, double[] twin) {
    @Override
    public double[] across() {
        return across.clone();
    }

    @Override
    public double[] real() {
        return real.clone();
    }

    @Override
    public double[] twin() {
        return twin.clone();
    }

    public Curve {
        if (across.length != real.length || real.length != twin.length) {
            throw new IllegalArgumentException("lines of different lengths");
        }
        across = across.clone();
        real = real.clone();
        twin = twin.clone();
    }
}
