package io.twinslice.e2ap;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Broken input is refused where every reference codec refuses it, and accepted where every one accepts it. */
class E2apMalformedTest {
    @Test
    void theCorpusOfBrokenInputGetsTheExpectedVerdicts() throws IOException {
        List<String> wrong = new ArrayList<>();
        int refused = 0;
        int accepted = 0;
        for (Vectors.Vector vector : Vectors.read("malformed.jsonl")) {
            if (!vector.type().equals("E2AP-PDU")) {
                continue;
            }
            String expected = vector.line().get("expected").asText();
            try {
                E2apPdu.decode(vector.octets(), DecodeLimits.STANDARD);
                accepted++;
                if (expected.equals("reject")) {
                    wrong.add(vector + " (" + vector.line().path("note") + ") was accepted");
                }
            } catch (DecodeException e) {
                refused++;
                if (expected.startsWith("accept")) {
                    wrong.add(vector + " was refused: " + e.getMessage());
                }
                assertThat(e.getMessage()).contains(" at bit ");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refused).isGreaterThan(10);
        assertThat(accepted).isGreaterThan(10);
    }
}
