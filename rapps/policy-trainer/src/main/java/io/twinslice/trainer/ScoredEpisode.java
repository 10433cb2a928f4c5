package io.twinslice.trainer;

import io.twinslice.env.Environment;
import io.twinslice.env.NamedScenario;
import io.twinslice.evaluation.EpisodeRunner;
import io.twinslice.evaluation.EpisodeScore;
import io.twinslice.learners.Octets;
import io.twinslice.learners.PortableTask;
import io.twinslice.policy.Features;
import io.twinslice.policy.Policy;
import io.twinslice.policy.Shield;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One policy in one episode, scored: an evaluation rollout that can travel. */
record ScoredEpisode(NamedScenario scenario, Contender contender, long seed) implements PortableTask<EpisodeScore> {
    static final String KIND = "episode";
    private static final int VERSION = 1;

    @Override
    public EpisodeScore get() {
        int slices = scenario.scenario().twins().size();
        Policy policy = contender.policy(slices);
        Optional<Shield> shield = contender.shield(slices);
        try (Environment environment = scenario.get()) {
            return shield.isPresent()
                    ? EpisodeRunner.run(environment, policy, shield.get(), seed)
                    : EpisodeRunner.run(environment, policy, seed);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public byte[] request() {
        Octets.Out out =
                new Octets.Out().number(VERSION).text(scenario.reference()).number(seed);
        Contender.write(contender, out);
        return out.octets();
    }

    /** @throws IllegalArgumentException when the octets are no request */
    static ScoredEpisode parse(byte[] request) {
        return Octets.read(request, in -> {
            in.integer("version", VERSION, VERSION);
            NamedScenario scenario = NamedScenario.parse(in.text());
            long seed = in.number();
            return new ScoredEpisode(scenario, Contender.read(in), seed);
        });
    }

    static byte[] answer(EpisodeScore score) {
        Octets.Out out = new Octets.Out()
                .number(VERSION)
                .number(score.seed())
                .number(score.windowMillis())
                .number(score.brokenWindows().size());
        score.brokenWindows().forEach(out::number);
        return out.number(score.windows())
                .number(score.prbSeconds())
                .number(score.aoiP99Millis())
                .number(score.reward())
                .number(score.shieldedWindows())
                .text(score.failure())
                .octets();
    }

    @Override
    public EpisodeScore read(byte[] answer) {
        EpisodeScore score = Octets.read(answer, in -> {
            in.integer("version", VERSION, VERSION);
            long played = in.number();
            int windowMillis = in.integer("windowMillis", 0, 10_000);
            List<Integer> broken = new ArrayList<>();
            for (int left = in.integer("twins", 0, Features.MAX_SLICES); left > 0; left--) {
                broken.add(in.integer("brokenWindows", 0, 100_000));
            }
            return new EpisodeScore(
                    played,
                    windowMillis,
                    broken,
                    in.integer("windows", 0, 100_000),
                    in.real(),
                    in.real(),
                    in.real(),
                    in.integer("shieldedWindows", 0, 100_000),
                    in.text());
        });
        if (score.seed() != seed) {
            throw new IllegalArgumentException("an answer for seed " + score.seed() + " to seed " + seed);
        }
        return score;
    }
}
