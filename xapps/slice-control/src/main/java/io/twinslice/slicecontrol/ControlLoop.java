package io.twinslice.slicecontrol;

import io.twinslice.bundle.SignedPolicy;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Policy;
import io.twinslice.policy.Shield;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The xApp's main path, one {@link #tick} at a time: drain, fold, decide, shield, send, account.
 *
 * <p>One thread ticks and owns everything here; other threads only {@link #offer}. No I/O happens inside but through
 * the {@link ControlSender} and the {@link DecisionLog} handed in, so a test can drive it a hundred thousand times. The
 * clock is read by the caller, once per tick.
 *
 * <p>Kept at any time: a control has exactly one outcome; a report that cannot be true leads to no control; the policy
 * changes only between two ticks; nothing reaches the node that the shield has not admitted.
 */
public final class ControlLoop {
    /** Controls that may wait for their answer; while so many are open, no further one is sent. */
    static final int MAX_OPEN_CONTROLS = 8;

    /** Controls that timed out and are remembered, for the node's late word on what it applied. */
    static final int MAX_LATE_CONTROLS = 64;

    private record OpenControl(long control, int requestorId, QuotaPlan plan, long deadlineNanos) {}

    private final LoopSettings settings;
    private final PolicySlot slot;
    private final Shield configuredShield;
    private final E2Translator translator;
    private final ControlSender sender;
    private final DecisionLog log;
    private final ArrayBlockingQueue<Inbound> inbox;
    private final ArrayDeque<OpenControl> open = new ArrayDeque<>();
    private final ArrayDeque<OpenControl> late = new ArrayDeque<>();
    private final Tally tally = new Tally();

    private List<TwinProfile> twins;
    private Shield shield;
    private QuotaPlan inForce;
    private @Nullable TwinSnapshot fresh;
    private int freshSubscription;
    private long controls;
    private long latestApplied;

    public ControlLoop(LoopSettings settings, Policy baseline, Shield shield, ControlSender sender, DecisionLog log) {
        this.settings = settings;
        this.slot = new PolicySlot(baseline);
        this.configuredShield = shield;
        this.shield = shield;
        this.translator = new E2Translator(settings);
        this.sender = sender;
        this.log = log;
        this.inbox = new ArrayBlockingQueue<>(settings.inboxCapacity());
        this.twins = settings.twins();
        this.inForce = QuotaPlan.unsliced(twins.size());
    }

    /** Puts something into the inbox; any thread. False when the inbox is full: it was dropped and counted. */
    public boolean offer(Inbound inbound) {
        boolean taken = inbox.offer(inbound);
        if (!taken) {
            tally.dropped.incrementAndGet();
        }
        return taken;
    }

    /**
     * One round of the loop.
     *
     * @param nowNanos the loop's clock, read once for the whole tick
     * @param now tells whether the bundle in charge is still valid
     * @return messages drained
     */
    public int tick(long nowNanos, Instant now) {
        expire(nowNanos);
        int drained = drain();
        retire(now);
        TwinSnapshot snapshot = fresh;
        if (snapshot != null) {
            fresh = null;
            act(snapshot, nowNanos);
        }
        return drained;
    }

    /** Counts since the start; any thread. */
    public LoopCounters counters() {
        return tally.counters();
    }

    /** Name of the policy in charge; the loop's thread. */
    public String policyName() {
        return slot.active().name();
    }

    /** Digest of the bundle in charge, or {@code baseline}; the loop's thread. */
    public String policyDigest() {
        return slot.digest();
    }

    /** The bundle in charge; empty under the baseline. The loop's thread. */
    public Optional<SignedPolicy> installed() {
        return slot.installed();
    }

    private int drain() {
        int drained = 0;
        Inbound next = inbox.poll();
        while (next != null) {
            switch (next) {
                case Inbound.E2Message message -> fold(message);
                case Inbound.Install install -> install(install);
                case Inbound.Withdraw withdraw -> withdraw(withdraw);
            }
            drained++;
            next = drained < settings.drainLimit() ? inbox.poll() : null;
        }
        return drained;
    }

    private void fold(Inbound.E2Message message) {
        switch (translator.read(message.octets(), twins, inForce)) {
            case E2Translator.Reading.Report report -> {
                fresh = report.snapshot();
                freshSubscription = message.subscriptionId();
                tally.indications.incrementAndGet();
            }
            case E2Translator.Reading.Applied applied -> {
                if (!settle(applied.requestorId(), new ControlOutcome.Acknowledged())) {
                    tally.answersUnknown.incrementAndGet();
                    appliedLate(applied.requestorId());
                }
            }
            case E2Translator.Reading.NotApplied notApplied -> {
                if (!settle(notApplied.requestorId(), new ControlOutcome.Refused(notApplied.cause()))) {
                    tally.answersUnknown.incrementAndGet();
                }
            }
            case E2Translator.Reading.Unusable unusable -> tally.refuse(unusable.why());
        }
    }

    private void act(TwinSnapshot snapshot, long nowNanos) {
        if (open.size() >= MAX_OPEN_CONTROLS) {
            tally.held.incrementAndGet();
            return;
        }
        Decision decision = slot.active().decide(snapshot);
        Shield.Admitted admitted = shield.admit(decision.plan(), inForce);
        if (admitted.altered()) {
            tally.shieldAltered.incrementAndGet();
        }
        long control = ++controls;
        int requestorId = E2Translator.requestorId(control);
        log.decided(control, snapshot, decision, admitted, slot.digest());
        byte[] octets = translator.control(requestorId, freshSubscription, admitted.plan(), twins);
        open.addLast(
                new OpenControl(control, requestorId, admitted.plan(), nowNanos + settings.controlDeadlineNanos()));
        tally.sent.incrementAndGet();
        sender.send(octets).ifPresent(why -> settle(requestorId, new ControlOutcome.Refused("not sent: " + why)));
    }

    /** False when no open control has this requestor id. */
    private boolean settle(int requestorId, ControlOutcome outcome) {
        for (Iterator<OpenControl> controlsOpen = open.iterator(); controlsOpen.hasNext(); ) {
            OpenControl candidate = controlsOpen.next();
            if (candidate.requestorId() == requestorId) {
                controlsOpen.remove();
                account(candidate, outcome);
                return true;
            }
        }
        return false;
    }

    private void expire(long nowNanos) {
        while (!open.isEmpty() && nowNanos - open.getFirst().deadlineNanos() >= 0) {
            OpenControl control = open.removeFirst();
            if (late.size() == MAX_LATE_CONTROLS) {
                late.removeFirst();
            }
            late.addLast(control);
            account(control, new ControlOutcome.TimedOut());
        }
    }

    /** The outcome stays "timed out", but the next step must be measured from what the node really does. */
    private void appliedLate(int requestorId) {
        for (Iterator<OpenControl> controlsLate = late.iterator(); controlsLate.hasNext(); ) {
            OpenControl candidate = controlsLate.next();
            if (candidate.requestorId() == requestorId) {
                controlsLate.remove();
                applied(candidate);
                return;
            }
        }
    }

    private void applied(OpenControl control) {
        if (control.control() > latestApplied) {
            latestApplied = control.control();
            inForce = control.plan();
        }
    }

    private void account(OpenControl control, ControlOutcome outcome) {
        switch (outcome) {
            case ControlOutcome.Acknowledged() -> {
                applied(control);
                tally.acknowledged.incrementAndGet();
            }
            case ControlOutcome.Refused refused -> tally.refused.incrementAndGet();
            case ControlOutcome.TimedOut() -> tally.timedOut.incrementAndGet();
        }
        log.settled(control.control(), outcome);
    }

    private void install(Inbound.Install install) {
        if (!install.done().complete(null)) {
            return;
        }
        slot.install(install.policy());
        shield = install.shield();
        retarget(install.twins());
        tally.activations.incrementAndGet();
    }

    private void withdraw(Inbound.Withdraw withdraw) {
        if (withdraw.done().complete(null)) {
            fallBack();
        }
    }

    private void fallBack() {
        slot.fallBack();
        shield = configuredShield;
        retarget(settings.twins());
    }

    /** A bundle that ran out must not decide once more. */
    private void retire(Instant now) {
        if (slot.installed().filter(policy -> now.isAfter(policy.notAfter())).isPresent()) {
            fallBack();
            tally.expirations.incrementAndGet();
        }
    }

    /** A report folded earlier in this tick is judged by the targets of the policy that will act on it. */
    private void retarget(List<TwinProfile> targets) {
        twins = List.copyOf(targets);
        TwinSnapshot waiting = fresh;
        if (waiting != null) {
            fresh = new TwinSnapshot(
                    waiting.windowEndMillis(),
                    waiting.windowMillis(),
                    waiting.prbCount(),
                    twins,
                    waiting.reports(),
                    waiting.inForce());
        }
    }
}
