package io.twinslice.xapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.bundle.ReleaseTerms;
import io.twinslice.bundle.Sha256;
import io.twinslice.slicecontrol.LoopCounters;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Policies come by A1, over RMR, and their bundles by HTTP. What is refused changes nothing and is heard of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyOverA1Test {
    private static final byte[] ACTIVE = Bundles.bundle(1, 5);
    private static final ReleaseTerms TERMS = new ReleaseTerms(6, Bundles.NOW.minusSeconds(60), Bundles.NOT_AFTER);

    private Site site;
    private SliceControlXapp xapp;
    private String digest;
    private int cases;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        site = Site.withALaxMediator(folder);
        xapp = site.startXapp();
        site.activate(xapp, "cell", ACTIVE);
        digest = Bundles.opened(ACTIVE).digest();
    }

    @AfterAll
    void stop() throws Exception {
        xapp.close();
        site.close();
    }

    private long refusals(String reason) {
        return xapp.policyRefusals().getOrDefault(reason, 0L);
    }

    /** The policy is refused for this reason, and nothing else has changed. */
    private void refused(ObjectNode policy, String reason, String detail) throws Exception {
        long before = refusals(reason);
        LoopCounters loopBefore = xapp.counters();
        String id = "bad-" + ++cases;

        site.put(id, policy);
        Await.until(
                "the policy is refused as " + reason + ", not as " + xapp.policyRefusals(),
                () -> refusals(reason) > before || !xapp.policyDigest().equals(digest));

        assertThat(refusals(reason)).isEqualTo(before + 1);
        assertThat(xapp.lastPolicyRefusal()).startsWith(reason + ": ").contains(detail);
        assertThat(xapp.metricsText())
                .contains("ricxapp_policy_refusals_total{reason=\"" + reason + "\"} " + (before + 1) + ".0");
        assertThat(site.isEnforced(id)).isFalse();
        int decided = site.decisions.size();
        LoopCounters after = site.run(xapp, 1);
        assertThat(xapp.policyDigest()).isEqualTo(digest);
        assertThat(site.decisions.subList(decided, site.decisions.size()))
                .isNotEmpty()
                .allSatisfy(decision -> assertThat(decision.policyDigest()).isEqualTo(digest));
        assertThat(after.activations()).isEqualTo(loopBefore.activations());
        assertThat(new PolicyStore(site.config().stateDirectory())
                        .active()
                        .orElseThrow()
                        .digest())
                .isEqualTo(digest);
        assertThat(new PolicyStore(site.config().stateDirectory()).keptEpoch()).isEqualTo(5);
    }

    @Test
    void aBundleWithOneFlippedOctetIsRefused() throws Exception {
        byte[] good = Bundles.bundle(2, 6);
        for (int at : new int[] {0, good.length / 3, good.length / 2, good.length - 5}) {
            byte[] flipped = good.clone();
            flipped[at] ^= 1;
            ObjectNode policy = site.policy(good);
            String sha256 = Sha256.hex(flipped);
            policy.withObject("policyArtifact")
                    .put("sha256", sha256)
                    .put("uri", site.host.publish("/bundles/" + sha256, flipped).toString());
            String reason = Bundles.opener().open(flipped, 0) instanceof io.twinslice.bundle.Opening.Refused no
                    ? no.reason().name().toLowerCase(java.util.Locale.ROOT)
                    : "opened";
            assertThat(reason).isIn("malformed", "signature", "digest");
            refused(policy, reason, "");
        }
    }

    @Test
    void aBundleThatIsNotTheFileThatWasAnnouncedIsRefused() throws Exception {
        byte[] good = Bundles.bundle(2, 6);
        byte[] flipped = good.clone();
        flipped[good.length / 2] ^= 1;
        ObjectNode policy = site.policy(good);
        site.host.publish("/bundles/" + Sha256.hex(good), flipped);
        refused(policy, "fetch", "SHA-256");
    }

    @Test
    void aBundleThatTheTrainerAloneSignedIsRefused() throws Exception {
        byte[] bundle = Bundles.bundle(2, Bundles.TWINS, TERMS, Bundles.TRAINER, Bundles.STRANGER);
        refused(site.policy(bundle, "1".repeat(64), 6), "threshold", "");
    }

    @Test
    void aBundleWithoutTheOperatorsSignatureIsRefused() throws Exception {
        byte[] bundle = Bundles.bundle(2, Bundles.TWINS, TERMS, Bundles.VERIFIER, Bundles.STRANGER);
        refused(site.policy(bundle, "1".repeat(64), 6), "threshold", "OPERATOR");
    }

    @Test
    void aBundleThatHasExpiredIsRefused() throws Exception {
        byte[] bundle =
                Bundles.bundle(2, new ReleaseTerms(6, Bundles.NOW.minusSeconds(60), Bundles.NOW.minusSeconds(1)));
        refused(site.policy(bundle, "1".repeat(64), 6), "expired", "valid until");
    }

    @Test
    void aBundleThatIsNotYetValidIsRefused() throws Exception {
        byte[] bundle = Bundles.bundle(2, new ReleaseTerms(6, Bundles.NOW.plusSeconds(10), Bundles.NOT_AFTER));
        refused(site.policy(bundle, "1".repeat(64), 6), "not_yet_valid", "valid from");
    }

    @Test
    void aRollbackToAnOlderEpochIsRefused() throws Exception {
        refused(site.policy(Bundles.bundle(2, 4)), "rollback", "epoch 4 after epoch 5");
    }

    @Test
    void aPolicyThatBreaksItsSchemaIsRefused() throws Exception {
        ObjectNode policy = site.policy(Bundles.bundle(2, 6));
        policy.withObject("guardrails").put("maxStepPercent", 101);
        refused(policy, "schema", "/guardrails/maxStepPercent");

        ObjectNode unknown = site.policy(Bundles.bundle(2, 6));
        unknown.put("extra", 1);
        refused(unknown, "schema", "extra");
    }

    @Test
    void aPolicyForAnotherCellIsRefused() throws Exception {
        ObjectNode policy = site.policy(Bundles.bundle(2, 6));
        policy.withObject("scope").put("cellId", "cell-2");
        refused(policy, "scope", "cell-2");
    }

    @Test
    void aPolicyForOtherTwinsIsRefused() throws Exception {
        ObjectNode policy = site.policy(Bundles.bundle(2, 6));
        policy.withArray("targets").remove(3);
        refused(policy, "scope", "3 targets");

        ObjectNode renamed = site.policy(Bundles.bundle(2, 6));
        ((ObjectNode) renamed.withArray("targets").get(0)).put("twinId", "stranger");
        refused(renamed, "scope", "stranger");
    }

    @Test
    void floorsThatNoPlanCanKeepAreRefused() throws Exception {
        ObjectNode policy = site.policy(Bundles.bundle(2, 6));
        policy.withObject("guardrails")
                .putArray("floorPercent")
                .add(90)
                .add(5)
                .add(5)
                .add(5);
        refused(policy, "scope", "add up to 105 percent");
    }

    @Test
    void aDigestThatTheBundleDoesNotHaveIsRefused() throws Exception {
        byte[] bundle = Bundles.bundle(2, 6);
        refused(site.policy(bundle, "2".repeat(64), 6), "digest", "2222");
        refused(site.policy(bundle, Bundles.opened(bundle).digest(), 7), "digest", "of epoch 7");
        ObjectNode policy = site.policy(bundle);
        policy.withObject("policyArtifact").put("name", "other");
        refused(policy, "digest", "other");
    }

    @Test
    void aBundleThatWasVerifiedForAnotherNumberOfTwinsIsRefused() throws Exception {
        byte[] bundle = Bundles.bundle(2, 3, TERMS, Bundles.VERIFIER, Bundles.OPERATOR);
        refused(site.policy(bundle), "scope", "verified for 3 twins");
    }

    @Test
    void aBundleOfAnotherLengthThanAnnouncedIsRefused() throws Exception {
        byte[] bundle = Bundles.bundle(2, 6);
        ObjectNode shorter = site.policy(bundle);
        shorter.withObject("policyArtifact").put("sizeBytes", bundle.length - 1);
        refused(shorter, "fetch", "octets are announced");

        ObjectNode longer = site.policy(bundle);
        longer.withObject("policyArtifact").put("sizeBytes", bundle.length + 1);
        refused(longer, "fetch", "as announced");
    }

    @Test
    void aBundleThatCannotBeFetchedIsRefused() throws Exception {
        fetched("http://" + Site.HOST + ":" + site.ric.a1Port() + "/no/such", "404");
        fetched(site.host.uri("/moved").toString(), "302");
        fetched("http://" + Site.HOST + ":1/x", "cannot be fetched");
        fetched("http://" + Site.HOST + ":99999/x", "");
        fetched("http://evil.example/x", "not among artifactHosts");
        fetched("http:///x", "not among artifactHosts");
    }

    private void fetched(String uri, String detail) throws Exception {
        ObjectNode policy = site.policy(Bundles.bundle(2, 6));
        policy.withObject("policyArtifact").put("uri", uri);
        refused(policy, "fetch", detail);
    }

    @Test
    void anAddressThatIsNoneIsRefused() throws Exception {
        ObjectNode policy = site.policy(Bundles.bundle(2, 6));
        policy.withObject("policyArtifact").put("uri", "http://a b/");
        refused(policy, "scope", "policyArtifact/uri");
    }

    @Test
    void deletingAPolicyThatWasRefusedLeavesTheOneInChargeAlone() throws Exception {
        ObjectNode policy = site.policy(Bundles.bundle(2, 4));
        refused(policy, "rollback", "epoch 4");
        long answers = site.ric.counters().policyAnswers();
        assertThat(site.a1.deletePolicy(site.type, "bad-" + cases)).isInstanceOf(io.twinslice.a1.A1Outcome.Done.class);
        Await.until("the xApp has answered", () -> site.ric.counters().policyAnswers() > answers);

        site.run(xapp, 1);
        assertThat(xapp.policyDigest()).isEqualTo(digest);
        assertThat(site.isEnforced("cell")).isTrue();
    }

    @Test
    void theSamePolicyAgainIsAnsweredAndChangesNothing() throws Exception {
        long activations = xapp.counters().activations();
        Map<String, Long> refusals = xapp.policyRefusals();
        long answers = site.ric.counters().policyAnswers();
        site.put("cell", site.policy(ACTIVE));
        Await.until("the xApp has answered", () -> site.ric.counters().policyAnswers() > answers);

        assertThat(site.isEnforced("cell")).isTrue();
        assertThat(xapp.policyRefusals()).isEqualTo(refusals);
        assertThat(xapp.policyDigest()).isEqualTo(digest);
        assertThat(xapp.counters().activations()).isEqualTo(activations);
    }
}
