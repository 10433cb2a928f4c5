package io.twinslice.kpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.e2proofs.Vectors;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.SliceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fields of decoded reports are those of the vectors' values, and what is written is read back. */
class KpmValuesTest {
    @Test
    void reportsOfFormatOneHaveTheFieldsOfTheirValues() throws Exception {
        int ran = 0;
        for (Vectors.Vector vector : Vectors.read("valid.jsonl")) {
            JsonNode value = vector.value().at("/indicationMessage-formats/indicationMessage-Format1");
            if (!vector.type().equals("E2SM-KPM-IndicationMessage") || value.isMissingNode()) {
                continue;
            }
            KpmIndicationMessage.Format1 report = (KpmIndicationMessage.Format1)
                    KpmIndicationMessage.decode(Octets.of(vector.octets()), DecodeLimits.STANDARD);
            assertThat(report.granularityMillis().orElse(-1))
                    .isEqualTo(value.path("granulPeriod").asLong(-1));
            assertThat(report.data()).hasSameSizeAs(value.get("measData"));
            for (int i = 0; i < report.data().size(); i++) {
                checkRecord(report.data().get(i), value.get("measData").get(i));
            }
            assertThat(report.measurements()).hasSize(value.path("measInfoList").size());
            for (int i = 0; i < report.measurements().size(); i++) {
                checkInfo(
                        report.measurements().get(i), value.get("measInfoList").get(i));
            }
            ran++;
        }
        assertThat(ran).isGreaterThan(20);
    }

    private static void checkRecord(MeasurementRecord record, JsonNode value) {
        assertThat(record.incomplete()).isEqualTo(value.has("incompleteFlag"));
        for (int i = 0; i < record.values().size(); i++) {
            JsonNode item = value.get("measRecord").get(i);
            switch (record.values().get(i)) {
                case MeasurementValue.IntegerValue integer ->
                    assertThat(integer.value()).isEqualTo(item.get("integer").longValue());
                case MeasurementValue.RealValue real -> {
                    JsonNode parts = item.get("real");
                    assertThat(real.value())
                            .isEqualTo(Math.scalb(
                                    (double) parts.get("m").longValue(),
                                    parts.get("e").intValue()));
                }
                case MeasurementValue.NoValue ignored ->
                    assertThat(item.has("noValue")).isTrue();
            }
        }
    }

    private static void checkInfo(MeasurementInfo info, JsonNode value) {
        switch (info.type()) {
            case MeasurementType.Name name ->
                assertThat(name.name()).isEqualTo(value.at("/measType/measName").asText());
            case MeasurementType.Id id ->
                assertThat(id.id()).isEqualTo(value.at("/measType/measID").longValue());
        }
        for (int i = 0; i < info.labels().size(); i++) {
            checkLabel(info.labels().get(i), value.get("labelInfoList").get(i).get("measLabel"));
        }
    }

    @Test
    void labelsHaveTheFieldsOfTheirValues() throws Exception {
        int ran = 0;
        for (Vectors.Vector vector : Vectors.read("valid.jsonl")) {
            if (vector.type().equals("MeasurementLabel")) {
                checkLabel(
                        MeasurementLabel.CODEC.fromOctets("label", vector.octets(), DecodeLimits.STANDARD),
                        vector.value());
                ran++;
            }
        }
        assertThat(ran).isGreaterThan(10);
    }

    private static void checkLabel(MeasurementLabel label, JsonNode value) {
        for (MeasurementLabel.Field field : MeasurementLabel.Field.values()) {
            assertThat(label.has(field)).as(field.wireName).isEqualTo(value.has(field.wireName));
            if (label.number(field).isPresent() && value.get(field.wireName).isNumber()) {
                assertThat(label.number(field).getAsLong())
                        .as(field.wireName)
                        .isEqualTo(value.get(field.wireName).longValue());
            }
        }
        label.slice().ifPresent(slice -> {
            assertThat(slice.sst())
                    .isEqualTo(Integer.parseInt(value.at("/sliceID/sST").asText(), 16));
            assertThat(slice.hasSd()).isEqualTo(value.get("sliceID").has("sD"));
            assertThat(slice.sdOrReserved())
                    .isEqualTo(Integer.parseInt(value.at("/sliceID/sD").asText("ffffff"), 16));
        });
        label.plmn()
                .ifPresent(plmn -> assertThat(plmn.toString())
                        .isEqualTo(value.get("plmnID").asText()));
    }

