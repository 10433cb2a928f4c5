package io.twinslice.rmr;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * One TCP connection, read by the receiving thread and written by any.
 *
 * <p>A frame goes out whole or not at all: once the kernel took its first octets, the rest waits here and leaves before
 * anything else.
 */
final class Connection {
    private static final int KEEP_ALIVE_SECONDS = 1;
    private static final int KEEP_ALIVE_PROBES = 5;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final FrameAssembler inbound;
    private final ReentrantLock writing = new ReentrantLock();
    private @Nullable ByteBuffer unsent;
    private String peerSource = "";
    private boolean inboundOpened;

    private Connection(SocketChannel channel, SelectionKey key, int maxFrameBytes) {
        this.channel = channel;
        this.key = key;
        this.inbound = new FrameAssembler(maxFrameBytes);
    }

    /** Takes over a connected channel; the key's attachment is the connection. */
    static Connection over(SocketChannel channel, Selector selector, int maxFrameBytes) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        if (channel.supportedOptions()
                .containsAll(Set.of(
                        ExtendedSocketOptions.TCP_KEEPIDLE,
                        ExtendedSocketOptions.TCP_KEEPINTERVAL,
                        ExtendedSocketOptions.TCP_KEEPCOUNT))) {
            channel.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_ALIVE_SECONDS);
            channel.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEP_ALIVE_SECONDS);
            channel.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, KEEP_ALIVE_PROBES);
        }
        SelectionKey key = channel.register(selector, 0);
        Connection connection = new Connection(channel, key, maxFrameBytes);
        key.attach(connection);
        key.interestOps(SelectionKey.OP_READ);
        return connection;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Marks a connection that the peer opened. */
    void countedAsInbound() {
        inboundOpened = true;
    }

    boolean isInbound() {
        return inboundOpened;
    }

    FrameAssembler inbound() {
        return inbound;
    }

    /** The octets read into the assembler by one read; -1 at the end of the stream. */
    int read() throws IOException {
        int count = channel.read(inbound.space());
        if (count > 0) {
            inbound.filled(count);
        }
        return count;
    }

    /** The src of the last message read here. Receiving thread only. */
    String peerSource() {
        return peerSource;
    }

    void peerSource(String source) {
        peerSource = source;
    }

    /**
     * Hands a frame to the kernel.
     *
     * @return false if the connection takes nothing at the moment; then nothing was written
     */
    boolean write(byte[] frame) throws IOException {
        writing.lock();
        try {
            if (!flush()) {
                return false;
            }
            ByteBuffer rest = ByteBuffer.wrap(frame);
            if (channel.write(rest) == 0) {
                return false;
            }
            if (rest.hasRemaining()) {
                unsent = rest;
                key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                key.selector().wakeup();
            }
            return true;
        } catch (CancelledKeyException e) {
            throw new IOException("the connection closed while a frame was leaving", e);
        } finally {
            writing.unlock();
        }
    }

    /** Writes on what waits, now that the socket takes octets again. */
    void writable() throws IOException {
        writing.lock();
        try {
            if (flush()) {
                key.interestOps(SelectionKey.OP_READ);
            }
        } finally {
            writing.unlock();
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The peer is gone already; there is nobody left to tell.
        }
    }

    private boolean flush() throws IOException {
        ByteBuffer rest = unsent;
        if (rest == null) {
            return true;
        }
        channel.write(rest);
        if (rest.hasRemaining()) {
            return false;
        }
        unsent = null;
        return true;
    }
}
