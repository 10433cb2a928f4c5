package io.twinslice.xapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.twinslice.policy.Envelope;
import io.twinslice.ric.PolicyTypeSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/**
 * Hostile text, nightly as the engine starts slowly ({@link XappConfigTest} and {@link CellPolicyTest} have quick
 * siblings): only the documented exceptions.
 */
@Tag("nightly")
class XappFuzzTest {
    private static final PolicyTypeSchema SCHEMA = CellPolicyTest.schema();

    @FuzzTest(maxDuration = "20s")
    void anyOctetsAreAConfigurationOrAreRefused(byte[] octets) {
        try {
            assertThat(XappConfig.parse(octets, Path.of("xapp.json")).profiles())
                    .isNotEmpty();
        } catch (IOException e) {
            assertThat(e.getMessage()).contains("xapp.json");
        }
    }

    @FuzzTest(maxDuration = "20s")
    void anyTextIsAPolicyOfThisCellOrIsRefused(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);
        Envelope local = Envelope.uniform(4, 5, 90, 20);
        if (SCHEMA.violations(text).isEmpty()) {
            CellPolicyTest.requireSound(text, local);
        }
    }
}
