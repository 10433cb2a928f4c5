package io.twinslice.rc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.e2proofs.Vectors;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.UeId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** E2SM-RC style 2 action 6 as three families of peers write it. */
class SliceQuotaControlTest {
    private static final SliceQuota QUOTA = new SliceQuota(PlmnIdentity.of("001", "01"), 1, 0x123456, 5, 5, 95);

    @Test
    void theQuotaVectorsReadAsTheirValuesSayAndAreWrittenAgain() throws Exception {
        int ran = 0;
        int equal = 0;
        for (Vectors.Vector vector : Vectors.read("valid.jsonl")) {
            if (!vector.name().matches("rc-quota-(ts-ids|flexric-ids).*-slices")) {
                continue;
            }
            ran++;
            QuotaProfile profile = vector.name().contains("flexric")
                    ? QuotaProfile.COMPACT_FLEXRIC
                    : vector.name().contains("explicit") ? QuotaProfile.EXPLICIT : QuotaProfile.COMPACT;
            RcControlMessage message = RcControlMessage.decode(Octets.of(vector.octets()), DecodeLimits.STANDARD);

            List<SliceQuota> quotas = SliceQuotaControl.read(message, profile);

            assertThat(quotas).as(vector.name()).isEqualTo(quotasIn(vector.value(), profile));
            Octets written = SliceQuotaControl.message(quotas, profile).encode();
            if (quotas.stream().noneMatch(quota -> quota.sd() == SliceQuota.NO_SD)) {
                assertThat(written.toByteArray()).as(vector.name()).isEqualTo(vector.octets());
                equal++;
            }
            assertThat(SliceQuotaControl.read(RcControlMessage.decode(written, DecodeLimits.STANDARD), profile))
                    .as(vector.name())
                    .isEqualTo(quotas);
        }
        if (ran > 0) {
            assertThat(ran).isEqualTo(9);
            assertThat(equal).isEqualTo(3);
        }
    }

    /** The quotas as the vector's value says them, found without the code under test. */
    private static List<SliceQuota> quotasIn(JsonNode value, QuotaProfile profile) {
        int shift = profile == QuotaProfile.COMPACT_FLEXRIC ? 1 : 0;
        List<SliceQuota> quotas = new ArrayList<>();
        for (JsonNode group : value.findValue("ranParameter-List").get("list-of-ranParameter")) {
            quotas.add(new SliceQuota(
                    PlmnIdentity.of(Octets.ofHex(
                            element(group, 7 - shift, "valueOctS").orElseThrow().asText())),
                    Integer.parseInt(
                            element(group, 9 - shift, "valueOctS").orElseThrow().asText(), 16),
                    element(group, 10 - shift, "valueOctS")
                            .map(sd -> Integer.parseInt(sd.asText(), 16))
                            .orElse(SliceQuota.NO_SD),
                    element(group, 13 - shift, "valueInt").orElseThrow().asInt(),
                    element(group, 11 - shift, "valueInt").orElseThrow().asInt(),
                    element(group, 12 - shift, "valueInt").orElseThrow().asInt()));
        }
        return quotas;
    }

