package io.twinslice.ns3;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import io.twinslice.env.Step;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.ns3.v1.CloseRequest;
import io.twinslice.ns3.v1.Ns3Grpc;
import io.twinslice.ns3.v1.ResetReply;
import io.twinslice.ns3.v1.ResetRequest;
import io.twinslice.ns3.v1.StepReply;
import io.twinslice.ns3.v1.StepRequest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A cell of ns-3, in a process of its own somewhere behind a server.
 *
 * <p>Every call has a deadline. A worker that dies, a server that is gone or late, and an answer that cannot be true
 * are a {@link Step.Failed}; the next {@link #reset} starts another worker. Not thread-safe.
 */
public final class Ns3Environment implements Environment {
    private final ManagedChannel channel;
    private final String name;
    private final Ns3Scenario scenario;
    private final Duration deadline;
    private int usablePrbs;
    private int windowsLeft;
    private long wallMicros;

    private Ns3Environment(ManagedChannel channel, String name, Ns3Scenario scenario, Duration deadline) {
        this.channel = channel;
        this.name = name;
        this.scenario = scenario;
        this.deadline = deadline;
    }

    /**
     * An environment of the server at an address. Connects at the first {@link #reset}.
     *
     * @param name of the environment at the server, 1..64 of {@code [a-z0-9-]}; two of the same name end each other
     * @param deadline of every call, positive; a warm-up window and a decision window are a call each
     */
    public static Ns3Environment at(String host, int port, String name, Ns3Scenario scenario, Duration deadline) {
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("deadline must be positive, not " + deadline);
        }
        ManagedChannel channel = Grpc.newChannelBuilderForAddress(host, port, InsecureChannelCredentials.create())
                .build();
        return new Ns3Environment(channel, name, scenario, deadline);
    }

    /** @throws IllegalArgumentException when the server refuses the scenario */
    @Override
    public Step reset(long seed) {
        windowsLeft = 0;
        wallMicros = 0;
        String json = scenario.json(seed);
        return played(() -> {
            ResetReply reply = stub().reset(ResetRequest.newBuilder()
                    .setEnvironment(name)
                    .setScenario(json)
                    .setSeed(seed)
                    .build());
            usablePrbs = reply.getUsablePrbs();
            QuotaPlan unsliced = QuotaPlan.unsliced(scenario.twins().size());
            TwinSnapshot last = window(unsliced);
            for (int i = 1; i < Scenario.WARM_UP_WINDOWS; i++) {
                last = window(unsliced);
            }
            windowsLeft = scenario.windows();
            return new Step.Running(last);
        });
    }

    /** @throws IllegalArgumentException when the plan is not for this cell; the episode goes on */
    @Override
    public Step step(QuotaPlan plan) {
        if (windowsLeft == 0) {
            throw new IllegalStateException("no episode is running: call reset first");
        }
        if (plan.slices() != scenario.twins().size()) {
            throw new IllegalArgumentException("a plan of " + plan.slices() + " quotas for a cell of "
                    + scenario.twins().size() + " slices");
        }
        int left = windowsLeft - 1;
        windowsLeft = 0;
        return played(() -> {
            TwinSnapshot snapshot = window(plan);
            windowsLeft = left;
            return left > 0 ? new Step.Running(snapshot) : new Step.Truncated(snapshot);
        });
    }

    /** What the simulator has taken since the last reset, warm-up included, on the server's clock. */
    public Duration simulatorTime() {
        return Duration.of(wallMicros, ChronoUnit.MICROS);
    }

    @Override
    public void close() {
        windowsLeft = 0;
        try {
            var _ = stub().close(CloseRequest.newBuilder().setEnvironment(name).build());
        } catch (StatusRuntimeException e) {
            // The server ends the environment when nobody calls for it.
        } finally {
            channel.shutdownNow();
        }
    }

    private TwinSnapshot window(QuotaPlan plan) {
        StepRequest.Builder request =
                StepRequest.newBuilder().setEnvironment(name).setMillis(scenario.windowMillis());
        for (PrbQuota quota : plan.quotas()) {
            request.addPlan(quota.dedicatedPercent())
                    .addPlan(quota.minPercent())
                    .addPlan(quota.maxPercent());
        }
        StepReply reply = stub().step(request.build());
        wallMicros += reply.getWallMicros();
        return SliceWindows.snapshot(reply, scenario, usablePrbs, plan);
    }

    private static Step played(Supplier<Step> call) {
        try {
            return call.get();
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.INVALID_ARGUMENT) {
                throw new IllegalArgumentException(e.getStatus().getDescription(), e);
            }
            return new Step.Failed(
                    e.getStatus().getCode() + ": " + e.getStatus().getDescription());
        } catch (ImpossibleAnswer e) {
            return new Step.Failed("the server's answer cannot be true: " + e.getMessage());
        }
    }

    private Ns3Grpc.Ns3BlockingStub stub() {
        return Ns3Grpc.newBlockingStub(channel).withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
    }
}
