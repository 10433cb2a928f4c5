package io.twinslice.onspark;

import io.twinslice.learners.ClusterPool;
import io.twinslice.learners.RolloutPool;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Opens {@link SparkPool}s: {@code spark://host:port}, the master of a standalone cluster, and {@code local[N]}, Spark
 * with N threads of this process. System properties that begin with {@code spark.} are settings of Spark.
 */
public final class SparkPoolProvider implements ClusterPool.Provider {
    private static final Pattern MASTER = Pattern.compile("spark://([0-9A-Za-z.-]{1,255}):([0-9]{1,5})");
    private static final Pattern IN_PROCESS = Pattern.compile("local\\[[1-9][0-9]{0,2}]");

    private static final int CONNECT_MILLIS = 5000;

    /** How long to wait for the first executor. */
    private static final int PATIENCE_SECONDS = 60;

    /** For {@link java.util.ServiceLoader}. */
    public SparkPoolProvider() {}

    @Override
    public boolean serves(String address) {
        return MASTER.matcher(address).matches() || IN_PROCESS.matcher(address).matches();
    }

    @Override
    public ClusterPool open(String address, Executor local) throws IOException {
        Matcher master = MASTER.matcher(address);
        if (master.matches()) {
            knock(master.group(1), Integer.parseInt(master.group(2)));
        }
        Jars jars = Jars.ofThisProcess();
        try {
            return awakened(new SparkPool(
                    new JavaSparkContext(configuration(address, jars.paths())), RolloutPool.on(local), jars::delete));
        } catch (RuntimeException e) {
            jars.delete();
            throw new IOException("Spark does not start: " + e.getMessage(), e);
        }
    }

    /** Spark itself would ask again and again for a minute before it gave up. */
    private static void knock(String host, int port) throws IOException {
        if (port > 65535) {
            throw new IOException("no port is " + port);
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
        } catch (IOException e) {
            throw new IOException("no master answers: " + e.getMessage(), e);
        }
    }

    private static SparkConf configuration(String address, List<Path> jars) {
        SparkConf configuration = new SparkConf(true)
                .setMaster(address)
                .setAppName("twinslice")
                .set("spark.ui.enabled", "false")
                .set("spark.ui.showConsoleProgress", "false")
                .set("spark.locality.wait", "0")
                .setIfMissing("spark.log.level", "ERROR")
                // All answers of one call, which may be the episodes of a generation.
                .setIfMissing("spark.driver.maxResultSize", "2g")
                .setIfMissing("spark.executor.memory", "1g")
                .setIfMissing("spark.executor.extraJavaOptions", "--add-modules=jdk.incubator.vector");
        return address.startsWith("local")
                ? configuration
                : configuration.setJars(jars.stream().map(Path::toString).toArray(String[]::new));
    }

    /** The first executor must be there before a training counts on it. */
    private static SparkPool awakened(SparkPool pool) throws IOException {
        JavaFutureAction<List<Integer>> first =
                pool.spark().parallelize(List.of(1), 1).collectAsync();
        try {
            first.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return pool;
        } catch (TimeoutException e) {
            pool.close();
            throw new IOException(
                    "no executor has begun to work in " + PATIENCE_SECONDS
                            + " s: no worker has a free core and the memory, none reaches this machine, or executors"
                            + " die (see stderr in a worker's work folder)",
                    e);
        } catch (InterruptedException e) {
            pool.close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for Spark", e);
        } catch (ExecutionException e) {
            pool.close();
            throw new IOException("Spark runs nothing: " + e.getMessage(), e);
        }
    }
}
