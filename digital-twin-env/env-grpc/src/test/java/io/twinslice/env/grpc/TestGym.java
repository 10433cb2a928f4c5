package io.twinslice.env.grpc;

import io.grpc.CallOptions;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.env.grpc.v1.GymGrpc;
import io.twinslice.env.grpc.v1.OpenRequest;
import io.twinslice.env.grpc.v1.ResetRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** A gym on a real socket of the loopback interface, with a clock that a test moves. */
final class TestGym implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    static final int SESSIONS = 3;
    static final int ENVIRONMENTS = 8;
    static final Duration IDLE = Duration.ofSeconds(60);

    final AtomicLong nanos = new AtomicLong();
    private final ExecutorService calls = Executors.newCachedThreadPool();
    private final ExecutorService steps;
    private final GymServer server;
    private final ManagedChannel channel;

    private TestGym(Function<Scenario, Environment> environments, int workers) throws IOException {
        steps = Executors.newFixedThreadPool(workers);
        server = GymServer.start(
                new GymSettings(HOST, 0, SESSIONS, ENVIRONMENTS, IDLE),
                Scenarios.all(),
                environments,
                new GymServer.Surroundings(calls, steps, workers, nanos::get, new SplittableRandom(1)));
        channel = Grpc.newChannelBuilderForAddress(HOST, server.port(), InsecureChannelCredentials.create())
                .build();
    }

    static TestGym start() throws IOException {
        return start(Scenario::environment, 2);
    }

    static TestGym start(Function<Scenario, Environment> environments, int workers) throws IOException {
        return new TestGym(environments, workers);
    }

    int port() {
        return server.port();
    }

    /** Every call ends within ten seconds, whatever the gym does. */
    GymGrpc.GymBlockingStub stub() {
        return GymGrpc.newBlockingStub(channel).withDeadlineAfter(10, TimeUnit.SECONDS);
    }

    RemoteEnvironment environment(int windows, Duration deadline) {
        return RemoteEnvironment.at(HOST, port(), Scenarios.DEFAULT, windows, deadline);
    }

    /** A session of the default scenario. */
    String open(int count, int windows) {
        return stub().open(OpenRequest.newBuilder()
                        .setScenario(Scenarios.DEFAULT)
                        .setCount(count)
                        .setWindows(windows)
                        .build())
                .getSession();
    }

    /** A session whose environments play with the seeds 1, 2, ... */
    String playing(int count, int windows) {
        String session = open(count, windows);
        ResetRequest.Builder request = ResetRequest.newBuilder().setSession(session);
        for (int i = 1; i <= count; i++) {
            request.addSeeds(i);
        }
        stub().reset(request.build());
        return session;
    }

    /** Sends these octets as the request of a call. */
    byte[] raw(String method, byte[] request) {
        MethodDescriptor.Marshaller<byte[]> asTheyAre = new MethodDescriptor.Marshaller<>() {
            @Override
            public InputStream stream(byte[] value) {
                return new ByteArrayInputStream(value);
            }

            @Override
            public byte[] parse(InputStream stream) {
                try {
                    return stream.readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        MethodDescriptor<byte[], byte[]> call = MethodDescriptor.newBuilder(asTheyAre, asTheyAre)
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(GymGrpc.SERVICE_NAME, method))
                .build();
        return ClientCalls.blockingUnaryCall(
                channel, call, CallOptions.DEFAULT.withDeadlineAfter(10, TimeUnit.SECONDS), request);
    }

    void stopServer() {
        server.close();
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.close();
        calls.shutdownNow();
        steps.shutdownNow();
    }
}
