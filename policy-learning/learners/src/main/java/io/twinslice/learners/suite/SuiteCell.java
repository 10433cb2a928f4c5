package io.twinslice.learners.suite;

import io.twinslice.env.Environment;
import io.twinslice.model.QuotaPlan;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * What a policy is learned for.
 *
 * @param training makes environments that can be forked, each used by one thread
 * @param trainingSeeds of the episodes that are learned from; used again from the first when they run out
 * @param selection environments by which the final policy is chosen: another split of the scenario
 * @param selectionSeeds every finalist plays all of them
 * @param known plans to begin with, at least one, of as many slices as the cell
 */
public record SuiteCell(
        Supplier<Environment> training,
        List<Long> trainingSeeds,
        Supplier<Environment> selection,
        List<Long> selectionSeeds,
        List<QuotaPlan> known) {
    public SuiteCell {
        trainingSeeds = List.copyOf(trainingSeeds);
        selectionSeeds = List.copyOf(selectionSeeds);
        known = List.copyOf(known);
        if (trainingSeeds.isEmpty() || selectionSeeds.isEmpty() || known.isEmpty()) {
            throw new IllegalArgumentException("needs a training seed, a selection seed and a known plan");
        }
    }

    /** The same, with every window counted that is played. */
    SuiteCell counted(LongAdder steps) {
        return new SuiteCell(
                () -> new CountedEnvironment(training.get(), steps),
                trainingSeeds,
                () -> new CountedEnvironment(selection.get(), steps),
                selectionSeeds,
                known);
    }

    int slices() {
        return known.getFirst().slices();
    }

    /** A seed to learn from; later places repeat earlier ones when the seeds run out. */
    long trainingSeed(int place) {
        return trainingSeeds.get(place % trainingSeeds.size());
    }
}
