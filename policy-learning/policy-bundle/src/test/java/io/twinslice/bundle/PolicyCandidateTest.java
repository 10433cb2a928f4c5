package io.twinslice.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.model.QuotaPlan;
import io.twinslice.model.Sla;
import io.twinslice.model.SliceReport;
import io.twinslice.model.Snssai;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyCandidateTest {
    @Test
    void theSameSeedGivesTheSameDigestAndAnotherSeedAnother() {
        assertThat(Samples.unsigned(3).digest()).isEqualTo(Samples.unsigned(3).digest());
        assertThat(Samples.unsigned(3).digest())
                .isEqualTo(Samples.candidate(3).digest())
                .isNotEqualTo(Samples.unsigned(4).digest());
    }

    @Test
    void aCandidateSurvivesItsFileForm() throws Exception {
        PolicyCandidate sent = Samples.candidate(3);
        PolicyCandidate received = PolicyCandidate.decode(sent.encode());

        assertThat(received.digest()).isEqualTo(sent.digest());
        assertThat(received.manifest()).isEqualTo(sent.manifest());
        assertThat(received.modelCard()).isEqualTo(sent.modelCard());
        assertThat(received.provenance()).isEqualTo(sent.provenance());
        assertThat(received.trainedUnder(Samples.ROOT)).isEmpty();
        assertThat(received.encode()).isEqualTo(sent.encode());
        assertThat(received.policy().decide(snapshot())).isEqualTo(sent.policy().decide(snapshot()));
    }

    @Test
    void aDamagedCandidateIsRefusedOrNoLongerSigned() {
        byte[] good = Samples.candidate(3).encode();
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            assertThat(isRefused(bad)).as("byte %d", at).isTrue();
        }
    }

    private static boolean isRefused(byte[] octets) {
        try {
            return PolicyCandidate.decode(octets).trainedUnder(Samples.ROOT).isPresent();
        } catch (InvalidBundleException e) {
            return true;
        }
    }

    @Test
    void anUnsignedCandidateDoesNotTravel() {
        assertThatThrownBy(() -> Samples.unsigned(3).encode()).isInstanceOf(IllegalStateException.class);
        assertThat(Samples.unsigned(3).trainedUnder(Samples.ROOT)).hasValue("no trainer has signed the candidate");
    }

    @Test
    void weightsThatAreNotFiniteOrTooFewAreRefused() {
        PolicyCandidate good = Samples.unsigned(3);
        float[] infinite = Samples.weights(3);
        infinite[5] = Float.POSITIVE_INFINITY;
        for (float[] bad : List.of(infinite, Arrays.copyOf(infinite, 4))) {
            assertThatThrownBy(() -> PolicyCandidate.of(good.manifest(), bad, good.modelCard(), good.provenance()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void laterChangesOfTheArrayDoNotReachTheCandidate() {
        PolicyCandidate other = Samples.unsigned(3);
        float[] weights = Samples.weights(3);
        PolicyCandidate candidate =
                PolicyCandidate.of(other.manifest(), weights, other.modelCard(), other.provenance());
        Arrays.fill(weights, 1f);

        assertThat(candidate.policy().decide(snapshot()))
                .isEqualTo(other.policy().decide(snapshot()));
    }

    private static TwinSnapshot snapshot() {
        List<TwinProfile> twins = new ArrayList<>();
        List<SliceReport> reports = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            twins.add(new TwinProfile("t" + i, new Snssai(1, i), new Sla(20, 0.99, 100, 500), 1));
            reports.add(new SliceReport(100 * i, 80 * i, 20, 10 + i, 50, i, 40, 60, 30, 80, 12, 90, 50, 4));
        }
        return new TwinSnapshot(1000, 100, 52, twins, reports, QuotaPlan.equalSplit(3));
    }
}
