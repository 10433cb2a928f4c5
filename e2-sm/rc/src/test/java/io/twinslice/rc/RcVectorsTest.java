package io.twinslice.rc;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every valid RC vector decodes and re-encodes to the same octets. */
class RcVectorsTest {
    @Test
    void everyValidVectorReencodesToTheSameOctets() throws IOException {
        List<String> wrong = new ArrayList<>();
        int ran = 0;
        for (Vectors.Vector vector : Vectors.read("valid.jsonl")) {
            Optional<Codec<?>> codec = codec(vector);
            if (codec.isEmpty()) {
                continue;
            }
            ran++;
            try {
                byte[] again = reencode(codec.get(), vector.octets());
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

    static Optional<Codec<?>> codec(Vectors.Vector vector) {
        return switch (vector.type()) {
            case "E2SM-RC-ControlHeader" -> Optional.of(RcControlHeader.CODEC);
            case "E2SM-RC-ControlMessage" -> Optional.of(RcControlMessage.CODEC);
            case "E2SM-RC-ControlOutcome" -> Optional.of(RcControlOutcome.CODEC);
            case "E2SM-RC-RANFunctionDefinition" -> Optional.of(RcFunctionDefinition.CODEC);
            case "E2SM-RC-EventTrigger" -> Optional.of(RcEventTrigger.CODEC);
            case "E2SM-RC-ActionDefinition" -> Optional.of(RcActionDefinition.CODEC);
            case "E2SM-RC-IndicationHeader" -> Optional.of(RcIndicationHeader.CODEC);
            case "E2SM-RC-IndicationMessage" -> Optional.of(RcIndicationMessage.CODEC);
            case "E2SM-RC-CallProcessID" -> Optional.of(RcCallProcessId.CODEC);
            case "RANParameter-Testing" -> Optional.of(RanParameterTest.LIST);
            case "RANParameter-ValueType" -> Optional.of(RanParameterContent.CODEC);
            default -> Optional.empty();
        };
    }
}
