package io.twinslice.slicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.e2proofs.Vectors;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.UeId;
import io.twinslice.rc.RanParameter;
import io.twinslice.rc.RanParameterContent;
import io.twinslice.rc.RanParameterValue;
import io.twinslice.rc.RcControlHeader;
import io.twinslice.rc.RcControlMessage;
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
class SliceQuotaVectorsTest {
    private static final PrbQuota QUOTA = new PrbQuota(PlmnIdentity.of("001", "01"), 1, 0x123456, 5, 5, 95);

    @Test
    void theQuotaVectorsReadAsTheirValuesSayAndAreWrittenAgain() throws Exception {
        int ran = 0;
        int equal = 0;
        for (Vectors.Vector vector : Vectors.read("valid.jsonl")) {
            if (!vector.name().matches("rc-quota-(ts-ids|flexric-ids).*-slices")) {
                continue;
            }
            ran++;
            RcNumbers profile = vector.name().contains("flexric")
                    ? RcNumbers.FLEXRIC_BINARY
                    : vector.name().contains("explicit") ? RcNumbers.EXPLICIT : RcNumbers.COMPACT;
            RcControlMessage message = RcControlMessage.decode(Octets.of(vector.octets()), DecodeLimits.STANDARD);

            List<PrbQuota> quotas = RcQuota.read(message, profile);

            assertThat(quotas).as(vector.name()).isEqualTo(quotasIn(vector.value(), profile));
            Octets written = RcQuota.message(quotas, profile).encode();
            if (quotas.stream().noneMatch(quota -> quota.sd() == PrbQuota.NO_SD)) {
                assertThat(written.toByteArray()).as(vector.name()).isEqualTo(vector.octets());
                equal++;
            }
            assertThat(RcQuota.read(RcControlMessage.decode(written, DecodeLimits.STANDARD), profile))
                    .as(vector.name())
                    .isEqualTo(quotas);
        }
        if (ran > 0) {
            assertThat(ran).isEqualTo(9);
            assertThat(equal).isEqualTo(3);
        }
    }

