package io.twinslice.kpm;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.e2sm.UeId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every valid KPM vector of both versions decodes and re-encodes to the same octets. */
class KpmVectorsTest {
    @Test
    void everyValidVectorReencodesToTheSameOctets() throws IOException {
        List<String> wrong = new ArrayList<>();
        int ran = 0;
        for (Vectors.Vector vector : Vectors.read("valid.jsonl")) {
            if (!vector.spec().startsWith("kpm")) {
                continue;
            }
            ran++;
            try {
                byte[] again = reencode(codec(vector), vector.octets());
                if (!Arrays.equals(again, vector.octets())) {
                    wrong.add(vector + ": " + HexFormat.of().formatHex(again));
                }
            } catch (DecodeException e) {
                wrong.add(vector + ": " + e.getMessage());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(ran).isGreaterThan(140);
    }

    private static <T> byte[] reencode(Codec<T> codec, byte[] octets) throws DecodeException {
        return codec.toOctets(codec.fromOctets("vector", octets, DecodeLimits.STANDARD));
    }

    static Codec<?> codec(Vectors.Vector vector) {
        return switch (vector.type()) {
            case "E2SM-KPM-ActionDefinition" -> KpmActionDefinition.CODEC;
            case "E2SM-KPM-EventTriggerDefinition" -> KpmEventTrigger.CODEC;
            case "E2SM-KPM-IndicationHeader" ->
                KpmIndicationHeader.codec(vector.spec().equals("kpm_v3") ? KpmVersion.V3_00 : KpmVersion.V2_03);
            case "E2SM-KPM-IndicationMessage" -> KpmIndicationMessage.CODEC;
            case "E2SM-KPM-RANfunction-Description" -> KpmFunctionDescription.CODEC;
            case "MeasurementLabel" -> MeasurementLabel.CODEC;
            case "UEID" -> UeId.CODEC;
            default -> throw new IllegalArgumentException("no codec for " + vector.type());
        };
    }
}
