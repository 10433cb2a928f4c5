package io.twinslice.lab.kernels;

import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * Measures the kernels on one thread, in the time that the thread was at work: waiting for a core is not the kernels'
 * doing. Each figure is the best of many short rounds, which neighbours on the machine disturb least; peak and product
 * take turns, so that both meet the same clock rate.
 */
final class KernelBench {
    private static final int SIDE = 256;
    private static final int PEAK_TURNS = 10_000;
    private static final List<Integer> POLICY = List.of(32, 64, 64, 8);

    private final Meters meters;
    private final Plan plan;
    private double sink;

    /**
     * Clock and memory meter, which belong to the composition root.
     *
     * @param nanoTime time that this thread was at work
     * @param allocatedOctets by this thread since it began
     */
    record Meters(LongSupplier nanoTime, LongSupplier allocatedOctets) {}

    /**
     * How long is measured.
     *
     * @param warmUpNanos before each figure
     * @param rounds the best of which counts
     * @param roundNanos of one round, at least
     * @param meteredCalls over which allocation is counted
     */
    record Plan(long warmUpNanos, int rounds, long roundNanos, int meteredCalls) {
        static final Plan STANDARD = new Plan(1_500_000_000L, 400, 2_000_000L, 10_000);
    }

    /**
     * What was measured; the names are those of the JSON file.
     *
     * @param kernel which kernel was fastest here
     * @param lanes floats in a register
     * @param fmaPeakGflops multiply-adds of one core in registers, each counted as two
     * @param gemm256Gflops a product of two 256 × 256 matrices
     * @param gemm256Share of the peak, 0..1
     * @param td3StepMillis one {@link Td3Step}, the actor's share averaged in
     * @param inferenceNanos one observation of 32 through 2×64 tanh to 8
     * @param inferenceBytes allocated by that
     * @param plainGemm256Gflops the same product by the plain kernel
     * @param plainInferenceNanos the same observation by the plain kernel
     */
    record Outcome(
            String kernel,
            int lanes,
            double fmaPeakGflops,
            double gemm256Gflops,
            double gemm256Share,
            double td3StepMillis,
            double inferenceNanos,
            double inferenceBytes,
            double plainGemm256Gflops,
            double plainInferenceNanos) {}

    KernelBench(Meters meters, Plan plan) {
        this.meters = meters;
        this.plan = plan;
    }

    Outcome run() {
        Kernel fastest = Kernel.fastest();
        Runnable peak = () -> sink += FmaPeak.run(PEAK_TURNS);
        Runnable gemm = gemm(fastest);
        warmUp(peak);
        warmUp(gemm);
        double peakNanos = Double.MAX_VALUE;
        double gemmNanos = Double.MAX_VALUE;
        for (int round = 0; round < plan.rounds; round++) {
            peakNanos = Math.min(peakNanos, round(peak));
            gemmNanos = Math.min(gemmNanos, round(gemm));
        }
        double peakGflops = FmaPeak.operations(PEAK_TURNS) / peakNanos;
        double gemmGflops = 2.0 * SIDE * SIDE * SIDE / gemmNanos;
        Runnable vector = inference(fastest);
        double vectorNanos = best(vector);
        double bytes = allocated(vector);
        Td3Step step = new Td3Step(fastest, new SplittableRandom(1));
        // Two at a time: the actor learns every second step.
        double pair = best(() -> sink += step.run() + step.run());
        double plainGemm = best(gemm(Kernel.plain()));
        double plainNanos = best(inference(Kernel.plain()));
        return new Outcome(
                fastest == Kernel.plain() ? "plain" : "vector",
                FmaPeak.lanes(),
                rounded(peakGflops, 10),
                rounded(gemmGflops, 10),
                rounded(gemmGflops / peakGflops, 1000),
                rounded(pair / 2e6, 100),
                rounded(vectorNanos, 1),
                rounded(bytes, 10),
                rounded(2.0 * SIDE * SIDE * SIDE / plainGemm, 10),
                rounded(plainNanos, 1));
    }

    private static double rounded(double value, double parts) {
        return Math.rint(value * parts) / parts;
    }

    private Runnable gemm(Kernel kernel) {
        float[] a = values(SIDE * SIDE);
        float[] b = values(SIDE * SIDE);
        float[] c = new float[SIDE * SIDE];
        float[] scratch = new float[kernel.scratch()];
        return () -> kernel.multiplyAdd(SIDE, SIDE, SIDE, a, b, c, scratch);
    }

    private Runnable inference(Kernel kernel) {
        Mlp network = Mlp.random(POLICY, 1f, new SplittableRandom(2)).on(kernel);
        float[] input = values(network.inputs());
        float[] output = new float[network.outputs()];
        return () -> network.forward(input, output);
    }

    private static float[] values(int count) {
        SplittableRandom random = new SplittableRandom(3);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = 2 * (float) random.nextDouble() - 1;
        }
        return values;
    }

    private void warmUp(Runnable work) {
        long start = meters.nanoTime.getAsLong();
        do {
            work.run();
        } while (meters.nanoTime.getAsLong() - start < plan.warmUpNanos);
    }

    private double best(Runnable work) {
        warmUp(work);
        double best = Double.MAX_VALUE;
        for (int round = 0; round < plan.rounds; round++) {
            best = Math.min(best, round(work));
        }
        return best;
    }

    /** Nanoseconds of one call, averaged over a round; the clock is read every hundred short calls. */
    private double round(Runnable work) {
        long start = meters.nanoTime.getAsLong();
        long calls = 0;
        int batch = 1;
        long elapsed;
        do {
            for (int i = 0; i < batch; i++) {
                work.run();
            }
            calls += batch;
            elapsed = meters.nanoTime.getAsLong() - start;
            batch = elapsed / calls < 100_000 ? 100 : 1;
        } while (elapsed < plan.roundNanos);
        return (double) elapsed / calls;
    }

    private double allocated(Runnable work) {
        long before = meters.allocatedOctets.getAsLong();
        for (int i = 0; i < plan.meteredCalls; i++) {
            work.run();
        }
        return (double) (meters.allocatedOctets.getAsLong() - before) / plan.meteredCalls;
    }

    /** What the work came to; nobody wants to know, but the compiler must not know that. */
    double sink() {
        return sink;
    }
}
