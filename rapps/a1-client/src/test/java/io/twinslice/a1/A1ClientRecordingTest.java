package io.twinslice.a1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.twinslice.a1.A1Outcome.Absent;
import io.twinslice.a1.A1Outcome.Done;
import io.twinslice.a1.A1Outcome.Refused;
import io.twinslice.a1.A1Outcome.Unavailable;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client against exchanges recorded from the running services. */
class A1ClientRecordingTest {
    private static final String POLICY = "agv-fleet-7-slice-1-0000a7";
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Duration> pauses = new ArrayList<>();

    @AfterEach
    void closeTheClient() {
        http.close();
    }

    @Test
    void aNewTypeIsCreatedInTheMediator() throws Exception {
        try (Recording mediator = Recording.of("mediator", "01")) {
            assertThat(client(mediator, A1Dialect.MEDIATOR).putType(type(30101)))
                    .isEqualTo(new Done<>(Change.CREATED));
        }
    }

    @Test
    void theSameTypeAgainIsUnchangedAlthoughTheMediatorRefusesIt() throws Exception {
        try (Recording mediator = Recording.of("mediator", "02", "05")) {
            assertThat(client(mediator, A1Dialect.MEDIATOR).putType(type(30101)))
                    .isEqualTo(new Done<>(Change.UNCHANGED));
        }
        try (Recording simulator = Recording.of("osc_2.1.0", "02")) {
            assertThat(client(simulator, A1Dialect.OSC).putType(type(30101))).isEqualTo(new Done<>(Change.CREATED));
        }
    }

    @Test
    void policiesAreAcceptedRefusedOrWithoutType() throws Exception {
        JsonNode shadow = Recording.body("policy-shadow.json");
        try (Recording mediator = Recording.of("mediator", "09", "13", "14", "04")) {
            A1Client client = client(mediator, A1Dialect.MEDIATOR);
            assertThat(client.putPolicy(type(30101), POLICY, shadow)).isEqualTo(new Done<>(Change.ACCEPTED));
            assertThat(client.putPolicy(type(30101), POLICY, Recording.body("policy-bad-ratio.json")))
                    .isEqualTo(new Refused<>(400, ""));
            assertThat(client.putPolicy(type(30999), POLICY, shadow)).isInstanceOf(Absent.class);
        }
        assertThat(pauses).isEmpty();
    }

    @Test
    void anUnknownPolicyIsAbsentAlthoughTheMediatorAnswers503() throws Exception {
        try (Recording mediator = Recording.of("mediator", "10", "15", "04", "17", "21", "04", "17", "20")) {
            A1Client client = client(mediator, A1Dialect.MEDIATOR);
            assertThat(client.policy(type(30101), POLICY)).isInstanceOf(Done.class);
            assertThat(client.policy(type(30101), "no-such-policy")).isInstanceOf(Absent.class);
            assertThat(client.deletePolicy(type(30101), "no-such-policy")).isInstanceOf(Absent.class);
            assertThat(client.deletePolicy(type(30101), POLICY)).isEqualTo(new Done<>(Change.DELETED));
        }
    }

    @Test
    void theStatusIsReadFromTheMediator() throws Exception {
        try (Recording mediator = Recording.of("mediator", "11", "19", "16")) {
            A1Client client = client(mediator, A1Dialect.MEDIATOR);
            assertThat(client.status(type(30101), POLICY)).isEqualTo(new Done<>(new PolicyStatus(true, "")));
            assertThat(client.status(type(30101), POLICY))
                    .isEqualTo(new Done<>(new PolicyStatus(false, "OTHER_REASON")));
            assertThat(client.status(type(30101), "no-such-policy")).isInstanceOf(Absent.class);
        }
    }

    @Test
    void theMediatorsEmptyListOfAnUnknownTypeIsNotBelieved() throws Exception {
        try (Recording mediator = Recording.of("mediator", "04", "17", "04", "04", "07")) {
            A1Client client = client(mediator, A1Dialect.MEDIATOR);
            assertThat(client.policies(type(30101))).isEqualTo(new Done<>(List.of(POLICY)));
            assertThat(client.policies(type(30999))).isInstanceOf(Absent.class);
            assertThat(client.policies(type(30101))).isEqualTo(new Done<>(List.of()));
        }
    }

