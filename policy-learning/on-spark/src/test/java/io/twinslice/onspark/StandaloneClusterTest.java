package io.twinslice.onspark;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.learners.ClusterPool;
import io.twinslice.learners.RolloutPool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A master, two workers and their executors, each a process of its own on the loopback interface. */
@Tag("nightly")
class StandaloneClusterTest extends RolloutPoolContract {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://[0-9.]+:[0-9]+)");
    private static final List<Process> DAEMONS = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static ClusterPool pool;

    @BeforeAll
    static void start() throws IOException {
        Path jars = Files.createDirectories(folder.resolve("home").resolve("jars"));
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            Path jar = Path.of(entry);
            if (entry.endsWith(".jar") && Files.notExists(jars.resolve(jar.getFileName()))) {
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar.toAbsolutePath());
            }
        }
        daemon("master", "org.apache.spark.deploy.master.Master", "--host=127.0.0.1", "--port=0", "--webui-port=0");
        String address = heard("master", MASTER);
        for (String worker : List.of("one", "two")) {
            daemon(
                    worker,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host=127.0.0.1",
                    "--webui-port=0",
                    "--cores=1",
                    "--memory=1g",
                    "--work-dir=" + folder.resolve(worker),
                    address);
        }
        heard("one", Pattern.compile("(Successfully registered with master)"));
        heard("two", Pattern.compile("(Successfully registered with master)"));
        System.setProperty("spark.driver.host", "127.0.0.1");
        System.setProperty("spark.executor.memory", "512m");
        pool = new SparkPoolProvider().open(address, Runnable::run);
    }

    @AfterAll
    static void end() throws InterruptedException {
        System.clearProperty("spark.driver.host");
        System.clearProperty("spark.executor.memory");
        try {
            pool.close();
        } finally {
            for (Process daemon : DAEMONS.reversed()) {
                daemon.destroy();
                assertThat(daemon.waitFor(20, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Override
    RolloutPool pool() {
        return pool;
    }

    private static void daemon(String name, String type, String... arguments) throws IOException {
        Path logging = Files.writeString(folder.resolve("log4j2.properties"), """
            rootLogger.level = info
            rootLogger.appenderRef.stderr.ref = stderr
            appender.stderr.type = Console
            appender.stderr.name = stderr
            appender.stderr.layout.type = PatternLayout
            appender.stderr.layout.pattern = %m%n%ex
            """);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.configurationFile=" + logging.toUri(),
                "-cp",
                System.getProperty("java.class.path"),
                type));
        for (String argument : arguments) {
            command.addAll(List.of(argument.split("=", 2)));
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        DAEMONS.add(builder.start());
    }

    private static String heard(String name, Pattern pattern) throws IOException {
        Path log = folder.resolve(name + ".log");
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline) {
            Matcher matcher = pattern.matcher(Files.readString(log));
            if (matcher.find()) {
                return matcher.group(1);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new AssertionError("not heard from " + name + ": " + pattern + "\n" + Files.readString(log));
    }
}
