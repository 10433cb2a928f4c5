package io.twinslice.evaluation;

import io.twinslice.env.Environment;
import io.twinslice.env.Step;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An environment that notes the plans put in force. */
final class Recorder implements Environment {
    private final Environment inner;
    private final List<QuotaPlan> plans = new ArrayList<>();

    Recorder(Environment inner) {
        this.inner = inner;
    }

    List<QuotaPlan> plans() {
        return List.copyOf(plans);
    }

    @Override
    public Step reset(long seed) {
        plans.clear();
        return inner.reset(seed);
    }

    @Override
    public Step step(QuotaPlan plan) {
        plans.add(plan);
        return inner.step(plan);
    }

    @Override
    public Optional<TwinSnapshot> truth() {
        return inner.truth();
    }

    @Override
    public void close() {
        inner.close();
    }
}
