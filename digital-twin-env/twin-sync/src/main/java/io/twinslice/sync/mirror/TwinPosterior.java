package io.twinslice.sync.mirror;

import io.twinslice.env.Scenario;
import io.twinslice.ransim.TwinParameters;
import io.twinslice.sync.TwinEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What is believed of a live cell at one moment: a cloud of parameters for each twin. The twins are independent given
 * the reports. Immutable; draws are the same each time.
 */
public final class TwinPosterior {
    private final Scenario prior;
    private final List<Cloud> clouds;
    private final long seed;

    TwinPosterior(Scenario prior, List<Cloud> clouds, long seed) {
        this.prior = prior;
        this.clouds = List.copyOf(clouds);
        this.seed = seed;
    }

    /**
     * The particles of one twin.
     *
     * @param snr offset of the cell, in dB
     * @param heard offset of the UEs that are there, in dB: what CQI tells
     * @param effective effective sample size
     */
    @SuppressWarnings("ArrayRecordComponent") // never handed on
    record Cloud(double[] load, double[] snr, double[] fading, double[] heard, double[] weights, double effective) {}

    /**
     * A parameter of a twin.
     *
     * @param twin name of the twin
     * @param name {@code load}, {@code snr} or {@code fading}
     * @param mean posterior mean: a factor of the prior, for {@code snr} an offset in dB
     * @param low begin of the credible interval
     * @param high its end
     */
    public record Parameter(String twin, String name, double mean, double low, double high) {
        /** Whether the interval holds the truth. */
        public boolean covers(double truth) {
            return truth >= low && truth <= high;
        }
    }

    /**
     * Cells drawn from the posterior, for example to verify a policy in all that may be true.
     *
     * @param count 1..1000000
     * @return so many lists with what differs from the prior cell, one for each twin; burstiness is not estimated and 1
     */
    public List<List<TwinEstimate>> draw(int count) {
        if (count < 1 || count > 1_000_000) {
            throw new IllegalArgumentException("count must be 1..1000000, not " + count);
        }
        List<int[]> picks = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (Cloud cloud : clouds) {
            picks.add(pick(cloud.weights(), count, random.split()));
        }
        List<List<TwinEstimate>> draws = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            List<TwinEstimate> cell = new ArrayList<>(clouds.size());
            for (int twin = 0; twin < clouds.size(); twin++) {
                Cloud cloud = clouds.get(twin);
                int particle = picks.get(twin)[i];
                cell.add(new TwinEstimate(
                        Math.clamp(cloud.load()[particle], 0.05, 20),
                        cloud.snr()[particle],
                        Math.clamp(cloud.fading()[particle], 0.25, 4),
                        1));
            }
            draws.add(cell);
        }
        return draws;
    }

    /** The same as scenarios: the prior's twins and events on so many cells. */
    public List<Scenario> scenarios(int count) {
        return draw(count).stream().map(this::on).toList();
    }

    /** The prior's twins and events on the cell of the posterior means. */
    public Scenario mean() {
        List<TwinEstimate> means = new ArrayList<>();
        for (Cloud cloud : clouds) {
            means.add(new TwinEstimate(
                    Math.clamp(mean(cloud.load(), cloud.weights()), 0.05, 20),
                    mean(cloud.snr(), cloud.weights()),
                    Math.clamp(mean(cloud.fading(), cloud.weights()), 0.25, 4),
                    1));
        }
        return on(means);
    }

    private Scenario on(List<TwinEstimate> cell) {
        List<TwinParameters> twins = new ArrayList<>();
        for (int i = 0; i < cell.size(); i++) {
            twins.add(cell.get(i).applyTo(prior.parameters().twins().get(i)));
        }
        return prior.withParameters(prior.parameters().withTwins(twins));
    }

    /** Systematic picks in random order. */
    private static int[] pick(double[] weights, int count, SplittableRandom random) {
        int[] picks = new int[count];
        double at = random.nextDouble() / count;
        double reached = weights[0];
        int from = 0;
        for (int i = 0; i < count; i++) {
            while (at > reached && from < weights.length - 1) {
                reached += weights[++from];
            }
            picks[i] = from;
            at += 1.0 / count;
        }
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = picks[i];
            picks[i] = picks[other];
            picks[other] = kept;
        }
        return picks;
    }

    /**
     * Mean and credible interval of every parameter.
     *
     * @param level of the intervals, above 0 and below 1, for example 0.9
     */
    public List<Parameter> parameters(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be above 0 and below 1, not " + level);
        }
        List<Parameter> parameters = new ArrayList<>();
        for (int twin = 0; twin < clouds.size(); twin++) {
            Cloud cloud = clouds.get(twin);
            String name = prior.twins().get(twin).name();
            parameters.add(parameter(name, "load", cloud.load(), cloud.weights(), level));
            parameters.add(parameter(name, "snr", cloud.snr(), cloud.weights(), level));
            parameters.add(parameter(name, "fading", cloud.fading(), cloud.weights(), level));
        }
        return parameters;
    }

    /** Effective sample size of each twin's cloud. */
    public List<Double> effectiveSizes() {
        return clouds.stream().map(Cloud::effective).toList();
    }

    private static Parameter parameter(String twin, String name, double[] values, double[] weights, double level) {
        return new Parameter(
                twin,
                name,
                mean(values, weights),
                quantile(values, weights, (1 - level) / 2),
                quantile(values, weights, (1 + level) / 2));
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * weights[i];
        }
        return sum;
    }

    private static double quantile(double[] values, double[] weights, double share) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double reached = 0;
        for (int particle : order) {
            reached += weights[particle];
            if (reached >= share) {
                return values[particle];
            }
        }
        return Arrays.stream(values).max().orElseThrow();
    }
}
