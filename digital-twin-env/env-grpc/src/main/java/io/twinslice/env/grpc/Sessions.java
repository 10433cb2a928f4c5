package io.twinslice.env.grpc;

import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The open sessions, bounded in number and in environments. Thread-safe.
 *
 * <p>A session without a call for the idle time ends at the next call of anyone. Names are random, so that one client
 * does not step another's cells by mistake.
 */
final class Sessions {
    private final GymSettings settings;
    private final LongSupplier nanoClock;
    private final RandomGenerator names;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Seat> seats = new HashMap<>();

    Sessions(GymSettings settings, LongSupplier nanoClock, RandomGenerator names) {
        this.settings = settings;
        this.nanoClock = nanoClock;
        this.names = names;
    }

    /** What a call does with its session. */
    interface Use<T> {
        T with(Session session) throws InterruptedException;
    }

    /** Opens a session and tells its name. */
    String open(int environments, Supplier<Session> made) {
        lock.lock();
        try {
            expire();
            int taken = seats.values().stream()
                    .mapToInt(seat -> seat.session.size())
                    .sum();
            if (seats.size() >= settings.sessions() || taken + environments > settings.environments()) {
                throw Status.RESOURCE_EXHAUSTED
                        .withDescription("no room for " + environments + " more environments: " + seats.size() + " of "
                                + settings.sessions() + " sessions and " + taken + " of " + settings.environments()
                                + " environments are taken; close one, or wait until idle ones end")
                        .asRuntimeException();
            }
            String name = Long.toHexString(names.nextLong()) + "-" + Long.toHexString(names.nextLong());
            seats.put(name, new Seat(made.get(), nanoClock.getAsLong()));
            return name;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Runs one call. A session whose call was interrupted or broke has lost its place and is gone after it.
     *
     * @throws io.grpc.StatusRuntimeException when there is no such session, or it is busy
     */
    <T> T use(String name, Use<T> use) throws InterruptedException {
        Seat seat = occupied(name);
        if (!seat.turn.tryLock()) {
            throw Status.ABORTED
                    .withDescription("another call of this session is still running")
                    .asRuntimeException();
        }
        boolean whole = false;
        try {
            T answer = use.with(seat.session);
            whole = true;
            return answer;
        } catch (io.grpc.StatusRuntimeException refused) {
            whole = true;
            throw refused;
        } finally {
            seat.lastNanos = nanoClock.getAsLong();
            seat.turn.unlock();
            if (!whole) {
                close(name);
            }
            seat.release();
        }
    }

    /** Ends a session; one that is not there has ended already. */
    void close(String name) {
        lock.lock();
        try {
            Seat seat = seats.remove(name);
            if (seat != null) {
                seat.leave();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends all sessions. */
    void closeAll() {
        lock.lock();
        try {
            List<String> all = new ArrayList<>(seats.keySet());
            all.forEach(this::close);
        } finally {
            lock.unlock();
        }
    }

    private Seat occupied(String name) {
        lock.lock();
        try {
            expire();
            Seat seat = seats.get(name);
            if (seat == null) {
                throw Status.NOT_FOUND
                        .withDescription("there is no such session; it was closed, was idle for more than "
                                + settings.idle().toSeconds() + " s, or belonged to an earlier server")
                        .asRuntimeException();
            }
            seat.lastNanos = nanoClock.getAsLong();
            return seat;
        } finally {
            lock.unlock();
        }
    }

    private void expire() {
        long now = nanoClock.getAsLong();
        Duration idle = settings.idle();
        Iterator<Seat> each = seats.values().iterator();
        while (each.hasNext()) {
            Seat seat = each.next();
            if (!seat.turn.isLocked() && now - seat.lastNanos > idle.toNanos()) {
                each.remove();
                seat.leave();
            }
        }
    }

    /** A session and whose turn it is. */
    private static final class Seat {
        private final Session session;
        private final ReentrantLock turn = new ReentrantLock();
        private volatile long lastNanos;
        private volatile boolean left;
        private boolean released;

        private Seat(Session session, long nowNanos) {
            this.session = session;
            this.lastNanos = nowNanos;
        }

        private void leave() {
            left = true;
            release();
        }

        /** Releases the session once it has left and no call runs; a running call does it when it ends. */
        private void release() {
            if (left && turn.tryLock()) {
                try {
                    if (!released) {
                        released = true;
                        session.close();
                    }
                } finally {
                    turn.unlock();
                }
            }
        }
    }
}
