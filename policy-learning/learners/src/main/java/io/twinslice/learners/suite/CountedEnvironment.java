package io.twinslice.learners.suite;

import io.twinslice.env.Environment;
import io.twinslice.env.Step;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Counts the windows that are played, those of forks too: what learning has to pay for. */
final class CountedEnvironment implements Environment {
    private final Environment inner;
    private final LongAdder steps;

    CountedEnvironment(Environment inner, LongAdder steps) {
        this.inner = inner;
        this.steps = steps;
    }

    @Override
    public Step reset(long seed) {
        return inner.reset(seed);
    }

    @Override
    public Step step(QuotaPlan plan) {
        steps.increment();
        return inner.step(plan);
    }

    @Override
    public Optional<TwinSnapshot> truth() {
        return inner.truth();
    }

    @Override
    public Environment fork() {
        return new CountedEnvironment(inner.fork(), steps);
    }

    @Override
    public void close() {
        inner.close();
    }
}
