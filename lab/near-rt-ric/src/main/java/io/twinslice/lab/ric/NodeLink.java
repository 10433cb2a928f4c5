package io.twinslice.lab.ric;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The connection of one E2 node: frames of a 4-octet big-endian length and an E2AP PDU. Read by one thread, written by
 * any; a node that does not read makes its writers wait.
 */
final class NodeLink {
    static final int MAX_PDU_BYTES = 1 << 20;

    private static final int READ_BUFFER_BYTES = 1 << 16;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile String meid = "";

    NodeLink(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), READ_BUFFER_BYTES));
        this.out = socket.getOutputStream();
    }

    /** The node's name; empty before its setup. */
    String meid() {
        return meid;
    }

    void named(String name) {
        meid = name;
    }

    /** The next PDU; empty at the orderly end. */
    Optional<byte[]> read() throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException e) {
            return Optional.empty();
        }
        if (length < 1 || length > MAX_PDU_BYTES) {
            throw new IOException("a frame of " + length + " octets; 1.." + MAX_PDU_BYTES + " are accepted");
        }
        byte[] pdu = new byte[length];
        in.readFully(pdu);
        return Optional.of(pdu);
    }

    /** Whether the PDU was handed to the system. */
    boolean send(byte[] pdu) {
        byte[] frame = new byte[4 + pdu.length];
        frame[0] = (byte) (pdu.length >>> 24);
        frame[1] = (byte) (pdu.length >>> 16);
        frame[2] = (byte) (pdu.length >>> 8);
        frame[3] = (byte) pdu.length;
        System.arraycopy(pdu, 0, frame, 4, pdu.length);
        writing.lock();
        try {
            out.write(frame);
            return true;
        } catch (IOException e) {
            close();
            return false;
        } finally {
            writing.unlock();
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // The node went first.
        }
    }
}
