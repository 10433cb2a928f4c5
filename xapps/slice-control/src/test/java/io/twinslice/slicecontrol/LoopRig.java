package io.twinslice.slicecontrol;

import io.twinslice.aper.Octets;
import io.twinslice.bundle.SignedPolicy;
import io.twinslice.e2ap.RicControl;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Envelope;
import io.twinslice.policy.Policy;
import io.twinslice.policy.Shield;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A loop with a test's hands on its clock, its sender and its log. */
final class LoopRig {
    /** What the log was told of a decision. */
    record Decided(
            long control, TwinSnapshot state, Decision proposed, Shield.Admitted admitted, String policyDigest) {}

    /** What the log was told of an outcome. */
    record Settled(long control, ControlOutcome outcome) {}

    final List<RicControl.Request> sent = new ArrayList<>();
    final List<byte[]> sentOctets = new ArrayList<>();
    final List<Decided> decided = new ArrayList<>();
    final List<Settled> settled = new ArrayList<>();
    final ControlLoop loop;
    String sendFailure = "";
    long nowNanos;
    Instant now = Bundles.NOW;
    private long windowEndMillis = 10_000;

    LoopRig(Policy baseline) {
        this(baseline, Envelope.open(Cell.TWINS.size()));
    }

    LoopRig(Policy baseline, Envelope envelope) {
        DecisionLog log = new DecisionLog() {
            @Override
            public void decided(
                    long control, TwinSnapshot state, Decision proposed, Shield.Admitted admitted, String digest) {
                decided.add(new Decided(control, state, proposed, admitted, digest));
            }

            @Override
            public void settled(long control, ControlOutcome outcome) {
                settled.add(new Settled(control, outcome));
            }
        };
        loop = new ControlLoop(Cell.settings(), baseline, new Shield(envelope), this::send, log);
    }

    private Optional<String> send(byte[] octets) {
        sentOctets.add(octets);
        sent.add(Cell.request(octets));
        return sendFailure.isEmpty() ? Optional.empty() : Optional.of(sendFailure);
    }

    /** The next window's report arrives. */
    Octets nextReport() {
        windowEndMillis += Cell.WINDOW_MILLIS;
        Octets octets = Cell.indication(windowEndMillis, Cell.reports());
        loop.offer(Cell.message(octets));
        return octets;
    }

    long windowEndMillis() {
        return windowEndMillis;
    }

    void arrive(Octets octets) {
        loop.offer(Cell.message(octets));
    }

    int tick() {
        return loop.tick(nowNanos, now);
    }

    /** A report arrives and the loop answers it with a control, which is returned. */
    RicControl.Request control() {
        nextReport();
        tick();
        return sent.getLast();
    }

    CompletableFuture<Void> install(SignedPolicy policy) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.offer(new Inbound.Install(policy, Cell.TWINS, new Shield(Envelope.open(Cell.TWINS.size())), done));
        return done;
    }
}
