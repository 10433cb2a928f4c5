package io.twinslice.xapp;

import io.twinslice.ric.A1Answer;
import io.twinslice.ric.A1Intake;
import io.twinslice.ric.A1PolicyRequest;
import io.twinslice.ric.A1Reading;
import io.twinslice.ric.XappMetrics;
import io.twinslice.rmr.MessageType;
import io.twinslice.rmr.RmrEndpoint;
import io.twinslice.rmr.RmrMessage;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The A1 side of the xApp: takes A1_POLICY_REQ off the loop's thread, lets {@link PolicyIntake} judge one after the
 * other, and answers each. A refusal is counted by reason, kept for people, and answered ERROR: never silence.
 */
final class PolicyDesk implements AutoCloseable {
    private static final int MAX_WAITING = 16;
    private static final long CLOSE_SECONDS = 5;

    private final String handlerId;
    private final PolicyIntake intake;
    private final RmrEndpoint rmr;
    private final XappMetrics metrics;
    private final ThreadPoolExecutor executor;
    private final Map<String, Long> refusals = new TreeMap<>();
    private String lastRefusal = "";

    PolicyDesk(String handlerId, PolicyIntake intake, RmrEndpoint rmr, XappMetrics metrics, ThreadFactory threads) {
        this.handlerId = handlerId;
        this.intake = intake;
        this.rmr = rmr;
        this.metrics = metrics;
        this.executor =
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), threads);
    }

    /** Asks the mediator for every policy it holds of a type: that is how state comes back after a restart. */
    void query(int typeId) {
        rmr.send(RmrMessage.of(
                MessageType.A1_POLICY_QUERY,
                io.twinslice.rmr.Octets.of(A1Intake.query(typeId).toByteArray())));
    }

    void take(RmrMessage message) {
        switch (A1Intake.read(message.payload())) {
            case A1Reading.Refused refused -> {
                countRefusal("payload", refused.reason());
                refused.subject()
                        .ifPresent(subject ->
                                answer(message, subject.typeId(), subject.instanceId(), A1Answer.Status.ERROR));
            }
            case A1Reading.Understood understood -> {
                try {
                    executor.execute(() -> handle(message, understood.request()));
                } catch (RejectedExecutionException e) {
                    countRefusal("overload", MAX_WAITING + " policies are waiting already");
                    A1PolicyRequest request = understood.request();
                    answer(message, request.typeId(), request.instanceId(), A1Answer.Status.ERROR);
                }
            }
        }
    }

    synchronized void countRefusal(String reason, String detail) {
        refusals.merge(reason, 1L, Long::sum);
        lastRefusal = reason + ": " + detail;
        metrics.counter("policy_refusals", "A1 policies and bundles refused", Map.of("reason", reason))
                .increment();
    }

    synchronized Map<String, Long> refusals() {
        return new TreeMap<>(refusals);
    }

    synchronized String lastRefusal() {
        return lastRefusal;
    }

    /** Gives up what waits and what is under way, and waits for the thread to end. */
    @Override
    public void close() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                countRefusal("close", "a policy was still being judged " + CLOSE_SECONDS + " s after the end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(RmrMessage message, A1PolicyRequest request) {
        try {
            answer(message, request.typeId(), request.instanceId(), status(intake.handle(request)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // A fault of ours must not become silence towards the rApp, nor the end of this thread.
            countRefusal("internal", e.toString());
            answer(message, request.typeId(), request.instanceId(), A1Answer.Status.ERROR);
        }
    }

    private A1Answer.Status status(PolicyIntake.Outcome outcome) {
        return switch (outcome) {
            case PolicyIntake.Outcome.Activated activated -> A1Answer.Status.OK;
            case PolicyIntake.Outcome.Withdrawn withdrawn -> A1Answer.Status.DELETED;
            case PolicyIntake.Outcome.Refused refused -> {
                countRefusal(refused.reason(), refused.detail());
                yield A1Answer.Status.ERROR;
            }
        };
    }

    private void answer(RmrMessage message, int typeId, String instanceId, A1Answer.Status status) {
        rmr.returnToSender(message.answer(
                MessageType.A1_POLICY_RESPONSE, A1Intake.write(new A1Answer(typeId, instanceId, handlerId, status))));
    }
}
