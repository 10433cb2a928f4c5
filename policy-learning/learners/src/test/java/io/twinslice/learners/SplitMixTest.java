package io.twinslice.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitMixTest {
    @Test
    void theNumbersAreThoseOfThePublishedGenerator() {
        // The widely published sequence of SplitMix64 from the state 1234567.
        SplitMix random = new SplitMix(1234567);
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("3203168211198807973");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("9817491932198370423");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("4593380528125082431");
        assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("16408922859458223821");
    }

    @Test
    void everyPlaceOfARunHasASeedOfItsOwn() {
        Set<Long> seeds = new HashSet<>();
        for (int generation = 0; generation < 100; generation++) {
            for (int episode = 0; episode < 100; episode++) {
                seeds.add(SplitMix.seed(7, generation, episode));
            }
        }
        assertThat(seeds).hasSize(10_000);
        assertThat(SplitMix.seed(7, 1, 2)).isNotEqualTo(SplitMix.seed(7, 2, 1));
    }

    @Test
    void theNormalDeviateHasMeanZeroAndVarianceOne() {
        SplitMix random = new SplitMix(3);
        double sum = 0;
        double squares = 0;
        int n = 100_000;
        for (int i = 0; i < n; i++) {
            double x = random.nextGaussian();
            sum += x;
            squares += x * x;
        }
        // Four standard errors.
        assertThat(sum / n).isCloseTo(0, within(4 / Math.sqrt(n)));
        assertThat(squares / n).isCloseTo(1, within(4 * Math.sqrt(2.0 / n)));
    }

    @Test
    void boundedIntegersAreEvenlySpread() {
        SplitMix random = new SplitMix(4);
        int[] hits = new int[7];
        for (int i = 0; i < 70_000; i++) {
            hits[random.nextInt(7)]++;
        }
        for (int h : hits) {
            assertThat(h).isBetween(10_000 - 400, 10_000 + 400);
        }
    }
}
