package io.twinslice.env;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * An environment whose steps say what was reported. Where no new report arrived a step repeats the last one, whose
 * window has ended earlier.
 */
final class ReportedEnvironment implements Environment {
    private final Environment inner;
    private final LongFunction<ReportChannel> channels;
    private @Nullable ReportChannel channel;
    private @Nullable TwinSnapshot reported;
    private @Nullable TwinSnapshot truth;

    /** @param channels the channel of an episode by its seed */
    ReportedEnvironment(Environment inner, LongFunction<ReportChannel> channels) {
        this.inner = inner;
        this.channels = channels;
    }

    @Override
    public Step reset(long seed) {
        channel = channels.apply(seed);
        reported = null;
        return told(inner.reset(seed));
    }

    @Override
    public Step step(QuotaPlan plan) {
        return told(inner.step(plan));
    }

    @Override
    public Optional<TwinSnapshot> truth() {
        return Optional.ofNullable(truth);
    }

    @Override
    public Environment fork() {
        ReportedEnvironment copy = new ReportedEnvironment(inner.fork(), channels);
        ReportChannel passing = channel;
        copy.channel = passing == null ? null : passing.fork();
        copy.reported = reported;
        copy.truth = truth;
        return copy;
    }

    @Override
    public void close() {
        inner.close();
    }

    private Step told(Step step) {
        return switch (step) {
            case Step.Running(TwinSnapshot window) -> new Step.Running(arrived(window));
            case Step.Terminated(TwinSnapshot window) -> new Step.Terminated(arrived(window));
            case Step.Truncated(TwinSnapshot window) -> new Step.Truncated(arrived(window));
            case Step.Failed failed -> failed;
        };
    }

    private TwinSnapshot arrived(TwinSnapshot window) {
        truth = window;
        ReportChannel passing = channel;
        Optional<TwinSnapshot> passed = passing == null ? Optional.of(window) : passing.pass(window);
        TwinSnapshot last = reported;
        TwinSnapshot now = passed.orElse(last == null ? window : last);
        reported = now;
        return now;
    }
}
