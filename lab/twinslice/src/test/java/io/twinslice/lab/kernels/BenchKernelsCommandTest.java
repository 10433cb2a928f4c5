package io.twinslice.lab.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.lab.ExitCode;
import io.twinslice.networks.Kernel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchKernelsCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theFiguresAreShownAndWritten() throws Exception {
        // A clock that advances one microsecond with each look makes every figure known beforehand.
        AtomicLong clock = new AtomicLong();
        KernelBench.Meters meters = new KernelBench.Meters(() -> clock.addAndGet(1000), () -> 0);
        CommandLine bench =
                new CommandLine(new BenchKernelsCommand(new KernelBench(meters, new KernelBench.Plan(1, 2, 1, 3))));
        StringWriter out = new StringWriter();
        bench.setOut(new PrintWriter(out));
        Path file = folder.resolve("kernels.json");
        assertThat(bench.execute("--json=" + file)).isEqualTo(ExitCode.OK);
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "kernel",
                        "lanes",
                        "fmaPeakGflops",
                        "gemm256Gflops",
                        "gemm256Share",
                        "td3StepMillis",
                        "inferenceNanos",
                        "inferenceBytes",
                        "plainGemm256Gflops",
                        "plainInferenceNanos");
        assertThat(json.path("gemm256Gflops").asDouble()).isEqualTo(33554.4);
        assertThat(json.path("inferenceNanos").asDouble()).isEqualTo(1000);
        assertThat(json.path("inferenceBytes").asDouble()).isZero();
        assertThat(out.toString()).contains("product 256³", "TD3 step", "0.0 octets allocated");
    }

    @Test
    void theTimedStepLearns() {
        // The rewards are noise of variance 1/3, so the critics can only come down to remembering it.
        Td3Step step = new Td3Step(Kernel.fastest(), new SplittableRandom(1));
        double first = 0;
        double last = 0;
        for (int i = 0; i < 60; i++) {
            double loss = step.run();
            first += i < 10 ? loss / 10 : 0;
            last += i >= 50 ? loss / 10 : 0;
        }
        assertThat(last).isLessThan(first).isPositive();
    }
}
