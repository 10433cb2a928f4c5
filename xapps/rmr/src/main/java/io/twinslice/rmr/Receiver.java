package io.twinslice.rmr;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The receiving half of an endpoint: accepts connections, reads all of them on the thread that waits or drains, and
 * knows over which connection a peer was last heard.
 */
final class Receiver {
    private static final int READS_A_TURN = 16;

    private final RmrSettings settings;
    private final LongSupplier nanoClock;
    private final Selector selector;
    private final ServerSocketChannel listener;
    private final Tally tally;
    private final InboundQueue queue;
    private final ReentrantLock receiving = new ReentrantLock();
    private final ConcurrentHashMap<String, Connection> bySource = new ConcurrentHashMap<>();
    private volatile boolean open = true;
    private int inboundConnections;

    private Receiver(
            RmrSettings settings,
            LongSupplier nanoClock,
            Tally tally,
            Selector selector,
            ServerSocketChannel listener) {
        this.settings = settings;
        this.nanoClock = nanoClock;
        this.tally = tally;
        this.selector = selector;
        this.listener = listener;
        this.queue = new InboundQueue(settings.queueCapacity(), tally);
    }

    static Receiver open(RmrSettings settings, LongSupplier nanoClock, Tally tally) throws IOException {
        Selector selector = Selector.open();
        ServerSocketChannel listener = ServerSocketChannel.open();
        try {
            listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            listener.bind(new InetSocketAddress(settings.bindHost(), settings.port()));
            listener.configureBlocking(false);
            listener.register(selector, SelectionKey.OP_ACCEPT);
            return new Receiver(settings, nanoClock, tally, selector, listener);
        } catch (IOException | RuntimeException e) {
            listener.close();
            selector.close();
            throw new IOException(
                    "cannot listen for RMR on " + settings.bindHost() + ":" + settings.port() + "; is the port taken? "
                            + e.getMessage(),
                    e);
        }
    }

    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) listener.getLocalAddress();
    }

    boolean isOpen() {
        return open;
    }

    /** Takes over a channel that was connected to a peer, so that it is read as well. */
    Connection adopt(SocketChannel channel) throws IOException {
        Connection connection = Connection.over(channel, selector, settings.maxFrameBytes());
        selector.wakeup();
        return connection;
    }

    /** The connection over which a message with this src came last, if it still stands. */
    Optional<Connection> connectionOf(String source) {
        return Optional.ofNullable(bySource.get(source)).filter(Connection::isOpen);
    }

    boolean awaitInbound(long timeoutNanos) throws InterruptedException {
        receiving.lockInterruptibly();
        try {
            long begin = nanoClock.getAsLong();
            long remaining = timeoutNanos;
            while (open && queue.isEmpty()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted while waiting for RMR messages");
                }
                select(remaining);
                long passed = nanoClock.getAsLong() - begin;
                if (queue.isEmpty() && passed >= timeoutNanos) {
                    return false;
                }
                remaining = timeoutNanos - passed;
            }
            return !queue.isEmpty();
        } finally {
            receiving.unlock();
        }
    }

    int drain(Consumer<RmrMessage> handler, int limit) {
        receiving.lock();
        try {
            if (open) {
                select(0);
            }
            return queue.drain(handler, limit);
        } finally {
            receiving.unlock();
        }
    }

    void close() {
        open = false;
        selector.wakeup();
        receiving.lock();
        try {
            selector.keys().forEach(key -> closeQuietly(key));
            selector.close();
        } catch (IOException | ClosedSelectorException e) {
            // Closed before, or the system refuses to close: either way nothing is left to use.
        } finally {
            receiving.unlock();
        }
    }

    private static void closeQuietly(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            // The other side is gone; nothing is lost that was not lost before.
        }
    }

    private void select(long timeoutNanos) {
        try {
            if (timeoutNanos <= 0) {
                selector.selectNow();
            } else {
                selector.select(TimeUnit.NANOSECONDS.toMillis(timeoutNanos + 999_999));
            }
            Set<SelectionKey> ready = selector.selectedKeys();
            if (!ready.isEmpty()) {
                ready.forEach(this::serve);
                ready.clear();
            }
        } catch (ClosedSelectorException e) {
            open = false;
        } catch (IOException e) {
            throw new IllegalStateException("the system cannot wait on the sockets: " + e.getMessage(), e);
        }
    }

    private void serve(SelectionKey key) {
        if (!key.isValid()) {
            return;
        }
        if (key.isAcceptable()) {
            accept();
            return;
        }
        Connection connection = (Connection) key.attachment();
        try {
            if (key.isWritable()) {
                connection.writable();
            }
            if (key.isReadable()) {
                read(connection);
            }
        } catch (IOException | RmrFormatException | CancelledKeyException e) {
            if (e instanceof RmrFormatException) {
                tally.refusedFrames.increment();
            }
            discard(connection);
        }
    }

    private void accept() {
        try {
            SocketChannel channel = listener.accept();
            while (channel != null) {
                if (inboundConnections >= settings.maxConnections()) {
                    tally.refusedConnections.increment();
                    channel.close();
                } else {
                    Connection.over(channel, selector, settings.maxFrameBytes()).countedAsInbound();
                    inboundConnections++;
                }
                channel = listener.accept();
            }
        } catch (IOException e) {
            tally.refusedConnections.increment();
        }
    }

    private void read(Connection connection) throws IOException, RmrFormatException {
        FrameAssembler inbound = connection.inbound();
        for (int turn = 0; turn < READS_A_TURN; turn++) {
            int room = inbound.space().remaining();
            int count = connection.read();
            if (count < 0) {
                discard(connection);
                return;
            }
            while (inbound.hasFrame()) {
                takeFrame(connection, inbound);
            }
            if (count < room) {
                return;
            }
        }
    }

    private void takeFrame(Connection connection, FrameAssembler inbound) {
        try {
            RmrMessage message = inbound.take();
            noteSource(connection, message.src());
            queue.offer(message);
        } catch (RmrFormatException e) {
            tally.refusedFrames.increment();
        }
    }

    private void noteSource(Connection connection, String source) {
        if (!source.equals(connection.peerSource())) {
            bySource.remove(connection.peerSource(), connection);
            if (bySource.size() >= settings.maxConnections() + settings.maxPeers()) {
                bySource.values().removeIf(other -> !other.isOpen());
            }
            connection.peerSource(source);
            bySource.put(source, connection);
        }
    }

    private void discard(Connection connection) {
        connection.close();
        bySource.remove(connection.peerSource(), connection);
        if (connection.isInbound()) {
            inboundConnections--;
        }
    }
}
