package io.twinslice.kpm;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import java.util.Arrays;
import org.assertj.core.api.Assertions;

/** No octets may cause anything but a {@link DecodeException}; what decodes must survive its own encoding. */
class KpmFuzzTest {
    @FuzzTest
    void eventTrigger(byte[] octets) {
        decode(KpmEventTrigger.CODEC, octets);
    }

    @FuzzTest
    void actionDefinition(byte[] octets) {
        decode(KpmActionDefinition.CODEC, octets);
    }

    @FuzzTest
    void indicationHeader(byte[] octets) {
        decode(KpmIndicationHeader.codec(KpmVersion.V2_03), octets);
        decode(KpmIndicationHeader.codec(KpmVersion.V3_00), octets);
    }

    @FuzzTest
    void indicationMessage(byte[] octets) {
        decode(KpmIndicationMessage.CODEC, octets);
    }

    @FuzzTest
    void functionDescription(byte[] octets) {
        decode(KpmFunctionDescription.CODEC, octets);
    }

    static <T> void decode(Codec<T> codec, byte[] octets) {
        T value;
        try {
            value = codec.fromOctets("fuzz", octets, DecodeLimits.STANDARD);
        } catch (DecodeException expected) {
            return;
        }
        byte[] canonical = codec.toOctets(value);
        try {
            T again = codec.fromOctets("fuzz", canonical, DecodeLimits.STANDARD);
            Assertions.assertThat(Arrays.equals(codec.toOctets(again), canonical))
                    .isTrue();
        } catch (DecodeException e) {
            throw new AssertionError("the canonical encoding of a decoded value does not decode", e);
        }
    }
}
