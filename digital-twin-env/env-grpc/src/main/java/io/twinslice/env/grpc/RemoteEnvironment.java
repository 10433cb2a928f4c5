package io.twinslice.env.grpc;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.twinslice.env.Environment;
import io.twinslice.env.Step;
import io.twinslice.env.grpc.v1.CloseRequest;
import io.twinslice.env.grpc.v1.GymGrpc;
import io.twinslice.env.grpc.v1.OpenReply;
import io.twinslice.env.grpc.v1.OpenRequest;
import io.twinslice.env.grpc.v1.Plans;
import io.twinslice.env.grpc.v1.ResetRequest;
import io.twinslice.env.grpc.v1.StepReply;
import io.twinslice.env.grpc.v1.StepRequest;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinProfile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * An environment that a gym somewhere else plays.
 *
 * <p>Every call has a deadline. A server that dies, answers too late or answers nonsense is a {@link Step.Failed}; the
 * next {@link #reset} tries again with a session of its own. Not thread-safe.
 */
public final class RemoteEnvironment implements Environment {
    private final ManagedChannel channel;
    private final String scenario;
    private final int windows;
    private final Duration deadline;
    private Optional<Room> room = Optional.empty();
    private boolean running;

    private RemoteEnvironment(ManagedChannel channel, String scenario, int windows, Duration deadline) {
        this.channel = channel;
        this.scenario = scenario;
        this.windows = windows;
        this.deadline = deadline;
    }

    /** An open session and the cell in it. */
    private record Room(String session, List<TwinProfile> twins, int prbCount, int windowMillis) {
        private static Room of(OpenReply reply) {
            return new Room(
                    reply.getSession(),
                    reply.getTwinsList().stream().map(Twins::read).toList(),
                    reply.getPrbCount(),
                    reply.getWindowMillis());
        }
    }

    /**
     * An environment of the gym at an address. Connects at the first {@link #reset}.
     *
     * @param windows of an episode; 0 takes the scenario's own
     * @param deadline of every call; positive
     */
    public static RemoteEnvironment at(String host, int port, String scenario, int windows, Duration deadline) {
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("deadline must be positive, not " + deadline);
        }
        ManagedChannel channel = Grpc.newChannelBuilderForAddress(host, port, InsecureChannelCredentials.create())
                .build();
        return new RemoteEnvironment(channel, scenario, windows, deadline);
    }

    /** @throws IllegalArgumentException when the gym refuses the scenario, the windows or the seed */
    @Override
    public Step reset(long seed) {
        running = false;
        return played(() -> {
            Room entered = room.orElseGet(this::enter);
            room = Optional.of(entered);
            StepReply reply = stub().reset(ResetRequest.newBuilder()
                    .setSession(entered.session())
                    .addSeeds(seed)
                    .build());
            return Columns.read(reply, entered.twins(), entered.windowMillis(), entered.prbCount());
        });
    }

    /** @throws IllegalArgumentException when the plan is not for this cell; the episode goes on */
    @Override
    public Step step(QuotaPlan plan) {
        if (!running) {
            throw new IllegalStateException("no episode is running: call reset first");
        }
        Room entered = room.orElseThrow();
        Plans.Builder plans = Plans.newBuilder();
        for (PrbQuota quota : plan.quotas()) {
            plans.addPercent(quota.dedicatedPercent());
            plans.addPercent(quota.minPercent());
            plans.addPercent(quota.maxPercent());
        }
        return played(() -> {
            StepReply reply = stub().step(StepRequest.newBuilder()
                    .setSession(entered.session())
                    .setPlans(plans)
                    .build());
            return Columns.read(reply, entered.twins(), entered.windowMillis(), entered.prbCount());
        });
    }

    @Override
    public void close() {
        try {
            room.ifPresent(left -> stub().close(
                            CloseRequest.newBuilder().setSession(left.session()).build()));
        } catch (StatusRuntimeException e) {
            // The session ends by itself when it is idle.
        } finally {
            room = Optional.empty();
            running = false;
            channel.shutdownNow();
        }
    }

    private Room enter() {
        return Room.of(stub().open(OpenRequest.newBuilder()
                .setScenario(scenario)
                .setCount(1)
                .setWindows(windows)
                .build()));
    }

    private Step played(Supplier<Step> call) {
        Step step;
        try {
            step = call.get();
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.INVALID_ARGUMENT) {
                throw new IllegalArgumentException(e.getStatus().getDescription(), e);
            }
            step = lost(e.getStatus().getCode() + ": " + e.getStatus().getDescription());
        } catch (IllegalArgumentException e) {
            step = lost("the gym's answer cannot be true: " + e.getMessage());
        }
        running = step instanceof Step.Running;
        return step;
    }

    /** What became of the session is unknown, so the next reset takes another. */
    private Step lost(String why) {
        room = Optional.empty();
        return new Step.Failed(why);
    }

    private GymGrpc.GymBlockingStub stub() {
        return GymGrpc.newBlockingStub(channel).withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
    }
}
