package io.twinslice.env.grpc;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Serves scenarios as a gym over gRPC, without encryption: keep it on the loopback interface or in a trusted network.
 *
 * <p>Same seeds and same actions give the same replies, whatever the number of workers. Thread-safe.
 */
public final class GymServer implements AutoCloseable {
    /** The shares of 1,024 environments of 16 slices take a quarter of it. */
    private static final int MAX_REQUEST_BYTES = 1 << 20;

    private static final int MAX_CALLS_PER_CONNECTION = 128;
    private static final int CLOSING_SECONDS = 5;

    private final Server server;
    private final GymService service;

    private GymServer(Server server, GymService service) {
        this.server = server;
        this.service = service;
    }

    /**
     * What the server takes from outside. It does not shut the executors down.
     *
     * @param calls runs the calls; must not be {@code steps}, for a call waits for its steps
     * @param steps runs the environments of a call side by side
     * @param workers parts that a call is divided into, at least 1; no more than {@code steps} has threads
     * @param nanoClock a clock that only goes forward; idle sessions end by it
     * @param names of the sessions; a secret source where strangers share the machine
     */
    public record Surroundings(
            Executor calls, ExecutorService steps, int workers, LongSupplier nanoClock, RandomGenerator names) {
        public Surroundings {
            if (workers < 1) {
                throw new IllegalArgumentException("workers must be at least 1, not " + workers);
            }
        }
    }

    /**
     * Starts to serve the scenarios.
     *
     * @throws BindException when the address cannot be had
     */
    public static GymServer start(GymSettings settings, List<Scenario> scenarios, Surroundings surroundings)
            throws IOException {
        return start(settings, scenarios, Scenario::environment, surroundings);
    }

    /**
     * Starts to serve the scenarios in environments of the caller's making.
     *
     * @throws BindException when the address cannot be had
     */
    public static GymServer start(
            GymSettings settings,
            List<Scenario> scenarios,
            Function<Scenario, Environment> environments,
            Surroundings surroundings)
            throws IOException {
        GymService service = new GymService(scenarios, environments, settings, surroundings);
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(settings.host(), settings.port()))
                .executor(surroundings.calls())
                .addService(MalformedRequests.refusedBy(service.bindService()))
                .maxInboundMessageSize(MAX_REQUEST_BYTES)
                .maxConcurrentCallsPerConnection(MAX_CALLS_PER_CONNECTION)
                .permitKeepAliveTime(5, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .build();
        try {
            server.start();
        } catch (IOException e) {
            // Which exception says so depends on the transport; that only binding can fail here does not.
            Throwable why = e.getCause() == null ? e : e.getCause();
            BindException busy = new BindException(settings.host() + ":" + settings.port() + ": " + why.getMessage());
            busy.initCause(e);
            throw busy;
        }
        return new GymServer(server, service);
    }

    /** The port it listens on. */
    public int port() {
        return server.getPort();
    }

    /** Refuses new calls, waits a little for those that run, and ends every session. */
    @Override
    public void close() {
        server.shutdown();
        try {
            if (!server.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                server.shutdownNow();
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
        service.closeAll();
    }
}
