package io.twinslice.rmr;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The SI95 frame, byte for byte.
 *
 * <p>Three traps of the format shape this class. The first length and the flags are in the sending host's order
 * (little-endian wherever RMR runs) while all other integers are big-endian. The trace area moves everything behind it,
 * so offsets always come from the four lengths of the header. Text fields may hold residue behind their NUL, which is
 * ignored.
 *
 * <p>Octets that the native library leaves uninitialised (13..49 and octets 1..3 of d1) are written as zero and ignored
 * when read. Thread-safe.
 */
public final class RmrFrame {
    /** Transport header and RMR header: no frame is shorter. */
    public static final int HEADER_BYTES = 330;
    /** Default cap on the length that a frame may announce, 1 MiB. The format itself has none. */
    public static final int DEFAULT_MAX_BYTES = 1 << 20;
    /** Octets that must have arrived before the length can be read. */
    static final int LENGTH_BYTES = 4;

    private static final VarHandle BIG = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();
    private static final VarHandle LITTLE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();

    private static final int TRANSPORT_BYTES = 50;
    private static final int RMR_HEADER_BYTES = HEADER_BYTES - TRANSPORT_BYTES;
    private static final int VERSION = 3;
    private static final int D1_BYTES = 4;
    private static final int SOURCE_FIELD = RmrMessage.SOURCE_CHARS + 1;
    private static final int MEID_FIELD = RmrMessage.MEID_CHARS + 1;

    private static final int NETWORK_LENGTH = 4;
    private static final int MARKER = 8;
    private static final int MESSAGE_TYPE = 50;
    private static final int PAYLOAD_LENGTH = 54;
    private static final int VERSION_AT = 58;
    private static final int XID = 62;
    private static final int SRC = 126;
    private static final int MEID = 190;
    private static final int FLAGS = 242;
    private static final int HEADER_LENGTH = 246;
    private static final int TRACE_LENGTH = 250;
    private static final int D1_LENGTH = 254;
    private static final int D2_LENGTH = 258;
    private static final int SUBSCRIPTION_ID = 262;
    private static final int SRC_IP = 266;

    private RmrFrame() {}

    /** The octets that this message takes as a frame. */
    public static long encodedBytes(RmrMessage message) {
        return (long) HEADER_BYTES
                + message.trace().length()
                + D1_BYTES
                + message.payload().length();
    }

    /** The whole frame of a message, zero wherever the format leaves octets open. */
    public static byte[] encode(RmrMessage message) {
        byte[] frame = new byte[Math.toIntExact(encodedBytes(message))];
        LITTLE.set(frame, 0, frame.length);
        BIG.set(frame, NETWORK_LENGTH, frame.length);
        frame[MARKER] = '$';
        BIG.set(frame, MESSAGE_TYPE, message.messageType());
        BIG.set(frame, PAYLOAD_LENGTH, message.payload().length());
        BIG.set(frame, VERSION_AT, VERSION);
        message.xid().copyInto(frame, XID);
        writeText(frame, SRC, message.src());
        writeText(frame, MEID, message.meid());
        LITTLE.set(frame, FLAGS, message.flags());
        BIG.set(frame, HEADER_LENGTH, RMR_HEADER_BYTES);
        BIG.set(frame, TRACE_LENGTH, message.trace().length());
        BIG.set(frame, D1_LENGTH, D1_BYTES);
        BIG.set(frame, SUBSCRIPTION_ID, message.subscriptionId());
        writeText(frame, SRC_IP, message.srcIp());
        message.trace().copyInto(frame, HEADER_BYTES);
        int d1 = HEADER_BYTES + message.trace().length();
        frame[d1] = (byte) message.callId();
        message.payload().copyInto(frame, d1 + D1_BYTES);
        return frame;
    }

    /**
     * The message of one whole frame.
     *
     * @throws RmrFormatException if the length announced is not the array's, breaks the cap, or a field is malformed
     */
    public static RmrMessage decode(byte[] frame, int maxFrameBytes) throws RmrFormatException {
        if (frame.length < LENGTH_BYTES) {
            throw new RmrFormatException("a frame of " + frame.length + " octets ends before its length field");
        }
        int announced = announcedBytes(frame, 0, maxFrameBytes);
        if (announced != frame.length) {
            throw new RmrFormatException(
                    "offset 0: the frame announces " + announced + " octets and has " + frame.length);
        }
        return decodeAt(frame, 0, announced);
    }

