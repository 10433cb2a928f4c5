package io.twinslice.kpm;

import io.twinslice.aper.BitReader;
import io.twinslice.aper.BitWriter;
import io.twinslice.aper.Codec;
import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.aper.Octets;
import java.util.Optional;

/**
 * E2SM-KPM-IndicationHeader format 1. An empty string is a field of length zero, which peers encode differently: leave
 * the field absent instead.
 *
 * <p>E2SM-KPM clause 8.2.
 *
 * @param version decides the length of the time stamp on the wire
 * @param collectStartTime start of the collection, the raw time stamp of 4 octets (v02.03) or 8 (v03.00)
 */
public record KpmIndicationHeader(
        KpmVersion version,
        long collectStartTime,
        Optional<String> fileFormatVersion,
        Optional<String> senderName,
        Optional<String> senderType,
        Optional<String> vendorName) {
    private static final Codec<KpmIndicationHeader> V2_03 = new VersionCodec(KpmVersion.V2_03);
    private static final Codec<KpmIndicationHeader> V3_00 = new VersionCodec(KpmVersion.V3_00);

    public KpmIndicationHeader {
        if (version == KpmVersion.V2_03 && collectStartTime >>> 32 != 0) {
            throw new IllegalArgumentException("a time stamp of v02.03 has 32 bits, not " + collectStartTime);
        }
    }

    /** A header with the start of the collection alone. */
    public KpmIndicationHeader(KpmVersion version, long collectStartTime) {
        this(version, collectStartTime, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The codec of the headers of {@code version}. */
    public static Codec<KpmIndicationHeader> codec(KpmVersion version) {
        return switch (version) {
            case V2_03 -> V2_03;
            case V3_00 -> V3_00;
        };
    }

    public static KpmIndicationHeader decode(Octets octets, KpmVersion version, DecodeLimits limits)
            throws DecodeException {
        return codec(version).fromOctets("E2SM-KPM-IndicationHeader", octets, limits);
    }

    public Octets encode() {
        return codec(version).toOctetString(this);
    }

    private record VersionCodec(KpmVersion version) implements Codec<KpmIndicationHeader> {
        @Override
        public void encode(KpmIndicationHeader value, BitWriter out) {
            out.bit(false);
            out.choice(0, 1);
            out.bit(false);
            out.bit(value.fileFormatVersion.isPresent());
            out.bit(value.senderName.isPresent());
            out.bit(value.senderType.isPresent());
            out.bit(value.vendorName.isPresent());
            out.fixedBits(value.collectStartTime, version.timeStampOctets() * 8);
            text(value.fileFormatVersion, 15, out);
            text(value.senderName, 400, out);
            text(value.senderType, 8, out);
            text(value.vendorName, 32, out);
        }

        @Override
        public KpmIndicationHeader decode(BitReader in) throws DecodeException {
            boolean extended = in.extensionBit();
            if (in.choice("indicationHeader-formats", 1) != 0) {
                throw in.malformed("indicationHeader-formats", "an unknown format");
            }
            int preamble = in.preamble(5);
            KpmIndicationHeader header = new KpmIndicationHeader(
                    version,
                    in.fixedBits("colletStartTime", version.timeStampOctets() * 8),
                    text((preamble & 8) != 0, "fileFormatversion", 15, in),
                    text((preamble & 4) != 0, "senderName", 400, in),
                    text((preamble & 2) != 0, "senderType", 8, in),
                    text((preamble & 1) != 0, "vendorName", 32, in));
            if ((preamble & 16) != 0) {
                in.skipAdditions();
            }
            if (extended) {
                in.skipAdditions();
            }
            return header;
        }

        private static void text(Optional<String> text, int upper, BitWriter out) {
            if (text.isPresent()) {
                out.string(text.get(), 0, upper);
            }
        }

        private static Optional<String> text(boolean present, String name, int upper, BitReader in)
                throws DecodeException {
            return present ? Optional.of(in.string(name, 0, upper)) : Optional.empty();
        }
    }
}
