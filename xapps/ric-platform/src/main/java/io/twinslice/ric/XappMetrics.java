package io.twinslice.ric;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.GaugeDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * The metrics of an xApp. Set up once, at start; the handles then count from any thread and never throw. A wrong name
 * or a second registration with other labels is a programmer's error and fails at set-up.
 */
public final class XappMetrics {
    private static final String PREFIX = "ricxapp_";

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Map<String, Counter> counters = new HashMap<>();
    private final Map<String, Gauge> gauges = new HashMap<>();

    /** A running count. */
    public static final class CounterHandle {
        private final CounterDataPoint point;

        private CounterHandle(CounterDataPoint point) {
            this.point = point;
        }

        /** Counts one. */
        public void increment() {
            point.inc();
        }

        /** Counts these; a count does not run backwards, so a negative number counts nothing. */
        public void add(long count) {
            if (count > 0) {
                point.inc(count);
            }
        }

        /** The count so far. */
        public long value() {
            return point.getLongValue();
        }
    }

    /** A value that goes up and down. */
    public static final class GaugeHandle {
        private final GaugeDataPoint point;

        private GaugeHandle(GaugeDataPoint point) {
            this.point = point;
        }

        /** Sets the value. */
        public void set(double value) {
            point.set(value);
        }

        /** The value now. */
        public double value() {
            return point.get();
        }
    }

    /**
     * The counter of a name and labels; the same for the same arguments. Exposed as {@code ricxapp_<name>_total}.
     *
     * @param name letters, digits and underscores, without prefix and "_total"
     * @param labels values by label name; all counters of one name have the same label names
     */
    public synchronized CounterHandle counter(String name, String help, Map<String, String> labels) {
        SortedMap<String, String> sorted = new TreeMap<>(labels);
        Counter counter = counters.computeIfAbsent(
                name,
                key -> Counter.builder()
                        .name(PREFIX + key)
                        .help(help)
                        .labelNames(sorted.keySet().toArray(String[]::new))
                        .register(registry));
        return new CounterHandle(counter.labelValues(sorted.values().toArray(String[]::new)));
    }

    /** The gauge of a name and labels, in the way of {@link #counter}; exposed as {@code ricxapp_<name>}. */
    public synchronized GaugeHandle gauge(String name, String help, Map<String, String> labels) {
        SortedMap<String, String> sorted = new TreeMap<>(labels);
        Gauge gauge = gauges.computeIfAbsent(
                name,
                key -> Gauge.builder()
                        .name(PREFIX + key)
                        .help(help)
                        .labelNames(sorted.keySet().toArray(String[]::new))
                        .register(registry));
        return new GaugeHandle(gauge.labelValues(sorted.values().toArray(String[]::new)));
    }

    /** A counter that is kept elsewhere and read when the metrics are; {@code count} must not throw. */
    public synchronized void counterFrom(String name, String help, LongSupplier count) {
        CounterWithCallback.builder()
                .name(PREFIX + name)
                .help(help)
                .callback(callback -> callback.call((double) count.getAsLong()))
                .register(registry);
    }

    /** All metrics in the Prometheus text format. */
    public String text() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("writing into memory cannot fail", e);
        }
    }
}
