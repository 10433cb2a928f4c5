package io.twinslice.e2ap;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every valid E2AP vector of both versions decodes and re-encodes to the same octets. */
class E2apVectorsTest {
    @Test
    void everyValidPduReencodesToTheSameOctets() throws IOException {
        List<String> wrong = new ArrayList<>();
        int ran = 0;
        for (Vectors.Vector vector : Vectors.read("valid.jsonl")) {
            if (!vector.type().equals("E2AP-PDU")) {
                continue;
            }
            ran++;
            try {
                byte[] again =
                        E2apPdu.decode(vector.octets(), DecodeLimits.STANDARD).encode();
                if (!java.util.Arrays.equals(again, vector.octets())) {
                    wrong.add(vector + ": " + HexFormat.of().formatHex(again));
                }
            } catch (DecodeException e) {
                wrong.add(vector + ": " + e.getMessage());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(ran).isGreaterThan(200);
    }
}