    private static Optional<JsonNode> element(JsonNode node, int id, String kind) {
        for (JsonNode parent : node.findParents("ranParameter-ID")) {
            JsonNode found = parent.findValue(kind);
            if (parent.get("ranParameter-ID").asInt() == id && found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    @ParameterizedTest
    @EnumSource(QuotaProfile.class)
    void everyProfileReadsBackWhatItWrites(QuotaProfile profile) throws DecodeException {
        Random random = new Random(4711);
        for (int round = 0; round < 200; round++) {
            List<SliceQuota> quotas = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(8); i++) {
                int dedicated = random.nextInt(101);
                int min = dedicated + random.nextInt(101 - dedicated);
                int max = min + random.nextInt(101 - min);
                int sd = random.nextInt(4) == 0 ? SliceQuota.NO_SD : random.nextInt(1 << 24);
                quotas.add(new SliceQuota(
                        new PlmnIdentity(random.nextInt(1 << 24)), random.nextInt(256), sd, dedicated, min, max));
            }
            Octets octets = SliceQuotaControl.message(quotas, profile).encode();

            assertThat(SliceQuotaControl.read(RcControlMessage.decode(octets, DecodeLimits.STANDARD), profile))
                    .isEqualTo(quotas);
        }
    }

    /** One family of peers drops a member without SD, the other two take an absent one. */
    @Test
    void aSliceWithoutSdIsWrittenAsThePeerWantsIt() {
        List<SliceQuota> quota = List.of(new SliceQuota(PlmnIdentity.of("001", "01"), 1, SliceQuota.NO_SD, 0, 10, 90));

        assertThat(SliceQuotaControl.message(quota, QuotaProfile.EXPLICIT)
                        .encode()
                        .toHex())
                .contains("03ffffff");
        assertThat(SliceQuotaControl.message(quota, QuotaProfile.COMPACT)
                        .encode()
                        .toHex())
                .doesNotContain("ffffff");
    }

    @Test
    void aPeerThatMarksKeysIsUnderstood() throws IOException, DecodeException {
        for (Vectors.Vector vector : Vectors.read("valid.jsonl")) {
            if (vector.name().equals("rc-quota-key-flag-true")) {
                RcControlMessage message = RcControlMessage.decode(Octets.of(vector.octets()), DecodeLimits.STANDARD);
                assertThat(SliceQuotaControl.read(message, QuotaProfile.COMPACT))
                        .hasSize(2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rc-quota-values-neg1",
                "rc-quota-values-int8",
                "rc-quota-values-int64",
                "rc-quota-values-absent-ratios",
                "rc-quota-values-only-ded",
                "rc-quota-values-65535"
            })
    void ratiosThatAreNoQuotaAreRefused(String name) throws IOException, DecodeException {
        for (Vectors.Vector vector : Vectors.read("valid.jsonl")) {
            if (vector.name().equals(name)) {
                RcControlMessage message = RcControlMessage.decode(Octets.of(vector.octets()), DecodeLimits.STANDARD);
                assertThatThrownBy(() -> SliceQuotaControl.read(message, QuotaProfile.COMPACT))
                        .isInstanceOf(DecodeException.class)
                        .hasMessageContaining("slice quota: group 0");
            }
        }
    }

    @Test
    void aProfileDoesNotReadTheDialectOfAnother() {
        RcControlMessage compact = SliceQuotaControl.message(List.of(QUOTA), QuotaProfile.COMPACT);

        assertThatThrownBy(() -> SliceQuotaControl.read(compact, QuotaProfile.EXPLICIT))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("parameter 3 does not belong here");
        assertThatThrownBy(() -> SliceQuotaControl.read(compact, QuotaProfile.COMPACT_FLEXRIC))
                .isInstanceOf(DecodeException.class);
    }

    @Test
    void aRatioOfTheWrongTypeIsRefusedByName() {
        RcControlMessage message = withRatio(new RanParameterContent.Element(new RanParameterValue.TextValue("95")));

        assertThatThrownBy(() -> SliceQuotaControl.read(message, QuotaProfile.COMPACT))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("parameter 12, max PRB policy ratio, is not an ELEMENT of integer type");
    }

    @Test
    void aCeilingBelowTheGuaranteeIsRefused() {
        RcControlMessage message = withRatio(new RanParameterContent.Element(new RanParameterValue.IntegerValue(4)));

        assertThatThrownBy(() -> SliceQuotaControl.read(message, QuotaProfile.COMPACT))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("dedicated <= min <= max does not hold for 5/5/4 percent");
    }

    /** The compact message of {@link #QUOTA} with another max PRB policy ratio. */
    private static RcControlMessage withRatio(RanParameterContent max) {
        RcControlMessage.Format1 message = SliceQuotaControl.message(List.of(QUOTA), QuotaProfile.COMPACT);
        RanParameterContent.Structures list =
                (RanParameterContent.Structures) message.parameters().getFirst().content();
        List<RanParameter> group = new ArrayList<>(list.items().getFirst().parameters());
        group.set(2, new RanParameter(12, max));
        return new RcControlMessage.Format1(List.of(new RanParameter(
                1, new RanParameterContent.Structures(List.of(new RanParameterContent.Structure(group))))));
    }

    @Test
    void theHeaderAnnouncesStyleTwoActionSix() throws DecodeException {
        Octets octets = SliceQuotaControl.header(new UeId.GnbDu(17)).encode();
        RcControlHeader header = RcControlHeader.decode(octets, DecodeLimits.STANDARD);

        assertThat(SliceQuotaControl.isAnnouncedBy(header)).isTrue();
        assertThat(SliceQuotaControl.isAnnouncedBy(new RcControlHeader.Format1(new UeId.GnbDu(17), 3, 1)))
                .isFalse();
    }

    @Test
    void aQuotaThatContradictsItselfCannotBeBuilt() {
        assertThatThrownBy(() -> new SliceQuota(PlmnIdentity.of("001", "01"), 1, 1, 30, 20, 50))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("30/20/50");
    }
}
