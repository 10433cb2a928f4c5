package io.twinslice.slicecontrol;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.aper.Octets;
import io.twinslice.bundle.SignedPolicy;
import io.twinslice.e2ap.RicControl;
import io.twinslice.model.PrbQuota;
import io.twinslice.model.QuotaPlan;
import io.twinslice.model.Sla;
import io.twinslice.model.TwinProfile;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Baselines;
import io.twinslice.policy.Decision;
import io.twinslice.policy.Envelope;
import io.twinslice.policy.Policy;
import io.twinslice.policy.Shield;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ControlLoopTest {
    private static final QuotaPlan EQUAL = QuotaPlan.equalSplit(3);

    private final LoopRig rig = new LoopRig(Baselines.equalSplit(3));

    @Test
    void aReportFoldsToTheSnapshotThatItDescribesAndIsAnsweredByOneControl() {
        RicControl.Request request = rig.control();

        assertThat(rig.decided).singleElement().satisfies(decided -> {
            assertThat(decided.control()).isEqualTo(1);
            assertThat(decided.state())
                    .isEqualTo(new TwinSnapshot(
                            rig.windowEndMillis(),
                            Cell.WINDOW_MILLIS,
                            Cell.PRBS,
                            Cell.TWINS,
                            Cell.reports(),
                            QuotaPlan.unsliced(3)));
            assertThat(decided.proposed()).isEqualTo(Decision.certain(EQUAL));
            assertThat(decided.admitted()).isEqualTo(new Shield.Admitted(EQUAL, false, ""));
            assertThat(decided.policyDigest()).isEqualTo("baseline");
        });
        assertThat(Cell.plan(request)).isEqualTo(EQUAL);
        assertThat(request.requestId().instanceId()).isEqualTo(Cell.INSTANCE);
        assertThat(request.ranFunctionId()).isEqualTo(Cell.RC_FUNCTION);
    }

    @Test
    void anAcknowledgedPlanIsTheOneInForceOfTheNextReport() {
        rig.arrive(Cell.acknowledge(rig.control()));
        rig.control();

        assertThat(rig.decided.getLast().state().inForce()).isEqualTo(EQUAL);
        assertThat(rig.settled).containsExactly(new LoopRig.Settled(1, new ControlOutcome.Acknowledged()));
        assertThat(rig.loop.counters().controlsAcknowledged()).isEqualTo(1);
    }

    @Test
    void aControlThatTheNodeRefusesHasTheCauseAsItsOutcomeAndChangesNothing() {
        rig.arrive(Cell.failure(rig.control()));
        rig.control();

        assertThat(rig.settled)
                .containsExactly(new LoopRig.Settled(1, new ControlOutcome.Refused("CONTROL_FAILED_TO_EXECUTE")));
        assertThat(rig.decided.getLast().state().inForce()).isEqualTo(QuotaPlan.unsliced(3));
        assertThat(rig.loop.counters().controlsRefused()).isEqualTo(1);
    }

    @Test
    void aControlThatCannotBeSentIsRefusedAtOnce() {
        rig.sendFailure = "the platform is gone";
        rig.control();

        assertThat(rig.settled)
                .containsExactly(new LoopRig.Settled(1, new ControlOutcome.Refused("not sent: the platform is gone")));
    }

    @Test
    void aControlWithoutAnswerTimesOutAtItsDeadlineAndNotBefore() {
        rig.control();
        rig.nowNanos += Cell.DEADLINE_NANOS - 1;
        rig.tick();
        assertThat(rig.settled).isEmpty();

        rig.nowNanos++;
        rig.tick();
        assertThat(rig.settled).containsExactly(new LoopRig.Settled(1, new ControlOutcome.TimedOut()));
        assertThat(rig.loop.counters().controlsTimedOut()).isEqualTo(1);
    }

    @Test
    void aLateAcknowledgementIsCountedButNoSecondOutcome() {
        RicControl.Request request = rig.control();
        rig.nowNanos += Cell.DEADLINE_NANOS;
        rig.tick();
        rig.arrive(Cell.acknowledge(request));
        rig.arrive(Cell.acknowledge(request));
        rig.arrive(Cell.failure(request));
        rig.tick();

        assertThat(rig.settled).containsExactly(new LoopRig.Settled(1, new ControlOutcome.TimedOut()));
        assertThat(rig.loop.counters().answersUnknown()).isEqualTo(3);
        assertThat(rig.loop.counters().controlsAcknowledged()).isZero();
        assertThat(rig.loop.counters().controlsRefused()).isZero();
    }

    @Test
    void aLateAcknowledgementStillTellsWhichQuotasAreInForce() {
        RicControl.Request request = rig.control();
        rig.nowNanos += Cell.DEADLINE_NANOS;
        rig.tick();
        rig.arrive(Cell.acknowledge(request));
        rig.tick();
        rig.control();

        assertThat(rig.decided.getLast().state().inForce()).isEqualTo(EQUAL);
    }

    @Test
    void anAcknowledgementThatWasOvertakenDoesNotBringAnOlderPlanBack() {
        LoopRig counting = new LoopRig(new Policy() {
            private int decisions;

            @Override
            public String name() {
                return "counting";
            }

            @Override
            public Decision decide(TwinSnapshot snapshot) {
                decisions++;
                return Decision.certain(new QuotaPlan(
                        List.of(new PrbQuota(0, decisions, 100), new PrbQuota(0, 1, 100), new PrbQuota(0, 1, 100))));
            }
        });
        RicControl.Request first = counting.control();
        RicControl.Request second = counting.control();
        counting.arrive(Cell.acknowledge(second));
        counting.arrive(Cell.acknowledge(first));
        counting.tick();
        counting.control();

        assertThat(counting.decided.getLast().state().inForce()).isEqualTo(Cell.plan(second));
        assertThat(counting.loop.counters().controlsAcknowledged()).isEqualTo(2);
    }

    @Test
    void whileTooManyControlsAreOpenNoFurtherOneIsSent() {
        for (int i = 0; i < ControlLoop.MAX_OPEN_CONTROLS + 3; i++) {
            rig.control();
        }

        assertThat(rig.sent).hasSize(ControlLoop.MAX_OPEN_CONTROLS);
        assertThat(rig.loop.counters().decisionsHeld()).isEqualTo(3);
    }

    @Test
    void aPolicyTakesOverBetweenTwoTicksAndTheLogCarriesItsDigest() {
        SignedPolicy policy = Bundles.policy(1);
        rig.control();
        CompletableFuture<Void> done = rig.install(policy);
        assertThat(done).isNotDone();
        assertThat(rig.loop.policyDigest()).isEqualTo("baseline");

        rig.control();
        assertThat(done).isCompleted();
        assertThat(rig.loop.policyDigest()).isEqualTo(policy.digest());
        assertThat(rig.loop.policyName()).isEqualTo("ward");
        assertThat(rig.decided).extracting(LoopRig.Decided::policyDigest).containsExactly("baseline", policy.digest());
        Policy alone = policy.policy();
        alone.restart();
        assertThat(rig.decided.getLast().proposed())
                .isEqualTo(alone.decide(rig.decided.getLast().state()));
    }

    @Test
    void aReportThatCameBeforeTheChangeoverIsJudgedByTheNewPolicysTargets() {
        List<TwinProfile> stricter = Cell.TWINS.stream()
                .map(twin -> new TwinProfile(twin.name(), twin.slice(), new Sla(1, 0.99, 20, 0), twin.priority()))
                .toList();
        rig.nextReport();
        rig.loop.offer(new Inbound.Install(
                Bundles.policy(1), stricter, new Shield(Envelope.open(3)), new CompletableFuture<>()));
        rig.tick();

        assertThat(rig.decided.getLast().state().twins()).isEqualTo(stricter);
    }

    @Test
    void aWithdrawnPolicyLeavesTheBaselineTheConfiguredTargetsAndTheConfiguredShield() {
        LoopRig narrow = new LoopRig(Baselines.equalSplit(3), Envelope.uniform(3, 0, 20, 100));
        assertThat(narrow.install(Bundles.policy(1))).isNotDone();
        narrow.control();
        narrow.loop.offer(new Inbound.Withdraw(new CompletableFuture<>()));
        narrow.control();

        LoopRig.Decided last = narrow.decided.getLast();
        assertThat(last.policyDigest()).isEqualTo("baseline");
        assertThat(last.state().twins()).isEqualTo(Cell.TWINS);
        assertThat(last.admitted().plan().quotas())
                .allSatisfy(quota -> assertThat(quota.maxPercent()).isLessThanOrEqualTo(20));
    }

    @Test
    void aPolicyThatRanOutDecidesNotOnceMore() {
        SignedPolicy policy = Bundles.policy(1);
        assertThat(rig.install(policy)).isNotDone();
        rig.now = Bundles.NOT_AFTER;
        rig.control();
        assertThat(rig.decided.getLast().policyDigest()).isEqualTo(policy.digest());

        rig.now = Bundles.NOT_AFTER.plusNanos(1);
        rig.control();
        assertThat(rig.decided.getLast().policyDigest()).isEqualTo("baseline");
        assertThat(rig.loop.policyDigest()).isEqualTo("baseline");
        assertThat(rig.loop.counters().policiesExpired()).isEqualTo(1);
        assertThat(rig.loop.installed()).isEmpty();

        rig.control();
        assertThat(rig.loop.counters().policiesExpired()).isEqualTo(1);
    }

    @Test
    void aChangeThatWasCalledOffBeforeTheTickDoesNotHappen() {
        CompletableFuture<Void> done = rig.install(Bundles.policy(1));
        assertThat(done.cancel(false)).isTrue();
        rig.control();

        assertThat(rig.loop.policyDigest()).isEqualTo("baseline");
        assertThat(rig.loop.counters().activations()).isZero();
    }

    @Test
    void whatTheShieldAltersIsCountedAndLoggedWithTheReasonAndThePropensity() {
        Policy greedy = new Policy() {
            @Override
            public String name() {
                return "greedy";
            }

            @Override
            public Decision decide(TwinSnapshot snapshot) {
                return new Decision(
                        new QuotaPlan(
                                List.of(new PrbQuota(0, 90, 100), new PrbQuota(0, 0, 100), new PrbQuota(0, 0, 100))),
                        0.25);
            }
        };
        LoopRig shielded = new LoopRig(greedy, Envelope.uniform(3, 10, 100, 15));
        RicControl.Request request = shielded.control();

        assertThat(shielded.decided).singleElement().satisfies(decided -> {
            assertThat(decided.proposed().propensity()).isEqualTo(0.25);
            assertThat(decided.proposed().plan().quota(0).minPercent()).isEqualTo(90);
            assertThat(decided.admitted().altered()).isTrue();
            assertThat(decided.admitted().reason()).contains("slice 1 below its floor");
            assertThat(decided.admitted().plan()).isEqualTo(Cell.plan(request));
        });
        assertThat(Cell.plan(request).quota(0).minPercent()).isEqualTo(15);
        assertThat(shielded.loop.counters().shieldAltered()).isEqualTo(1);
    }

    @Test
    void aFullInboxDropsAndCounts() {
        LoopSettings settings = Cell.settings();
        int room = settings.inboxCapacity();
        Octets noise = Octets.of(new byte[] {1});
        for (int i = 0; i < room; i++) {
            assertThat(rig.loop.offer(Cell.message(noise))).isTrue();
        }
        assertThat(rig.loop.offer(Cell.message(noise))).isFalse();

        assertThat(rig.loop.counters().messagesDropped()).isEqualTo(1);
        assertThat(rig.tick()).isEqualTo(settings.drainLimit());
        assertThat(rig.tick()).isEqualTo(room - settings.drainLimit());
        assertThat(rig.loop.counters().indicationsRefused()).isEqualTo(room);
    }

    @Test
    void ofSeveralReportsInOneTickTheNewestIsActedUpon() {
        rig.nextReport();
        rig.nextReport();
        rig.tick();

        assertThat(rig.decided)
                .singleElement()
                .satisfies(
                        decided -> assertThat(decided.state().windowEndMillis()).isEqualTo(rig.windowEndMillis()));
        assertThat(rig.loop.counters().indications()).isEqualTo(2);
    }
}
