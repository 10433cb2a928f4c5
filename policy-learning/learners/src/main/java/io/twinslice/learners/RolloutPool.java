package io.twinslice.learners;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Where independent tasks run. The results come in the order of the tasks, whatever ran first and wherever: a pool that
 * spans machines sends {@link PortableTask}s away and runs the others here.
 */
public interface RolloutPool {
    /**
     * Runs all tasks and waits for them; the first tasks should be the longest.
     *
     * @throws CancellationException when the waiting thread was interrupted; its interrupt flag stays set
     */
    <T> List<T> run(List<Supplier<T>> tasks);

    /** In the calling thread, one after the other. */
    static RolloutPool inCaller() {
        return on(Runnable::run);
    }

    /** On an executor, which the caller owns. */
    static RolloutPool on(Executor executor) {
        return new RolloutPool() {
            @Override
            public <T> List<T> run(List<Supplier<T>> tasks) {
                return runOn(executor, tasks);
            }
        };
    }

    private static <T> List<T> runOn(Executor executor, List<Supplier<T>> tasks) {
        List<FutureTask<T>> futures = new ArrayList<>();
        for (Supplier<T> task : tasks) {
            futures.add(new FutureTask<>(task::get));
        }
        try {
            futures.forEach(executor::execute);
            List<T> results = new ArrayList<>();
            for (FutureTask<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while rollouts were running");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } finally {
            futures.forEach(future -> future.cancel(true));
        }
    }
}
