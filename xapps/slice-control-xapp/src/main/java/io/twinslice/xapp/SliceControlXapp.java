package io.twinslice.xapp;

import io.twinslice.aper.Octets;
import io.twinslice.bundle.BundleOpener;
import io.twinslice.bundle.InvalidBundleException;
import io.twinslice.bundle.TrustRoot;
import io.twinslice.policy.Baselines;
import io.twinslice.policy.Shield;
import io.twinslice.ric.PolicyTypeSchema;
import io.twinslice.ric.XappHttpServer;
import io.twinslice.ric.XappMetrics;
import io.twinslice.rmr.MessageType;
import io.twinslice.rmr.RmrEndpoint;
import io.twinslice.rmr.RmrMessage;
import io.twinslice.rmr.RmrSettings;
import io.twinslice.rmr.SendResult;
import io.twinslice.slicecontrol.ControlLoop;
import io.twinslice.slicecontrol.DecisionLog;
import io.twinslice.slicecontrol.Inbound;
import io.twinslice.slicecontrol.LoopCounters;
import io.twinslice.slicecontrol.LoopSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * The slice-control xApp, running: RMR, health and metrics over HTTP, subscription, A1 intake, policy store and the one
 * thread that drives {@link ControlLoop}.
 *
 * <p>It starts on the policy that was active when it last ran, if that still opens, else on the built-in baseline.
 */
public final class SliceControlXapp implements AutoCloseable {
    /** Integer id of the A1 policy type {@code Twinslice_CellSlicePolicy_1.0.0}. */
    public static final int POLICY_TYPE_ID = 30110;

    private static final String SCHEMA = "Twinslice_CellSlicePolicy_1.0.0.json";
    private static final int INBOX_CAPACITY = 4096;
    private static final int DRAIN_LIMIT = 256;
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long MAX_DECISION_LOG_OCTETS = 1L << 30;
    private static final Duration FETCH_PATIENCE = Duration.ofSeconds(20);
    private static final Duration CHANGEOVER_PATIENCE = Duration.ofSeconds(10);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    /**
     * What the xApp takes from its surroundings.
     *
     * @param clock tells whether bundles are valid
     * @param nanoClock monotonic
     * @param threads makes the loop's thread and those that wait for others
     * @param observer sees every decision beside the log
     */
    public record Surroundings(
            InstantSource clock, LongSupplier nanoClock, ThreadFactory threads, DecisionLog observer) {}

    private final XappConfig config;
    private final Surroundings around;
    private final Deque<Opened> opened = new ArrayDeque<>();
    private final XappMetrics metrics = new XappMetrics();
    private final RmrEndpoint rmr;
    private final DecisionJournal journal;
    private final ControlLoop loop;
    private final PolicyDesk desk;
    private final PlatformLink platform;
    private final XappHttpServer server;
    private final Thread loopThread;
    private final AtomicBoolean closed = new AtomicBoolean();
    private long expirationsSeen;
    private volatile boolean driving = true;
    private volatile boolean stopped;
    private volatile String policyDigest;

    /** Something that was opened and closes without fail. */
    private interface Opened {
        void close();
    }

    private SliceControlXapp(XappConfig config, Surroundings around) throws IOException {
        this.config = config;
        this.around = around;
        try {
            journal = new DecisionJournal(config.decisionLog(), MAX_DECISION_LOG_OCTETS);
            opened.push(this::closeJournal);
            rmr = RmrEndpoint.open(
                    RmrSettings.listening(config.host(), config.rmrPort()).withQueueCapacity(INBOX_CAPACITY),
                    around.nanoClock());
            opened.push(rmr::close);
            rmr.install(PlatformLink.routes(config, rmr));
            HttpClient http = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
            opened.push(() -> close(http));
            loop = new ControlLoop(
                    settings(config),
                    Baselines.equalGuarantee(config.twins().size()),
                    new Shield(config.envelope()),
                    this::sendControl,
                    new DecisionTee(journal, around.observer()));
            PolicyIntake intake = intake(http);
            desk = new PolicyDesk(config.name(), intake, rmr, metrics, around.threads());
            opened.push(desk::close);
            resume(intake);
            policyDigest = loop.policyDigest();
            platform = new PlatformLink(config, http, rmr);
            LoopMetrics.publish(metrics, loop::counters);
            metrics.counterFrom("decision_log_lines_lost", "Decisions not logged", journal::linesLost);
            server = XappHttpServer.start(config.host(), config.httpPort(), hooks(), threadPerTask());
            opened.push(server::close);
            loopThread = around.threads().newThread(this::drive);
        } catch (IOException | RuntimeException e) {
            opened.forEach(Opened::close);
            throw e;
        }
    }

    /**
     * Starts the xApp: registered, subscribed and controlling when this returns.
     *
     * @throws IOException when the platform cannot be reached or refuses; then nothing stays open
     */
    public static SliceControlXapp start(XappConfig config, Surroundings around)
            throws IOException, InterruptedException {
        SliceControlXapp xapp = new SliceControlXapp(config, around);
        try {
            xapp.loopThread.start();
            xapp.platform.join(xapp.httpPort());
            xapp.desk.query(POLICY_TYPE_ID);
            return xapp;
        } catch (IOException | InterruptedException | RuntimeException e) {
            xapp.close();
            throw e;
        }
    }

    /** Counts of the loop. */
    public LoopCounters counters() {
        return loop.counters();
    }

