package io.twinslice.kpm;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.twinslice.aper.AsSent;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.PeerDialect;
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

    private static <T> void decode(Codec<T> codec, byte[] octets) {
        byte[] again;
        try {
            again = again(codec, octets);
        } catch (DecodeException expected) {
            return;
        }
        try {
            Assertions.assertThat(again(codec, again)).isEqualTo(again);
        } catch (DecodeException e) {
            throw new AssertionError("the encoding of a decoded value does not decode", e);
        }
    }

    private static <T> byte[] again(Codec<T> codec, byte[] octets) throws DecodeException {
        return AsSent.read(codec, "fuzz", octets, DecodeLimits.STANDARD, PeerDialect.STANDARD)
                .toOctets(codec, PeerDialect.STANDARD);
    }
}
