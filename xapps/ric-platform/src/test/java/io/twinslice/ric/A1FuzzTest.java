package io.twinslice.ric;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.twinslice.rmr.Octets;
import org.junit.jupiter.api.Tag;

/** Hostile payloads, nightly as the engine starts slowly: a reading or a refusal with a reason. */
@Tag("nightly")
class A1FuzzTest {
    @FuzzTest(maxDuration = "20s")
    void anyPayloadIsReadOrRefused(byte[] payload) {
        switch (A1Intake.read(Octets.of(payload))) {
            case A1Reading.Understood understood ->
                assertThat(understood.request().typeId()).isPositive();
            case A1Reading.Refused refused -> assertThat(refused.reason()).isNotBlank();
        }
    }

    @FuzzTest(maxDuration = "20s")
    void anyNotificationIsReadOrRefused(byte[] body) {
        try {
            assertThat(SubscriptionNotification.read(body).subscriptionId()).isNotEmpty();
        } catch (StrictJson.Fault e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
