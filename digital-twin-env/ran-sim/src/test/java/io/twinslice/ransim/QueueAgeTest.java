package io.twinslice.ransim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The age of information of single queues against its closed forms, in units of the mean service time: the product's
 * queue and the product's statistics with a server of the textbook in the place of scheduler and link.
 */
class QueueAgeTest {
    private static final double SERVICE_MICROS = 100_000;
    private static final int BYTES = 100;
    private static final Percentage ONE = Percentage.withPercentage(1);
    private static final int UPDATES = 1_000_000;

    private enum Law {
        RANDOM,
        FIXED;

        /** A time with this mean. */
        double draw(int stream, int index) {
            return (this == FIXED ? 1 : Chance.exponential(stream, index)) * SERVICE_MICROS;
        }
    }

    /**
     * When the server takes an update out of the queue: as service begins, or so late that a newer one displaces it.
     */
    private enum Service {
        TO_THE_END,
        PREEMPTED
    }

    private record Age(double mean, double meanPeak) {}

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.53, 0.8})
    void mm1HasItsMeanAgeAndPeakAge(double rho) {
        Age age = age(rho, Law.RANDOM, Law.RANDOM, false, Service.TO_THE_END, rho > 0.7 ? 4 * UPDATES : UPDATES);
        assertThat(age.mean).isCloseTo(1 + 1 / rho + rho * rho / (1 - rho), ONE);
        assertThat(age.meanPeak).isCloseTo(1 / rho + 1 / (1 - rho), ONE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.53, 0.8})
    void md1HasItsMeanAgeAndPeakAge(double rho) {
        Age age = age(rho, Law.RANDOM, Law.FIXED, false, Service.TO_THE_END, UPDATES);
        assertThat(age.mean).isCloseTo(1 / (2 * (1 - rho)) + 0.5 + (1 - rho) * Math.exp(rho) / rho, ONE);
        assertThat(age.meanPeak).isCloseTo(1 / rho + 1 + rho / (2 * (1 - rho)), ONE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.53, 0.8})
    void dm1HasItsMeanAgeAndPeakAge(double rho) {
        double beta = 0.5;
        for (int i = 0; i < 200; i++) {
            beta = Math.exp(-(1 - beta) / rho);
        }
        Age age = age(rho, Law.FIXED, Law.RANDOM, false, Service.TO_THE_END, UPDATES);
        assertThat(age.mean).isCloseTo(1 / (2 * rho) + 1 / (1 - beta), ONE);
        assertThat(age.meanPeak).isCloseTo(1 / rho + 1 / (1 - beta), ONE);
    }

    /** One update in service and one waiting place, where a newer one takes the place of an older one. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.53, 1, 2})
    void theFreshestOnlyQueueHasItsMeanAge(double rho) {
        double square = rho * rho;
        double expected = 1 + 1 / rho + square * (1 + 3 * rho + square) / ((1 + rho + square) * (1 + rho) * (1 + rho));
        Age age = age(rho, Law.RANDOM, Law.RANDOM, true, Service.TO_THE_END, UPDATES);
        assertThat(age.mean).isCloseTo(expected, ONE);
    }

    /** The newest update displaces also the one in service. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.8, 2})
    void thePreemptiveQueueHasItsMeanAgeAndPeakAge(double rho) {
        Age age = age(rho, Law.RANDOM, Law.RANDOM, true, Service.PREEMPTED, UPDATES);
        assertThat(age.mean).isCloseTo(1 + 1 / rho, ONE);
        assertThat(age.meanPeak).isCloseTo(1 + 1 / rho + 1 / (1 + rho), ONE);
    }

    @Test
    @Tag("nightly")
    void tenMillionUpdatesAgreeWithinAQuarterOfAPercent() {
        Percentage quarter = Percentage.withPercentage(0.25);
        double rho = 0.53;
        assertThat(age(rho, Law.RANDOM, Law.RANDOM, false, Service.TO_THE_END, 10 * UPDATES).mean)
                .isCloseTo(3.4845, quarter);
        assertThat(age(rho, Law.RANDOM, Law.FIXED, false, Service.TO_THE_END, 10 * UPDATES).mean)
                .isCloseTo(3.0704, quarter);
        assertThat(age(rho, Law.FIXED, Law.RANDOM, false, Service.TO_THE_END, 10 * UPDATES).mean)
                .isCloseTo(2.2541, quarter);
        assertThat(age(rho, Law.RANDOM, Law.RANDOM, true, Service.TO_THE_END, 10 * UPDATES).mean)
                .isCloseTo(3.0770, quarter);
    }

    private static Age age(double rho, Law arrivals, Law services, boolean freshestOnly, Service service, int updates) {
        TwinParameters twin = new TwinParameters(1, new Traffic.Poisson(1, 1), Cells.CLEAR, freshestOnly);
        WindowStatistics statistics = new WindowStatistics(new Roster(List.of(twin)), Cells.profiles(1, 60_000));
        PacketQueues queues = new PacketQueues(new Roster(List.of(twin)), statistics);
        double arrival = 0;
        double end = Double.POSITIVE_INFINITY;
        double peaks = 0;
        int delivered = 0;
        int served = 0;
        double now = 0;
        for (int i = 0; i < updates; ) {
            if (arrival < end) {
                now = arrival;
                queues.push(0, (long) now, BYTES, freshestOnly);
                arrival += arrivals.draw(1, ++i) / rho;
                boolean idle = end == Double.POSITIVE_INFINITY;
                if (idle || service == Service.PREEMPTED) {
                    end = now + services.draw(2, ++served);
                }
                if (idle && service == Service.TO_THE_END) {
                    queues.take(0, BYTES);
                }
                continue;
            }
            now = end;
            peaks += statistics.ageMicros(0, (long) now);
            delivered++;
            if (service == Service.PREEMPTED) {
                queues.pass(0, BYTES, (long) now);
            } else {
                queues.deliver(0, queues.firstPacket(), queues.lastPacket(), BYTES, BYTES, (long) now);
            }
            end = Double.POSITIVE_INFINITY;
            if (queues.unsentBytes(0) > 0) {
                end = now + services.draw(2, ++served);
                queues.take(0, BYTES);
            }
        }
        return new Age(statistics.meanAgeMicros(0) / SERVICE_MICROS, peaks / delivered / SERVICE_MICROS);
    }
}
