package io.twinslice.xapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.twinslice.a1.A1Outcome;
import io.twinslice.slicecontrol.LoopCounters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Node, RIC and xApp in one process, with nothing but sockets between them. */
class SliceControlXappTest {
    private static final byte[] A = Bundles.bundle(1, 1);
    private static final byte[] B = Bundles.bundle(2, 2);
    private static final String DIGEST_A = Bundles.opened(A).digest();
    private static final String DIGEST_B = Bundles.opened(B).digest();

    @TempDir
    private Path folder;

    private Site site;

    @BeforeEach
    void open() throws Exception {
        site = Site.open(folder);
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    private List<String> digests(int from) {
        return site.decisions.subList(from, site.decisions.size()).stream()
                .map(Site.Decided::policyDigest)
                .distinct()
                .toList();
    }

    private int get(SliceControlXapp xapp, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://" + Site.HOST + ":" + xapp.httpPort() + path);
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void inLockStepEveryWindowIsAnsweredAndEveryControlAcknowledged() throws Exception {
        try (SliceControlXapp xapp = site.startXapp()) {
            LoopCounters counters = site.run(xapp, 50);

            assertThat(counters.controlsSent()).isEqualTo(50);
            assertThat(counters.controlsAcknowledged()).isEqualTo(50);
            assertThat(counters.indications()).isEqualTo(50);
            assertThat(counters.indicationsRefused()).isZero();
            assertThat(site.node.counters().controlsApplied()).isEqualTo(50);
            assertThat(site.node.counters().windowsWithoutControl()).isZero();
            assertThat(xapp.policyDigest()).isEqualTo("baseline");
            assertThat(get(xapp, "/ric/v1/health/alive")).isEqualTo(200);
            assertThat(get(xapp, "/ric/v1/health/ready")).isEqualTo(200);
            assertThat(xapp.metricsText()).contains("ricxapp_controls_acknowledged_total 50.0");
        }
    }

    @Test
    void aPolicyComesMidRunAndItsDeletionBringsTheBaselineBack() throws Exception {
        try (SliceControlXapp xapp = site.startXapp()) {
            site.run(xapp, 5);
            assertThat(digests(0)).containsExactly("baseline");

            site.activate(xapp, "cell", A);
            int from = site.decisions.size();
            site.run(xapp, 5);
            assertThat(digests(from)).containsExactly(DIGEST_A);
            assertThat(site.decisions.getLast().admitted().plan().quotas())
                    .as("the floor of the A1 policy is above the configured one")
                    .allSatisfy(quota -> assertThat(quota.minPercent()).isGreaterThanOrEqualTo(8));

            site.activate(xapp, "cell", B);
            from = site.decisions.size();
            site.run(xapp, 5);
            assertThat(digests(from)).containsExactly(DIGEST_B);

            assertThat(site.a1.deletePolicy(site.type, "cell")).isInstanceOf(A1Outcome.Done.class);
            Await.until("the baseline is back", () -> xapp.policyDigest().equals("baseline"));
            from = site.decisions.size();
            LoopCounters counters = site.run(xapp, 5);
            assertThat(digests(from)).containsExactly("baseline");
            assertThat(counters.activations()).isEqualTo(2);
            assertThat(counters.controlsAcknowledged()).isEqualTo(20);
        }
    }

    @Test
    void thePolicyInChargeIsThereAgainAfterARestartWithItsGuardrails() throws Exception {
        try (SliceControlXapp xapp = site.startXapp()) {
            site.activate(xapp, "cell", A);
        }
        site.host.close();
        try (SliceControlXapp xapp = site.startXapp()) {
            // The bundle cannot be fetched again: it comes from the store, and the A1 policy with it.
            assertThat(xapp.policyDigest()).isEqualTo(DIGEST_A);
            site.run(xapp, 3);
            assertThat(digests(0)).containsExactly(DIGEST_A);
            assertThat(site.decisions.getLast().admitted().plan().quotas())
                    .allSatisfy(quota -> assertThat(quota.minPercent()).isGreaterThanOrEqualTo(8));
        }
    }

    @Test
    void aPolicyThatWasDeletedDoesNotComeBackByARestart() throws Exception {
        try (SliceControlXapp xapp = site.startXapp()) {
            site.activate(xapp, "cell", A);
            assertThat(site.a1.deletePolicy(site.type, "cell")).isInstanceOf(A1Outcome.Done.class);
            Await.until("the baseline is back", () -> xapp.policyDigest().equals("baseline"));
        }
        try (SliceControlXapp xapp = site.startXapp()) {
            assertThat(xapp.policyDigest()).isEqualTo("baseline");
            site.put("cell", site.policy(Bundles.bundle(3, 0)));
            Await.until(
                    "the older epoch is refused", () -> xapp.policyRefusals().containsKey("rollback"));
        }
    }

    @Test
    void aStoreThatWasTouchedIsRefusedAndTheXappStartsOnTheBaseline() throws Exception {
        try (SliceControlXapp xapp = site.startXapp()) {
            site.activate(xapp, "cell", A);
        }
        assertThat(site.a1.deletePolicy(site.type, "cell")).isInstanceOf(A1Outcome.Done.class);
        Path bundle = site.config().stateDirectory().resolve(DIGEST_A + "-1.twinpolicy");
        byte[] octets = Files.readAllBytes(bundle);
        octets[octets.length / 2] ^= 4;
        Files.write(bundle, octets);
        try (SliceControlXapp xapp = site.startXapp()) {
            assertThat(xapp.policyDigest()).isEqualTo("baseline");
            assertThat(xapp.policyRefusals().keySet())
                    .singleElement()
                    .asString()
                    .startsWith("restart_");
        }
        Files.delete(bundle);
        try (SliceControlXapp xapp = site.startXapp()) {
            assertThat(xapp.policyDigest()).isEqualTo("baseline");
            assertThat(xapp.policyRefusals()).containsEntry("restart_disk", 1L);
        }
        Files.write(site.config().stateDirectory().resolve("active"), new byte[] {'{'});
        try (SliceControlXapp xapp = site.startXapp()) {
            assertThat(xapp.policyRefusals()).containsEntry("restart_disk", 1L);
            assertThat(xapp.lastPolicyRefusal()).contains("is damaged");
            site.activate(xapp, "cell", B);
        }
    }

    @Test
    void aPolicyThatRunsOutInChargeGivesWayToTheBaselineAndIsHeardOf() throws Exception {
        try (SliceControlXapp xapp = site.startXapp()) {
            site.activate(xapp, "cell", A);
            site.run(xapp, 2);
            int from = site.decisions.size();
            site.now.set(Bundles.NOT_AFTER.plusSeconds(1));
            site.run(xapp, 3);

            assertThat(digests(from)).containsExactly("baseline");
            Await.until("it is counted", () -> xapp.policyRefusals().containsKey("expired"));
            assertThat(xapp.counters().policiesExpired()).isEqualTo(1);
            assertThat(xapp.metricsText())
                    .contains("ricxapp_policies_expired_total 1.0")
                    .contains("ricxapp_policy_refusals_total{reason=\"expired\"} 1.0");
        }
    }

    @Test
    void theXappOutlivesItsConnectionToThePlatform() throws Exception {
        try (Relay relay = new Relay(site.ric.rmrPort());
                SliceControlXapp xapp =
                        site.startXapp(site.config(Site.HOST + ":" + relay.port()), Site.daemons("xapp"))) {
            site.run(xapp, 5);
            relay.cut();
            site.run(xapp, 5);
            relay.cut();
            LoopCounters counters = site.run(xapp, 5);

            assertThat(relay.connections()).isGreaterThanOrEqualTo(3);
            assertThat(counters.indications()).isEqualTo(15);
            assertThat(counters.controlsSent()).isEqualTo(15);
            assertThat(counters.controlsAcknowledged() + counters.controlsTimedOut() + counters.controlsRefused())
                    .isEqualTo(15);
            // What left just as the connection went is lost, what follows is not.
            assertThat(counters.controlsAcknowledged()).isGreaterThanOrEqualTo(13);
            assertThat(get(xapp, "/ric/v1/health/alive")).isEqualTo(200);
        }
    }

    @Test
    void whenThePlatformGoesForGoodTheXappStillClosesInOrder() throws Exception {
        SliceControlXapp xapp = site.startXapp();
        site.run(xapp, 2);
        site.ric.close();
        xapp.close();

        assertThat(xapp.counters().controlsAcknowledged()).isEqualTo(2);
    }

    /** Threads of HTTP servers and clients that were not there before; the clients of then may start further ones. */
    private static List<String> httpThreads(Set<Thread> before) {
        Set<String> clients = before.stream()
                .map(Thread::getName)
                .filter(name -> name.endsWith("-SelectorManager"))
                .map(name -> name.substring(0, name.length() - "SelectorManager".length()))
                .collect(Collectors.toSet());
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.startsWith("HttpClient") || name.startsWith("HTTP-Dispatcher"))
                .filter(name -> clients.stream().noneMatch(name::startsWith))
                .toList();
    }

    @Test
    void closingLeavesNoThreadAndNoPortBehind() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        List<Thread> made = new ArrayList<>();
        ThreadFactory factory = task -> {
            Thread thread =
                    Thread.ofPlatform().name("xapp-under-test").daemon(true).unstarted(task);
            synchronized (made) {
                made.add(thread);
            }
            return thread;
        };
        SliceControlXapp xapp = site.startXapp(site.config(), factory);
        site.activate(xapp, "cell", A);
        site.run(xapp, 3);
        int port = xapp.httpPort();
        xapp.close();
        xapp.close();

        Await.until("all threads of the xApp have ended", () -> {
            synchronized (made) {
                return made.stream().noneMatch(Thread::isAlive);
            }
        });
        Await.until(
                "no HTTP thread of the xApp is left", () -> httpThreads(before).isEmpty());
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(IOException.class);
        xapp.join();
    }

