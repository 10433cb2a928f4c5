package io.twinslice.lab.e2;

import io.twinslice.aper.AsSent;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.e2ap.Received;
import java.util.Optional;

/**
 * What the codecs of the product make of octets.
 *
 * @param again the octets they write again; empty where a message must not be acted on and so has no record
 */
record Reading(Optional<byte[]> again) {
    static final DecodeLimits LIMITS = new DecodeLimits(16 << 20, 1 << 20, 128);

    /** @throws DecodeException when they are refused */
    static Reading of(MessageType type, byte[] octets) throws DecodeException {
        return type.codec().isPresent()
                ? of(type.codec().get(), type, octets)
                : new Reading(Received.toOctets(Received.read(octets, LIMITS)));
    }

    private static <T> Reading of(Codec<T> codec, MessageType type, byte[] octets) throws DecodeException {
        AsSent<T> sent = AsSent.read(codec, type.name(), octets, LIMITS, type.dialect());
        return new Reading(Optional.of(sent.toOctets(codec, type.dialect())));
    }
}
