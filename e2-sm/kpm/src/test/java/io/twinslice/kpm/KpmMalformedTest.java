package io.twinslice.kpm;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Broken input is refused where every reference codec refuses it, and accepted where every one accepts it. */
class KpmMalformedTest {
    @Test
    void theCorpusOfBrokenInputGetsTheExpectedVerdicts() throws IOException {
        List<String> wrong = new ArrayList<>();
        int refused = 0;
        int accepted = 0;
        for (Vectors.Vector vector : Vectors.read("malformed.jsonl")) {
            if (!vector.spec().equals("kpm_v3") && !vector.spec().equals("kpm_v203")) {
                continue;
            }
            Codec<?> codec = KpmVectorsTest.codec(vector);
            String expected = vector.line().get("expected").asText();
            try {
                codec.fromOctets("vector", vector.octets(), DecodeLimits.STANDARD);
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
