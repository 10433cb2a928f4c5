package io.twinslice.rmr;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One endpoint that is sent to: connects when first needed and again after the connection broke. */
final class Peer {
    /** Opens a connection to a named endpoint. */
    interface Connector {
        Connection connect(HostPort endpoint) throws IOException;
    }

    private final String name;
    private final HostPort endpoint;
    private final Connector connector;
    private final LongSupplier nanoClock;
    private final long reconnectDelayNanos;
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile @Nullable Connection connection;
    private boolean hasFailed;
    private long failedAtNanos;
    private volatile String failure = "";

    Peer(String name, HostPort endpoint, Connector connector, LongSupplier nanoClock, int reconnectDelayMillis) {
        this.name = name;
        this.endpoint = endpoint;
        this.connector = connector;
        this.nanoClock = nanoClock;
        this.reconnectDelayNanos = TimeUnit.MILLISECONDS.toNanos(reconnectDelayMillis);
    }

    SendResult send(byte[] frame) {
        Connection open = connection;
        if (open != null && open.isOpen()) {
            try {
                return write(open, frame);
            } catch (IOException e) {
                // The peer went away since the last message; it may be back, so one fresh connection is tried.
                open.close();
            }
        }
        try {
            Optional<Connection> fresh = connected();
            return fresh.isPresent()
                    ? write(fresh.get(), frame)
                    : new SendResult.Dropped(name, "not tried again yet: " + failure);
        } catch (IOException e) {
            return new SendResult.Dropped(name, String.valueOf(e.getMessage()));
        }
    }

    private SendResult write(Connection open, byte[] frame) throws IOException {
        return open.write(frame) ? new SendResult.Accepted(1) : new SendResult.Retry(name);
    }

    /**
     * The connection, opened if need be; empty while the delay after a failure runs, which nothing but a try renews.
     */
    private Optional<Connection> connected() throws IOException {
        connecting.lock();
        try {
            Connection open = connection;
            if (open != null && open.isOpen()) {
                return Optional.of(open);
            }
            if (hasFailed && nanoClock.getAsLong() - failedAtNanos < reconnectDelayNanos) {
                return Optional.empty();
            }
            try {
                Connection fresh = connector.connect(endpoint);
                hasFailed = false;
                connection = fresh;
                return Optional.of(fresh);
            } catch (IOException e) {
                hasFailed = true;
                failedAtNanos = nanoClock.getAsLong();
                failure = String.valueOf(e.getMessage());
                throw e;
            }
        } finally {
            connecting.unlock();
        }
    }
}
