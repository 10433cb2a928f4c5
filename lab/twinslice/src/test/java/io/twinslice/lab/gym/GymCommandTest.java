package io.twinslice.lab.gym;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.env.Scenarios;
import io.twinslice.env.Step;
import io.twinslice.env.grpc.RemoteEnvironment;
import io.twinslice.lab.Desk;
import io.twinslice.lab.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Timeout(30)
class GymCommandTest {
    private static final Pattern LISTENS = Pattern.compile("the gym listens on 127\\.0\\.0\\.1:(\\d+)");

    @Test
    void itSaysWhereItListensServesAndEndsWithItsInput() throws Exception {
        CountDownLatch ends = new CountDownLatch(1);
        InputStream input = new InputStream() {
            @Override
            public int read() {
                return read(new byte[1], 0, 1);
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                try {
                    ends.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return -1;
            }
        };
        try (PipedInputStream said = new PipedInputStream();
                PrintStream out = new PrintStream(new PipedOutputStream(said), true, StandardCharsets.UTF_8);
                BufferedReader lines = new BufferedReader(new InputStreamReader(said, StandardCharsets.UTF_8))) {
            CompletableFuture<Integer> code =
                    CompletableFuture.supplyAsync(() -> command(input, out).execute("--port=0", "--until-input-ends"));
            Matcher line = LISTENS.matcher(lines.readLine());
            assertThat(line.find()).isTrue();
            try (RemoteEnvironment environment = RemoteEnvironment.at(
                    "127.0.0.1", Integer.parseInt(line.group(1)), Scenarios.DEFAULT, 1, Duration.ofSeconds(10))) {
                assertThat(environment.reset(1)).isInstanceOf(Step.Running.class);
            }
            ends.countDown();
            assertThat(code.get(20, TimeUnit.SECONDS)).isEqualTo(ExitCode.OK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=65536", "--port=-1", "--run-for=0", "--run-for=86401", "--host= "})
    void whatCannotBeIsBadUsage(String option) {
        PrintStream out = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        assertThat(command(InputStream.nullInputStream(), out).execute(option)).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aPortThatIsTakenIsABindException() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            StringWriter err = new StringWriter();
            PrintStream out = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            CommandLine command = command(InputStream.nullInputStream(), out).setErr(new PrintWriter(err));
            command.execute("--port=" + taken.getLocalPort(), "--run-for=1");
            assertThat(err.toString()).contains("BindException", "127.0.0.1:" + taken.getLocalPort());
        }
    }

    private static CommandLine command(InputStream input, PrintStream out) {
        return new CommandLine(new GymCommand(
                        new Desk(out, Desk.Style.PLAIN, () -> 0), input, () -> 0, new SplittableRandom(1), 2))
                .setErr(new PrintWriter(new StringWriter()));
    }
}
