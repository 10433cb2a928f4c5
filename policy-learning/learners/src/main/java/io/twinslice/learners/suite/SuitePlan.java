package io.twinslice.learners.suite;

import io.twinslice.learners.Check;

/**
 * How much is spent on learning one scenario.
 *
 * @param seed everything random follows from it and the training seeds
 * @param candidates constant plans that are raced and from which the library is taken, 8..1000
 * @param raceEpisodes episodes that every candidate of the first round plays, 1..100; the best third goes on to twice
 *     as many, three rounds
 * @param libraryPlans plans that the policy chooses among, 2..64
 * @param probeEpisodes episodes at whose moments all candidates are compared to choose the library, 1..1000
 * @param probeEvery windows between two such moments, 1..10000
 * @param horizonWindows windows that a plan is tried for from a moment, 1..1000
 * @param prbSecondPrice seconds of violation that one PRB·s is worth, 0..1: small, promises come first
 * @param rounds rounds of gathering moments and fitting, each but the first with the policy of the last one, 1..100
 * @param roundEpisodes episodes of a round, 1..10000
 * @param every windows between two moments that are learned from, 1..10000
 * @param fitSteps gradient steps of a round, 1..1000000
 * @param population linear heads that compete, 2..1000
 * @param generations of them, 0..1000
 * @param fitnessEpisodes paired episodes of a head in a generation, 1..1000
 */
public record SuitePlan(
        long seed,
        int candidates,
        int raceEpisodes,
        int libraryPlans,
        int probeEpisodes,
        int probeEvery,
        int horizonWindows,
        double prbSecondPrice,
        int rounds,
        int roundEpisodes,
        int every,
        int fitSteps,
        int population,
        int generations,
        int fitnessEpisodes) {
    public SuitePlan {
        Check.range("candidates", candidates, 8, 1000);
        Check.range("raceEpisodes", raceEpisodes, 1, 100);
        Check.range("libraryPlans", libraryPlans, 2, 64);
        Check.range("probeEpisodes", probeEpisodes, 1, 1000);
        Check.range("probeEvery", probeEvery, 1, 10_000);
        Check.range("horizonWindows", horizonWindows, 1, 1000);
        Check.range("prbSecondPrice", prbSecondPrice, 0, 1);
        Check.range("rounds", rounds, 1, 100);
        Check.range("roundEpisodes", roundEpisodes, 1, 10_000);
        Check.range("every", every, 1, 10_000);
        Check.range("fitSteps", fitSteps, 1, 1_000_000);
        Check.range("population", population, 2, 1000);
        Check.range("generations", generations, 0, 1000);
        Check.range("fitnessEpisodes", fitnessEpisodes, 1, 1000);
    }

    /** What the published table is made with. */
    public static SuitePlan standard(long seed) {
        return new SuitePlan(seed, 60, 3, 8, 5, 40, 8, 0.003, 3, 8, 5, 1500, 6, 2, 6);
    }
}