    @Test
    void aTypeWithPoliciesIsNotDeleted() throws Exception {
        try (Recording mediator = Recording.of("mediator", "18", "23")) {
            A1Client client = client(mediator, A1Dialect.MEDIATOR);
            assertThat(client.deleteType(type(30101))).isEqualTo(new Refused<>(400, ""));
            assertThat(client.deleteType(type(30999))).isEqualTo(new Done<>(Change.DELETED));
        }
    }

    @Test
    void theOlderDialectWorksToo() throws Exception {
        JsonNode shadow = Recording.body("policy-shadow.json");
        try (Recording simulator = Recording.of("osc_2.1.0", "06", "08", "09", "11", "14", "17", "18")) {
            A1Client client = client(simulator, A1Dialect.OSC);
            assertThat(client.putPolicy(type(30101), POLICY, shadow)).isEqualTo(new Done<>(Change.ACCEPTED));
            assertThat(client.putPolicy(type(30101), POLICY, Recording.body("policy-bad-ratio.json")))
                    .isInstanceOf(Refused.class);
            assertThat(client.putPolicy(type(30999), POLICY, shadow)).isInstanceOf(Absent.class);
            assertThat(client.policy(type(30101), "no-such-policy")).isInstanceOf(Absent.class);
            assertThat(client.status(type(30101), POLICY)).isInstanceOf(Done.class);
            assertThat(client.deletePolicy(type(30101), POLICY)).isEqualTo(new Done<>(Change.DELETED));
            assertThat(client.deletePolicy(type(30101), POLICY)).isInstanceOf(Absent.class);
        }
    }

    @Test
    void theStandardDialectTellsCreationFromUpdate() throws Exception {
        JsonNode shadow = Recording.body("policy-shadow.json");
        A1PolicyType known = type(30101);
        A1PolicyType type = new A1PolicyType(30101, known.name() + "_1.0.0", "", known.schema());
        try (Recording simulator = Recording.of("std_2.0.0", "01", "04", "06", "10", "14", "17", "18")) {
            A1Client client = client(simulator, A1Dialect.STD);
            assertThat(client.putType(type)).isEqualTo(new Done<>(Change.UNCHANGED));
            assertThat(client.putPolicy(type, POLICY, shadow)).isEqualTo(new Done<>(Change.CREATED));
            assertThat(client.putPolicy(type, POLICY, Recording.body("policy-bad-ratio.json")))
                    .isEqualTo(new Refused<>(400, ""));
            assertThat(client.policy(type, "no-such-policy")).isInstanceOf(Absent.class);
            assertThat(client.status(type, POLICY)).isEqualTo(new Done<>(new PolicyStatus(true, "")));
            assertThat(client.deletePolicy(type, POLICY)).isEqualTo(new Done<>(Change.DELETED));
            assertThat(client.deletePolicy(type, POLICY)).isInstanceOf(Absent.class);
        }
    }

    @Test
    void overloadIsRetriedWithGrowingPausesAndThenGivenUp() throws Exception {
        try (Recording simulator = Recording.of("std_2.0.0", "16", "15", "16", "16")) {
            assertThat(client(simulator, A1Dialect.STD).types()).isInstanceOf(Unavailable.class);
        }
        assertThat(pauses).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));

        try (Recording simulator = Recording.of("std_2.0.0", "15", "01")) {
            assertThat(client(simulator, A1Dialect.STD).types()).isInstanceOf(Done.class);
        }
    }

    private A1Client client(Recording recording, A1Dialect dialect) {
        return new A1Client(http, A1Settings.of(recording.root(), dialect), pauses::add);
    }

    private static A1PolicyType type(int id) throws Exception {
        JsonNode osc = Recording.body("type-osc.json");
        JsonNode schema = osc.path("create_schema");
        return new A1PolicyType(
                id, osc.path("name").asText(), osc.path("description").asText(), schema);
    }
}
