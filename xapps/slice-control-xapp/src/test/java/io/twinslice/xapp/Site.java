package io.twinslice.xapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.a1.A1Client;
import io.twinslice.a1.A1Dialect;
import io.twinslice.a1.A1Outcome;
import io.twinslice.a1.A1PolicyType;
import io.twinslice.a1.A1Settings;
import io.twinslice.a1.CellSlicePolicy;
import io.twinslice.a1.PolicyStatus;
import io.twinslice.bundle.Sha256;
import io.twinslice.bundle.SignedPolicy;
import io.twinslice.env.Scenario;
import io.twinslice.env.Scenarios;
import io.twinslice.lab.node.E2Node;
import io.twinslice.lab.node.NodeSettings;
import io.twinslice.lab.ric.NearRtRic;
import io.twinslice.lab.ric.NearRtRicSettings;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Shield;
import io.twinslice.slicecontrol.ControlOutcome;
import io.twinslice.slicecontrol.DecisionLog;
import io.twinslice.slicecontrol.LoopCounters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;

/** RIC, E2 node, artifact host and the rApp's A1 client on the loopback interface; the xApp comes and goes. */
final class Site implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    static final String CELL = "cell-1";
    static final Scenario SCENARIO = Scenarios.byName("quiet-shift").withWindows(100_000);

    /** What the xApp decided: under which digest, from which state. */
    record Decided(String policyDigest, TwinSnapshot state, Shield.Admitted admitted) {}

    final Path folder;
    final NearRtRic ric;
    final E2Node node;
    final ArtifactHost host = new ArtifactHost();
    final AtomicReference<Instant> now = new AtomicReference<>(Bundles.NOW);
    final List<Decided> decisions = new CopyOnWriteArrayList<>();
    final A1Client a1;
    final A1PolicyType type;
    private final HttpClient http = HttpClient.newHttpClient();

    private Site(Path folder, A1PolicyType type) throws IOException, InterruptedException {
        this.folder = folder;
        this.type = type;
        ric = NearRtRic.start(NearRtRicSettings.onLoopback(), daemons("ric"), System::nanoTime);
        node = E2Node.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), ric.e2Port()),
                new NodeSettings("001", "01", 1, Duration.ofSeconds(10), false),
                SCENARIO,
                7,
                daemons("node"),
                System::nanoTime);
        a1 = new A1Client(
                http,
                A1Settings.of(URI.create("http://" + HOST + ":" + ric.a1Port()), A1Dialect.MEDIATOR),
                time -> Await.until("a short pause is over", () -> true));
        assertThat(a1.putType(type)).isInstanceOf(A1Outcome.Done.class);
        Files.write(folder.resolve("trust-root.json"), Bundles.ROOT.toJson());
    }

    static Site open(Path folder) throws IOException, InterruptedException {
        return new Site(folder, A1PolicyType.cellSlicePolicy());
    }

    /** A site whose mediator lets every policy through to the xApp. */
    static Site withALaxMediator(Path folder) throws IOException, InterruptedException {
        A1PolicyType strict = A1PolicyType.cellSlicePolicy();
        ObjectNode lax = new ObjectMapper().createObjectNode().put("type", "object");
        return new Site(folder, new A1PolicyType(strict.id(), strict.name(), strict.description(), lax));
    }

    static ThreadFactory daemons(String name) {
        return Thread.ofPlatform().name(name + "-", 0).daemon(true).factory();
    }

    XappConfig config() {
        return config(ric.rmrName());
    }

    XappConfig config(String e2TermRmr) {
        int twins = SCENARIO.twins().size();
        return new XappConfig(
                "slice-control",
                HOST,
                0,
                0,
                e2TermRmr,
                ric.rmrName(),
                URI.create("http://" + HOST + ":" + ric.subscriptionPort()),
                URI.create("http://" + HOST + ":" + ric.registrationPort()),
                node.ranName(),
                CELL,
                SCENARIO.parameters().prbCount(),
                SCENARIO.windowMillis(),
                E2Node.KPM_FUNCTION_ID,
                E2Node.RC_FUNCTION_ID,
                "00101",
                SCENARIO.twins().stream().map(XappConfig.Twin::of).toList(),
                new XappConfig.Guardrails(
                        java.util.Collections.nCopies(twins, 5), java.util.Collections.nCopies(twins, 100), 100),
                2_000,
                List.of(HOST),
                folder.resolve("trust-root.json"),
                folder.resolve("state"),
                folder.resolve("decisions.jsonl"));
    }

    SliceControlXapp startXapp() throws IOException, InterruptedException {
        return startXapp(config(), daemons("xapp"));
    }

    SliceControlXapp startXapp(XappConfig config, ThreadFactory threads) throws IOException, InterruptedException {
        DecisionLog observer = new DecisionLog() {
            @Override
            public void decided(
                    long control, TwinSnapshot state, Decision proposed, Shield.Admitted admitted, String digest) {
                decisions.add(new Decided(digest, state, admitted));
            }

            @Override
            public void settled(long control, ControlOutcome outcome) {}
        };
        SliceControlXapp xapp = SliceControlXapp.start(
                config, new SliceControlXapp.Surroundings(now::get, System::nanoTime, threads, observer));
        node.awaitSubscription(Duration.ofSeconds(20));
        return xapp;
    }

    /** The A1 policy that names this bundle, in the words of the rApp's own library. */
    ObjectNode policy(byte[] bundle) {
        SignedPolicy signed = Bundles.opened(bundle);
        return policy(bundle, signed.digest(), signed.epoch());
    }

    ObjectNode policy(byte[] bundle, String digest, long epoch) {
        String sha256 = Sha256.hex(bundle);
        URI uri = host.publish("/bundles/" + sha256, bundle);
        int twins = SCENARIO.twins().size();
        return new CellSlicePolicy(
                        CELL,
                        SCENARIO.twins(),
                        new CellSlicePolicy.Artifact("floor", uri, sha256, digest, bundle.length, epoch),
                        new CellSlicePolicy.Guardrails(java.util.Collections.nCopies(twins, 8), 50))
                .toJson();
    }

    void put(String id, JsonNode policy) {
        assertThat(a1.putPolicy(type, id, policy)).isInstanceOf(A1Outcome.Done.class);
    }

    boolean isEnforced(String id) {
        return a1.status(type, id) instanceof A1Outcome.Done<PolicyStatus>(PolicyStatus status) && status.enforced();
    }

    /** Puts a policy in charge and waits until the xApp and the mediator say so. */
    void activate(SliceControlXapp xapp, String id, byte[] bundle) {
        put(id, policy(bundle));
        String digest = Bundles.opened(bundle).digest();
        Await.until("the policy is in charge", () -> xapp.policyDigest().equals(digest));
        Await.until("the mediator knows it", () -> isEnforced(id));
    }

    /** Lets the node play some windows and waits until all their controls are settled. */
    LoopCounters run(SliceControlXapp xapp, int windows) throws IOException, InterruptedException {
        node.run(windows, snapshot -> {});
        Await.until("every control has its outcome", () -> {
            LoopCounters counters = xapp.counters();
            return counters.controlsSent()
                    == counters.controlsAcknowledged() + counters.controlsRefused() + counters.controlsTimedOut();
        });
        return xapp.counters();
    }

    @Override
    public void close() throws IOException {
        node.close();
        ric.close();
        host.close();
        http.close();
    }
}
