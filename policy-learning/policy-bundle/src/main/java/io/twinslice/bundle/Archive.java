package io.twinslice.bundle;

import static io.twinslice.bundle.RefusalReason.MALFORMED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A zip archive that has one byte form only: entries stored, in a fixed order, dated 1980-01-01, without extras.
 *
 * <p>Reading does not trust the archive's structure: it takes the entries it expects where they must lie and then
 * demands that writing them again gives the very same bytes. So there are no duplicates, no hidden entries, no
 * compression bombs and no byte that is not looked at. The writer is our own because a byte form that follows the JDK's
 * version would make old bundles unreadable.
 */
final class Archive {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final short VERSION = 10;
    private static final short FIRST_OF_1980 = 0x21;

    private Archive() {}

    static byte[] encode(List<Part> parts, Map<Part, byte[]> content) {
        int size = END_BYTES;
        for (Part part : parts) {
            byte[] octets = of(part, content);
            if (octets.length > part.maxBytes()) {
                throw new IllegalArgumentException(
                        part.fileName() + " has " + octets.length + " bytes, more than " + part.maxBytes());
            }
            size += LOCAL_BYTES + CENTRAL_BYTES + 2 * part.fileName().length() + octets.length;
        }
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        int[] offsets = new int[parts.size()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = out.position();
            byte[] octets = of(parts.get(i), content);
            out.putInt(LOCAL);
            putCommon(out, parts.get(i), octets);
            out.put(name(parts.get(i))).put(octets);
        }
        int directory = out.position();
        for (int i = 0; i < offsets.length; i++) {
            out.putInt(CENTRAL).putShort(VERSION);
            putCommon(out, parts.get(i), of(parts.get(i), content));
            out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
            out.putInt(offsets[i]).put(name(parts.get(i)));
        }
        int directoryBytes = out.position() - directory;
        short entries = (short) offsets.length;
        out.putInt(END).putInt(0).putShort(entries).putShort(entries);
        out.putInt(directoryBytes).putInt(directory).putShort((short) 0);
        return out.array();
    }

    private static void putCommon(ByteBuffer out, Part part, byte[] octets) {
        CRC32 crc = new CRC32();
        crc.update(octets);
        out.putShort(VERSION).putShort((short) 0).putShort((short) 0);
        out.putShort((short) 0).putShort(FIRST_OF_1980);
        out.putInt((int) crc.getValue()).putInt(octets.length).putInt(octets.length);
        out.putShort((short) part.fileName().length()).putShort((short) 0);
    }

    static Map<Part, byte[]> decode(byte[] octets, List<Part> parts) throws InvalidBundleException {
        ByteBuffer in = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        Map<Part, byte[]> content = new EnumMap<>(Part.class);
        for (Part part : parts) {
            int at = in.position();
            int head = LOCAL_BYTES + part.fileName().length();
            if (in.remaining() < head || in.getInt(at) != LOCAL) {
                throw malformed("the entry " + part.fileName() + " is missing at byte " + at);
            }
            int size = in.getInt(at + 22);
            if (size < 0 || size > part.maxBytes() || size > in.remaining() - head) {
                throw malformed("the entry " + part.fileName() + " does not have 0.." + part.maxBytes() + " bytes");
            }
            content.put(part, Arrays.copyOfRange(octets, at + head, at + head + size));
            in.position(at + head + size);
        }
        if (!Arrays.equals(encode(parts, content), octets)) {
            throw malformed("the archive is not in canonical form");
        }
        return content;
    }

    /** One digest over named parts: SHA-256 of the canonical list of their digests, tagged with what the list is. */
    static String digest(String kind, List<Part> parts, Map<Part, byte[]> content) {
        ObjectNode list = CanonicalJson.object();
        list.put("kind", kind);
        list.set("parts", digests(parts, content));
        return Sha256.hex(CanonicalJson.write(list));
    }

    static ObjectNode digests(List<Part> parts, Map<Part, byte[]> content) {
        ObjectNode digests = CanonicalJson.object();
        for (Part part : parts) {
            digests.put(part.fileName(), Sha256.hex(of(part, content)));
        }
        return digests;
    }

    static byte[] of(Part part, Map<Part, byte[]> content) {
        byte[] octets = content.get(part);
        if (octets == null) {
            throw new IllegalArgumentException(part.fileName() + " is missing");
        }
        return octets;
    }

    private static byte[] name(Part part) {
        return part.fileName().getBytes(StandardCharsets.US_ASCII);
    }

    private static InvalidBundleException malformed(String detail) {
        return new InvalidBundleException(MALFORMED, detail);
    }
}
