package io.twinslice.lab.e2;

import io.twinslice.aper.Octets;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * E2AP messages out of a classic pcap file: SCTP user messages of payload protocol 70 (E2-CP), 71, 72 or 0, and the
 * length-prefixed messages that go over TCP where a machine has no SCTP. IP fragments and segments that were captured
 * out of order are passed over.
 */
final class Capture {
    private static final int LARGEST_MESSAGE = 16 << 20;

    private final List<Message> messages = new ArrayList<>();
    private final Map<String, ByteArrayOutputStream> unfinished = new HashMap<>();
    private final Map<String, Long> nextSequence = new HashMap<>();
    private int frame;

    /**
     * One message.
     *
     * @param frame number of the frame that completes it, from 1
     * @param flow who sent it to whom
     */
    record Message(int frame, String flow, Octets octets) {}

    private Capture() {}

    static boolean isCapture(byte[] file) {
        return file.length >= 24
                && switch (ByteBuffer.wrap(file).getInt()) {
                    case 0xA1B2C3D4, 0xD4C3B2A1, 0xA1B23C4D, 0x4D3CB2A1 -> true;
                    default -> false;
                };
    }

    /** @throws IllegalArgumentException when frames are cut or of a kind this class does not know */
    static List<Message> messages(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        boolean big = (in.getInt(0) >>> 24) == 0xA1;
        in.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int link = in.getInt(20) & 0xFFFF;
        in.position(24);
        Capture capture = new Capture();
        while (in.remaining() >= 16) {
            int length = in.getInt(in.position() + 8);
            in.position(in.position() + 16);
            if (length < 0 || length > in.remaining()) {
                throw new IllegalArgumentException("frame " + (capture.frame + 1) + " is cut off");
            }
            capture.frame++;
            capture.link(link, in.slice(in.position(), length).order(ByteOrder.BIG_ENDIAN));
            in.position(in.position() + length);
        }
        return List.copyOf(capture.messages);
    }

    private void link(int link, ByteBuffer in) {
        int header = switch (link) {
            case 0, 108 -> 4;
            case 1 -> 14;
            case 101, 228, 229 -> 0;
            case 113 -> 16;
            case 276 -> 20;
            default -> throw new IllegalArgumentException("captures of link type " + link + " are not known");
        };
        int at = header;
        if (link == 1) {
            while (in.limit() >= at + 4 && isVlan(in.getShort(at - 2) & 0xFFFF)) {
                at += 4;
            }
        }
        if (in.limit() > at) {
            ip(in.slice(at, in.limit() - at));
        }
    }

    private static boolean isVlan(int type) {
        return type == 0x8100 || type == 0x88A8;
    }

    private void ip(ByteBuffer in) {
        int version = (in.get(0) & 0xFF) >>> 4;
        if (version == 4 && in.limit() >= 20) {
            int header = (in.get(0) & 15) * 4;
            boolean fragment = (in.getShort(6) & 0x3FFF) != 0;
            int length = Math.min(in.getShort(2) & 0xFFFF, in.limit());
            if (header >= 20 && length > header && !fragment) {
                String from = address(in, 12);
                transport(in.get(9) & 0xFF, from, address(in, 16), in.slice(header, length - header));
            }
        } else if (version == 6 && in.limit() > 40) {
            int length = Math.min(in.getShort(4) & 0xFFFF, in.limit() - 40);
            transport(in.get(6) & 0xFF, address6(in, 8), address6(in, 24), in.slice(40, length));
        }
    }

    private static String address(ByteBuffer in, int at) {
        return (in.get(at) & 0xFF) + "." + (in.get(at + 1) & 0xFF) + "." + (in.get(at + 2) & 0xFF) + "."
                + (in.get(at + 3) & 0xFF);
    }

    private static String address6(ByteBuffer in, int at) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < 8; i++) {
            text.append(i == 0 ? "" : ":").append(Integer.toHexString(in.getShort(at + 2 * i) & 0xFFFF));
        }
        return text.append(']').toString();
    }

    private void transport(int protocol, String from, String to, ByteBuffer in) {
        if (in.limit() < 12) {
            return;
        }
        String flow = from + ":" + (in.getShort(0) & 0xFFFF) + " > " + to + ":" + (in.getShort(2) & 0xFFFF);
        if (protocol == 132) {
            sctp(flow, in);
        } else if (protocol == 6 && in.limit() >= 20) {
            tcp(flow, in);
        }
    }

    private void sctp(String flow, ByteBuffer in) {
        int at = 12;
        while (at + 4 <= in.limit()) {
            int length = in.getShort(at + 2) & 0xFFFF;
            if (length < 4 || at + length > in.limit()) {
                return;
            }
            if (in.get(at) == 0 && length > 16) {
                data(flow, in.slice(at, length));
            }
            at += (length + 3) & ~3;
        }
    }

    /** A DATA chunk (RFC 9260 clause 3.3.1). */
    private void data(String flow, ByteBuffer chunk) {
        int protocol = chunk.getInt(12);
        if (protocol != 0 && (protocol < 70 || protocol > 72)) {
            return;
        }
        byte[] content = new byte[chunk.limit() - 16];
        chunk.get(16, content);
        boolean begins = (chunk.get(1) & 2) != 0;
        boolean ends = (chunk.get(1) & 1) != 0;
        String key = flow + " stream " + (chunk.getShort(8) & 0xFFFF);
        String label = "SCTP " + key;
        if (begins && ends) {
            messages.add(new Message(frame, label, Octets.of(content)));
            return;
        }
        ByteArrayOutputStream soFar =
                begins ? new ByteArrayOutputStream() : unfinished.getOrDefault(key, new ByteArrayOutputStream());
        soFar.writeBytes(content);
        unfinished.put(key, soFar);
        if (ends) {
            unfinished.remove(key);
            messages.add(new Message(frame, label, Octets.of(soFar.toByteArray())));
        }
    }

    private void tcp(String flow, ByteBuffer in) {
        int header = ((in.get(12) & 0xFF) >>> 4) * 4;
        if (header < 20 || header >= in.limit()) {
            return;
        }
        long sequence = in.getInt(4) & 0xFFFF_FFFFL;
        byte[] content = new byte[in.limit() - header];
        in.get(header, content);
        if (nextSequence.getOrDefault(flow, sequence) != sequence) {
            return;
        }
        nextSequence.put(flow, (sequence + content.length) & 0xFFFF_FFFFL);
        ByteArrayOutputStream stream = unfinished.computeIfAbsent(flow, _ -> new ByteArrayOutputStream());
        stream.writeBytes(content);
        unfinished.put(flow, rest(flow, stream.toByteArray()));
    }

    /** Takes whole messages, each behind its length in four octets, off the front of {@code stream}. */
    private ByteArrayOutputStream rest(String flow, byte[] stream) {
        int at = 0;
        while (stream.length - at >= 4) {
            int length = ByteBuffer.wrap(stream).getInt(at);
            if (length < 1 || length > LARGEST_MESSAGE) {
                at = stream.length;
                break;
            }
            if (length > stream.length - at - 4) {
                break;
            }
            messages.add(
                    new Message(frame, "TCP " + flow, Octets.of(Arrays.copyOfRange(stream, at + 4, at + 4 + length))));
            at += 4 + length;
        }
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        rest.write(stream, at, stream.length - at);
        return rest;
    }
}
