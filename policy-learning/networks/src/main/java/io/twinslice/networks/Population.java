package io.twinslice.networks;

/**
 * Many networks of one shape that are computed together: a population of an evolutionary learner, with one array of
 * parameters for all and no network objects in between.
 *
 * <p>The outputs have the bits that {@link Mlp} gives for each individual alone. Nothing is allocated by a forward
 * pass. Not thread-safe; threads take a population each.
 */
public final class Population {
    private final Shape shape;
    private final Layers layers;
    private final Kernel kernel;
    private final int individuals;
    private final int maxRows;
    private final float[] parameters;
    private final float[][] hidden;
    private final float[] outputs;
    private final float[] scratch;

    /**
     * A population whose parameters are all 0 until they are {@link #load loaded}.
     *
     * @param individuals at least 1
     * @param maxRows most rows that each individual sees at once, at least 1
     */
    public Population(Shape shape, int individuals, int maxRows, Kernel kernel) {
        if (individuals < 1 || maxRows < 1) {
            throw new IllegalArgumentException(
                    "a population has at least 1 individual and row, not " + individuals + " and " + maxRows);
        }
        this.shape = shape;
        this.kernel = kernel;
        this.individuals = individuals;
        this.maxRows = maxRows;
        layers = new Layers(shape);
        parameters = new float[Math.multiplyExact(individuals, layers.parameters())];
        hidden = new float[2][Math.multiplyExact(maxRows, layers.widest())];
        outputs = new float[Math.multiplyExact(Math.multiplyExact(individuals, maxRows), layers.outputs())];
        scratch = new float[kernel.scratch()];
    }

    public int individuals() {
        return individuals;
    }

    public Shape shape() {
        return shape;
    }

    /** Takes over the parameters of one individual, in the order of {@link Mlp}. */
    public void load(int individual, float[] genome) {
        if (genome.length != layers.parameters()) {
            throw new IllegalArgumentException(
                    "an individual has " + layers.parameters() + " parameters, not " + genome.length);
        }
        System.arraycopy(genome, 0, parameters, start(individual), genome.length);
    }

    private int start(int individual) {
        if (individual < 0 || individual >= individuals) {
            throw new IndexOutOfBoundsException("individual " + individual + " of " + individuals);
        }
        return individual * layers.parameters();
    }

    /**
     * Every individual on rows of its own.
     *
     * @param rows for each individual, 1..maxRows
     * @param inputs {@code individuals × rows × inputs}
     * @return {@code individuals × rows × outputs}, valid until the next call
     */
    public float[] forward(int rows, float[] inputs) {
        return forward(rows, inputs, rows * layers.inputs());
    }

    /**
     * Every individual on the same rows.
     *
     * @param rows 1..maxRows
     * @param inputs {@code rows × inputs}
     * @return {@code individuals × rows × outputs}, valid until the next call
     */
    public float[] forwardAll(int rows, float[] inputs) {
        return forward(rows, inputs, 0);
    }

    private float[] forward(int rows, float[] inputs, int apart) {
        if (rows < 1 || rows > maxRows) {
            throw new IllegalArgumentException("an individual sees 1.." + maxRows + " rows, not " + rows);
        }
        int needed = (individuals - 1) * apart + rows * layers.inputs();
        if (inputs.length < needed) {
            throw new IllegalArgumentException("the inputs are " + inputs.length + " values, not " + needed);
        }
        for (int i = 0; i < individuals; i++) {
            forward(i, rows, inputs, i * apart);
        }
        return outputs;
    }

    private void forward(int individual, int rows, float[] inputs, int inputsAt) {
        float[] below = inputs;
        int belowAt = inputsAt;
        int start = individual * layers.parameters();
        int last = layers.count() - 1;
        for (int l = 0; l <= last; l++) {
            Dense layer = layers.at(l);
            float[] here = l == last ? outputs : hidden[l % 2];
            int hereAt = l == last ? individual * rows * layers.outputs() : 0;
            kernel.dense(layer, rows, below, belowAt, parameters, start, here, hereAt, scratch);
            if (layer.isNormed()) {
                for (int r = 0; r < rows; r++) {
                    int at = hereAt + r * layer.out();
                    LayerNorm.normalise(here, at, layer.out());
                    LayerNorm.scale(here, at, layer.out(), parameters, start + layer.normAt(), here);
                }
                kernel.activate(layer.activation(), here, hereAt, rows * layer.out());
            }
            below = here;
            belowAt = hereAt;
        }
    }
}
