package io.twinslice.learners.kbrl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.twinslice.learners.SplitMix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KbrlEnvironmentTest {
    private static final Fading FADING = new Fading(1);

    @Test
    void theSameSeedGivesTheSameStatesAndAnotherSeedOthers() {
        assertThat(states(7)).isEqualTo(states(7)).isNotEqualTo(states(8));
    }

    private static List<double[]> seen(long seed) {
        SlicedCell cell = new SlicedCell(KbrlScenario.S4, FADING, seed);
        List<double[]> seen = new ArrayList<>();
        for (int stage = 0; stage < 400; stage++) {
            cell.stage(new int[] {10, 6});
            seen.add(cell.slice(0).state().clone());
            seen.add(cell.slice(1).state().clone());
        }
        return seen;
    }

    private static String states(long seed) {
        StringBuilder text = new StringBuilder();
        seen(seed).forEach(state -> text.append(Arrays.toString(state)));
        return text.toString();
    }

    @Test
    void fadingHasUnitMeanPower() {
        for (int trace = 0; trace < Fading.TRACES; trace++) {
            double sum = 0;
            for (float gain : FADING.gains(trace)) {
                sum += StrictMath.pow(10, gain / 10.0);
            }
            // Slow fading averages over some 56 wavelengths only.
            assertThat(sum / FADING.gains(trace).length).isCloseTo(1, within(0.06));
        }
    }

    @Test
    void theMeanOverPrbsIsThatOfTheGainsAlsoWhereTheyRepeat() {
        double sum = 0;
        for (int prb = 90; prb < 130; prb++) {
            sum += FADING.gains(2)[77 * Fading.PRBS + prb % Fading.PRBS];
        }
        assertThat(FADING.mean(2, 77, 90, 40)).isCloseTo(sum / 40, within(1e-3));
    }

    @Test
    void receptionAtAndAroundTheReferenceIsThatOfTheDefinition() {
        assertThat(Link.reception(0, -2.7)).isCloseTo(0.29, within(0.005));
        assertThat(Link.reception(0, -2.7 + 0.387)).isCloseTo(0.9, within(0.005));
        assertThat(Link.reception(0, -2.7 - 0.162)).isCloseTo(0.1, within(0.005));
        assertThat(Link.reception(0, -3)).isCloseTo(0.036, within(0.001));
    }

    @Test
    void theRateIsThatOfTheFirstSchemeThatFailsAndTheCurveThatOfTheOneBefore() {
        // At −1 dB QPSK 0.2 holds and QPSK 0.25 (0.82) does not.
        assertThat(Link.bitsPerPrb(-1)).isEqualTo(158 * 2 * 0.25);
        assertThat(Link.curve(-1)).isZero();
        assertThat(Link.bitsPerPrb(-10)).isCloseTo(158 * 2 * 0.2, within(1e-9));
        assertThat(Link.curve(-10)).isZero();
        assertThat(Link.bitsPerPrb(40)).isCloseTo(158 * 6 * 0.9, within(1e-9));
        assertThat(Link.curve(40)).isEqualTo(25);
    }

    @Test
    void theEffectiveSnrOfAFlatChannelIsItsSnr() {
        float[] flat = new float[Fading.PRBS];
        assertThat(Link.effective(3, 2.5, flat, 0, 10, 20)).isCloseTo(2.5, within(0.01));
        assertThat(Link.effective(20, 12, flat, 0, 0, 1)).isCloseTo(12, within(0.01));
    }

    @Test
    void anEmbbSliceHasTheUsersAndTheTrafficOfTheDefinition() {
        // 1.0 CBR and 2.5 VBR users of 0.5 Mbit/s each. A slice remembers a user for 30 s, so 5,000 s in 20 slices.
        double cbr = 0;
        double vbr = 0;
        int slices = 20;
        int stages = 5000;
        for (int s = 0; s < slices; s++) {
            EmbbSlice slice = new EmbbSlice(FADING, SplitMix.seed(3, s));
            for (int stage = 0; stage < stages; stage++) {
                slice.stage(0, 15);
                cbr += slice.state()[EmbbSlice.TRAFFIC] * EmbbSlice.SCALE[EmbbSlice.TRAFFIC];
                vbr += slice.state()[EmbbSlice.PER_KIND + EmbbSlice.TRAFFIC] * EmbbSlice.SCALE[EmbbSlice.TRAFFIC];
            }
        }
        double bits = (double) slices * stages * Slice.STAGE_SLOTS;
        assertThat(cbr / bits).isCloseTo(500, within(75.0));
        assertThat(vbr / bits).isCloseTo(1250, within(120.0));
    }

    @Test
    void anMmtcSliceNeedsAsManyPrbsAsTheDefinitionSays() {
        int draws = 400;
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < draws; draw++) {
            double load = new MmtcSlice(draw).load();
            sum += load;
            squares += load * load;
        }
        double mean = sum / draws;
        assertThat(mean).isCloseTo(5.93, within(0.1));
        assertThat(Math.sqrt(squares / draws - mean * mean)).isCloseTo(0.60, within(0.08));
    }

    @Test
    void anMmtcSliceKeepsItsPromiseOnPrbsAboveItsLoadAndBreaksItBelow() {
        MmtcSlice roomy = new MmtcSlice(5);
        MmtcSlice tight = new MmtcSlice(5);
        int broken = 0;
        for (int stage = 0; stage < 2000; stage++) {
            roomy.stage(0, (int) Math.ceil(roomy.load()) + 1);
            tight.stage(0, (int) tight.load() - 1);
            broken += roomy.isViolated() ? 1 : 0;
        }
        assertThat(broken).isZero();
        assertThat(tight.isViolated()).isTrue();
    }

    @Test
    void whatIsCopiedGoesOnAlike() {
        for (Slice slice : new Slice[] {new EmbbSlice(FADING, 4), new MmtcSlice(4)}) {
            for (int stage = 0; stage < 500; stage++) {
                slice.stage(3, 4);
            }
            Slice copy = slice.copy();
            for (int stage = 0; stage < 500; stage++) {
                slice.stage(3, 4);
                copy.stage(3, 4);
                assertThat(copy.state()).isEqualTo(slice.state());
            }
        }
    }

    @Test
    void aSplitThatExceedsTheCarrierIsRefused() {
        SlicedCell cell = new SlicedCell(KbrlScenario.S4, FADING, 1);
        assertThatThrownBy(() -> cell.stage(new int[] {65, 6}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("70");
        assertThatThrownBy(() -> cell.stage(new int[] {-1, 6})).isInstanceOf(IllegalArgumentException.class);
    }
}
