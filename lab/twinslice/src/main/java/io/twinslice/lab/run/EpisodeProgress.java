package io.twinslice.lab.run;

import io.twinslice.lab.Progress;
import java.util.HashMap;
import java.util.Map;

/** Adds up what a verification has played over its families. */
final class EpisodeProgress implements io.twinslice.verification.Progress {
    private final Progress bar;
    private final Map<String, Integer> played = new HashMap<>();

    EpisodeProgress(Progress bar) {
        this.bar = bar;
    }

    @Override
    public void played(String family, int episodes, int planned) {
        played.put(family, episodes);
        bar.note(family);
        bar.at(played.values().stream().mapToInt(Integer::intValue).sum());
    }
}
