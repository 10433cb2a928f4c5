package io.twinslice.ransim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PacketQueuesTest {
    private static final Roster ROSTER =
            new Roster(List.of(new TwinParameters(3, new Traffic.Poisson(1, 1), Cells.CLEAR, false)));

    @Test
    void aRingGrowsAndKeepsItsOrderUntilItIsFull() {
        PacketQueues queues = queues();
        for (int packet = 0; packet < PacketQueues.CAPACITY; packet++) {
            queues.push(1, packet, 10 + packet, false);
            queues.push(2, packet, 7, false);
            if (packet % 2 == 0) {
                assertThat(queues.pass(2, 7, packet)).isEqualTo(7);
            }
        }
        long full = queues.openBytes(1);
        queues.push(1, 5000, 10, false);
        assertThat(queues.openBytes(1)).as("a packet too many is refused").isEqualTo(full);
        for (int packet = 0; packet < PacketQueues.CAPACITY; packet++) {
            assertThat(queues.oldestMicros(1, -1)).isEqualTo(packet);
            assertThat(queues.pass(1, 10 + packet, 9000)).isEqualTo(10 + packet);
        }
        assertThat(queues.openBytes(1)).isZero();
        assertThat(queues.oldestMicros(1, -1)).isEqualTo(-1);
        assertThat(queues.oldestMicros(2, -1)).isEqualTo(512);
    }

    @Test
    void volumeIsLimitedToo() {
        PacketQueues queues = queues();
        for (int i = 0; i < 9; i++) {
            queues.push(0, i, 1 << 19, false);
        }
        assertThat(queues.openBytes(0)).isEqualTo(PacketQueues.LIMIT_BYTES);
    }

    /** A block that arrives at once, and one that is taken and delivered, are the same. */
    @Test
    void passingIsTakingAndDelivering() {
        PacketQueues one = queues();
        PacketQueues two = queues();
        SplittableRandom random = new SplittableRandom(1);
        for (int step = 0; step < 100_000; step++) {
            int ue = random.nextInt(3);
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    int bytes = 1 + random.nextInt(300);
                    boolean freshest = ue == 0;
                    one.push(ue, step, bytes, freshest);
                    two.push(ue, step, bytes, freshest);
                }
                case 2 -> {
                    one.expire(ue, step - 400);
                    two.expire(ue, step - 400);
                }
                default -> {
                    int room = 1 + random.nextInt(250);
                    int passed = one.pass(ue, room, step);
                    int taken = two.take(ue, room);
                    assertThat(taken).isEqualTo(passed);
                    if (taken > 0) {
                        two.deliver(ue, two.firstPacket(), two.lastPacket(), two.firstBytes(), two.lastBytes(), step);
                    }
                }
            }
            assertThat(one.digest(0)).isEqualTo(two.digest(0));
        }
    }

    @Test
    void aFresherUpdateReplacesTheOnesThatWaitButNotTheOneBeingSent() {
        PacketQueues queues = queues();
        queues.push(0, 10, 100, true);
        assertThat(queues.take(0, 60)).isEqualTo(60);
        queues.push(0, 20, 100, true);
        queues.push(0, 30, 100, true);
        assertThat(queues.unsentBytes(0)).isEqualTo(40 + 100);
        assertThat(queues.oldestMicros(0, -1)).isEqualTo(10);
        PacketQueues events = queues();
        for (int i = 1; i <= 3; i++) {
            events.push(0, 10L * i, 100, false);
        }
        assertThat(events.unsentBytes(0)).isEqualTo(300);
    }

    @Test
    void aUeThatIsClearedHasNothingWaiting() {
        PacketQueues queues = queues();
        queues.push(0, 10, 100, false);
        queues.push(0, 11, 100, false);
        queues.take(0, 150);
        queues.clear(0);
        assertThat(queues.unsentBytes(0)).isZero();
        assertThat(queues.openBytes(0)).isZero();
        assertThat(queues.backlogged().word(0)).isZero();
        queues.push(0, 12, 100, false);
        assertThat(queues.pass(0, 1000, 20)).isEqualTo(100);
    }

    @Test
    void theLogarithmIsTheTrueOneToTwelveDigits() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200_000; i++) {
            double x = StrictMath.scalb(1 + random.nextDouble(), random.nextInt(-60, 60));
            assertThat(Logarithm.natural(x)).isCloseTo(StrictMath.log(x), within(2e-12));
        }
        assertThat(Logarithm.natural(1)).isCloseTo(0, within(1e-12));
        assertThat(Logarithm.decibels(1000)).isCloseTo(30, within(1e-10));
    }

    private static PacketQueues queues() {
        return new PacketQueues(ROSTER, new WindowStatistics(ROSTER, Cells.profiles(1, 20)));
    }
}
