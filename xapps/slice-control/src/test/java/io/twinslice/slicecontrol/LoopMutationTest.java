package io.twinslice.slicecontrol;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.aper.Octets;
import io.twinslice.e2ap.RicControl;
import io.twinslice.policy.Baselines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Good messages with a few octets changed, cut or doubled: the loop acts on what is true or says why it does not. */
class LoopMutationTest {
    private static final int ROUNDS = 20_000;

    /** Every message was folded, refused or counted as an answer, and every control sent is a sound plan. */
    static void requireSound(LoopRig rig) {
        LoopCounters counters = rig.loop.counters();
        assertThat(counters.controlsSent()).isEqualTo(rig.decided.size());
        if (counters.indicationsRefused() > 0) {
            assertThat(counters.lastRefusal()).isNotBlank();
        }
        for (int i = 0; i < rig.decided.size(); i++) {
            assertThat(Cell.plan(rig.sent.get(i)))
                    .isEqualTo(rig.decided.get(i).admitted().plan());
        }
    }

    @Test
    void whateverArrivesEachMessageIsAccountedForOnce() {
        SplittableRandom random = new SplittableRandom(21);
        LoopRig rig = new LoopRig(Baselines.proportional(Cell.TWINS.size()));
        RicControl.Request control = rig.control();
        List<Octets> seeds = new ArrayList<>(
                List.of(Cell.acknowledge(control), Cell.failure(control), Cell.indication(500, Cell.reports())));
        long end = 1_000_000;
        for (int round = 0; round < ROUNDS; round++) {
            end += Cell.WINDOW_MILLIS;
            seeds.set(2, Cell.indication(end, Cell.reports()));
            byte[] octets = seeds.get(random.nextInt(seeds.size())).toByteArray();
            int changes = random.nextInt(4);
            for (int i = 0; i < changes; i++) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt();
            }
            if (random.nextInt(10) == 0) {
                octets = Arrays.copyOf(octets, random.nextInt(octets.length * 2));
            }
            LoopCounters before = rig.loop.counters();
            rig.arrive(Octets.of(octets));
            rig.nowNanos += Cell.DEADLINE_NANOS / 4;
            rig.tick();

            LoopCounters after = rig.loop.counters();
            long accounted = after.indications()
                    - before.indications()
                    + after.indicationsRefused()
                    - before.indicationsRefused()
                    + after.answersUnknown()
                    - before.answersUnknown()
                    + after.controlsAcknowledged()
                    - before.controlsAcknowledged()
                    + after.controlsRefused()
                    - before.controlsRefused();
            assertThat(accounted).isEqualTo(1);
        }
        requireSound(rig);
        assertThat(rig.loop.counters().indicationsRefused()).isGreaterThan(ROUNDS / 10);
        assertThat(rig.loop.counters().indications()).isGreaterThan(ROUNDS / 20);
    }
}
