package io.twinslice.rc;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.twinslice.aper.AsSent;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.PeerDialect;
import org.assertj.core.api.Assertions;

/** No octets may cause anything but a {@link DecodeException}; what decodes must survive its own encoding. */
class RcFuzzTest {
    @FuzzTest
    void controlHeader(byte[] octets) {
        decode(RcControlHeader.CODEC, octets);
    }

    @FuzzTest
    void controlMessage(byte[] octets) {
        decode(RcControlMessage.CODEC, octets);
    }

    @FuzzTest
    void controlOutcome(byte[] octets) {
        decode(RcControlOutcome.CODEC, octets);
    }

    @FuzzTest
    void functionDefinition(byte[] octets) {
        decode(RcFunctionDefinition.CODEC, octets);
    }

    @FuzzTest
    void eventTrigger(byte[] octets) {
        decode(RcEventTrigger.CODEC, octets);
    }

    @FuzzTest
    void actionDefinition(byte[] octets) {
        decode(RcActionDefinition.CODEC, octets);
    }

    @FuzzTest
    void indicationHeader(byte[] octets) {
        decode(RcIndicationHeader.CODEC, octets);
    }

    @FuzzTest
    void indicationMessage(byte[] octets) {
        decode(RcIndicationMessage.CODEC, octets);
    }

    @FuzzTest
    void callProcessId(byte[] octets) {
        decode(RcCallProcessId.CODEC, octets);
    }

    @FuzzTest
    void sliceQuota(byte[] octets) {
        try {
            SliceQuotaControl.read(
                    RcControlMessage.CODEC.fromOctets("fuzz", octets, DecodeLimits.STANDARD), QuotaProfile.COMPACT);
        } catch (DecodeException expected) {
            // hostile input is refused this way and no other
        }
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
