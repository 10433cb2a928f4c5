package io.twinslice.xapp;

import io.twinslice.aper.Octets;
import io.twinslice.bundle.BundleOpener;
import io.twinslice.bundle.InvalidBundleException;
import io.twinslice.bundle.Opening;
import io.twinslice.bundle.TrustRoot;
import io.twinslice.policy.Baselines;
import io.twinslice.policy.Envelope;
import io.twinslice.policy.Shield;
import io.twinslice.ric.Backoff;
import io.twinslice.ric.Pause;
import io.twinslice.ric.PolicyTypeSchema;
import io.twinslice.ric.RegistrationClient;
import io.twinslice.ric.RegistrationOutcome;
import io.twinslice.ric.SubscriptionClient;
import io.twinslice.ric.SubscriptionNotification;
import io.twinslice.ric.SubscriptionOutcome;
import io.twinslice.ric.SubscriptionRequest;
import io.twinslice.ric.XappHttpServer;
import io.twinslice.ric.XappIdentity;
import io.twinslice.ric.XappMetrics;
import io.twinslice.rmr.MessageType;
import io.twinslice.rmr.RmrEndpoint;
import io.twinslice.rmr.RmrMessage;
import io.twinslice.rmr.RmrSettings;
import io.twinslice.rmr.RouteTable;
import io.twinslice.rmr.RouteTableException;
import io.twinslice.rmr.SendResult;
import io.twinslice.slicecontrol.ControlLoop;
import io.twinslice.slicecontrol.DecisionLog;
import io.twinslice.slicecontrol.Inbound;
import io.twinslice.slicecontrol.KpmSubscription;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private static final Pause SLEEP = time -> TimeUnit.NANOSECONDS.sleep(time.toNanos());
    private static final int EVENT_INSTANCE_ID = 1;
    private static final int ACTION_ID = 1;

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
    private final HttpClient http;
    private final RmrEndpoint rmr;
    private final ControlLoop loop;
    private final DecisionJournal journal;
    private final XappMetrics metrics = new XappMetrics();
    private final PolicyStore store;
    private final PolicyIntake intake;
    private final PolicyDesk desk;
    private final CompletableFuture<SubscriptionNotification> notification = new CompletableFuture<>();
    private final Thread loopThread;
    private volatile XappHttpServer server;
    private volatile String subscriptionId = "";
    private volatile boolean subscribed;
    private volatile boolean stopped;
    private volatile String policyDigest = "";

    private SliceControlXapp(XappConfig config, Surroundings around) throws IOException {
        this.config = config;
        this.around = around;
        this.http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        Envelope envelope = new Envelope(
                config.guardrails().floorPercent(),
                config.guardrails().ceilingPercent(),
                config.guardrails().maxStepPercent());
        this.rmr = RmrEndpoint.open(
                RmrSettings.listening(config.host(), config.rmrPort()).withQueueCapacity(INBOX_CAPACITY),
                around.nanoClock());
        rmr.install(routes());
        this.journal = new DecisionJournal(config.decisionLog(), MAX_DECISION_LOG_OCTETS);
        this.loop = new ControlLoop(
                new LoopSettings(
                        config.profiles(),
                        config.prbCount(),
                        config.windowMillis(),
                        config.plmn(),
                        config.rcFunctionId(),
                        TimeUnit.MILLISECONDS.toNanos(config.controlDeadlineMillis()),
                        INBOX_CAPACITY,
                        DRAIN_LIMIT),
                Baselines.equalGuarantee(config.twins().size()),
                new Shield(envelope),
                this::sendControl,
                new DecisionTee(journal, around.observer()));
        this.store = new PolicyStore(config.stateDirectory());
        BundleOpener opener = new BundleOpener(trustRoot(config.trustRoot()), around.clock());
        this.intake = new PolicyIntake(
                new PolicyIntake.Scope(config.cellId(), config.profiles(), envelope),
                PolicyTypeSchema.of(schemaText()),
                new BundleFetcher(http, config.artifactHosts()),
                opener,
                store,
                loop);
        this.desk = new PolicyDesk(config.name(), intake, rmr, metrics, around.threads());
        reopen(opener, envelope);
        publishMetrics();
        this.server = XappHttpServer.start(config.host(), config.httpPort(), hooks(), threadPerTask());
        this.loopThread = around.threads().newThread(this::drive);
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
            xapp.register();
            xapp.subscribe();
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

    @Override
    public void close() {
        stopped = true;
        try {
            if (loopThread.isAlive()) {
                loopThread.join(Duration.ofSeconds(5));
            }
            leavePlatform();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        desk.close();
        server.close();
        rmr.close();
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
                loop.tick(around.nanoClock().getAsLong());
                policyDigest = loop.policyDigest();
                if (!arrived) {
                    journal.flush();
                    withdrawIfExpired();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            journal.flush();
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

    /** A policy that ran out while in charge must not stay there. */
    private void withdrawIfExpired() {
        if (loop.installedUntil()
                .filter(until -> around.clock().instant().isAfter(until))
                .isPresent()) {
            desk.countRefusal("expired", "the policy in charge ran out");
            loop.offer(new Inbound.Withdraw(new CompletableFuture<>()));
        }
    }

    private Optional<String> sendControl(byte[] octets) {
        SendResult result = rmr.send(RmrMessage.of(MessageType.CONTROL_REQUEST, io.twinslice.rmr.Octets.of(octets))
                .withMeid(config.meid()));
        return result instanceof SendResult.Accepted ? Optional.empty() : Optional.of(result.toString());
    }

    private void reopen(BundleOpener opener, Envelope envelope) throws IOException {
        Optional<Opening> stored = store.reopen(opener);
        if (stored.isPresent()) {
            switch (stored.get()) {
                case Opening.Opened opened ->
                    loop.offer(new Inbound.Install(
                            opened.policy(), config.profiles(), new Shield(envelope), new CompletableFuture<>()));
                case Opening.Refused refused ->
                    desk.countRefusal("restart_" + refused.reason().name().toLowerCase(Locale.ROOT), refused.detail());
            }
        }
    }

    private void register() throws IOException, InterruptedException {
        RegistrationOutcome outcome =
                registrations().register(identity(), Descriptor.json(config.name(), POLICY_TYPE_ID));
        if (!(outcome instanceof RegistrationOutcome.Done)) {
            throw new IOException("the application manager at " + config.applicationManager()
                    + " did not register this xApp: " + outcome);
        }
    }

    private XappIdentity identity() {
        return new XappIdentity(
                config.name(), config.name(), Descriptor.VERSION, config.host() + ":" + httpPort(), rmr.name());
    }

    private void subscribe() throws IOException, InterruptedException {
        KpmSubscription wanted = KpmSubscription.of(config.profiles(), config.windowMillis());
        SubscriptionOutcome outcome = subscriptions()
                .subscribe(new SubscriptionRequest(
                        Optional.empty(),
                        new SubscriptionRequest.ClientEndpoint(config.host(), httpPort(), rmr.port()),
                        config.meid(),
                        config.kpmFunctionId(),
                        SubscriptionRequest.Directives.standard(),
                        List.of(new SubscriptionRequest.Detail(
                                EVENT_INSTANCE_ID,
                                io.twinslice.rmr.Octets.of(wanted.eventTrigger().toByteArray()),
                                List.of(new SubscriptionRequest.Action(
                                        ACTION_ID,
                                        SubscriptionRequest.ActionType.REPORT,
                                        io.twinslice.rmr.Octets.of(
                                                wanted.actionDefinition().toByteArray())))))));
        subscriptionId = switch (outcome) {
            case SubscriptionOutcome.Accepted accepted -> accepted.subscriptionId();
            case SubscriptionOutcome.Refused refused ->
                throw new IOException("the subscription manager refused the subscription of " + config.meid() + ": "
                        + refused.reason());
            case SubscriptionOutcome.Unavailable unavailable ->
                throw new IOException("no subscription at " + config.meid() + " after " + unavailable.attempts()
                        + " tries: " + unavailable.reason());
        };
        awaitNotification();
    }

    private void awaitNotification() throws IOException, InterruptedException {
        try {
            SubscriptionNotification told = notification.get(20, TimeUnit.SECONDS);
            for (SubscriptionNotification.Instance instance : told.instances()) {
                if (!instance.isEstablished()) {
                    throw new IOException("the subscription at " + config.meid() + " failed: " + instance.errorCause()
                            + " (" + instance.errorSource() + ")");
                }
            }
            subscribed = true;
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(
                    "the subscription manager did not say within 20 s what became of the subscription", e);
        }
    }

    private void leavePlatform() throws InterruptedException {
        if (!subscriptionId.isEmpty()) {
            subscriptions().unsubscribe(subscriptionId);
        }
        if (!(registrations().deregister(identity()) instanceof RegistrationOutcome.Done)) {
            metrics.counter("deregistrations_failed", "Deregistrations that the platform did not take", Map.of())
                    .increment();
        }
    }

    private SubscriptionClient subscriptions() {
        return new SubscriptionClient(config.subscriptionManager(), http, backoff(), SLEEP, new SplittableRandom(1));
    }

    private RegistrationClient registrations() {
        return new RegistrationClient(config.applicationManager(), http, backoff(), SLEEP, new SplittableRandom(2));
    }

    /** On the way in the platform may still be starting; on the way out one try is enough. */
    private Backoff backoff() {
        return new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), stopped ? 1 : 10);
    }

    private XappHttpServer.Hooks hooks() {
        return new XappHttpServer.Hooks(
                config.name(),
                () -> !stopped,
                () -> subscribed,
                metrics::text,
                () -> Descriptor.json(config.name(), POLICY_TYPE_ID),
                notification::complete);
    }

    private Executor threadPerTask() {
        return task -> around.threads().newThread(task).start();
    }

    private RouteTable routes() throws IOException {
        String text = "newrt|start|static\n"
                + "mse|" + MessageType.CONTROL_REQUEST + "|-1|" + config.e2TermRmr() + "\n"
                + "mse|" + MessageType.A1_POLICY_RESPONSE + "|-1|" + config.a1MediatorRmr() + "\n"
                + "mse|" + MessageType.A1_POLICY_QUERY + "|-1|" + config.a1MediatorRmr() + "\n"
                + "newrt|end|3\n";
        try {
            return RouteTable.parse(text, rmr.ownNames());
        } catch (RouteTableException e) {
            throw new IOException("e2TermRmr or a1MediatorRmr is no \"host:port\": " + e.getMessage(), e);
        }
    }

    private void publishMetrics() {
        metrics.counterFrom(
                "indications", "KPM indications folded", () -> counters().indications());
        metrics.counterFrom(
                "indications_refused",
                "Messages that could not be true",
                () -> counters().indicationsRefused());
        metrics.counterFrom(
                "controls_sent", "RC controls sent", () -> counters().controlsSent());
        metrics.counterFrom(
                "controls_acknowledged",
                "RC controls acknowledged",
                () -> counters().controlsAcknowledged());
        metrics.counterFrom(
                "controls_refused", "RC controls refused", () -> counters().controlsRefused());
        metrics.counterFrom(
                "controls_timed_out",
                "RC controls without an answer",
                () -> counters().controlsTimedOut());
        metrics.counterFrom(
                "shield_altered",
                "Decisions the shield changed",
                () -> counters().shieldAltered());
        metrics.counterFrom(
                "policy_activations", "Policies put in charge", () -> counters().activations());
        metrics.counterFrom("decision_log_lines_lost", "Decisions not logged", journal::linesLost);
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
