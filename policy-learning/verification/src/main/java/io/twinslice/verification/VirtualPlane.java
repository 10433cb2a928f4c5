package io.twinslice.verification;

import io.twinslice.bundle.Evidence;
import io.twinslice.bundle.Sha256;
import io.twinslice.env.Environment;
import io.twinslice.env.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * One family of virtual planes: a scenario, how often it is played, and how seldom it may go wrong.
 *
 * @param name of the family, 1..64 characters
 * @param kind everyday or stress
 * @param episodes fixed beforehand, 1..10,000,000
 * @param limit allowed probability that an episode violates, in (0, 1)
 * @param brokenWindowShares the violation event, twin by twin: an episode violates when the twin's SLA is broken in
 *     more than this share of its windows, in [0, 1)
 * @param definition SHA-256 of everything that defines the scenario; part of the plan's digest
 * @param environments makes a fresh environment for each episode, from any thread
 */
public record VirtualPlane(
        String name,
        Evidence.Kind kind,
        int episodes,
        double limit,
        List<Double> brokenWindowShares,
        String definition,
        Supplier<Environment> environments) {
    public VirtualPlane {
        brokenWindowShares = List.copyOf(brokenWindowShares);
        for (double share : brokenWindowShares) {
            if (!(share >= 0 && share < 1)) {
                throw new IllegalArgumentException("a share of broken windows is in [0, 1), not " + share);
            }
        }
        if (name.isEmpty() || name.length() > 64 || !Sha256.isDigest(definition)) {
            throw new IllegalArgumentException("a plane needs a name of 1..64 characters and a digest as definition");
        }
        if (episodes < 1 || episodes > 10_000_000 || !(limit > 0 && limit < 1)) {
            throw new IllegalArgumentException(
                    "a plane needs 1..10000000 episodes and a limit in (0, 1), not " + episodes + ", " + limit);
        }
    }

    /**
     * A plane of the scenario suite.
     *
     * @param brokenWindowShares one for each twin of the scenario
     * @throws IllegalArgumentException when the numbers are out of range
     */
    public static VirtualPlane of(
            Scenario scenario, Evidence.Kind kind, int episodes, double limit, List<Double> brokenWindowShares) {
        String text = scenario.toString();
        return new VirtualPlane(
                scenario.name(),
                kind,
                episodes,
                limit,
                brokenWindowShares,
                Sha256.hex(text.getBytes(StandardCharsets.UTF_8)),
                scenario::environment);
    }
}