    @Test
    void aStartThatFailsLeavesNothingOpen() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Files.write(folder.resolve("trust-root.json"), new byte[] {'{', '}'});

        assertThatThrownBy(() -> site.startXapp())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("trust-root.json is no trust root");
        Await.until("no HTTP thread is left", () -> httpThreads(before).isEmpty());
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .noneMatch(thread -> thread.getName().startsWith("xapp"));
    }

    @Test
    void theDecisionLogCarriesStateActionPropensityAndDigestAndOneOutcomeForEach() throws Exception {
        try (SliceControlXapp xapp = site.startXapp()) {
            site.run(xapp, 2);
            site.activate(xapp, "cell", A);
            site.run(xapp, 2);
        }
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> decisions = new ArrayList<>();
        List<JsonNode> outcomes = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("decisions.jsonl"))) {
            JsonNode entry = json.readTree(line);
            (entry.path("kind").asText().equals("decision") ? decisions : outcomes).add(entry);
        }
        assertThat(decisions).hasSize(4);
        assertThat(outcomes)
                .hasSize(4)
                .allSatisfy(
                        outcome -> assertThat(outcome.path("outcome").asText()).isEqualTo("acknowledged"));
        assertThat(decisions)
                .extracting(decision -> decision.path("policyDigest").asText())
                .containsExactly("baseline", "baseline", DIGEST_A, DIGEST_A);
        assertThat(decisions).allSatisfy(decision -> {
            assertThat(decision.path("propensity").asDouble()).isEqualTo(1);
            assertThat(decision.path("action")).hasSize(4);
            assertThat(decision.path("state").path("factory").has("TWS.AoiMean"))
                    .isTrue();
            assertThat(decision.has("shieldAltered")).isTrue();
        });
        assertThat(decisions)
                .filteredOn(decision -> decision.path("shieldAltered").asBoolean())
                .allSatisfy(decision ->
                        assertThat(decision.path("shieldReason").asText()).isNotBlank());
    }
}
