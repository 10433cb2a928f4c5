package io.twinslice.ric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinslice.rmr.Octets;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class A1IntakeTest {
    private static final String INSTANCE = "agv-fleet-7-slice-1-0000a7";

    @Test
    void theRecordedCreateAndUpdateCarryThePolicy() throws Exception {
        A1PolicyRequest create = understood(recorded("rmr/req-create.json"));
        A1PolicyRequest update = understood(recorded("rmr/req-update.json"));

        assertThat(create).isInstanceOfSatisfying(A1PolicyRequest.Create.class, request -> {
            assertThat(request.typeId()).isEqualTo(30101);
            assertThat(request.instanceId()).isEqualTo(INSTANCE);
        });
        assertThat(policyOf(create)).isEqualTo(A1Vectors.read("bodies/policy-shadow.json"));
        assertThat(update).isInstanceOf(A1PolicyRequest.Update.class);
        assertThat(policyOf(update)).isEqualTo(A1Vectors.read("bodies/policy-active.json"));
    }

    @Test
    void theRecordedDeleteNamesThePolicy() throws Exception {
        assertThat(understood(recorded("rmr/req-delete.json"))).isEqualTo(new A1PolicyRequest.Delete(30101, INSTANCE));
    }

    @Test
    void theAnswersAreWrittenAsRecorded() throws Exception {
        for (A1Answer.Status status : A1Answer.Status.values()) {
            String file = "rmr/resp-" + status.name().toLowerCase(java.util.Locale.ROOT) + ".json";
            assertThat(A1Intake.write(new A1Answer(30101, INSTANCE, "echo", status))
                            .toUtf8())
                    .isEqualTo(A1Vectors.read(file).path("payloadText").textValue());
        }
    }

    @Test
    void theQueryHasANumber() {
        assertThat(A1Intake.query(30101).toUtf8()).isEqualTo("{\"policy_type_id\":30101}");
        assertThatIllegalArgumentException().isThrownBy(() -> A1Intake.query(0));
    }

    /** The form of the published contract: a number and an object. */
    @Test
    void aNumberAndAnObjectAreReadLikeStrings() {
        A1PolicyRequest request = understood("""
            {"operation":"CREATE","policy_type_id":20008,"policy_instance_id":"p","payload":{"threshold":5}}\
            """);

        assertThat(request).isEqualTo(new A1PolicyRequest.Create(20008, "p", "{\"threshold\":5}"));
    }

    @Test
    void aNulBehindThePayloadIsIgnored() {
        assertThat(understood("{\"operation\":\"DELETE\",\"policy_type_id\":1,\"policy_instance_id\":\"p\"}\0"))
                .isEqualTo(new A1PolicyRequest.Delete(1, "p"));
    }

    /** A refusal that names the policy can be answered with ERROR; the mediator must not wait for ever. */
    @Test
    void whatIsRefusedAfterTheSubjectIsKnownCanStillBeAnswered() {
        assertRefusedWithSubject("\"operation\":\"MERGE\",\"payload\":\"{}\"", "not 'MERGE'");
        assertRefusedWithSubject("\"operation\":\"CREATE\",\"payload\":\"\"", "no JSON at all");
        assertRefusedWithSubject("\"operation\":\"CREATE\",\"payload\":\"[1]\"", "JSON object");
        assertRefusedWithSubject("\"operation\":\"CREATE\",\"payload\":\"{\\\"a\\\":1,\\\"a\\\":2}\"", "Duplicate");
        assertRefusedWithSubject("\"operation\":\"CREATE\"", "JSON object");
        assertRefusedWithSubject("\"operation\":\"DELETE\",\"extra\":1", "unknown key 'extra'");
    }

    @Test
    void whatNamesNoPolicyIsRefusedWithoutSubject() {
        assertRefused("", "no JSON");
        assertRefused("{", "no JSON");
        assertRefused("null", "needs policy_type_id");
        assertRefused("{} {}", "no JSON");
        assertRefused("{\"policy_type_id\":\"0\",\"policy_instance_id\":\"p\"}", "needs policy_type_id");
        assertRefused("{\"policy_type_id\":2147483648,\"policy_instance_id\":\"p\"}", "needs policy_type_id");
        assertRefused("{\"policy_type_id\":1.5,\"policy_instance_id\":\"p\"}", "needs policy_type_id");
        assertRefused("{\"policy_type_id\":1,\"policy_instance_id\":\"a b\"}", "needs policy_type_id");
        assertRefused("{\"policy_type_id\":1,\"policy_instance_id\":7}", "needs policy_type_id");
        assertRefused("[".repeat(5_000), "no JSON");
        assertRefused("{\"policy_type_id\":1" + "0".repeat(5_000) + "}", "no JSON");
        assertThat(A1Intake.read(Octets.of(new byte[] {'"', (byte) 0xff, '"'})))
                .isInstanceOfSatisfying(
                        A1Reading.Refused.class,
                        refused -> assertThat(refused.reason()).contains("not UTF-8"));
    }

    @Test
    void changedRequestsAreReadOrRefused() {
        String request =
                "{\"operation\":\"CREATE\",\"payload\":\"{\\\"a\\\":[1,2.5e3,null]}\",\"policy_instance_id\":\"p\","
                        + "\"policy_type_id\":\"30101\"}";
        byte[] valid = request.getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(11);
        int refused = 0;
        for (int i = 0; i < 30_000; i++) {
            byte[] octets = valid.clone();
            for (int change = random.nextInt(0, 4); change > 0; change--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt();
            }
            if (A1Intake.read(Octets.of(octets)) instanceof A1Reading.Refused) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 29_000);
    }

    private static String recorded(String file) throws Exception {
        return A1Vectors.read(file).path("payloadText").textValue();
    }

    private static A1PolicyRequest understood(String payload) {
        A1Reading reading = A1Intake.read(Octets.utf8(payload));
        assertThat(reading).isInstanceOf(A1Reading.Understood.class);
        return ((A1Reading.Understood) reading).request();
    }

    private static JsonNode policyOf(A1PolicyRequest request) throws Exception {
        String text = switch (request) {
            case A1PolicyRequest.Create create -> create.policyJson();
            case A1PolicyRequest.Update update -> update.policyJson();
            case A1PolicyRequest.Delete delete -> "";
        };
        return StrictJson.MAPPER.readTree(text);
    }

    private static void assertRefusedWithSubject(String members, String part) {
        A1Reading reading = A1Intake.read(
                Octets.utf8("{\"policy_type_id\":\"30101\",\"policy_instance_id\":\"p\"," + members + "}"));
        assertThat(reading).isInstanceOfSatisfying(A1Reading.Refused.class, refused -> {
            assertThat(refused.subject()).contains(new A1Reading.Subject(30101, "p"));
            assertThat(refused.reason()).contains(part);
        });
    }

    private static void assertRefused(String payload, String part) {
        assertThat(A1Intake.read(Octets.utf8(payload))).isInstanceOfSatisfying(A1Reading.Refused.class, refused -> {
            assertThat(refused.subject()).isEmpty();
            assertThat(refused.reason()).contains(part);
        });
    }
}
