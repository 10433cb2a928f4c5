package io.twinslice.onspark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.learners.ClusterPool;
import io.twinslice.learners.RolloutPool;
import java.io.IOException;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Spark with two threads of this process: everything but the network. */
class SparkInProcessTest extends RolloutPoolContract {
    @SuppressWarnings("NullAway.Init")
    private static ClusterPool pool;

    @BeforeAll
    static void start() throws IOException {
        ClusterPool.Provider provider =
                ServiceLoader.load(ClusterPool.Provider.class).findFirst().orElseThrow();
        assertThat(provider.serves("local[2]")).isTrue();
        pool = provider.open("local[2]", Runnable::run);
    }

    @AfterAll
    static void end() {
        pool.close();
    }

    @Override
    RolloutPool pool() {
        return pool;
    }

    @Test
    void thePoolSaysWhatItIs() {
        assertThat(pool.description()).matches("Spark 4\\.[0-9.]+ with 2 cores");
    }

    @Test
    void whatIsNoMasterIsNotServedAndWhereNobodyListensIsSaid() {
        SparkPoolProvider provider = new SparkPoolProvider();
        for (String address : new String[] {"local", "spark://", "spark://host", "yarn", "local[0]", "spark://a b:1"}) {
            assertThat(provider.serves(address)).as(address).isFalse();
        }
        assertThatThrownBy(() -> provider.open("spark://127.0.0.1:1", Runnable::run))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no master answers");
    }
}
