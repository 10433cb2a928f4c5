package io.twinslice.learners.suite;

import io.twinslice.env.Environment;
import io.twinslice.env.Step;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.SliceReport;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Policy;
import java.util.Optional;
import java.util.function.Supplier;

/** An episode under way: decides where a new report arrived, counts what happened. Not thread-safe. */
final class Play implements AutoCloseable {
    private final Environment environment;
    private TwinSnapshot reported;
    private QuotaPlan inForce;
    private long decidedOn = Long.MIN_VALUE;
    private boolean running = true;
    private int windows;
    private double violationSeconds;
    private double prbSeconds;

    /**
     * What an episode came to.
     *
     * @param violationSeconds of all twins together
     * @param prbSeconds used or dedicated
     * @param windows played
     */
    record Outcome(double violationSeconds, double prbSeconds, int windows) {}

    private Play(Environment environment, long seed) {
        this.environment = environment;
        reported = window(environment.reset(seed));
        inForce = reported.inForce();
    }

    static Play begin(Supplier<Environment> environments, long seed) {
        return new Play(environments.get(), seed);
    }

    static Outcome whole(Supplier<Environment> environments, long seed, Policy policy) {
        try (Play play = begin(environments, seed)) {
            policy.restart();
            while (play.goesOn()) {
                if (play.hasNews()) {
                    play.step(policy.decide(play.reported()).plan());
                } else {
                    play.step(play.inForce());
                }
            }
            return new Outcome(play.violationSeconds, play.prbSeconds, play.windows);
        }
    }

    boolean goesOn() {
        return running;
    }

    /** Whether there is a report that nobody has decided on. */
    boolean hasNews() {
        return reported.windowEndMillis() != decidedOn;
    }

    TwinSnapshot reported() {
        return reported;
    }

    QuotaPlan inForce() {
        return inForce;
    }

    void step(QuotaPlan plan) {
        decidedOn = reported.windowEndMillis();
        Step step = environment.step(plan);
        reported = window(step);
        TwinSnapshot happened = environment.truth().orElse(reported);
        running = step instanceof Step.Running;
        inForce = plan;
        windows++;
        violationSeconds += violationSeconds(happened);
        prbSeconds += prbSeconds(happened);
    }

    /** What the next windows would cost under a plan, in seconds of violation. */
    double cost(QuotaPlan plan, int horizonWindows, double prbSecondPrice) {
        float[] costs = new float[plan.slices() + 1];
        costs(plan, horizonWindows, prbSecondPrice, costs, 0);
        double sum = 0;
        for (float cost : costs) {
            sum += cost;
        }
        return sum;
    }

    /**
     * What the next windows would cost each twin under a plan, in seconds of violation, and then what their PRBs would.
     *
     * @param into receives one number more than there are slices, from {@code at} on
     */
    void costs(QuotaPlan plan, int horizonWindows, double prbSecondPrice, float[] into, int at) {
        try (Environment fork = environment.fork()) {
            for (int w = 0; w < horizonWindows; w++) {
                Step step = fork.step(plan);
                TwinSnapshot window = fork.truth().orElse(window(step));
                for (int i = 0; i < window.slices(); i++) {
                    into[at + i] += window.isBroken(i) ? window.windowMillis() / 1000f : 0;
                }
                into[at + plan.slices()] += (float) (prbSecondPrice * prbSeconds(window));
                if (!(step instanceof Step.Running)) {
                    break;
                }
            }
        }
    }

    static double violationSeconds(TwinSnapshot window) {
        int broken = 0;
        for (int i = 0; i < window.slices(); i++) {
            broken += window.isBroken(i) ? 1 : 0;
        }
        return broken * (window.windowMillis() / 1000.0);
    }

    static double prbSeconds(TwinSnapshot window) {
        double prbs = 0;
        for (int i = 0; i < window.slices(); i++) {
            SliceReport report = window.reports().get(i);
            int dedicated = window.inForce().quota(i).dedicatedPercent() * window.prbCount() / 100;
            prbs += Math.max(report.prbUsed(), dedicated);
        }
        return prbs * (window.windowMillis() / 1000.0);
    }

    private static TwinSnapshot window(Step step) {
        return switch (step) {
            case Step.Running(TwinSnapshot next) -> next;
            case Step.Truncated(TwinSnapshot last) -> last;
            case Step.Terminated(TwinSnapshot last) -> last;
            case Step.Failed(String reason) ->
                throw new IllegalStateException("a training episode failed: "
                        + Optional.of(reason).filter(text -> !text.isEmpty()).orElse("no reason given"));
        };
    }

    @Override
    public void close() {
        environment.close();
    }
}
