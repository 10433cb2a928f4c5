package io.twinslice.learners;

import io.twinslice.env.NamedScenario;

/** A rollout of a scenario that has a name. */
record RolloutTask(ErlPlan plan, NamedScenario scenario, long seed, Player player)
        implements PortableTask<EpisodeResult> {
    static final String KIND = "rollout";

    @Override
    public EpisodeResult get() {
        return Rollout.play(plan, scenario, seed, player.get());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public byte[] request() {
        return RolloutCodec.request(this);
    }

    @Override
    public EpisodeResult read(byte[] answer) {
        return RolloutCodec.result(plan, answer);
    }
}
