package io.twinslice.ransim.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelayProfileTest {
    /** The delay spreads that TS 36.101 table B.2.1-1 names. */
    @ParameterizedTest
    @CsvSource({"EPA, 45, 2", "EVA, 357, 1", "ETU, 991, 1"})
    void theDelaySpreadIsThatOfTheSpecification(DelayProfile profile, double nanos, double tolerance) {
        assertThat(profile.delaySpreadNanos()).isCloseTo(nanos, within(tolerance));
    }

    @Test
    void gammaFunctionsMeetKnownValues() {
        assertThat(DelayProfile.digamma(1)).isCloseTo(-0.5772156649015329, within(1e-10));
        assertThat(DelayProfile.trigamma(1)).isCloseTo(Math.PI * Math.PI / 6, within(1e-10));
        assertThat(DelayProfile.trigamma(0.5)).isCloseTo(Math.PI * Math.PI / 2, within(1e-9));
        assertThat(DelayProfile.digamma(20)).isCloseTo(2.970523992242149, within(1e-10));
    }

    @Test
    void aNarrowBandFadesLikeRayleigh() {
        // 10 log of an exponential: standard deviation 5.57 dB, mean -2.51 dB.
        assertThat(DelayProfile.EPA.fadingDb(0.1, 1)).isCloseTo(5.57, within(0.02));
        assertThat(DelayProfile.EPA.meanDb(0.1, 1)).isCloseTo(-2.51, within(0.02));
    }

    @Test
    void widerBandsMoreDelayAndMoreAntennasAllMakeFadingShallower() {
        for (DelayProfile profile : DelayProfile.values()) {
            assertThat(profile.fadingDb(20, 1)).isLessThan(profile.fadingDb(5, 1));
            assertThat(profile.fadingDb(10, 2)).isLessThan(profile.fadingDb(10, 1));
        }
        assertThat(DelayProfile.ETU.fadingDb(10, 1)).isLessThan(DelayProfile.EVA.fadingDb(10, 1));
        assertThat(DelayProfile.EVA.fadingDb(10, 1)).isLessThan(DelayProfile.EPA.fadingDb(10, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DelayProfile.EPA.fadingDb(0, 1));
    }

    /** Against the profile itself: Rayleigh taps, power averaged over the subcarriers of the band. */
    @ParameterizedTest
    @CsvSource({"EPA, 10, 1", "EVA, 10, 1", "EVA, 10, 2", "ETU, 5, 1"})
    void theFadingIsThatOfTheTaps(DelayProfile profile, double bandwidthMhz, int branches) {
        SplittableRandom random = new SplittableRandom(3);
        int draws = 4000;
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < draws; draw++) {
            double power = 0;
            for (int branch = 0; branch < branches; branch++) {
                power += bandPower(profile, bandwidthMhz, random) / branches;
            }
            double decibels = 10 * Math.log10(power);
            sum += decibels;
            squares += decibels * decibels;
        }
        double mean = sum / draws;
        assertThat(profile.meanDb(bandwidthMhz, branches)).isCloseTo(mean, within(0.15));
        assertThat(profile.fadingDb(bandwidthMhz, branches))
                .isCloseTo(Math.sqrt(squares / draws - mean * mean), within(0.3));
    }

    private static double bandPower(DelayProfile profile, double bandwidthMhz, SplittableRandom random) {
        int taps = profile.taps();
        double[] re = new double[taps];
        double[] im = new double[taps];
        for (int i = 0; i < taps; i++) {
            double amplitude = Math.sqrt(profile.power(i) / 2);
            re[i] = amplitude * random.nextGaussian();
            im[i] = amplitude * random.nextGaussian();
        }
        int points = 50;
        double power = 0;
        for (int point = 0; point < points; point++) {
            double megahertz = bandwidthMhz * (point + 0.5) / points;
            double hr = 0;
            double hi = 0;
            for (int i = 0; i < taps; i++) {
                double angle = -2 * Math.PI * megahertz * 1e-3 * profile.delayNanos(i);
                double c = Math.cos(angle);
                double s = Math.sin(angle);
                hr += re[i] * c - im[i] * s;
                hi += re[i] * s + im[i] * c;
            }
            power += (hr * hr + hi * hi) / points;
        }
        return power;
    }
}
