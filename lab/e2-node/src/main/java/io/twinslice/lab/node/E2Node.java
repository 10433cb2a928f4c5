package io.twinslice.lab.node;

import io.twinslice.aper.DecodeException;
import io.twinslice.aper.DecodeLimits;
import io.twinslice.e2ap.Cause;
import io.twinslice.e2ap.E2Setup;
import io.twinslice.e2ap.E2apPdu;
import io.twinslice.e2ap.ErrorIndication;
import io.twinslice.e2ap.RicControl;
import io.twinslice.e2ap.RicIndication;
import io.twinslice.e2ap.RicSubscription;
import io.twinslice.e2ap.RicSubscriptionDelete;
import io.twinslice.env.Scenario;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinSnapshot;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One E2 node with one simulated cell.
 *
 * <p>A reader thread answers the RIC at any time; the caller's thread simulates in {@link #run}. In lock-step a
 * window's report is sent and the node waits, within a bound, for the control that answers it; the control is
 * acknowledged before the window that it governs begins, so the order of messages is the same in every run. Between two
 * runs the node is held: it answers, but its time stands still.
 */
public final class E2Node implements AutoCloseable {
    /** RAN function ids of this node. */
    public static final int KPM_FUNCTION_ID = 2;

    public static final int RC_FUNCTION_ID = 3;

    private static final DecodeLimits LIMITS = DecodeLimits.STANDARD;
    private static final String GONE = "the E2 connection is gone: ";
    private static final int CONNECT_MILLIS = 5_000;
    private static final int SEQUENCE_NUMBERS = 65_536;

    private final NodeSettings settings;
    private final Scenario scenario;
    private final LongSupplier nanoClock;
    private final LastingCell cell;
    private final QuotaExecutor quotas;
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by lock.
    private boolean setUp;
    private String failure = "";
    private Admission.@Nullable Admitted subscription;
    private QuotaPlan plan;
    private long controlsAnswered;
    private long indications;
    private long controlsApplied;
    private long controlsRefused;
    private long windowsWithoutControl;
    private long messagesRefused;

    private E2Node(NodeSettings settings, Scenario scenario, long seed, LongSupplier nanoClock, Socket socket)
            throws IOException {
        this.settings = settings;
        this.scenario = scenario;
        this.nanoClock = nanoClock;
        this.cell = new LastingCell(scenario, seed);
        this.quotas = new QuotaExecutor(scenario.twins(), settings);
        this.plan = QuotaPlan.unsliced(scenario.twins().size());
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        this.out = socket.getOutputStream();
    }

