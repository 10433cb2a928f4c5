package io.twinslice.env.grpc;

import io.twinslice.env.Step;
import io.twinslice.env.grpc.v1.Outcome;
import io.twinslice.env.grpc.v1.StepReply;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceMeasurement;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.List;

/** Steps as the columns of a {@link StepReply}, and back. */
final class Columns {
    static final int PER_QUOTA = 3;

    private static final SliceMeasurement[] MEASUREMENTS = SliceMeasurement.values();

    private Columns() {}

    static List<String> measurementNames() {
        return List.of(MEASUREMENTS).stream()
                .map(SliceMeasurement::measurementName)
                .toList();
    }

    static StepReply write(List<Member.Answer> answers, int slices) {
        StepReply.Builder reply = StepReply.newBuilder();
        for (Member.Answer answer : answers) {
            switch (answer.step()) {
                case Step.Running(TwinSnapshot window) ->
                    window(
                            reply,
                            answer.begins() ? Outcome.RESET : Outcome.RUNNING,
                            window,
                            answer.truth().orElse(window));
                case Step.Terminated(TwinSnapshot window) ->
                    window(reply, Outcome.TERMINATED, window, answer.truth().orElse(window));
                case Step.Truncated(TwinSnapshot window) ->
                    window(reply, Outcome.TRUNCATED, window, answer.truth().orElse(window));
                case Step.Failed(String reason) -> failure(reply, reason, slices);
            }
        }
        return reply.build();
    }

    /** What is observed is the report, which may be late or false; what is paid for is what happened. */
    private static void window(StepReply.Builder reply, Outcome outcome, TwinSnapshot window, TwinSnapshot truth) {
        reply.addOutcomes(outcome);
        reply.addWindowEndMillis(window.windowEndMillis());
        for (int i = 0; i < window.slices(); i++) {
            SliceReport report = window.reports().get(i);
            for (SliceMeasurement measurement : MEASUREMENTS) {
                reply.addMeasurements(measurement.of(report));
            }
            PrbQuota quota = window.inForce().quota(i);
            reply.addQuotas(quota.dedicatedPercent());
            reply.addQuotas(quota.minPercent());
            reply.addQuotas(quota.maxPercent());
            for (double cost : Promises.costs(truth, i)) {
                reply.addCosts(cost);
            }
            reply.addBroken(truth.isBroken(i));
        }
        reply.addRewards(outcome == Outcome.RESET ? 0 : Promises.reward(truth));
    }

    private static void failure(StepReply.Builder reply, String reason, int slices) {
        reply.addOutcomes(Outcome.FAILED);
        reply.addWindowEndMillis(0);
        for (int i = 0; i < slices; i++) {
            for (int m = 0; m < MEASUREMENTS.length; m++) {
                reply.addMeasurements(0);
            }
            for (int q = 0; q < PER_QUOTA; q++) {
                reply.addQuotas(0);
            }
            for (int c = 0; c < Promises.COSTS; c++) {
                reply.addCosts(0);
            }
            reply.addBroken(false);
        }
        reply.addRewards(0);
        reply.addFailures(reason);
    }

    /**
     * Reads the reply of a session of one environment.
     *
     * @throws IllegalArgumentException when it cannot be true
     */
    static Step read(StepReply reply, List<TwinProfile> twins, int windowMillis, int prbCount) {
        if (reply.getOutcomesCount() != 1) {
            throw new IllegalArgumentException(reply.getOutcomesCount() + " outcomes for one environment");
        }
        return switch (reply.getOutcomes(0)) {
            case RESET, RUNNING -> new Step.Running(snapshot(reply, twins, windowMillis, prbCount));
            case TERMINATED -> new Step.Terminated(snapshot(reply, twins, windowMillis, prbCount));
            case TRUNCATED -> new Step.Truncated(snapshot(reply, twins, windowMillis, prbCount));
            case FAILED ->
                new Step.Failed(reply.getFailuresCount() == 1 ? reply.getFailures(0) : "the server gave no reason");
            case OUTCOME_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("an outcome that this version does not know");
        };
    }

    private static TwinSnapshot snapshot(StepReply reply, List<TwinProfile> twins, int windowMillis, int prbCount) {
        int slices = twins.size();
        if (reply.getMeasurementsCount() != slices * MEASUREMENTS.length
                || reply.getQuotasCount() != slices * PER_QUOTA
                || reply.getWindowEndMillisCount() != 1) {
            throw new IllegalArgumentException(reply.getMeasurementsCount() + " measurements, " + reply.getQuotasCount()
                    + " quota values and " + reply.getWindowEndMillisCount() + " times do not describe " + slices
                    + " slices");
        }
        List<SliceReport> reports = new ArrayList<>(slices);
        for (int i = 0; i < slices; i++) {
            int[] values = new int[MEASUREMENTS.length];
            for (int m = 0; m < values.length; m++) {
                values[m] = reply.getMeasurements(i * values.length + m);
            }
            reports.add(SliceMeasurement.assemble(values));
        }
        return new TwinSnapshot(
                reply.getWindowEndMillis(0),
                windowMillis,
                prbCount,
                twins,
                reports,
                plan(reply.getQuotasList(), slices));
    }

    /**
     * Reads one plan.
     *
     * @param percent dedicated, minimum and maximum ratio of each slice
     * @throws IllegalArgumentException when the plan is not feasible; the message names the slice
     */
    static QuotaPlan plan(List<Integer> percent, int slices) {
        List<PrbQuota> quotas = new ArrayList<>(slices);
        for (int i = 0; i < slices; i++) {
            try {
                quotas.add(new PrbQuota(
                        percent.get(i * PER_QUOTA), percent.get(i * PER_QUOTA + 1), percent.get(i * PER_QUOTA + 2)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("slice " + i + ": " + e.getMessage(), e);
            }
        }
        return new QuotaPlan(quotas);
    }
}
