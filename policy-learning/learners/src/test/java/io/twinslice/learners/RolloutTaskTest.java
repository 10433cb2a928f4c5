package io.twinslice.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinslice.env.NamedScenario;
import io.twinslice.env.Split;
import io.twinslice.networks.Mlp;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RolloutTaskTest {
    private static final ErlPlan PLAN = Plans.tiny(1, 2);
    private static final Mlp NETWORK = Mlp.random(PLAN.layerSizes(), 1f, new SplitMix(3));

    static List<Player> players() {
        Player.Network network = new Player.Network(NETWORK.layerSizes(), NETWORK.parameters());
        return List.of(
                network,
                new Player.Exploring(network, 0.5, -7),
                Player.Rule.PROPORTIONAL,
                Player.Rule.DRIFT_PLUS_PENALTY);
    }

    @ParameterizedTest
    @MethodSource("players")
    void aRolloutThatTravelledComesBackBitForBit(Player player) {
        RolloutTask task =
                new RolloutTask(PLAN, NamedScenario.of("suite:flash-crowd", Split.TRAIN, 40), Long.MIN_VALUE, player);
        EpisodeResult here = task.get();
        EpisodeResult there = task.read(perform(PortableTasks.octets(task)));
        assertThat(there.windows()).isEqualTo(here.windows()).isPositive();
        assertThat(there.brokenWindows()).isEqualTo(here.brokenWindows());
        assertThat(there.reward()).isEqualTo(here.reward());
        assertThat(there.heldPrbs()).isEqualTo(here.heldPrbs());
        Trajectory kept = here.trajectory().orElseThrow();
        Trajectory read = there.trajectory().orElseThrow();
        assertThat(read.codes()).isEqualTo(kept.codes());
        assertThat(read.quotas()).isEqualTo(kept.quotas());
        assertThat(read.rewards()).isEqualTo(kept.rewards());
        assertThat(read.terminated()).isEqualTo(kept.terminated());
    }

    @Test
    void whatDependsOnTheSeedOrTheNoiseTravelsToo() {
        NamedScenario scenario = NamedScenario.of("factory-floor", Split.TRAIN, 40);
        Player.Network network = new Player.Network(NETWORK.layerSizes(), NETWORK.parameters());
        EpisodeResult one = travelled(new RolloutTask(PLAN, scenario, 1, new Player.Exploring(network, 0.5, 1)));
        EpisodeResult otherSeed = travelled(new RolloutTask(PLAN, scenario, 2, new Player.Exploring(network, 0.5, 1)));
        EpisodeResult otherNoise = travelled(new RolloutTask(PLAN, scenario, 1, new Player.Exploring(network, 0.5, 2)));
        assertThat(otherSeed.reward()).isNotEqualTo(one.reward());
        assertThat(otherNoise.trajectory().orElseThrow().quotas())
                .isNotEqualTo(one.trajectory().orElseThrow().quotas());
    }

    @Test
    void aTaskThatIsCutChangedOrOfAnUnknownKindIsRefused() {
        NamedScenario scenario = NamedScenario.of("factory-floor", Split.TRAIN, 40);
        RolloutTask task = new RolloutTask(PLAN, scenario, 1, players().getFirst());
        byte[] request = task.request();
        SplitMix random = new SplitMix(5);
        for (int round = 0; round < 300; round++) {
            byte[] cut = Arrays.copyOf(request, random.nextInt(request.length));
            assertThatThrownBy(() -> RolloutCodec.task(cut)).isInstanceOf(IllegalArgumentException.class);
            byte[] changed = request.clone();
            changed[random.nextInt(200)] ^= (byte) (1 << random.nextInt(8));
            try {
                RolloutCodec.task(changed);
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageMatching("(?s).+");
            }
        }
        assertThatThrownBy(() -> RolloutCodec.task(Arrays.copyOf(request, request.length + 1)))
                .hasMessageContaining("1 octets too many");
        for (byte[] none : List.of(new byte[0], new byte[] {5, 'a'}, new byte[] {-1, 'a'}, new byte[] {0})) {
            assertThatThrownBy(() -> perform(none)).hasMessageContaining("no task");
        }
        byte[] unknown = "\u0004tour".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> perform(unknown)).hasMessageContaining("\"tour\"");
    }

    @Test
    void anAnswerToAnotherPlanIsRefused() {
        RolloutTask task = new RolloutTask(
                PLAN,
                NamedScenario.of("factory-floor", Split.TRAIN, 40),
                1,
                players().getFirst());
        byte[] answer = RolloutCodec.answer(task.get());
        ErlPlan shorter = new ErlPlan(1, 6, 2, 2, 20, 8, 60, 2, PLAN.evolution(), PLAN.offPolicy(), PLAN.guard());
        assertThatThrownBy(() -> RolloutCodec.result(shorter, answer)).hasMessageContaining("windows must be 0..20");
        assertThatThrownBy(() -> RolloutCodec.result(PLAN, Arrays.copyOf(answer, 60)))
                .isInstanceOfAny(IllegalArgumentException.class, CheckpointException.class);
        assertThat(RolloutCodec.result(PLAN, RolloutCodec.answer(new EpisodeResult(Optional.empty(), 0, 0, 0, 0)))
                        .trajectory())
                .isEmpty();
    }

    private static EpisodeResult travelled(RolloutTask task) {
        return task.read(perform(PortableTasks.octets(task)));
    }

    private static byte[] perform(byte[] octets) {
        return PortableTasks.perform(octets, RolloutTaskTest.class.getClassLoader());
    }
}
