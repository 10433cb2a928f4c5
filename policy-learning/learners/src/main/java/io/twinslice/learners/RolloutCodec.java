package io.twinslice.learners;

import io.twinslice.env.NamedScenario;
import io.twinslice.networks.Mlp;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Rollouts and what comes out of them as octets. */
final class RolloutCodec {
    private static final int VERSION = 1;
    private static final int NETWORK = 0;
    private static final int EXPLORING = 1;
    private static final int RULE = 2;

    private RolloutCodec() {}

    static byte[] request(RolloutTask task) {
        Octets.Out out = new Octets.Out()
                .number(VERSION)
                .settings(task.plan())
                .text(task.scenario().reference())
                .number(task.seed());
        switch (task.player()) {
            case Player.Network network -> out.number(NETWORK).network(network.layerSizes(), network.parameters());
            case Player.Exploring exploring ->
                out.number(EXPLORING)
                        .number(exploring.strength())
                        .number(exploring.noiseSeed())
                        .network(
                                exploring.network().layerSizes(),
                                exploring.network().parameters());
            case Player.Rule rule -> out.number(RULE).text(rule.name());
        }
        return out.octets();
    }

    /** @throws IllegalArgumentException when the octets are no request */
    static RolloutTask task(byte[] request) {
        return Octets.read(request, in -> {
            in.integer("version", VERSION, VERSION);
            return new RolloutTask(in.settings(ErlPlan.class), NamedScenario.parse(in.text()), in.number(), player(in));
        });
    }

    private static Player player(Octets.In in) {
        return switch (in.integer("player", NETWORK, RULE)) {
            case NETWORK -> network(in);
            case EXPLORING -> {
                double strength = in.real();
                Check.range("exploration", strength, 0, 6);
                long noise = in.number();
                yield new Player.Exploring(network(in), strength, noise);
            }
            default -> Player.Rule.valueOf(in.text());
        };
    }

    private static Player.Network network(Octets.In in) {
        Mlp network = in.network();
        return new Player.Network(network.layerSizes(), network.parameters());
    }

    static byte[] answer(EpisodeResult result) {
        Octets.Out out = new Octets.Out()
                .number(VERSION)
                .number(result.windows())
                .number(result.brokenWindows())
                .number(result.reward())
                .number(result.heldPrbs());
        result.trajectory().ifPresent(trajectory -> {
            ByteBuffer octets = ByteBuffer.allocate(Math.toIntExact(CheckpointCodec.size(trajectory)));
            CheckpointCodec.put(octets, trajectory);
            out.raw(octets.array(), octets.position());
        });
        return out.octets();
    }

    /** @throws IllegalArgumentException when the octets are no answer to a rollout of this plan */
    static EpisodeResult result(ErlPlan plan, byte[] answer) {
        return Octets.read(answer, in -> {
            in.integer("version", VERSION, VERSION);
            int windows = in.integer("windows", 0, plan.episodeWindows());
            int broken = in.integer("brokenWindows", 0, Integer.MAX_VALUE);
            double reward = in.real();
            double held = in.real();
            Optional<Trajectory> trajectory =
                    in.left() == 0 ? Optional.empty() : Optional.of(CheckpointCodec.trajectory(plan, in.buffer()));
            return new EpisodeResult(trajectory, windows, broken, reward, held);
        });
    }
}
