package io.twinslice.sync.drift;

import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongFunction;

/** The streams that detectors are tried on. */
final class Loads {
    static final Scenario QUIET = Scenarios.byName("quiet-shift");

    private Loads() {}

    /** The four twins of the site, a Gaussian and a Poisson stream, by name. */
    static Map<String, LongFunction<DriftTrial.Stream>> all() {
        Map<String, LongFunction<DriftTrial.Stream>> streams = new LinkedHashMap<>();
        for (int twin = 0; twin < QUIET.twins().size(); twin++) {
            var parameters = QUIET.parameters().twins().get(twin);
            streams.put(
                    QUIET.twins().get(twin).name(),
                    seed -> DriftTrial.of(new OfferedLoad(parameters, QUIET.windowMillis(), seed * 1_000_003)));
        }
        streams.put("gaussian", seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            return drawn(mean -> mean * (1 + 0.15 * random.nextGaussian()));
        });
        streams.put("poisson", seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            return drawn(mean -> poisson(mean, random));
        });
        return streams;
    }

    static LongFunction<DriftTrial.Stream> named(String name) {
        return Objects.requireNonNull(all().get(name), name);
    }

    static double poisson(double mean, SplittableRandom random) {
        int count = -1;
        for (double time = 0; time <= mean; time -= StrictMath.log(1 - random.nextDouble())) {
            count++;
        }
        return count;
    }

    private static DriftTrial.Stream drawn(DoubleUnaryOperator draw) {
        return new DriftTrial.Stream() {
            private double mean = 50;

            @Override
            public void scale(double factor) {
                mean = 50 * factor;
            }

            @Override
            public double next() {
                return draw.applyAsDouble(mean);
            }
        };
    }
}
