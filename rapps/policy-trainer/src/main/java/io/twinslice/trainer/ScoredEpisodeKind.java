package io.twinslice.trainer;

import io.twinslice.learners.PortableTask;

/** Plays evaluation rollouts for another process. */
public final class ScoredEpisodeKind implements PortableTask.Kind {
    /** For {@link java.util.ServiceLoader}. */
    public ScoredEpisodeKind() {}

    @Override
    public String name() {
        return ScoredEpisode.KIND;
    }

    @Override
    public byte[] perform(byte[] request) {
        return ScoredEpisode.answer(ScoredEpisode.parse(request).get());
    }
}
