package io.twinslice.onspark;

import io.twinslice.learners.ClusterException;
import io.twinslice.learners.ClusterPool;
import io.twinslice.learners.PortableTask;
import io.twinslice.learners.PortableTasks;
import io.twinslice.learners.RolloutPool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/**
 * Portable tasks on the executors of a Spark application, the others in this process at the same time.
 *
 * <p>The tasks of one call are dealt into {@value #TASKS_PER_CORE} Spark tasks for each core of the cluster, so that
 * none is short and a slow one can be made up for. A lost executor is Spark's to replace: its tasks are performed
 * again, with the same result. One call at a time; not thread-safe.
 */
final class SparkPool implements ClusterPool {
    private static final int TASKS_PER_CORE = 2;

    /** Of the requests in one Spark task; Spark refuses tasks of four times that size. */
    private static final long MOST_OCTETS = 32L << 20;

    private final JavaSparkContext spark;
    private final RolloutPool local;
    private final Runnable cleanUp;

    /**
     * @param local runs what cannot travel
     * @param cleanUp called after the application has stopped
     */
    SparkPool(JavaSparkContext spark, RolloutPool local, Runnable cleanUp) {
        this.spark = spark;
        this.local = local;
        this.cleanUp = cleanUp;
    }

    JavaSparkContext spark() {
        return spark;
    }

    @Override
    public String description() {
        return "Spark " + spark.version() + " with " + spark.defaultParallelism() + " cores";
    }

    @Override
    public <T> List<T> run(List<Supplier<T>> tasks) {
        List<PortableTask<T>> portable = new ArrayList<>();
        List<Supplier<T>> staying = new ArrayList<>();
        for (Supplier<T> task : tasks) {
            if (task instanceof PortableTask<T> travels) {
                portable.add(travels);
            } else {
                staying.add(task);
            }
        }
        if (portable.isEmpty()) {
            return local.run(staying);
        }
        List<byte[]> octets = new ArrayList<>();
        for (PortableTask<T> task : portable) {
            octets.add(PortableTasks.octets(task));
        }
        JavaFutureAction<List<byte[]>> answers = spark.parallelize(octets, sparkTasks(octets))
                .mapPartitions(new Perform())
                .collectAsync();
        boolean collected = false;
        try {
            List<T> stayed = staying.isEmpty() ? List.of() : local.run(staying);
            List<T> travelled = read(portable, answers.get());
            collected = true;
            return inOrder(tasks, stayed, travelled);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while rollouts were running");
        } catch (ExecutionException e) {
            throw new ClusterException("rollouts failed on Spark: " + rootOf(e), e);
        } finally {
            if (!collected) {
                answers.cancel(true);
            }
        }
    }

    private int sparkTasks(List<byte[]> octets) {
        long all = octets.stream().mapToLong(each -> each.length).sum();
        long wanted = Math.max((long) TASKS_PER_CORE * spark.defaultParallelism(), 1 + all / MOST_OCTETS);
        return (int) Math.min(octets.size(), wanted);
    }

    private static <T> List<T> read(List<PortableTask<T>> tasks, List<byte[]> answers) {
        if (answers.size() != tasks.size()) {
            throw new IllegalStateException(answers.size() + " answers to " + tasks.size() + " tasks");
        }
        List<T> results = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            results.add(tasks.get(i).read(answers.get(i)));
        }
        return results;
    }

    private static <T> List<T> inOrder(List<Supplier<T>> tasks, List<T> stayed, List<T> travelled) {
        List<T> results = new ArrayList<>();
        int fromHere = 0;
        for (Supplier<T> task : tasks) {
            results.add(
                    task instanceof PortableTask<T>
                            ? travelled.get(results.size() - fromHere)
                            : stayed.get(fromHere++));
        }
        return Collections.unmodifiableList(results);
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        for (@Nullable Throwable cause = root.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
    }

    @Override
    public void close() {
        spark.close();
        cleanUp.run();
    }
}