    /**
     * Connects to an E2 termination and sets E2 up.
     *
     * @param scenario the cell with the parameters that only this node knows
     * @param seed everything random in the cell follows from it
     * @param threads makes the reader thread
     * @param nanoClock paces the windows of a paced node; not read in lock-step
     * @throws IOException when there is nothing to connect to, or the RIC refuses
     */
    public static E2Node connect(
            InetSocketAddress e2Termination,
            NodeSettings settings,
            Scenario scenario,
            long seed,
            ThreadFactory threads,
            LongSupplier nanoClock)
            throws IOException, InterruptedException {
        Socket socket = new Socket();
        try {
            socket.connect(e2Termination, CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            E2Node node = new E2Node(settings, scenario, seed, nanoClock, socket);
            threads.newThread(node::read).start();
            node.send(NodeFunctions.setupRequest(settings));
            node.await(Duration.ofMillis(CONNECT_MILLIS), () -> node.setUp, "an answer to E2 Setup");
            return node;
        } catch (IOException | InterruptedException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Waits until a RIC subscription for KPM reports stands. */
    public void awaitSubscription(Duration patience) throws IOException, InterruptedException {
        await(patience, () -> subscription != null, "a subscription to KPM reports");
    }

    /**
     * Simulates windows and reports each; then the node is held again.
     *
     * @param windows how many
     * @param observer sees every window as it truly was, on this thread
     */
    public void run(int windows, Consumer<TwinSnapshot> observer) throws IOException, InterruptedException {
        long nextNanos = settings.paced() ? nanoClock.getAsLong() : 0;
        for (int i = 0; i < windows; i++) {
            TwinSnapshot snapshot = cell.advance(planInForce());
            observer.accept(snapshot);
            long answeredBefore = report(snapshot);
            if (settings.paced()) {
                nextNanos += TimeUnit.MILLISECONDS.toNanos(scenario.windowMillis());
                hold(nextNanos - nanoClock.getAsLong());
            } else {
                awaitControl(answeredBefore);
            }
        }
    }

    /** Counts so far; any thread. */
    public NodeCounters counters() {
        lock.lock();
        try {
            return new NodeCounters(
                    indications, controlsApplied, controlsRefused, windowsWithoutControl, messagesRefused);
        } finally {
            lock.unlock();
        }
    }

    /** The RAN name under which the RIC knows this node. */
    public String ranName() {
        return NodeFunctions.ranName(settings);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        cell.close();
    }

    private QuotaPlan planInForce() {
        lock.lock();
        try {
            return plan;
        } finally {
            lock.unlock();
        }
    }

    /** Sends the report; returns how many controls had been answered before. */
    private long report(TwinSnapshot snapshot) throws IOException {
        lock.lock();
        try {
            requireAlive();
            Admission.@Nullable Admitted subscribed = subscription;
            if (subscribed != null) {
                writeReport(new RicIndication(
                        subscribed.requestId(),
                        KPM_FUNCTION_ID,
                        subscribed.actionId(),
                        OptionalInt.of((int) (indications % SEQUENCE_NUMBERS)),
                        RicIndication.Type.REPORT,
                        subscribed.reporter().header(snapshot),
                        subscribed.reporter().message(snapshot),
                        Optional.empty()));
                indications++;
            }
            return subscribed == null ? -1 : controlsAnswered;
        } finally {
            lock.unlock();
        }
    }

    private void writeReport(RicIndication report) throws IOException {
        try {
            write(report);
        } catch (IOException e) {
            throw new IOException(GONE + e.getMessage(), e);
        }
    }

    private void awaitControl(long answeredBefore) throws IOException, InterruptedException {
        if (answeredBefore < 0) {
            return;
        }
        long patience = settings.controlWait().toNanos();
        lock.lock();
        try {
            while (controlsAnswered == answeredBefore && patience > 0) {
                requireAlive();
                patience = changed.awaitNanos(patience);
            }
            if (controlsAnswered == answeredBefore) {
                windowsWithoutControl++;
            }
        } finally {
            lock.unlock();
        }
    }

    private void hold(long nanos) throws IOException, InterruptedException {
        long left = nanos;
        lock.lock();
        try {
            while (left > 0) {
                requireAlive();
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private interface Wish {
        boolean holds();
    }

    private void await(Duration patience, Wish wish, String what) throws IOException, InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (!wish.holds()) {
                requireAlive();
                if (left <= 0) {
                    throw new IOException("the E2 node waited " + patience.toMillis() + " ms in vain for " + what);
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void requireAlive() throws IOException {
        if (!failure.isEmpty()) {
            throw new IOException(GONE + failure);
        }
    }

    private void read() {
        try {
            while (true) {
                byte[] octets = E2Framing.read(in);
                lock.lock();
                try {
                    answer(octets);
                    changed.signalAll();
                } finally {
                    lock.unlock();
                }
            }
        } catch (EOFException e) {
            fail("closed by the other side");
        } catch (IOException | RuntimeException e) {
            // Without its reader the node would wait for ever: whatever went wrong, whoever waits must hear of it.
            fail(String.valueOf(e.getMessage()));
        }
    }

    private void fail(String why) {
        lock.lock();
        try {
            // The first reason is the one that explains the others.
            if (failure.isEmpty()) {
                failure = why;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void answer(byte[] octets) throws IOException {
        E2apPdu pdu;
        try {
            pdu = E2apPdu.decode(octets, LIMITS);
        } catch (DecodeException e) {
            messagesRefused++;
            write(new ErrorIndication(
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.of(Cause.Protocol.ABSTRACT_SYNTAX_ERROR_REJECT),
                    Optional.empty()));
            return;
        }
        switch (pdu) {
            case E2Setup.Response response -> setUp = true;
            case E2Setup.Failure refused -> failure = "E2 Setup was refused: " + refused.cause();
            case RicSubscription.Request request -> subscribe(request);
            case RicSubscriptionDelete.Request request -> unsubscribe(request);
            case RicControl.Request request -> control(request);
            default -> messagesRefused++;
        }
    }

    private void subscribe(RicSubscription.Request request) throws IOException {
        switch (Admission.of(request, scenario, LIMITS)) {
            case Admission.Admitted admitted -> {
                subscription = admitted;
                write(new RicSubscription.Response(
                        request.requestId(), KPM_FUNCTION_ID, List.of(admitted.actionId()), Optional.empty()));
            }
            case Admission.Refused refused ->
                write(new RicSubscription.Failure(
                        request.requestId(), request.ranFunctionId(), refused.cause(), Optional.empty()));
        }
    }

    private void unsubscribe(RicSubscriptionDelete.Request request) throws IOException {
        Admission.@Nullable Admitted standing = subscription;
        if (standing != null && standing.requestId().equals(request.requestId())) {
            subscription = null;
            write(new RicSubscriptionDelete.Response(request.requestId(), request.ranFunctionId()));
        } else {
            write(new RicSubscriptionDelete.Failure(
                    request.requestId(),
                    request.ranFunctionId(),
                    Cause.RicRequest.REQUEST_ID_UNKNOWN,
                    Optional.empty()));
        }
    }

    private void control(RicControl.Request request) throws IOException {
        switch (quotas.execute(request, plan)) {
            case QuotaExecutor.Result.Applied applied -> {
                plan = applied.plan();
                controlsApplied++;
                if (!request.ackRequest().equals(Optional.of(RicControl.AckRequest.NO_ACK))) {
                    write(new RicControl.Acknowledge(
                            request.requestId(), request.ranFunctionId(), request.callProcessId(), Optional.empty()));
                }
            }
            case QuotaExecutor.Result.Refused refused -> {
                controlsRefused++;
                write(new RicControl.Failure(
                        request.requestId(),
                        request.ranFunctionId(),
                        request.callProcessId(),
                        refused.cause(),
                        Optional.empty(),
                        Optional.empty()));
            }
        }
        controlsAnswered++;
    }

    private void send(E2apPdu pdu) throws IOException {
        lock.lock();
        try {
            write(pdu);
        } finally {
            lock.unlock();
        }
    }

    private void write(E2apPdu pdu) throws IOException {
        E2Framing.write(out, pdu.encode());
    }
}
