package io.twinslice.slicecontrol;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinslice.e2ap.RicControl;
import io.twinslice.policy.Baselines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the network does to the answers, every control has one outcome. */
class ControlAccountingTest {
    private static final int TICKS = 25_000;

    /** Four seeds of 25,000 ticks each. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyControlHasExactlyOneOutcome(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LoopRig rig = new LoopRig(Baselines.proportional(Cell.TWINS.size()));
        List<RicControl.Request> travelling = new ArrayList<>();
        int answersWithoutControl = 0;
        for (int tick = 0; tick < TICKS; tick++) {
            rig.nowNanos += random.nextLong(Cell.DEADLINE_NANOS / 6);
            rig.sendFailure = random.nextInt(50) == 0 ? "full" : "";
            if (random.nextInt(10) < 7) {
                rig.nextReport();
            }
            int answers = random.nextInt(3);
            for (int i = 0; i < answers && !travelling.isEmpty(); i++) {
                int at = random.nextInt(travelling.size());
                RicControl.Request request = travelling.get(at);
                switch (random.nextInt(8)) {
                    case 0, 1, 2, 3 -> rig.arrive(Cell.acknowledge(request));
                    case 4 -> rig.arrive(Cell.failure(request));
                    case 5 -> {
                        rig.arrive(Cell.acknowledge(request));
                        rig.arrive(Cell.acknowledge(request));
                    }
                    case 6 -> {
                        rig.arrive(Cell.failure(request));
                        rig.arrive(Cell.acknowledge(request));
                    }
                    default -> answersWithoutControl++;
                }
                // Some are answered again later, long after they were settled.
                if (random.nextInt(10) > 0) {
                    travelling.remove(at);
                }
            }
            int before = rig.sent.size();
            rig.tick();
            travelling.addAll(rig.sent.subList(before, rig.sent.size()));

            LoopCounters counters = rig.loop.counters();
            long open = counters.controlsSent()
                    - counters.controlsAcknowledged()
                    - counters.controlsRefused()
                    - counters.controlsTimedOut();
            assertThat(open).isBetween(0L, (long) ControlLoop.MAX_OPEN_CONTROLS);
            assertThat(counters.controlsSent()).isEqualTo(rig.decided.size());
            assertThat(rig.settled).hasSize((int) (counters.controlsSent() - open));
        }
        rig.nowNanos += Cell.DEADLINE_NANOS;
        rig.tick();

        LoopCounters end = rig.loop.counters();
        assertThat(end.controlsSent())
                .isEqualTo(end.controlsAcknowledged() + end.controlsRefused() + end.controlsTimedOut());
        assertThat(List.of(
                        end.controlsAcknowledged(),
                        end.controlsRefused(),
                        end.controlsTimedOut(),
                        end.answersUnknown(),
                        end.decisionsHeld(),
                        (long) answersWithoutControl))
                .allMatch(count -> count > 0);
        Map<Long, Long> outcomes = rig.settled.stream()
                .collect(Collectors.groupingBy(LoopRig.Settled::control, HashMap::new, Collectors.counting()));
        assertThat(outcomes).hasSize(rig.decided.size());
        assertThat(outcomes.values()).containsOnly(1L);
    }
}
