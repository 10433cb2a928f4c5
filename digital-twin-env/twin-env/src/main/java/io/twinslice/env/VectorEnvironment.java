package io.twinslice.env;

import io.twinslice.model.QuotaPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Environments that are stepped together, side by side on an executor. What comes out does not depend on the number of
 * threads. One call at a time; the executor stays the caller's. The calls that wait say so when they are interrupted.
 */
public final class VectorEnvironment implements AutoCloseable {
    /** More parts than workers: a worker whose core is busy elsewhere leaves some of its parts to the others. */
    private static final int PARTS_PER_WORKER = 4;

    private final List<Environment> environments;
    private final ExecutorService executor;
    private final int workers;

    /**
     * @param count environments, at least 1
     * @param fresh makes each of them
     * @param workers threads of the executor, at least 1; only speed depends on it
     */
    public VectorEnvironment(int count, Supplier<Environment> fresh, ExecutorService executor, int workers) {
        if (count < 1 || workers < 1) {
            throw new IllegalArgumentException(
                    "needs at least one environment and one worker, not " + count + " and " + workers);
        }
        environments = IntStream.range(0, count).mapToObj(i -> fresh.get()).toList();
        this.executor = executor;
        this.workers = workers;
    }

    private VectorEnvironment(List<Environment> environments, ExecutorService executor, int workers) {
        this.environments = environments;
        this.executor = executor;
        this.workers = workers;
    }

    public int size() {
        return environments.size();
    }

    /** Begins an episode in each environment. */
    public List<Step> reset(List<Long> seeds) throws InterruptedException {
        require(seeds.size(), "seeds");
        return each(i -> environments.get(i).reset(seeds.get(i)));
    }

    /** Steps each environment. When one of them refuses, the others have been stepped all the same: reset all. */
    public List<Step> step(List<QuotaPlan> plans) throws InterruptedException {
        require(plans.size(), "plans");
        return each(i -> environments.get(i).step(plans.get(i)));
    }

    /** As many copies of one running environment, for plans that are tried side by side. */
    public static VectorEnvironment ofForks(Environment running, int count, ExecutorService executor, int workers) {
        if (count < 1 || workers < 1) {
            throw new IllegalArgumentException(
                    "needs at least one environment and one worker, not " + count + " and " + workers);
        }
        return new VectorEnvironment(
                IntStream.range(0, count).mapToObj(i -> running.fork()).toList(), executor, workers);
    }

    /** One of the environments, between two calls. */
    public Environment environment(int index) {
        return environments.get(index);
    }

    @Override
    public void close() {
        environments.forEach(Environment::close);
    }

    private void require(int given, String what) {
        if (given != size()) {
            throw new IllegalArgumentException(given + " " + what + " for " + size() + " environments");
        }
    }

    private List<Step> each(IntFunction<Step> play) throws InterruptedException {
        int parts = Math.min(PARTS_PER_WORKER * workers, size());
        List<Callable<List<Step>>> tasks = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            int from = size() * part / parts;
            int to = size() * (part + 1) / parts;
            tasks.add(() -> IntStream.range(from, to).mapToObj(play).toList());
        }
        List<Step> steps = new ArrayList<>(size());
        for (Future<List<Step>> done : executor.invokeAll(tasks)) {
            try {
                steps.addAll(done.get());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException("a step broke", e.getCause());
            }
        }
        return steps;
    }
}
