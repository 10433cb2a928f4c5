package io.twinslice.ccc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.e2sm.PlmnIdentity;
import io.twinslice.e2sm.SliceId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CccTest {
    private static final PlmnIdentity PLMN = PlmnIdentity.of("001", "01");
    private static final CccCell CELL = new CccCell(PLMN, 0x00066C000L);
    private static final RrmPolicyRatio RATIO = new RrmPolicyRatio(
            RrmPolicyRatio.ResourceType.PRB_DL,
            List.of(new RrmPolicyRatio.Member(PLMN, new SliceId(3, 0x17))),
            10,
            52,
            75);

    /** The text that a CCC node of srsRAN takes, spaces aside. */
    private static final String MESSAGE = """
        {"controlMessageFormat":{"listOfCellsControlled":[{"cellGlobalId":{"plmnIdentity":{"mcc":"001","mnc":"01"},\
        "nRCellIdentity":"00066C000"},"listOfConfigurationStructures":[{"ranConfigurationStructureName":\
        "O-RRMPolicyRatio","oldValuesOfAttributes":{"ranConfigurationStructure":RATIO},"newValuesOfAttributes":\
        {"ranConfigurationStructure":RATIO}}]}]}}\
        """.replace("RATIO", """
            {"resourceType":"PRB_DL","rRMPolicyMemberList":[{"plmnId":{"mcc":"001","mnc":"01"},"snssai":\
            {"sst":3,"sd":"000017"}}],"rRMPolicyMaxRatio":75,"rRMPolicyMinRatio":52,\
            "rRMPolicyDedicatedRatio":10}\
            """);

    private static Octets octets(String text) {
        return Octets.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Octets octets) {
        return new String(octets.toByteArray(), StandardCharsets.UTF_8);
    }

    private static CccControlMessage control(RrmPolicyRatio ratio) {
        return new CccControlMessage(
                List.of(new CccControlMessage.CellControl(CELL, List.of(new CccControlMessage.Change(ratio)))));
    }

    @Test
    void aControlMessageIsTheTextThatNodesTake() throws DecodeException {
        assertThat(text(control(RATIO).encode())).isEqualTo(MESSAGE);
        assertThat(CccControlMessage.decode(octets(MESSAGE), DecodeLimits.STANDARD))
                .isEqualTo(control(RATIO));
        assertThat(text(CccControlMessage.header())).isEqualTo("{\"controlHeaderFormat\":{\"ricStyleType\":2}}");
        assertThat(CccControlMessage.styleOf(CccControlMessage.header(), DecodeLimits.STANDARD))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"rRMPolicyMaxRatio\":75|\"rRMPolicyMaxRatio\":101|rRMPolicyMaxRatio: a whole number of 0..100",
                "\"rRMPolicyMaxRatio\":75|\"rRMPolicyMaxRatio\":7.5|rRMPolicyMaxRatio: a whole number",
                "\"rRMPolicyMaxRatio\":75|\"rRMPolicyMaxRatio\":40|0 <= dedicated <= min <= max <= 100 does not hold",
                "\"rRMPolicyMaxRatio\":75|\"other\":75|rRMPolicyMaxRatio is missing",
                "\"sd\":\"000017\"|\"sd\":\"17\"|snssai.sd: text of the form",
                "\"sst\":3|\"sst\":256|snssai.sst: a whole number of 0..255",
                "\"mcc\":\"001\"|\"mcc\":1|mcc: text of the form",
                "\"nRCellIdentity\":\"00066C000\"|\"nRCellIdentity\":\"00066C00\"|nRCellIdentity: text of the form",
                "O-RRMPolicyRatio|O-NRCellCU|ranConfigurationStructureName: text of the form O-RRMPolicyRatio",
                "\"sst\":3|\"sst\":3,\"sst\":4|at octet",
                "\"resourceType\":\"PRB_DL\"|\"resourceType\":\"DRB\"|resourceType: text of the form",
            })
    void whatANodeCouldMisreadIsRefusedWithThePlace(String part, String instead, String problem) {
        assertThatThrownBy(
                        () -> CccControlMessage.decode(octets(MESSAGE.replace(part, instead)), DecodeLimits.STANDARD))
                .isInstanceOf(DecodeException.class)
                .hasMessageStartingWith("E2SM-CCC-ControlMessage")
                .hasMessageContaining(problem);
    }

    @Test
    void limitsHold() {
        DecodeLimits small = new DecodeLimits(100, 1, 4);
        assertThatThrownBy(() -> CccControlMessage.decode(octets(MESSAGE), small))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("exceed the limit of 100");
        assertThatThrownBy(() -> CccControlMessage.decode(octets(MESSAGE), new DecodeLimits(4096, 10, 4)))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("depth");
    }

    @Test
    void namesThatANewerTextAddsArePassedOver() throws DecodeException {
        String newer = MESSAGE.replace("{\"sst\"", "{\"later\":[1],\"sst\"");
        assertThat(CccControlMessage.decode(octets(newer), DecodeLimits.STANDARD))
                .isEqualTo(control(RATIO));
    }

    @Test
    void otherStructuresOfAReportArePassedOver() throws DecodeException {
        CccIndicationMessage message = new CccIndicationMessage(List.of(new CccIndicationMessage.CellReport(
                CELL,
                List.of(new CccIndicationMessage.Ratio(
                        CccIndicationMessage.ChangeType.MODIFICATION, RATIO, Optional.empty())))));
        String with = text(message.encode())
                .replace(
                        "Reported\":[{\"changeType",
                        "Reported\":[{\"changeType\":\"none\",\"ranConfigurationStructureName\":\"O-NRCellCU\","
                                + "\"valuesOfAttributes\":{}},{\"changeType");
        assertThat(CccIndicationMessage.decode(octets(with), DecodeLimits.STANDARD))
                .isEqualTo(message);
    }

    @Test
    void randomMessagesSurviveTheirEncoding() throws DecodeException {
        SplittableRandom random = new SplittableRandom(20261121);
        for (int round = 0; round < 300; round++) {
            CccControlMessage control = new CccControlMessage(List.of(new CccControlMessage.CellControl(
                    cell(random), List.of(new CccControlMessage.Change(ratio(random), ratio(random))))));
            assertThat(CccControlMessage.decode(control.encode(), DecodeLimits.STANDARD))
                    .isEqualTo(control);
            CccIndicationMessage report = new CccIndicationMessage(List.of(new CccIndicationMessage.CellReport(
                    cell(random),
                    List.of(new CccIndicationMessage.Ratio(
                            List.of(CccIndicationMessage.ChangeType.values()).get(random.nextInt(4)),
                            ratio(random),
                            random.nextBoolean() ? Optional.of(ratio(random)) : Optional.empty())))));
            assertThat(CccIndicationMessage.decode(report.encode(), DecodeLimits.STANDARD))
                    .isEqualTo(report);
        }
    }

    /** Octets changed, cut or doubled cause nothing but a {@link DecodeException}. */
    @Test
    void mutatedTextsAreDecodedOrRefusedAndNeverCrash() {
        SplittableRandom random = new SplittableRandom(20261122);
        byte[] whole = octets(MESSAGE).toByteArray();
        int refused = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] mutated = java.util.Arrays.copyOf(
                    whole, random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length);
            for (int i = random.nextInt(4); i >= 0 && mutated.length > 0; i--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            try {
                CccControlMessage.decode(Octets.of(mutated), DecodeLimits.STANDARD);
            } catch (DecodeException expected) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    private static CccCell cell(SplittableRandom random) {
        return new CccCell(plmn(random), random.nextLong(1L << 36));
    }

    private static PlmnIdentity plmn(SplittableRandom random) {
        String digits = String.format(java.util.Locale.ROOT, "%06d", random.nextInt(1_000_000));
        return PlmnIdentity.of(digits.substring(0, 3), digits.substring(3, random.nextBoolean() ? 5 : 6));
    }

    private static RrmPolicyRatio ratio(SplittableRandom random) {
        List<RrmPolicyRatio.Member> members = new ArrayList<>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            int sd = random.nextBoolean() ? random.nextInt(1 << 24) : SliceId.ABSENT_SD;
            members.add(new RrmPolicyRatio.Member(plmn(random), new SliceId(random.nextInt(256), sd)));
        }
        int max = random.nextInt(101);
        int min = random.nextInt(max + 1);
        return new RrmPolicyRatio(
                List.of(RrmPolicyRatio.ResourceType.values()).get(random.nextInt(3)),
                members,
                random.nextInt(min + 1),
                min,
                max);
    }
}