    /** The quotas as the vector's value says them, found without the code under test. */
    private static List<PrbQuota> quotasIn(JsonNode value, RcNumbers profile) {
        int shift = profile == RcNumbers.FLEXRIC_BINARY ? 1 : 0;
        List<PrbQuota> quotas = new ArrayList<>();
        for (JsonNode group : value.findValue("ranParameter-List").get("list-of-ranParameter")) {
            quotas.add(new PrbQuota(
                    PlmnIdentity.of(Octets.ofHex(
                            element(group, 7 - shift, "valueOctS").orElseThrow().asText())),
                    Integer.parseInt(
                            element(group, 9 - shift, "valueOctS").orElseThrow().asText(), 16),
                    element(group, 10 - shift, "valueOctS")
                            .map(sd -> Integer.parseInt(sd.asText(), 16))
                            .orElse(PrbQuota.NO_SD),
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
    @EnumSource(RcNumbers.class)
    void everyProfileReadsBackWhatItWrites(RcNumbers profile) throws DecodeException {
        Random random = new Random(4711);
        for (int round = 0; round < 200; round++) {
            List<PrbQuota> quotas = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(8); i++) {
                int dedicated = random.nextInt(101);
                int min = dedicated + random.nextInt(101 - dedicated);
                int max = min + random.nextInt(101 - min);
                int sd = random.nextInt(4) == 0 ? PrbQuota.NO_SD : random.nextInt(1 << 24);
                quotas.add(new PrbQuota(
                        PlmnIdentity.of("%03d".formatted(random.nextInt(1000)), "%02d".formatted(random.nextInt(100))),
                        random.nextInt(256),
                        sd,
                        dedicated,
                        min,
                        max));
            }
            Octets octets = RcQuota.message(quotas, profile).encode();

            assertThat(RcQuota.read(RcControlMessage.decode(octets, DecodeLimits.STANDARD), profile))
                    .isEqualTo(quotas);
        }
    }

    /** One family of peers drops a member without SD, the other two take an absent one. */
    @Test
    void aSliceWithoutSdIsWrittenAsThePeerWantsIt() {
        List<PrbQuota> quota = List.of(new PrbQuota(PlmnIdentity.of("001", "01"), 1, PrbQuota.NO_SD, 0, 10, 90));

        assertThat(RcQuota.message(quota, RcNumbers.EXPLICIT).encode().toHex()).contains("03ffffff");
        assertThat(RcQuota.message(quota, RcNumbers.COMPACT).encode().toHex()).doesNotContain("ffffff");
    }

    @Test
    void aPeerThatMarksKeysIsUnderstood() throws IOException, DecodeException {
        for (Vectors.Vector vector : Vectors.read("valid.jsonl")) {
            if (vector.name().equals("rc-quota-key-flag-true")) {
                RcControlMessage message = RcControlMessage.decode(Octets.of(vector.octets()), DecodeLimits.STANDARD);
                assertThat(RcQuota.read(message, RcNumbers.COMPACT)).hasSize(2);
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
                assertThatThrownBy(() -> RcQuota.read(message, RcNumbers.COMPACT))
                        .isInstanceOf(DecodeException.class)
                        .hasMessageContaining("slice quota: group 0");
            }
        }
    }

    @Test
    void aProfileDoesNotReadTheDialectOfAnother() {
        RcControlMessage compact = RcQuota.message(List.of(QUOTA), RcNumbers.COMPACT);

        assertThatThrownBy(() -> RcQuota.read(compact, RcNumbers.EXPLICIT))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("parameter 3 does not belong here");
        assertThatThrownBy(() -> RcQuota.read(compact, RcNumbers.FLEXRIC_BINARY))
                .isInstanceOf(DecodeException.class);
    }

    @Test
    void aRatioOfTheWrongTypeIsRefusedByName() {
        RcControlMessage message = withRatio(new RanParameterContent.Element(new RanParameterValue.TextValue("95")));

        assertThatThrownBy(() -> RcQuota.read(message, RcNumbers.COMPACT))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("parameter 12, max PRB policy ratio, is not an ELEMENT of integer type");
    }

    @Test
    void aCeilingBelowTheGuaranteeIsRefused() {
        RcControlMessage message = withRatio(new RanParameterContent.Element(new RanParameterValue.IntegerValue(4)));

        assertThatThrownBy(() -> RcQuota.read(message, RcNumbers.COMPACT))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("dedicated <= min <= max does not hold for 5/5/4 percent");
    }

    /** The compact message of {@link #QUOTA} with another max PRB policy ratio. */
    private static RcControlMessage withRatio(RanParameterContent max) {
        RcControlMessage.Format1 message = RcQuota.message(List.of(QUOTA), RcNumbers.COMPACT);
        RanParameterContent.Structures list =
                (RanParameterContent.Structures) message.parameters().getFirst().content();
        List<RanParameter> group = new ArrayList<>(list.items().getFirst().parameters());
        group.set(2, new RanParameter(12, max));
        return new RcControlMessage.Format1(List.of(new RanParameter(
                1, new RanParameterContent.Structures(List.of(new RanParameterContent.Structure(group))))));
    }

    @Test
    void theHeaderAnnouncesStyleTwoActionSix() throws DecodeException {
        Octets octets = RcQuota.header(new UeId.GnbDu(17)).encode();
        RcControlHeader header = RcControlHeader.decode(octets, DecodeLimits.STANDARD);

        assertThat(RcQuota.isAnnouncedBy(header)).isTrue();
        assertThat(RcQuota.isAnnouncedBy(new RcControlHeader.Format1(new UeId.GnbDu(17), 3, 1)))
                .isFalse();
    }

    @Test
    void aQuotaThatContradictsItselfCannotBeBuilt() {
        assertThatThrownBy(() -> new PrbQuota(PlmnIdentity.of("001", "01"), 1, 1, 30, 20, 50))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("30/20/50");
    }
}
