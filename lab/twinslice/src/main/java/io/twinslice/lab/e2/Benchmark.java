package io.twinslice.lab.e2;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Times both directions of one kind of message on one thread: a warm-up, then rounds of which the median counts.
 *
 * @param name as it is reported
 * @param decode one decode
 * @param encode one encode into memory that is used again
 */
record Benchmark(String name, Action decode, Action encode) {
    private static final int BATCH = 500;

    /** One direction; what it returns only keeps the work alive. */
    interface Action {
        Object run() throws Exception;
    }

    /** How long each direction is timed. */
    record Plan(long warmUpNanos, int rounds, long roundNanos) {
        static final Plan STANDARD = new Plan(1_500_000_000L, 7, 300_000_000L);
    }

    /** What was measured, in operations per second and in octets allocated per operation. */
    record Outcome(
            String name,
            double decodePerSecond,
            double encodePerSecond,
            double decodeBytesPerOp,
            double encodeBytesPerOp) {}

    /** Clock and memory meter, which belong to the composition root. */
    record Meters(LongSupplier nanoTime, LongSupplier allocatedOctets) {}

    /** Keeps the compiler from leaving out the work. */
    private static final class Sink {
        private @Nullable Object last;
    }

    private record Rate(double perSecond, double octetsPerOperation) {}

    static List<Outcome> run(List<Benchmark> benchmarks, Plan plan, Meters meters) throws Exception {
        // All are warmed up before the first is timed: a program meets all kinds of message too.
        for (Benchmark benchmark : benchmarks) {
            rate(benchmark.decode, plan.warmUpNanos, meters);
            rate(benchmark.encode, plan.warmUpNanos, meters);
        }
        Outcome[] outcomes = new Outcome[benchmarks.size()];
        for (int i = 0; i < outcomes.length; i++) {
            Benchmark benchmark = benchmarks.get(i);
            Rate decode = median(benchmark.decode, plan, meters);
            Rate encode = median(benchmark.encode, plan, meters);
            outcomes[i] = new Outcome(
                    benchmark.name,
                    decode.perSecond,
                    encode.perSecond,
                    decode.octetsPerOperation,
                    encode.octetsPerOperation);
        }
        return List.of(outcomes);
    }

    private static Rate median(Action action, Plan plan, Meters meters) throws Exception {
        double[] rates = new double[plan.rounds];
        double[] octets = new double[plan.rounds];
        for (int i = 0; i < plan.rounds; i++) {
            Rate rate = rate(action, plan.roundNanos, meters);
            rates[i] = rate.perSecond;
            octets[i] = rate.octetsPerOperation;
        }
        Arrays.sort(rates);
        Arrays.sort(octets);
        return new Rate(rates[plan.rounds / 2], octets[plan.rounds / 2]);
    }

    private static Rate rate(Action action, long nanos, Meters meters) throws Exception {
        long octets = meters.allocatedOctets().getAsLong();
        long start = meters.nanoTime().getAsLong();
        long elapsed;
        long done = 0;
        Sink sink = new Sink();
        do {
            for (int i = 0; i < BATCH; i++) {
                sink.last = action.run();
            }
            done += BATCH;
            elapsed = meters.nanoTime().getAsLong() - start;
        } while (elapsed < nanos);
        long allocated = meters.allocatedOctets().getAsLong() - octets;
        double perOperation = Math.rint(10.0 * allocated / done) / 10;
        return new Rate(sink.last == null ? 0 : done * 1e9 / elapsed, perOperation);
    }
}
