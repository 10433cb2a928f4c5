package io.twinslice.xapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XappConfigTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String GOOD = """
        {"name": "slice-control", "host": "127.0.0.1", "rmrPort": 4560, "httpPort": 8080,
         "e2TermRmr": "e2term:38000", "a1MediatorRmr": "a1:4562",
         "subscriptionManager": "http://submgr:8088", "applicationManager": "https://appmgr:8080",
         "meid": "gnb_00101_00000001", "cellId": "cell-1", "prbCount": 52, "windowMillis": 100,
         "kpmFunctionId": 2, "rcFunctionId": 3, "plmn": "00101",
         "twins": [
           {"name": "factory", "sst": 2, "sd": "000001", "deadlineMillis": 5, "reliability": 0.97,
            "aoiLimitMillis": 30, "minKbitPerSecond": 0, "priority": 4.0},
           {"name": "health", "sst": 1, "sd": "", "deadlineMillis": 250, "reliability": 0,
            "aoiLimitMillis": 2000, "minKbitPerSecond": 6000, "priority": 2}],
         "guardrails": {"floorPercent": [5, 5], "ceilingPercent": [100, 100], "maxStepPercent": 20},
         "controlDeadlineMillis": 2000, "artifactHosts": ["127.0.0.1"],
         "trustRoot": "trust-root.json", "stateDirectory": "state", "decisionLog": "log/decisions.jsonl"}
        """;

    @TempDir
    private Path folder;

    private XappConfig read(String json) throws IOException {
        Path file = folder.resolve("xapp.json");
        Files.writeString(file, json);
        return XappConfig.read(file);
    }

    private static ObjectNode good() throws IOException {
        return (ObjectNode) JSON.readTree(GOOD);
    }

    @Test
    void aConfigurationIsReadAndItsPathsAreBesideIt() throws IOException {
        XappConfig config = read(GOOD);

        assertThat(config.trustRoot()).isEqualTo(folder.resolve("trust-root.json"));
        assertThat(config.decisionLog()).isEqualTo(folder.resolve("log/decisions.jsonl"));
        assertThat(config.profiles())
                .extracting(twin -> twin.slice().toString())
                .containsExactly("2-000001", "1");
        assertThat(config.envelope().maxStepPercent()).isEqualTo(20);
    }

    @Test
    void whatItWritesItReads() throws IOException {
        XappConfig config = read(GOOD);
        assertThat(read(new String(config.json(), StandardCharsets.UTF_8))).isEqualTo(config);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/name | \"Slice Control\" | name",
                "/name | \"http-xapp\" | name",
                "/rmrPort | 65536 | rmrPort",
                "/httpPort | -1 | httpPort",
                "/rmrPort | 1.5 | rmrPort",
                "/rmrPort | \"4560\" | rmrPort",
                "/rmrPort | null | rmrPort",
                "/prbCount | 0 | prbCount",
                "/prbCount | 276 | prbCount",
                "/windowMillis | 9 | windowMillis",
                "/kpmFunctionId | 4096 | kpmFunctionId",
                "/plmn | \"001\" | plmn",
                "/meid | \"\" | meid",
                "/subscriptionManager | \"ftp://x/\" | subscriptionManager",
                "/applicationManager | \"no address\" | applicationManager",
                "/controlDeadlineMillis | 0 | controlDeadlineMillis",
                "/twins | [] | twins",
                "/twins | [null] | twins",
                "/twins/1/name | \"factory\" | share one name",
                "/twins/0/sst | 256 | sst",
                "/twins/0/sd | \"1\" | sd",
                "/twins/0/sd | \"-00001\" | sd",
                "/twins/0/reliability | 1.1 | reliability",
                "/twins/0/deadlineMillis | 0 | deadlineMillis",
                "/guardrails/floorPercent | [5] | guardrails",
                "/guardrails/floorPercent | [60, 60] | add up to 120",
                "/guardrails/ceilingPercent | [4, 100] | floor <= ceiling",
                "/guardrails/floorPercent | [null, 5] | guardrails",
                "/guardrails/maxStepPercent | 0 | maxStepPercent",
                "/guardrails | null | guardrails",
                "/artifactHosts | [null] | artifactHosts",
                "/trustRoot | null | trustRoot",
            })
    void aValueThatCannotBeIsRefusedByName(String pointer, String value, String named) throws IOException {
        ObjectNode config = good();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = config.at(pointer.substring(0, slash));
        ((ObjectNode) parent).set(pointer.substring(slash + 1), JSON.readTree(value));

        assertThatThrownBy(() -> read(config.toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("xapp.json")
                .hasMessageContaining(named);
    }

    @Test
    void twoTwinsOnOneSliceAreRefused() throws IOException {
        ObjectNode config = good();
        ((ObjectNode) config.at("/twins/1")).put("sst", 2).put("sd", "000001");
        assertThatThrownBy(() -> read(config.toString())).hasMessageContaining("share one slice");
    }

    @Test
    void aMisspeltKeyAMissingOneAndADoubledOneAreRefused() throws IOException {
        ObjectNode unknown = good();
        unknown.put("prbCuont", 52);
        assertThatThrownBy(() -> read(unknown.toString())).hasMessageContaining("prbCuont");
        ObjectNode missing = good();
        missing.remove("cellId");
        assertThatThrownBy(() -> read(missing.toString())).hasMessageContaining("cellId");
        assertThatThrownBy(() -> read(GOOD.replace("\"prbCount\": 52", "\"prbCount\": 52, \"prbCount\": 51")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("prbCount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "{", "{\"name\":", "\u0000", "{} {}", "\"x\""})
    void whatIsNoConfigurationIsRefusedWithTheFile(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class).hasMessageContaining("xapp.json");
    }

    @Test
    void aConfigurationWithSomethingBehindItIsRefused() {
        assertThatThrownBy(() -> read(GOOD + "{}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("xapp.json");
    }

    @Test
    void octetsThatAreNoTextAreRefusedWithTheFile() {
        byte[] badEndianness = {0, 0, '{', 0, 0, 0, 0, '}'};
        assertThatThrownBy(() -> XappConfig.parse(badEndianness, Path.of("xapp.json")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("xapp.json");
    }

    @Test
    void aConfigurationThatIsTooLongIsNotRead() {
        assertThatThrownBy(() -> read(" ".repeat(2 << 20))).hasMessageContaining("larger than");
    }

    @Test
    void aConfigurationWithChangedOctetsIsReadOrRefusedButNothingElseHappens() throws IOException {
        SplittableRandom random = new SplittableRandom(31);
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int round = 0; round < 5000; round++) {
            byte[] octets = good.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt();
            }
            if (random.nextInt(10) == 0) {
                octets = Arrays.copyOf(octets, random.nextInt(octets.length));
            }
            try {
                assertThat(XappConfig.parse(octets, Path.of("xapp.json")).profiles())
                        .hasSize(2);
            } catch (IOException e) {
                assertThat(e.getMessage()).contains("xapp.json");
                refused++;
            }
        }
        assertThat(refused).isBetween(1000, 4999);
    }
}
