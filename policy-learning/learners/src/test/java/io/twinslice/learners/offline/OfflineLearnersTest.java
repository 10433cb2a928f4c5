package io.twinslice.learners.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.learners.SplitMix;
import io.twinslice.networks.Kernel;
import io.twinslice.networks.Mlp;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A corridor of five rooms: stepping right from the last but one is rewarded and ends it. The log steps left two times
 * out of three, and never takes the third choice, of which nothing is known.
 */
class OfflineLearnersTest {
    private static final int ROOMS = 5;
    private static final int LEFT = 0;
    private static final int RIGHT = 1;
    private static final int UNKNOWN = 2;
    private static final Fitting FITTING = new Fitting(32, 64, 1500, 2e-3);
    private static final BehaviourCloning CLONING = new BehaviourCloning(FITTING);
    private static final ConservativeQ CQL = new ConservativeQ(FITTING, 0.9, 0.01, 0.1);
    private static final ImplicitQ IQL = new ImplicitQ(FITTING, 0.9, 0.01, 0.9, 10);

    private static float[] room(int room) {
        float[] state = new float[ROOMS];
        state[room] = 1;
        return state;
    }

    private static ChoiceLog corridor() {
        SplitMix random = new SplitMix(11);
        ChoiceLog log = new ChoiceLog(ROOMS, 3);
        int room = 0;
        while (log.size() < 4000) {
            int choice = random.nextInt(3) == 0 ? RIGHT : LEFT;
            int next = Math.max(0, choice == RIGHT ? room + 1 : room - 1);
            boolean ended = next == ROOMS - 1;
            log.add(room(room), choice, ended ? 1 : 0, room(next), ended);
            room = ended ? random.nextInt(ROOMS - 1) : next;
        }
        return log;
    }

    private static List<Integer> choices(OfflineLearner learner) {
        Mlp network = learner.learn(corridor(), Kernel.fastest(), 3);
        float[] outputs = new float[3];
        return List.of(0, 1, 2, 3).stream()
                .map(room -> OfflineLearner.choice(network, room(room), outputs))
                .toList();
    }

    @Test
    void cloningDoesWhatTheLogDidMost() {
        assertThat(choices(CLONING)).containsOnly(LEFT);
    }

    @Test
    void conservativeAndImplicitQFindTheWayThatTheLogSeldomWent() {
        assertThat(choices(CQL)).containsOnly(RIGHT);
        assertThat(choices(IQL)).containsOnly(RIGHT);
    }

    @Test
    void implicitQWithoutSharpnessClones() {
        assertThat(choices(new ImplicitQ(FITTING, 0.9, 0.01, 0.9, 0))).containsOnly(LEFT);
    }

    @Test
    void whatNobodyTriedIsValuedBelowWhatTheLogDid() {
        Mlp values = CQL.learn(corridor(), Kernel.fastest(), 5);
        float[] outputs = new float[3];
        for (int room = 0; room < ROOMS - 1; room++) {
            values.forward(room(room), outputs);
            assertThat(outputs[UNKNOWN]).isLessThan(outputs[LEFT]).isLessThan(outputs[RIGHT]);
        }
    }

    @Test
    void valuesOfSingleDecisionsAreTheirMeanRewards() {
        SplitMix random = new SplitMix(1);
        ChoiceLog log = new ChoiceLog(1, 2);
        float[] state = {1};
        for (int i = 0; i < 4000; i++) {
            int choice = random.nextInt(2);
            log.add(state, choice, choice == 0 ? 0.3 : random.nextDouble() < 0.6 ? 1 : 0, state, false);
        }
        Mlp values = new ConservativeQ(FITTING, 0, 0.01, 0).learn(log, Kernel.fastest(), 1);
        float[] outputs = new float[2];
        values.forward(state, outputs);
        assertThat(outputs[0]).isBetween(0.25f, 0.35f);
        assertThat(outputs[1]).isBetween(0.55f, 0.65f);
    }

    @Test
    void sameSeedSameBitsOnBothKernels() {
        Fitting brief = new Fitting(16, 32, 50, 1e-3);
        for (OfflineLearner learner : List.of(
                new BehaviourCloning(brief),
                new ConservativeQ(brief, 0.9, 0.01, 1),
                new ImplicitQ(brief, 0.9, 0.01, 0.8, 5))) {
            assertThat(learner.learn(corridor(), Kernel.plain(), 9).parameters())
                    .isEqualTo(learner.learn(corridor(), Kernel.fastest(), 9).parameters());
        }
    }

    @Test
    void whatCannotBeLearnedFromIsRefused() {
        ChoiceLog log = new ChoiceLog(2, 2);
        float[] state = {0, 1};
        assertThatThrownBy(() -> CLONING.learn(log, Kernel.plain(), 1)).hasMessageContaining("empty");
        assertThatThrownBy(() -> log.add(state, 2, 0, state, false)).hasMessageContaining("choice 2 of 2");
        assertThatThrownBy(() -> log.add(state, 0, Double.NaN, state, false)).hasMessageContaining("reward");
        assertThatThrownBy(() -> log.add(state, 0, 0, new float[] {1, Float.NaN}, false))
                .hasMessageContaining("feature");
        assertThatThrownBy(() -> log.add(new float[3], 0, 0, state, false)).hasMessageContaining("3 features");
        assertThat(log.size()).isZero();
    }

    @Test
    void settingsOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> new ImplicitQ(FITTING, 0.9, 0.01, 1, 1)).hasMessageContaining("expectile");
        assertThatThrownBy(() -> new ConservativeQ(FITTING, 1, 0.01, 1)).hasMessageContaining("discount");
        assertThatThrownBy(() -> new Fitting(0, 1, 1, 0.1)).hasMessageContaining("width");
    }
}
