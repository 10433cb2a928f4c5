package io.twinslice.e2ap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinslice.aper.BitString;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import io.twinslice.e2proofs.Vectors;
import io.twinslice.e2sm.GlobalGnbId;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The fields of decoded messages are those of the vectors' values, so no two fields of a record are swapped. */
class E2apValuesTest {
    @Test
    void setupRequestsHaveTheFieldsOfTheirValues() throws Exception {
        int ran = 0;
        for (Vectors.Vector vector : messages("E2setupRequest")) {
            JsonNode ies = ies(vector);
            E2Setup.Request request = (E2Setup.Request) decode(vector);
            assertThat(request.transactionId()).isEqualTo(ie(ies, 49).longValue());
            assertThat(request.ranFunctions()).hasSameSizeAs(ie(ies, 10));
            for (int i = 0; i < request.ranFunctions().size(); i++) {
                RanFunctionItem item = request.ranFunctions().get(i);
                JsonNode value = inner(ie(ies, 10).get(i));
                assertThat(item.id()).isEqualTo(value.get("ranFunctionID").asInt());
                assertThat(item.definition().toHex())
                        .isEqualTo(value.get("ranFunctionDefinition").asText());
                assertThat(item.revision())
                        .isEqualTo(value.get("ranFunctionRevision").asInt());
                assertThat(item.oid()).isEqualTo(value.get("ranFunctionOID").asText());
            }
            for (int i = 0; i < request.components().size(); i++) {
                ComponentConfig config = request.components().get(i);
                JsonNode value = inner(ie(ies, 50).get(i));
                assertThat(config.interfaceType().name().toLowerCase(Locale.ROOT))
                        .isEqualTo(value.get("e2nodeComponentInterfaceType").asText());
                JsonNode parts = value.get("e2nodeComponentConfiguration");
                assertThat(config.requestPart().toHex())
                        .isEqualTo(parts.get("e2nodeComponentRequestPart").asText());
                assertThat(config.responsePart().toHex())
                        .isEqualTo(parts.get("e2nodeComponentResponsePart").asText());
            }
            if (request.nodeId() instanceof GlobalE2NodeId.Gnb gnb) {
                checkGnb(gnb, ie(ies, 3).get("gNB"));
            }
            ran++;
        }
        assertThat(ran).isGreaterThan(10);
    }

    private static void checkGnb(GlobalE2NodeId.Gnb gnb, JsonNode value) {
        GlobalGnbId id = gnb.id();
        String bits = value.at("/global-gNB-ID/gnb-id/gnb-ID").asText();
        assertThat(id.plmn().toString())
                .isEqualTo(value.at("/global-gNB-ID/plmn-id").asText());
        assertThat(id.id().length()).isEqualTo(bits.length());
        assertThat(id.id().value()).isEqualTo(Long.parseLong(bits, 2));
        assertThat(gnb.cuUpId().isPresent()).isEqualTo(value.has("gNB-CU-UP-ID"));
        assertThat(gnb.cuUpId().orElse(-1)).isEqualTo(value.path("gNB-CU-UP-ID").asLong(-1));
        assertThat(gnb.duId().orElse(-1)).isEqualTo(value.path("gNB-DU-ID").asLong(-1));
    }

    @Test
    void subscriptionRequestsHaveTheFieldsOfTheirValues() throws Exception {
        int ran = 0;
        for (Vectors.Vector vector : messages("RICsubscriptionRequest")) {
            JsonNode ies = ies(vector);
            RicSubscription.Request request = (RicSubscription.Request) decode(vector);
            checkRequestId(request.requestId(), ies);
            assertThat(request.ranFunctionId()).isEqualTo(ie(ies, 5).asInt());
            JsonNode details = ie(ies, 30);
            assertThat(request.details().eventTrigger().toHex())
                    .isEqualTo(details.get("ricEventTriggerDefinition").asText());
            for (int i = 0; i < request.details().actions().size(); i++) {
                RicAction action = request.details().actions().get(i);
                JsonNode value = inner(details.get("ricAction-ToBeSetup-List").get(i));
                assertThat(action.id()).isEqualTo(value.get("ricActionID").asInt());
                assertThat(action.type().name().toLowerCase(Locale.ROOT))
                        .isEqualTo(value.get("ricActionType").asText());
                assertThat(action.definition().map(Octets::toHex))
                        .isEqualTo(Optional.ofNullable(value.get("ricActionDefinition"))
                                .map(JsonNode::asText));
                assertThat(action.executionOrder().orElse(-1))
                        .isEqualTo(value.path("ricActionExecutionOrder").asLong(-1));
                assertThat(action.subsequentAction()
                                .map(next -> next.timeToWait().name().toLowerCase(Locale.ROOT)))
                        .isEqualTo(Optional.ofNullable(value.get("ricSubsequentAction"))
                                .map(next -> next.get("ricTimeToWait").asText()));
            }
            assertThat(request.startTime().map(Octets::toHex)).isEqualTo(octets(ies, 62));
            assertThat(request.endTime().map(Octets::toHex)).isEqualTo(octets(ies, 63));
            ran++;
        }
        assertThat(ran).isGreaterThan(5);
    }

