package io.twinslice.lab.node;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;

/** E2AP over TCP: each message after its length in four octets, big-endian. */
final class E2Framing {
    static final int MAX_OCTETS = 1 << 20;

    private E2Framing() {}

    static byte[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 1 || length > MAX_OCTETS) {
            throw new IOException("a frame of " + length + " octets is announced, 1.." + MAX_OCTETS + " are taken");
        }
        byte[] octets = in.readNBytes(length);
        if (octets.length < length) {
            throw new EOFException("the connection ended inside a message");
        }
        return octets;
    }

    /** One write, so that one message is one segment. */
    static void write(OutputStream out, byte[] octets) throws IOException {
        byte[] frame = new byte[octets.length + 4];
        frame[0] = (byte) (octets.length >>> 24);
        frame[1] = (byte) (octets.length >>> 16);
        frame[2] = (byte) (octets.length >>> 8);
        frame[3] = (byte) octets.length;
        System.arraycopy(octets, 0, frame, 4, octets.length);
        out.write(frame);
        out.flush();
    }
}