    /**
     * The frame length announced at this place: the first, little-endian copy counts, as old peers update only that.
     */
    static int announcedBytes(byte[] buffer, int offset, int maxFrameBytes) throws RmrFormatException {
        int announced = (int) LITTLE.get(buffer, offset);
        if (announced < HEADER_BYTES || announced > maxFrameBytes) {
            throw new RmrFormatException("offset 0: the frame announces " + announced + " octets; accepted are "
                    + HEADER_BYTES + ".." + maxFrameBytes);
        }
        return announced;
    }

    /** Decodes a frame whose announced length was checked and whose octets have all arrived. */
    static RmrMessage decodeAt(byte[] buffer, int start, int frameBytes) throws RmrFormatException {
        int header = length(buffer, start, HEADER_LENGTH, "header");
        int trace = length(buffer, start, TRACE_LENGTH, "trace");
        int d1 = length(buffer, start, D1_LENGTH, "d1");
        int d2 = length(buffer, start, D2_LENGTH, "d2");
        int payload = length(buffer, start, PAYLOAD_LENGTH, "payload");
        if (header < RMR_HEADER_BYTES) {
            throw new RmrFormatException(
                    "offset 246: the RMR header has " + header + " octets, at least " + RMR_HEADER_BYTES + " needed");
        }
        long needed = (long) TRANSPORT_BYTES + header + trace + d1 + d2 + payload;
        if (needed > frameBytes) {
            throw new RmrFormatException("the lengths of header " + header + ", trace " + trace + ", d1 " + d1 + ", d2 "
                    + d2 + " and payload " + payload + " exceed the frame of " + frameBytes + " octets");
        }
        int traceAt = start + TRANSPORT_BYTES + header;
        int payloadAt = traceAt + trace + d1 + d2;
        return new RmrMessage(
                (int) BIG.get(buffer, start + MESSAGE_TYPE),
                (int) BIG.get(buffer, start + SUBSCRIPTION_ID),
                slice(buffer, start + XID, RmrMessage.XID_BYTES),
                text(buffer, start, MEID, MEID_FIELD, "meid"),
                text(buffer, start, SRC, SOURCE_FIELD, "src"),
                text(buffer, start, SRC_IP, SOURCE_FIELD, "srcip"),
                d1 == 0 ? 0 : buffer[traceAt + trace] & 0xff,
                (int) LITTLE.get(buffer, start + FLAGS),
                slice(buffer, traceAt, trace),
                slice(buffer, payloadAt, payload));
    }

    private static int length(byte[] buffer, int start, int offset, String name) throws RmrFormatException {
        int value = (int) BIG.get(buffer, start + offset);
        if (value < 0) {
            throw new RmrFormatException("offset " + offset + ": " + name + " length " + value + " is negative");
        }
        return value;
    }

    private static String text(byte[] buffer, int start, int offset, int fieldBytes, String name)
            throws RmrFormatException {
        int from = start + offset;
        int end = from;
        while (end < from + fieldBytes && buffer[end] != 0) {
            if (!RmrMessage.isPrintable(buffer[end])) {
                throw new RmrFormatException("offset " + (end - start) + ": " + name + " holds the octet "
                        + (buffer[end] & 0xff) + ", not printable ASCII");
            }
            end++;
        }
        if (end == from + fieldBytes) {
            throw new RmrFormatException(
                    "offset " + offset + ": " + name + " has no NUL within its " + fieldBytes + " octets");
        }
        return new String(buffer, from, end - from, StandardCharsets.US_ASCII);
    }

    private static Octets slice(byte[] buffer, int from, int length) {
        return length == 0 ? Octets.empty() : Octets.owned(Arrays.copyOfRange(buffer, from, from + length));
    }

    private static void writeText(byte[] frame, int offset, String text) {
        for (int i = 0; i < text.length(); i++) {
            frame[offset + i] = (byte) text.charAt(i);
        }
    }
}