    /** Policies refused so far, by reason. */
    public Map<String, Long> policyRefusals() {
        return desk.refusals();
    }

    /** Why the latest policy was refused; empty when none was. */
    public String lastPolicyRefusal() {
        return desk.lastRefusal();
    }

    /** Digest of the bundle in charge as of the last tick, or {@code baseline}. */
    public String policyDigest() {
        return policyDigest;
    }

    /** Port of health, metrics and notifications. */
    public int httpPort() {
        return server.port();
    }

    /** All metrics in the Prometheus text format. */
    public String metricsText() {
        return metrics.text();
    }

    /** Waits until the loop's thread ends, which it does after {@link #close}. */
    public void join() throws InterruptedException {
        loopThread.join();
    }

    /** Leaves the platform and ends every thread. What was active stays on disk. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        stopped = true;
        try {
            if (loopThread.isAlive()) {
                loopThread.join(CLOSE_PATIENCE);
            }
            if (!platform.leave(httpPort())) {
                metrics.counter("deregistrations_failed", "Deregistrations that the platform did not take", Map.of())
                        .increment();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        opened.forEach(Opened::close);
    }

    private static void close(HttpClient http) {
        http.shutdownNow();
        try {
            http.awaitTermination(CLOSE_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeJournal() {
        try {
            journal.close();
        } catch (IOException e) {
            metrics.counter("decision_log_close_failures", "Decision logs that could not be closed", Map.of())
                    .increment();
        }
    }

    private void drive() {
        try {
            while (!stopped) {
                boolean arrived = rmr.awaitInbound(IDLE_NANOS);
                rmr.drain(this::dispatch, DRAIN_LIMIT);
                loop.tick(around.nanoClock().getAsLong(), around.clock().instant());
                policyDigest = loop.policyDigest();
                noteExpiration();
                if (!arrived) {
                    journal.flush();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // From here on the xApp is not alive: whoever watches it starts it anew.
            driving = false;
            journal.flush();
        }
    }

    private void noteExpiration() {
        long expirations = loop.counters().policiesExpired();
        if (expirations > expirationsSeen) {
            expirationsSeen = expirations;
            desk.countRefusal("expired", "the policy in charge ran out; the baseline took over");
        }
    }

    private void dispatch(RmrMessage message) {
        switch (message.messageType()) {
            case MessageType.INDICATION, MessageType.CONTROL_ACKNOWLEDGE, MessageType.CONTROL_FAILURE ->
                loop.offer(new Inbound.E2Message(
                        message.subscriptionId(), Octets.of(message.payload().toByteArray())));
            case MessageType.A1_POLICY_REQUEST -> desk.take(message);
            case MessageType.HEALTH_CHECK_REQUEST ->
                rmr.returnToSender(
                        message.answer(MessageType.HEALTH_CHECK_RESPONSE, io.twinslice.rmr.Octets.utf8("OK\n")));
            default ->
                metrics.counter("rmr_messages_ignored", "RMR messages of a type this xApp does not take", Map.of())
                        .increment();
        }
    }

    private Optional<String> sendControl(byte[] octets) {
        SendResult result = rmr.send(RmrMessage.of(MessageType.CONTROL_REQUEST, io.twinslice.rmr.Octets.of(octets))
                .withMeid(config.meid()));
        return result instanceof SendResult.Accepted ? Optional.empty() : Optional.of(result.toString());
    }

    private static LoopSettings settings(XappConfig config) {
        return new LoopSettings(
                config.profiles(),
                config.prbCount(),
                config.windowMillis(),
                config.plmn(),
                config.rcFunctionId(),
                TimeUnit.MILLISECONDS.toNanos(config.controlDeadlineMillis()),
                INBOX_CAPACITY,
                DRAIN_LIMIT);
    }

    private PolicyIntake intake(HttpClient http) throws IOException {
        return new PolicyIntake(
                new PolicyIntake.Scope(POLICY_TYPE_ID, config.cellId(), config.profiles(), config.envelope()),
                PolicyTypeSchema.of(schemaText()),
                new BundleFetcher(http, config.artifactHosts(), FETCH_PATIENCE),
                new BundleOpener(trustRoot(config.trustRoot()), around.clock()),
                new PolicyStore(config.stateDirectory()),
                loop,
                CHANGEOVER_PATIENCE);
    }

    /** The policy that was active when the xApp last ran is in charge before the first report comes. */
    private void resume(PolicyIntake intake) {
        if (intake.resume().orElse(null) instanceof PolicyIntake.Outcome.Refused refused) {
            desk.countRefusal("restart_" + refused.reason(), refused.detail());
        }
        loop.tick(around.nanoClock().getAsLong(), around.clock().instant());
    }

    private XappHttpServer.Hooks hooks() {
        return new XappHttpServer.Hooks(
                config.name(),
                () -> driving && !stopped,
                () -> driving && platform.isSubscribed(),
                metrics::text,
                () -> Descriptor.json(config.name(), POLICY_TYPE_ID),
                told -> platform.notified(told));
    }

    private Executor threadPerTask() {
        return task -> around.threads().newThread(task).start();
    }

    private static TrustRoot trustRoot(Path file) throws IOException {
        try {
            return TrustRoot.parse(Files.readAllBytes(file));
        } catch (InvalidBundleException e) {
            throw new IOException(file + " is no trust root: " + e.getMessage(), e);
        }
    }

    private static String schemaText() throws IOException {
        try (InputStream in = SliceControlXapp.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IOException("the resource " + SCHEMA + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