    @Test
    void randomReportsAreReadBack() throws DecodeException {
        Random random = new Random(31415);
        for (int round = 0; round < 300; round++) {
            List<MeasurementValue> values = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(40); i++) {
                values.add(
                        switch (random.nextInt(4)) {
                            case 0 -> MeasurementValue.NO_VALUE;
                            case 1 -> new MeasurementValue.RealValue(random.nextGaussian() * 1e6);
                            default ->
                                new MeasurementValue.IntegerValue(random.nextLong(1L << (1 + random.nextInt(32))));
                        });
            }
            KpmIndicationMessage report = new KpmIndicationMessage.Format1(
                    List.of(new MeasurementRecord(values, random.nextBoolean())),
                    List.of(new MeasurementInfo(
                            MeasurementType.named("RRU.PrbUsedDl"), List.of(label(random), label(random)))),
                    random.nextBoolean() ? OptionalLong.of(1 + random.nextInt(10_000)) : OptionalLong.empty());

            assertThat(KpmIndicationMessage.decode(report.encode(), DecodeLimits.STANDARD))
                    .isEqualTo(report);
        }
    }

    private static MeasurementLabel label(Random random) {
        MeasurementLabel.Builder label = MeasurementLabel.builder();
        for (MeasurementLabel.Field field : MeasurementLabel.Field.values()) {
            if (random.nextInt(3) > 0) {
                continue;
            }
            switch (field.kind) {
                case FLAG -> label.flag(field);
                case IDENTITY -> {
                    label.slice(new SliceId(random.nextInt(256), random.nextInt(1 << 24) - 1));
                    label.plmn(new PlmnIdentity(random.nextInt(1 << 24)));
                }
                case OCTET -> label.number(field, random.nextInt(256));
                case BOUNDARY -> label.number(field, random.nextInt(2));
                case NUMBER -> label.number(field, random.nextInt(1 << 20));
            }
        }
        return label.build();
    }

    @Test
    void aSliceReportDefinitionIsReadBack() throws DecodeException {
        KpmActionDefinition definition = KpmActionDefinition.style1(
                List.of(new MeasurementInfo(
                        MeasurementType.named("RRU.PrbUsedDl"),
                        List.of(
                                MeasurementLabel.ofSlice(new SliceId(1, 0x000001)),
                                MeasurementLabel.ofSlice(new SliceId(2, SliceId.ABSENT_SD))))),
                1000,
                Optional.empty());

        assertThat(KpmActionDefinition.decode(definition.encode(), DecodeLimits.STANDARD))
                .isEqualTo(definition);
        assertThat(KpmEventTrigger.decode(new KpmEventTrigger(1000).encode(), DecodeLimits.STANDARD))
                .isEqualTo(new KpmEventTrigger(1000));
    }

    /** The two versions differ in nothing but this; an older header is too short for the newer reader. */
    @Test
    void aHeaderIsReadInTheVersionOfThePeerAlone() throws DecodeException {
        KpmIndicationHeader old = new KpmIndicationHeader(KpmVersion.V2_03, 0xE7A1B2C3L);

        assertThat(KpmIndicationHeader.decode(old.encode(), KpmVersion.V2_03, DecodeLimits.STANDARD))
                .isEqualTo(old);
        assertThatThrownBy(() -> KpmIndicationHeader.decode(old.encode(), KpmVersion.V3_00, DecodeLimits.STANDARD))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("E2SM-KPM-IndicationHeader.colletStartTime at bit 8");
    }

    @Test
    void moreItemsThanTheLimitAreRefused() {
        List<MeasurementValue> values = java.util.Collections.nCopies(100, MeasurementValue.NO_VALUE);
        Octets octets = new KpmIndicationMessage.Format1(
                        List.of(new MeasurementRecord(values)), List.of(), OptionalLong.empty())
                .encode();

        assertThatThrownBy(() -> KpmIndicationMessage.decode(octets, new DecodeLimits(1000, 50, 32)))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("more list items than the limit of 50");
    }
}
