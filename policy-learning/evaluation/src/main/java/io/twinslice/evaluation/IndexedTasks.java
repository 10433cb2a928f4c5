package io.twinslice.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;

/** Runs numbered tasks on an executor and gives the results in the order of their numbers, whoever ran them when. */
public final class IndexedTasks {
    private IndexedTasks() {}

    /**
     * Runs tasks 0..count-1 and waits for all.
     *
     * @param task must depend on nothing but its number
     * @throws RuntimeException the one of the task with the lowest number that threw
     */
    public static <T> List<T> run(int count, IntFunction<T> task, Executor executor) {
        List<CompletableFuture<T>> futures = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int number = i;
            futures.add(CompletableFuture.supplyAsync(() -> task.apply(number), executor));
        }
        List<T> results = new ArrayList<>(count);
        try {
            for (CompletableFuture<T> future : futures) {
                results.add(future.join());
            }
        } catch (CompletionException e) {
            futures.forEach(future -> future.cancel(false));
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
        return results;
    }
}
