package io.twinslice.onspark;

import io.twinslice.learners.PortableTasks;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * What an executor does with a Spark task: performs the portable tasks in it, one after the other. The only object of
 * ours that Spark serialises; it has no state.
 */
final class Perform implements FlatMapFunction<Iterator<byte[]>, byte[]> {
    private static final long serialVersionUID = 1;

    @Override
    public Iterator<byte[]> call(Iterator<byte[]> tasks) {
        ClassLoader loader = Perform.class.getClassLoader();
        List<byte[]> answers = new ArrayList<>();
        tasks.forEachRemaining(task -> answers.add(PortableTasks.perform(task, loader)));
        return answers.iterator();
    }
}
