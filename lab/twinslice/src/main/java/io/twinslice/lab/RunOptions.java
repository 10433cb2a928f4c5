package io.twinslice.lab;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code twinslice run} was asked to do; already checked.
 *
 * @param quick a smaller training plan, and fewer and shorter episodes
 * @param seed decides everything random in the run, at least 0
 * @param out folder for every result; it may not exist yet
 * @param scenario name of a scenario of the suite, 1..64 of {@code [a-z0-9-]}
 * @param bundle a signed bundle to use instead of training one; an existing file
 * @param candidate a named candidate, for example {@code starve}, to put through verification instead of training one;
 *     never together with {@code bundle}
 * @param traffic recorded traffic to replay; an existing file
 * @param map capture name to twin name, for the recording; empty without {@code traffic}
 * @param paced real time instead of as fast as possible
 * @param json where to copy run.json besides {@code out}
 */
public record RunOptions(
        boolean quick,
        long seed,
        Path out,
        String scenario,
        Optional<Path> bundle,
        Optional<String> candidate,
        Optional<Path> traffic,
        Map<String, String> map,
        boolean paced,
        Optional<Path> json) {
    public RunOptions {
        map = Map.copyOf(map);
    }
}
