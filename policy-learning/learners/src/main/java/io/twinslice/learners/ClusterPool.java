package io.twinslice.learners;

import java.io.IOException;
import java.util.concurrent.Executor;

/**
 * A {@link RolloutPool} that spans machines, until it is closed. A call that the cluster cannot end throws
 * {@link ClusterException}.
 */
public interface ClusterPool extends RolloutPool, AutoCloseable {
    /** What it is, in a few words, for example how many cores it has. */
    String description();

    @Override
    void close();

    /**
     * Opens pools of one kind, found by {@link java.util.ServiceLoader}: a cluster's engine is on the class path only
     * where somebody asked for it.
     */
    interface Provider {
        /** Whether addresses like this are of its kind. */
        boolean serves(String address);

        /**
         * Connects, and waits until there is somebody who works.
         *
         * @param address for example {@code spark://host:7077}
         * @param local runs what cannot travel, in this process; the caller owns it
         * @throws IOException when the cluster cannot be used; says why
         */
        ClusterPool open(String address, Executor local) throws IOException;
    }
}
