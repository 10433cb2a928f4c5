package io.twinslice.onspark;

import io.twinslice.learners.RolloutPool;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;

class LocalPoolTest extends RolloutPoolContract {
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    @Override
    RolloutPool pool() {
        return RolloutPool.on(THREADS);
    }

    @AfterAll
    static void end() {
        THREADS.close();
    }
}
