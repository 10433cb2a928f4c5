package io.twinslice.xapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.twinslice.a1.A1PolicyType;
import io.twinslice.a1.CellSlicePolicy;
import io.twinslice.model.Sla;
import io.twinslice.model.TwinProfile;
import io.twinslice.policy.Envelope;
import io.twinslice.ric.PolicyTypeSchema;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CellPolicyTest {
    private static final List<TwinProfile> TWINS = Site.SCENARIO.twins();
    private static final Envelope LOCAL = new Envelope(List.of(5, 10, 5, 5), List.of(90, 80, 70, 60), 20);

    static PolicyTypeSchema schema() {
        return PolicyTypeSchema.of(A1PolicyType.cellSlicePolicy().schema().toString());
    }

    private static ObjectNode policy(List<TwinProfile> twins, List<Integer> floors, int step) {
        return new CellSlicePolicy(
                        Site.CELL,
                        twins,
                        new CellSlicePolicy.Artifact(
                                "floor",
                                URI.create("http://127.0.0.1:1/x"),
                                "a".repeat(64),
                                "b".repeat(64),
                                1234,
                                (1L << 53) - 1),
                        new CellSlicePolicy.Guardrails(floors, step))
                .toJson();
    }

    private static CellPolicy read(String json) throws CellPolicy.DoesNotFitException {
        return CellPolicy.read(json, Site.CELL, TWINS, LOCAL);
    }

    /** What the schema lets through is refused with a reason, or never looser than what is configured. */
    static void requireSound(String text, Envelope local) {
        try {
            CellPolicy policy = CellPolicy.read(text, Site.CELL, TWINS, local);
            assertThat(policy.twins()).hasSameSizeAs(TWINS);
            assertThat(policy.envelope().maxStepPercent()).isLessThanOrEqualTo(local.maxStepPercent());
            for (int i = 0; i < TWINS.size(); i++) {
                assertThat(policy.twins().get(i).slice()).isEqualTo(TWINS.get(i).slice());
                assertThat(policy.envelope().floorPercent().get(i))
                        .isGreaterThanOrEqualTo(local.floorPercent().get(i));
                assertThat(policy.envelope().ceilingPercent().get(i))
                        .isEqualTo(local.ceilingPercent().get(i));
            }
            assertThat(policy.artifact().sizeBytes()).isBetween(1, 32 << 20);
        } catch (CellPolicy.DoesNotFitException | IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Test
    void theXappsSchemaIsTheOneThatRappsWriteFor() throws Exception {
        try (var in = SliceControlXapp.class.getResourceAsStream("Twinslice_CellSlicePolicy_1.0.0.json")) {
            assertThat(in).isNotNull();
            assertThat(new com.fasterxml.jackson.databind.ObjectMapper()
                            .readTree(java.util.Objects.requireNonNull(in).readAllBytes()))
                    .isEqualTo(A1PolicyType.cellSlicePolicy().schema());
        }
        assertThat(SliceControlXapp.POLICY_TYPE_ID).isEqualTo(A1PolicyType.CELL_SLICE_POLICY_ID);
    }

    @Test
    void targetsComeFromThePolicyAndPrioritiesFromTheConfiguration() throws Exception {
        List<TwinProfile> stricter = new ArrayList<>();
        for (TwinProfile twin : TWINS) {
            stricter.add(new TwinProfile(twin.name(), twin.slice(), new Sla(3, 0.999, 40, 77), 99));
        }
        ObjectNode json = policy(stricter, List.of(0, 0, 0, 0), 50);
        assertThat(schema().violations(json.toString())).isEmpty();

        CellPolicy policy = read(json.toString());
        for (int i = 0; i < TWINS.size(); i++) {
            assertThat(policy.twins().get(i).sla()).isEqualTo(new Sla(3, 0.999, 40, 77));
            assertThat(policy.twins().get(i).priority()).isEqualTo(TWINS.get(i).priority());
        }
        assertThat(policy.artifact().epoch()).isEqualTo((1L << 53) - 1);
    }

    @Test
    void guardrailsAreTightenedAndNeverLoosened() throws Exception {
        CellPolicy policy = read(policy(TWINS, List.of(0, 30, 0, 20), 5).toString());
        assertThat(policy.envelope()).isEqualTo(new Envelope(List.of(5, 30, 5, 20), List.of(90, 80, 70, 60), 5));

        CellPolicy loose = read(policy(TWINS, List.of(0, 0, 0, 0), 100).toString());
        assertThat(loose.envelope()).isEqualTo(LOCAL);
    }

    @Test
    void aFloorAboveTheConfiguredCeilingIsRefused() {
        assertThatThrownBy(() -> read(policy(TWINS, List.of(0, 0, 0, 61), 5).toString()))
                .isInstanceOf(CellPolicy.DoesNotFitException.class)
                .hasMessageContaining("guardrails");
    }

    @Test
    void twinsInAnotherOrderAreRefused() {
        assertThatThrownBy(() ->
                        read(policy(TWINS.reversed(), List.of(0, 0, 0, 0), 5).toString()))
                .isInstanceOf(CellPolicy.DoesNotFitException.class)
                .hasMessageContaining("in that place");
    }

    @Test
    void aPolicyWithChangedOctetsIsReadOrRefusedButNothingElseHappens() {
        PolicyTypeSchema schema = schema();
        SplittableRandom random = new SplittableRandom(41);
        byte[] good = policy(TWINS, List.of(5, 5, 5, 5), 50).toString().getBytes(StandardCharsets.UTF_8);
        int judged = 0;
        for (int round = 0; round < 5000; round++) {
            byte[] octets = good.clone();
            for (int i = random.nextInt(2); i >= 0; i--) {
                int at = random.nextInt(octets.length);
                // A digit for a digit often fits the schema still, and that is where the reading begins.
                octets[at] = (byte)
                        (Character.isDigit(octets[at])
                                ? random.nextInt('0', '9' + 1)
                                : random.nextInt(20) == 0 ? random.nextInt(32, 127) : octets[at]);
            }
            if (random.nextInt(20) == 0) {
                octets = Arrays.copyOf(octets, random.nextInt(octets.length));
            }
            String text = new String(octets, StandardCharsets.UTF_8);
            if (schema.violations(text).isEmpty()) {
                judged++;
                requireSound(text, LOCAL);
            }
        }
        assertThat(judged).isBetween(500, 4999);
    }
}
