package io.twinslice.lab.sim;

import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import io.twinslice.env.Step;
import io.twinslice.model.TwinSnapshot;
import io.twinslice.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One episode, window by window.
 *
 * @param windows as the environment reported them, at least one
 */
record Watched(Scenario scenario, long seed, String policy, List<TwinSnapshot> windows) {
    Watched {
        windows = List.copyOf(windows);
    }

    /**
     * Plays an episode.
     *
     * @param eye sees every window as it ends
     * @throws IllegalStateException when the environment fails
     */
    static Watched play(Scenario scenario, long seed, Policy policy, Consumer<TwinSnapshot> eye) {
        List<TwinSnapshot> windows = new ArrayList<>();
        policy.restart();
        try (Environment environment = scenario.environment()) {
            Step step = environment.reset(seed);
            boolean first = true;
            while (true) {
                switch (step) {
                    case Step.Running(TwinSnapshot window) -> {
                        // What the reset reports was before the episode.
                        if (!first) {
                            eye.accept(window);
                            windows.add(window);
                        }
                        first = false;
                        step = environment.step(policy.decide(window).plan());
                    }
                    case Step.Terminated(TwinSnapshot last) -> {
                        windows.add(last);
                        return new Watched(scenario, seed, policy.name(), windows);
                    }
                    case Step.Truncated(TwinSnapshot last) -> {
                        windows.add(last);
                        return new Watched(scenario, seed, policy.name(), windows);
                    }
                    case Step.Failed(String reason) ->
                        throw new IllegalStateException(
                                "scenario " + scenario.name() + " failed in seed " + seed + ": " + reason);
                }
            }
        }
    }

    int twins() {
        return windows.getFirst().slices();
    }

    double windowSeconds() {
        return windows.getFirst().windowMillis() / 1000.0;
    }

    /** Seconds in which the promise of this twin was broken. */
    double brokenSeconds(int twin) {
        return windows.stream().filter(window -> window.isBroken(twin)).count() * windowSeconds();
    }

    /** Seconds since the episode began, at the end of each window. */
    List<Double> ends() {
        double begin = windows.getFirst().windowEndMillis() / 1000.0 - windowSeconds();
        return windows.stream()
                .map(window -> window.windowEndMillis() / 1000.0 - begin)
                .toList();
    }
}
