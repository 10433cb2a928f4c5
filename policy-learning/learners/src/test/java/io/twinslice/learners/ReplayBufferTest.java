package io.twinslice.learners;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayBufferTest {
    @Test
    void theOldestEpisodesLeaveWhenTheBufferIsFull() {
        ReplayBuffer buffer = new ReplayBuffer(10);
        buffer.addAll(List.of(episode(4), episode(3)));
        buffer.addAll(List.of(episode(5)));
        assertThat(buffer.episodes()).extracting(Trajectory::windows).containsExactly(3, 5);
        assertThat(buffer.size()).isEqualTo(8);
    }

    @Test
    void everyWindowIsFoundInItsEpisode() {
        ReplayBuffer buffer = new ReplayBuffer(100);
        buffer.addAll(List.of(episode(4), episode(1), episode(3)));
        int[] expected = {0, 0, 0, 0, 1, 2, 2, 2};
        for (int window = 0; window < expected.length; window++) {
            int episode = buffer.episodeOf(window);
            assertThat(episode).isEqualTo(expected[window]);
            assertThat(window - buffer.startOf(episode))
                    .isBetween(0, buffer.episode(episode).windows() - 1);
        }
    }

    @Test
    void anEpisodeThatEndedBeforeItsFirstWindowIsNotKept() {
        ReplayBuffer buffer = new ReplayBuffer(100);
        buffer.addAll(List.of(episode(0)));
        assertThat(buffer.size()).isZero();
    }

    private static Trajectory episode(int windows) {
        return new Trajectory(
                1, windows, new short[12 * (windows + 1)], new byte[3 * windows], new float[windows], false);
    }
}
