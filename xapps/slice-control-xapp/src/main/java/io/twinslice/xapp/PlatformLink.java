package io.twinslice.xapp;

import io.twinslice.ric.Backoff;
import io.twinslice.ric.Pause;
import io.twinslice.ric.RegistrationClient;
import io.twinslice.ric.RegistrationOutcome;
import io.twinslice.ric.SubscriptionClient;
import io.twinslice.ric.SubscriptionNotification;
import io.twinslice.ric.SubscriptionOutcome;
import io.twinslice.ric.SubscriptionRequest;
import io.twinslice.ric.XappIdentity;
import io.twinslice.rmr.MessageType;
import io.twinslice.rmr.Octets;
import io.twinslice.rmr.RmrEndpoint;
import io.twinslice.rmr.RouteTable;
import io.twinslice.rmr.RouteTableException;
import io.twinslice.slicecontrol.KpmSubscription;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The xApp's standing on the platform: registered, subscribed to KPM reports, and both undone at the end. */
final class PlatformLink {
    private static final int EVENT_INSTANCE_ID = 1;
    private static final int ACTION_ID = 1;
    private static final int NOTIFICATION_SECONDS = 20;
    /** On the way in the platform may still be starting; on the way out one try is enough. */
    private static final int TRIES_IN = 10;

    private static final int TRIES_OUT = 1;
    private static final Pause SLEEP = time -> TimeUnit.NANOSECONDS.sleep(time.toNanos());

    private final XappConfig config;
    private final HttpClient http;
    private final RmrEndpoint rmr;
    private final CompletableFuture<SubscriptionNotification> notification = new CompletableFuture<>();
    private volatile String subscriptionId = "";
    private volatile boolean subscribed;
    private boolean registered;

    PlatformLink(XappConfig config, HttpClient http, RmrEndpoint rmr) {
        this.config = config;
        this.http = http;
        this.rmr = rmr;
    }

    /** Where the platform's components are on RMR. */
    static RouteTable routes(XappConfig config, RmrEndpoint rmr) throws IOException {
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

    /** Takes what the subscription manager reports; any thread. */
    void notified(SubscriptionNotification told) {
        notification.complete(told);
    }

    boolean isSubscribed() {
        return subscribed;
    }

    /**
     * Registers and subscribes.
     *
     * @throws IOException when the platform cannot be reached or refuses; {@link #leave} undoes what was done
     */
    void join(int httpPort) throws IOException, InterruptedException {
        RegistrationOutcome outcome = registrations(TRIES_IN)
                .register(identity(httpPort), Descriptor.json(config.name(), SliceControlXapp.POLICY_TYPE_ID));
        if (!(outcome instanceof RegistrationOutcome.Done)) {
            throw new IOException("the application manager at " + config.applicationManager()
                    + " did not register this xApp: " + outcome);
        }
        registered = true;
        subscribe(httpPort);
        awaitNotification();
    }

    /** Undoes {@link #join}. False when the platform did not take it. */
    boolean leave(int httpPort) throws InterruptedException {
        if (!subscriptionId.isEmpty()) {
            subscriptions(TRIES_OUT).unsubscribe(subscriptionId);
        }
        subscribed = false;
        return !registered
                || registrations(TRIES_OUT).deregister(identity(httpPort)) instanceof RegistrationOutcome.Done;
    }

    private XappIdentity identity(int httpPort) {
        return new XappIdentity(
                config.name(), config.name(), Descriptor.VERSION, config.host() + ":" + httpPort, rmr.name());
    }

    private void subscribe(int httpPort) throws IOException, InterruptedException {
        KpmSubscription wanted = KpmSubscription.of(config.profiles(), config.windowMillis());
        SubscriptionOutcome outcome = subscriptions(TRIES_IN)
                .subscribe(new SubscriptionRequest(
                        Optional.empty(),
                        new SubscriptionRequest.ClientEndpoint(config.host(), httpPort, rmr.port()),
                        config.meid(),
                        config.kpmFunctionId(),
                        SubscriptionRequest.Directives.standard(),
                        List.of(new SubscriptionRequest.Detail(
                                EVENT_INSTANCE_ID,
                                Octets.of(wanted.eventTrigger().toByteArray()),
                                List.of(new SubscriptionRequest.Action(
                                        ACTION_ID,
                                        SubscriptionRequest.ActionType.REPORT,
                                        Octets.of(wanted.actionDefinition().toByteArray())))))));
        subscriptionId = switch (outcome) {
            case SubscriptionOutcome.Accepted accepted -> accepted.subscriptionId();
            case SubscriptionOutcome.Refused refused ->
                throw new IOException("the subscription manager refused the subscription of " + config.meid() + ": "
                        + refused.reason());
            case SubscriptionOutcome.Unavailable unavailable ->
                throw new IOException("no subscription at " + config.meid() + " after " + unavailable.attempts()
                        + " tries: " + unavailable.reason());
        };
    }

    private void awaitNotification() throws IOException, InterruptedException {
        try {
            SubscriptionNotification told = notification.get(NOTIFICATION_SECONDS, TimeUnit.SECONDS);
            for (SubscriptionNotification.Instance instance : told.instances()) {
                if (!instance.isEstablished()) {
                    throw new IOException("the subscription at " + config.meid() + " failed: " + instance.errorCause()
                            + " (" + instance.errorSource() + ")");
                }
            }
            subscribed = true;
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(
                    "the subscription manager did not say within " + NOTIFICATION_SECONDS
                            + " s what became of the subscription",
                    e);
        }
    }

    private SubscriptionClient subscriptions(int tries) {
        return new SubscriptionClient(
                config.subscriptionManager(), http, backoff(tries), SLEEP, new SplittableRandom(1));
    }

    private RegistrationClient registrations(int tries) {
        return new RegistrationClient(
                config.applicationManager(), http, backoff(tries), SLEEP, new SplittableRandom(2));
    }

    private static Backoff backoff(int tries) {
        return new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), tries);
    }
}
