package io.twinslice.lab.ric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinslice.ric.A1Answer;
import io.twinslice.ric.A1Intake;
import io.twinslice.ric.A1PolicyRequest;
import io.twinslice.ric.A1Reading;
import io.twinslice.rmr.MessageType;
import io.twinslice.rmr.Octets;
import io.twinslice.rmr.RmrMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The exchanges recorded from the real mediator, replayed in their order against the stand-in. */
@Timeout(60)
class A1MediatorVectorsTest {
    private static final int TYPE = 30101;

    /** What the xApp answers after these exchanges, and the payload it is recorded to have received. */
    private static final Map<String, A1Answer.Status> ANSWERS = Map.of(
            "09-put-policy-created.json", A1Answer.Status.OK,
            "12-put-policy-updated.json", A1Answer.Status.ERROR,
            "20-delete-policy.json", A1Answer.Status.DELETED);

    private static final Map<String, String> PAYLOADS = Map.of(
            "09-put-policy-created.json", "rmr/req-create.json",
            "12-put-policy-updated.json", "rmr/req-update.json",
            "20-delete-policy.json", "rmr/req-delete.json");

    @Test
    void everyRecordedExchangeIsAnsweredAlike() throws Exception {
        Path folder = Path.of(System.getProperty("twinslice.root", "."))
                .resolve("../shared/vectors/a1")
                .normalize();
        assumeTrue(Files.isDirectory(folder), "the recorded A1 exchanges are not at " + folder + ": skipped");
        List<Path> exchanges;
        try (Stream<Path> files = Files.list(folder.resolve("mediator"))) {
            exchanges = files.sorted().toList();
        }
        assertThat(exchanges).hasSize(23);
        try (NearRtRic ric = RicFixture.start();
                TestXapp xapp = new TestXapp(ric)) {
            xapp.register(TYPE);
            int answered = 0;
            for (Path exchange : exchanges) {
                String name = exchange.getFileName().toString();
                replay(xapp.client, ric.a1Port(), folder, exchange);
                A1Answer.Status status = ANSWERS.get(name);
                if (status != null) {
                    answer(xapp, folder.resolve(String.valueOf(PAYLOADS.get(name))), status);
                    answered++;
                    while (ric.counters().policyAnswers() < answered) {
                        Thread.onSpinWait();
                    }
                }
            }
            assertThat(ric.counters().policyRequests()).isEqualTo(3);
            assertThat(ric.counters().refusedMessages()).isZero();
        }
    }

    private static void answer(TestXapp xapp, Path recorded, A1Answer.Status status) throws Exception {
        JsonNode vector = LabJson.MAPPER.readTree(Files.readString(recorded));
        RmrMessage request = xapp.next();
        assertThat(request.messageType()).isEqualTo(MessageType.A1_POLICY_REQUEST);
        assertThat(request.subscriptionId()).isEqualTo(vector.path("subId").intValue());
        assertThat(request.payload().toUtf8())
                .isEqualTo(vector.path("payloadText").textValue());
        assertThat(A1Intake.read(request.payload())).isInstanceOfSatisfying(A1Reading.Understood.class, reading -> {
            A1PolicyRequest policy = reading.request();
            Octets answer = A1Intake.write(new A1Answer(policy.typeId(), policy.instanceId(), "slices", status));
            assertThat(xapp.rmr
                            .returnToSender(request.answer(MessageType.A1_POLICY_RESPONSE, answer))
                            .isAccepted())
                    .isTrue();
        });
    }

    private static void replay(HttpClient client, int port, Path folder, Path exchange) throws Exception {
        String name = exchange.getFileName().toString();
        JsonNode vector = LabJson.MAPPER.readTree(Files.readString(exchange));
        JsonNode request = vector.path("request");
        JsonNode expected = vector.path("response");
        String body = body(folder, request);
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + port + request.path("path").textValue()))
                .method(
                        request.path("method").textValue(),
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        request.path("headers")
                .properties()
                .forEach(header ->
                        builder.header(header.getKey(), header.getValue().textValue()));

        HttpResponse<String> response = client.send(builder.build(), HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode())
                .as(name)
                .isEqualTo(expected.path("status").intValue());
        expected.path("headers")
                .properties()
                .forEach(header -> assertThat(response.headers().firstValue(header.getKey()))
                        .as(name + " " + header.getKey())
                        .contains(header.getValue().textValue()));
        String expectedBody = body(folder, expected);
        if (expectedBody.isEmpty()) {
            assertThat(response.body()).as(name).isEmpty();
        } else {
            assertThat(LabJson.MAPPER.readTree(response.body()))
                    .as(name)
                    .isEqualTo(LabJson.MAPPER.readTree(expectedBody));
        }
    }

    private static String body(Path folder, JsonNode message) throws Exception {
        JsonNode body = message.path("body");
        if (body.has("$file")) {
            return Files.readString(folder.resolve(body.path("$file").textValue()));
        }
        return body.isNull() || body.isMissingNode() ? message.path("bodyText").asText("") : body.toString();
    }
}
