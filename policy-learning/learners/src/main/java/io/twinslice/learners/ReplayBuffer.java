package io.twinslice.learners;

import java.util.ArrayList;
import java.util.List;

/** The one buffer that all rollouts fill: whole episodes, the oldest leave first. Not thread-safe. */
final class ReplayBuffer {
    private final int capacity;
    private final List<Trajectory> episodes = new ArrayList<>();
    private int[] ends = new int[0];

    /** @param capacity windows to hold */
    ReplayBuffer(int capacity) {
        this.capacity = capacity;
    }

    void addAll(List<Trajectory> added) {
        for (Trajectory trajectory : added) {
            if (trajectory.windows() > 0) {
                episodes.add(trajectory);
            }
        }
        int total = episodes.stream().mapToInt(Trajectory::windows).sum();
        int dropped = 0;
        while (total > capacity && dropped < episodes.size() - 1) {
            total -= episodes.get(dropped).windows();
            dropped++;
        }
        episodes.subList(0, dropped).clear();
        ends = new int[episodes.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += episodes.get(i).windows();
            ends[i] = end;
        }
    }

    /** Windows held. */
    int size() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    List<Trajectory> episodes() {
        return List.copyOf(episodes);
    }

    /** The episode that holds the window with this number, 0..size − 1. */
    int episodeOf(int window) {
        int low = 0;
        int high = ends.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] > window) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    Trajectory episode(int index) {
        return episodes.get(index);
    }

    /** Number of the first window of an episode. */
    int startOf(int episode) {
        return episode == 0 ? 0 : ends[episode - 1];
    }
}
