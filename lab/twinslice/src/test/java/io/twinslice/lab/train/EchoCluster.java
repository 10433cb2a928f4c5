package io.twinslice.lab.train;

import io.twinslice.learners.ClusterException;
import io.twinslice.learners.ClusterPool;
import io.twinslice.learners.PortableTask;
import io.twinslice.learners.PortableTasks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** A cluster that is this thread: every task that can travel goes through its octets. */
public final class EchoCluster implements ClusterPool.Provider {
    @Override
    public boolean serves(String address) {
        return address.startsWith("echo:");
    }

    @Override
    public ClusterPool open(String address, Executor local) throws IOException {
        if (address.equals("echo:down")) {
            throw new IOException("nobody echoes");
        }
        return new ClusterPool() {
            @Override
            public String description() {
                return "an echo";
            }

            @Override
            public <T> List<T> run(List<Supplier<T>> tasks) {
                if (address.equals("echo:breaks")) {
                    throw new ClusterException("the echo died away", new IOException());
                }
                List<T> results = new ArrayList<>();
                for (Supplier<T> task : tasks) {
                    results.add(
                            task instanceof PortableTask<T> portable
                                    ? portable.read(PortableTasks.perform(
                                            PortableTasks.octets(portable), EchoCluster.class.getClassLoader()))
                                    : task.get());
                }
                return results;
            }

            @Override
            public void close() {}
        };
    }
}
