package io.twinslice.env.grpc;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import io.twinslice.env.grpc.v1.CloseReply;
import io.twinslice.env.grpc.v1.CloseRequest;
import io.twinslice.env.grpc.v1.GymGrpc;
import io.twinslice.env.grpc.v1.ListReply;
import io.twinslice.env.grpc.v1.ListRequest;
import io.twinslice.env.grpc.v1.OpenReply;
import io.twinslice.env.grpc.v1.OpenRequest;
import io.twinslice.env.grpc.v1.ResetRequest;
import io.twinslice.env.grpc.v1.StepReply;
import io.twinslice.env.grpc.v1.StepRequest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The calls of {@code gym.proto}: checks what came, and answers with a reply or with a status that says why not. */
final class GymService extends GymGrpc.GymImplBase {
    private static final int MAX_WINDOWS = 100_000;
    private static final int MAX_NAME = 64;

    private final List<Scenario> scenarios;
    private final Function<Scenario, Environment> environments;
    private final GymSettings settings;
    private final GymServer.Surroundings surroundings;
    private final Sessions sessions;

    GymService(
            List<Scenario> scenarios,
            Function<Scenario, Environment> environments,
            GymSettings settings,
            GymServer.Surroundings surroundings) {
        this.scenarios = List.copyOf(scenarios);
        this.environments = environments;
        this.settings = settings;
        this.surroundings = surroundings;
        this.sessions = new Sessions(settings, surroundings.nanoClock(), surroundings.names());
    }

    void closeAll() {
        sessions.closeAll();
    }

    @Override
    public void list(ListRequest request, StreamObserver<ListReply> answer) {
        answer(
                answer,
                () -> ListReply.newBuilder()
                        .addAllScenarios(
                                scenarios.stream().map(GymService::described).toList())
                        .build());
    }

    @Override
    public void open(OpenRequest request, StreamObserver<OpenReply> answer) {
        answer(answer, () -> {
            Scenario scenario = scenario(request.getScenario());
            int count = inRange("count", request.getCount(), 1, settings.environments());
            int windows = inRange("windows", request.getWindows(), 0, MAX_WINDOWS);
            Scenario played = windows == 0 ? scenario : scenario.withWindows(windows);
            String name = sessions.open(
                    count,
                    () -> new Session(played, count, environments, surroundings.steps(), surroundings.workers()));
            return OpenReply.newBuilder()
                    .setSession(name)
                    .addAllMeasurements(Columns.measurementNames())
                    .addAllTwins(played.twins().stream().map(Twins::write).toList())
                    .setPrbCount(played.parameters().prbCount())
                    .setWindowMillis(played.windowMillis())
                    .setWindows(played.windows())
                    .setIdleMillis(settings.idle().toMillis())
                    .build();
        });
    }

    @Override
    public void reset(ResetRequest request, StreamObserver<StepReply> answer) {
        answer(
                answer,
                () -> sessions.use(
                        request.getSession(),
                        session -> Columns.write(
                                session.reset(request.getEnvironmentsList(), request.getSeedsList()),
                                session.slices())));
    }

    @Override
    public void step(StepRequest request, StreamObserver<StepReply> answer) {
        answer(answer, () -> {
            Actions actions = switch (request.getActionCase()) {
                case PLANS -> new Actions.Plans(request.getPlans().getPercentList());
                case SHARES -> new Actions.Shares(request.getShares().getValuesList());
                case ACTION_NOT_SET -> throw refused("the request has no action: set plans or shares");
            };
            return sessions.use(
                    request.getSession(),
                    session -> Columns.write(session.step(actions, request.getAutoreset()), session.slices()));
        });
    }

    @Override
    public void close(CloseRequest request, StreamObserver<CloseReply> answer) {
        answer(answer, () -> {
            sessions.close(request.getSession());
            return CloseReply.getDefaultInstance();
        });
    }

    /** One reply or one status, whatever happens. */
    private static <T> void answer(StreamObserver<T> observer, Callable<T> call) {
        T reply;
        try {
            if (Context.current().isCancelled()) {
                // Whoever asked has gone; what is not begun is not done.
                throw Status.CANCELLED.withDescription("the caller has gone").asRuntimeException();
            }
            reply = call.call();
        } catch (StatusRuntimeException e) {
            observer.onError(e);
            return;
        } catch (InterruptedException | RejectedExecutionException e) {
            observer.onError(Status.UNAVAILABLE
                    .withDescription("the gym is closing")
                    .withCause(e)
                    .asRuntimeException());
            return;
        } catch (Exception e) {
            observer.onError(Status.INTERNAL
                    .withDescription("a fault of the gym: " + e)
                    .withCause(e)
                    .asRuntimeException());
            return;
        }
        observer.onNext(reply);
        observer.onCompleted();
    }

    private Scenario scenario(String name) {
        if (name.length() > MAX_NAME) {
            throw refused("a scenario's name has at most " + MAX_NAME + " characters, not " + name.length());
        }
        return scenarios.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused("no scenario is named \"" + name + "\"; there are "
                        + scenarios.stream().map(Scenario::name).collect(Collectors.joining(", "))));
    }

    private static int inRange(String what, int value, int from, int to) {
        if (value < from || value > to) {
            throw refused(what + " must be " + from + ".." + to + ", not " + value);
        }
        return value;
    }

    private static StatusRuntimeException refused(String why) {
        return Status.INVALID_ARGUMENT.withDescription(why).asRuntimeException();
    }

    private static io.twinslice.env.grpc.v1.Scenario described(Scenario scenario) {
        return io.twinslice.env.grpc.v1.Scenario.newBuilder()
                .setName(scenario.name())
                .setDescription(scenario.description())
                .setSlices(scenario.twins().size())
                .setWindows(scenario.windows())
                .setWindowMillis(scenario.windowMillis())
                .build();
    }
}