    @Test
    void indicationsHaveTheFieldsOfTheirValues() throws Exception {
        int ran = 0;
        for (Vectors.Vector vector : messages("RICindication")) {
            JsonNode ies = ies(vector);
            RicIndication indication = (RicIndication) decode(vector);
            checkRequestId(indication.requestId(), ies);
            assertThat(indication.ranFunctionId()).isEqualTo(ie(ies, 5).asInt());
            assertThat(indication.actionId()).isEqualTo(ie(ies, 15).asInt());
            assertThat(indication.sequenceNumber().orElse(-1))
                    .isEqualTo(ie(ies, 27).asInt(-1));
            assertThat(indication.type().name().toLowerCase(Locale.ROOT))
                    .isEqualTo(ie(ies, 28).asText());
            assertThat(indication.header().toHex()).isEqualTo(ie(ies, 25).asText());
            assertThat(indication.message().toHex()).isEqualTo(ie(ies, 26).asText());
            assertThat(indication.callProcessId().map(Octets::toHex)).isEqualTo(octets(ies, 20));
            ran++;
        }
        assertThat(ran).isGreaterThan(10);
    }

    @Test
    void controlRequestsHaveTheFieldsOfTheirValues() throws Exception {
        int ran = 0;
        for (Vectors.Vector vector : messages("RICcontrolRequest")) {
            JsonNode ies = ies(vector);
            RicControl.Request request = (RicControl.Request) decode(vector);
            checkRequestId(request.requestId(), ies);
            assertThat(request.ranFunctionId()).isEqualTo(ie(ies, 5).asInt());
            assertThat(request.header().toHex()).isEqualTo(ie(ies, 22).asText());
            assertThat(request.message().toHex()).isEqualTo(ie(ies, 23).asText());
            assertThat(request.callProcessId().map(Octets::toHex)).isEqualTo(octets(ies, 20));
            assertThat(request.ackRequest().map(ack -> ack == RicControl.AckRequest.ACK ? "ack" : "noAck"))
                    .isEqualTo(octets(ies, 21));
            ran++;
        }
        assertThat(ran).isGreaterThan(5);
    }

    @Test
    void theCausesOfFailuresAreThoseOfTheirValues() throws Exception {
        int ran = 0;
        for (Vectors.Vector vector : messages("RICsubscriptionFailure")) {
            RicSubscription.Failure failure = (RicSubscription.Failure) decode(vector);
            String cause = inner(ie(ies(vector), 1)).asText();
            assertThat(failure.cause().toString().replace("_", "").toLowerCase(Locale.ROOT))
                    .isEqualTo(cause.replace("-", "").toLowerCase(Locale.ROOT));
            ran++;
        }
        assertThat(ran).isGreaterThan(5);
    }

    /** Newer senders: extension additions and ignorable IEs are skipped; what criticality rejects is named. */
    @Test
    void messagesOfNewerSendersAreReadUnlessTheyMustNotBe() throws IOException {
        for (Vectors.Vector vector : Vectors.read("compat.jsonl")) {
            if (!vector.type().equals("E2AP-PDU")) {
                continue;
            }
            String verdict;
            try {
                verdict = decode(vector).getClass().getName();
            } catch (DecodeException e) {
                verdict = e.getMessage();
            }
            switch (vector.name()) {
                case "fwd-unknown-ie-reject" ->
                    assertThat(verdict).contains("unknown IE 65535 with criticality reject");
                case "fwd-unknown-procedure" -> assertThat(verdict).contains("unknown procedure 99");
                default -> assertThat(verdict).as(vector.name()).contains("RicSubscription");
            }
        }
    }

    @Test
    void aReusedWriterGivesTheSameOctetsAsAFreshOne() throws Exception {
        BitWriter out = new BitWriter(16);
        for (Vectors.Vector vector : messages("RICcontrolRequest")) {
            decode(vector).encode(out.reset());
            assertThat(out.toByteArray()).isEqualTo(vector.octets());
        }
    }

    @Test
    void aTransportAddressKeepsItsBits() {
        assertThat(BitString.of(0x7F000001, 32).toUnsigned()).isEqualTo(0x7F000001L);
    }

    private static void checkRequestId(RicRequestId id, JsonNode ies) {
        assertThat(id.requestorId()).isEqualTo(ie(ies, 29).get("ricRequestorID").asInt());
        assertThat(id.instanceId()).isEqualTo(ie(ies, 29).get("ricInstanceID").asInt());
    }

    private static E2apPdu decode(Vectors.Vector vector) throws DecodeException {
        return E2apPdu.decode(vector.octets(), DecodeLimits.STANDARD);
    }

    private static List<Vectors.Vector> messages(String pdu) throws IOException {
        return Vectors.read("valid.jsonl").stream()
                .filter(vector -> vector.line().path("pdu").asText().equals(pdu))
                .toList();
    }

    private static JsonNode ies(Vectors.Vector vector) {
        return vector.value().findValue("protocolIEs");
    }

    /** The content of the IE of this id; a missing node when it is absent. */
    private static JsonNode ie(JsonNode ies, int id) {
        for (JsonNode ie : ies) {
            if (ie.get("id").asInt() == id) {
                return ie.get("value").elements().next();
            }
        }
        return ies.path("absent");
    }

    private static Optional<String> octets(JsonNode ies, int id) {
        JsonNode value = ie(ies, id);
        return value.isMissingNode() ? Optional.empty() : Optional.of(value.asText());
    }

    /** The content of a single container or of a choice. */
    private static JsonNode inner(JsonNode container) {
        return (container.has("value") ? container.get("value") : container)
                .elements()
                .next();
    }
}
