package io.twinslice.ransim.lte;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RlcQueueTest {
    private static final class Delays implements RlcQueue.Sink {
        final List<Double> millis = new ArrayList<>();

        @Override
        public void delivered(double delayMillis, int bytes) {
            millis.add(delayMillis);
        }

        @Override
        public void dropped() {
            throw new AssertionError("nothing fills the queue");
        }
    }

    @Test
    void whatALostBlockHoldsUpIsHandedOverWhenTheTimerEndsThoughNoOtherBlockComes() {
        RlcQueue queue = new RlcQueue();
        Delays delays = new Delays();
        queue.arrive(0, 100, delays);
        int lost = queue.take(200);
        queue.arrive(0, 100, delays);
        int held = queue.take(200);
        queue.settle(lost, false);
        queue.settle(held, true);
        queue.deliver(4, delays);
        queue.expire(103, delays);
        assertThat(delays.millis).isEmpty();
        queue.expire(104, delays);
        assertThat(delays.millis).containsExactly(104.0);
    }
}
